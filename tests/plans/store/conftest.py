"""The stores that every promise is asked of, and one invented family’s plan."""

from datetime import date, datetime, timedelta
from itertools import count

import pytest

from plans.model import Child, Person, Phrase, Plan, Section, Sentence
from plans.store.files import FileStore
from plans.store.memory import MemoryStore


@pytest.fixture
def plan():
    return Plan(
        title="Amara and Theo’s plan",
        made=date(2027, 3, 4),
        review=date(2027, 4, 1),
        children=(Child("amara", "Amara", 8), Child("theo", "Theo", 5)),
        people=(Person("mum", "Mum", full_name="Grace Mensah", role="mum", phone="07700 900123"),),
        sections=(
            Section(
                "every_day",
                (
                    Sentence(
                        "s1",
                        (Phrase("Mum gives you "), Phrase("breakfast", ("breakfast",)), Phrase(".")),
                        "mum",
                    ),
                ),
            ),
        ),
        copies=("Mum", "Miss Okafor"),
    )


@pytest.fixture
def clock():
    """Ten o’clock, and a minute later each time it is asked."""
    minutes = count()
    return lambda: datetime(2027, 3, 4, 10).astimezone() + timedelta(minutes=next(minutes))


@pytest.fixture
def root(tmp_path):
    return tmp_path / "plans"


@pytest.fixture
def files(root):
    return FileStore(root, wait=lambda seconds: None)


@pytest.fixture(params=["memory", "files"])
def store(request, clock):
    return MemoryStore(clock) if request.param == "memory" else request.getfixturevalue("files")
