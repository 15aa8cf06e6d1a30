"""Programs that end at any moment, and many that write at once: no save that was told as done is lost."""

import multiprocessing
import random
import sys
import time

import pytest

from plans.model import Plan
from plans.store.base import Opened
from plans.store.files import FileStore
from tests.plans.store.writers import add_ones, newest, numbered, save_without_end

IDS = ("00000000000000aa", "00000000000000bb", "00000000000000cc")
# A forked writer starts at once; elsewhere each must load Python anew, so there are fewer.
START, KILLS = ("fork", 300) if sys.platform == "linux" else ("spawn", 20)
PROCESSES = multiprocessing.get_context(START)

pytestmark = pytest.mark.slow


def killed_writer(root, seed, pause):
    """Let a writer save until it is killed; return the saves it told of."""
    hear, tell = PROCESSES.Pipe(duplex=False)
    writer = PROCESSES.Process(target=save_without_end, args=(root, IDS, seed, tell))
    writer.start()
    tell.close()
    if START == "spawn":
        hear.poll(30)
    time.sleep(pause)
    writer.kill()
    writer.join()
    told = []
    try:
        while True:
            told.append(hear.recv())
    except EOFError:
        return told


def seconds_of_a_save(root):
    """How long one save takes here, so that kills fall among saves on a slow machine too."""
    store = FileStore(root / "tried")
    before = time.monotonic()
    for base in range(5):
        store.save(IDS[0], numbered(base), base)
    return (time.monotonic() - before) / 5


def test_no_save_that_was_done_is_lost_when_the_program_is_killed(root):
    chance = random.Random(1)
    store = FileStore(root)
    done, seen = 0, dict.fromkeys(IDS, 0)
    longest = 0.02 + 8 * seconds_of_a_save(root)
    for kill in range(KILLS):
        for plan_id, version, number in killed_writer(root, kill, chance.uniform(0.001, longest)):
            done += 1
            seen[plan_id] = version
            assert store.get_version(plan_id, version) == numbered(number)
        for plan_id in IDS:
            assert newest(store, plan_id) >= seen[plan_id]
    for plan_id in IDS:
        versions = store.versions(plan_id)
        assert versions == tuple(range(len(versions), 0, -1))
        assert store.get(plan_id).notices == ()
        for version in versions:
            plan = store.get_version(plan_id, version)
            assert plan.title == plan.sections[0].sentences[-1].text
    print(f"{KILLS} kills, {done} saves told as done, none lost")
    assert done >= KILLS


@pytest.mark.parametrize("links", [True, False], ids=["usual disk", "disk without hard links"])
@pytest.mark.skipif(START == "spawn", reason="the figures are for Linux, where processes start at once")
def test_eight_who_save_fifty_times_each_lose_nothing(root, links):
    store = FileStore(root)
    store.save(IDS[0], Plan(title="Number 0"), 0)
    writers = [PROCESSES.Process(target=add_ones, args=(root, IDS[0], 50, links)) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * 8
    assert store.get(IDS[0]) == Opened(Plan(title="Number 400"), version=401)
