"""What tests of the screens share: going through them, and what is kept on the disk."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from plans.model import Plan
from plans.store.files import FileStore

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "plans" / "examples"
MAIN = ROOT / "components" / "main.py"


def checked(app: AppTest) -> AppTest:
    assert [error.message for error in app.exception] == []
    return app


def step(app: AppTest, screen: str) -> AppTest:
    return checked(app.button(key=f"go_{screen}").click().run())


def kept(home: Path) -> list[Plan]:
    store = FileStore(home)
    return [(store.drafts(name) or [store.get(name)])[0].plan for name in store.ids()]
