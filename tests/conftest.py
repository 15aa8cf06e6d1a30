"""Quick tests first, so that a mistake shows within seconds; then those that start a server or a browser."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "server: starts the app as its own process")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_how_slow)


def _how_slow(item: pytest.Item) -> int:
    return 2 if item.get_closest_marker("browser") else 1 if item.get_closest_marker("server") else 0
