"""What the writing processes of test_kill.py do; here on its own so that each of them starts quickly."""

import errno
import os
import random
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from plans.errors import PlanChanged, PlanNotFound
from plans.model import Phrase, Plan, Section, Sentence
from plans.store.files import FileStore

LINE = "Nana comes on Friday and brings the washing back. Then everyone eats together. "


def numbered(number: int) -> Plan:
    """Return a plan of about 10 kB that says its number in its first and its last words."""
    lines = tuple(Sentence(f"s{line}", (Phrase(LINE * 4),)) for line in range(24))
    last = Sentence("last", (Phrase(f"Number {number}"),))
    return Plan(title=f"Number {number}", sections=(Section("every_day", (*lines, last)),))


def save_without_end(root: Path, ids: Sequence[str], seed: int, told: Connection) -> None:
    """Save one of the plans over and over, and tell of each save only when it is done."""
    chance = random.Random(seed)
    store = FileStore(root)
    while True:
        plan_id, number = chance.choice(ids), chance.randrange(10**9)
        version = store.save(plan_id, numbered(number), newest(store, plan_id))
        told.send((plan_id, version, number))


def newest(store: FileStore, plan_id: str) -> int:
    """Return the newest version, 0 where there is none."""
    try:
        return max(store.versions(plan_id), default=0)
    except PlanNotFound:
        return 0


def add_ones(root: Path, plan_id: str, times: int, links: bool) -> None:
    """Open the plan, add one to its number and save it, so many times; again where someone was faster."""
    if not links:
        os.link = _no_links
    store = FileStore(root, wait=lambda seconds: time.sleep(seconds / 20))
    done = 0
    while done < times:
        opened = store.get(plan_id)
        number = int(opened.plan.title.removeprefix("Number ")) + 1
        try:
            store.save(plan_id, Plan(title=f"Number {number}"), opened.version)
            done += 1
        except PlanChanged:
            time.sleep(random.random() / 100)


def _no_links(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, "a disk without hard links")
