"""Says to an AppTest what a browser would say for a component that is ours. Streamlit has no public way yet.

All that is private to Streamlit 1.67 in our tests is in this file.
"""

from __future__ import annotations

import json

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest


def send(app: AppTest, key: str, **state: object) -> AppTest:
    """Run the app as when the component sets these state values."""
    return _run(app, WidgetState(id=_id(app, key), json_value=json.dumps(state)))


def press(app: AppTest, key: str, name: str, value: object) -> AppTest:
    """Run the app as when the component sets this trigger value."""
    events = json.dumps([{"event": name, "value": value}])
    trigger = f"$$STREAMLIT_INTERNAL_KEY_{_id(app, key)}__events"
    return _run(app, WidgetState(id=trigger, json_trigger_value=events))


def shown_data(app: AppTest, key: str) -> dict[str, object]:
    """The data the component was given."""
    (data,) = json.loads(app.get_by_key(key).proto.json)
    return data


def _id(app: AppTest, key: str) -> str:
    return str(app.get_by_key(key).proto.id)


def _run(app: AppTest, state: WidgetState) -> AppTest:
    states: WidgetStates = app._tree.get_widget_states()
    states.widgets.append(state)
    return app._run(states)
