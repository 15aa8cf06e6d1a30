"""The engines in one running process, in turn, a round at a time; prints what each round cost as JSON.

    python -m benchmarks.warm FOLDER ROUNDS LONG_ROUNDS

Each round is another family. Sources are made before the clock starts; every engine is run twice
before the first round. The long rounds are the same with 16 times the text.
"""

import io
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf

from benchmarks.exporters import our_exporter, typst_exporter, weasyprint_exporter
from benchmarks.html_page import html_source
from benchmarks.other_names import many_times, renamed
from benchmarks.prepare import example_plan, told
from benchmarks.typst_page import typst_source
from plans.model import Plan

Export = Callable[[Any], bytes]
Source = Callable[[Plan], object]
Engines = dict[str, tuple[Source, Export]]
TIMES = 16
_WARM_UPS = 2


def main(folder: Path, rounds: int, long_rounds: int) -> None:
    """Measure and print."""
    typst = typst_exporter(folder)
    engines: Engines = {
        "ours": (lambda plan: plan, our_exporter()),
        "typst": (lambda plan: typst_source(told(plan)), typst),
        "weasyprint": (lambda plan: html_source(told(plan)), weasyprint_exporter(folder)),
    }
    short = _measured(engines, example_plan(), rounds)
    del engines["weasyprint"]  # it takes many seconds over the long plan
    long = _measured(engines, many_times(example_plan(), TIMES), long_rounds)
    print(json.dumps({"short": short, "long": long}))


def _measured(engines: Engines, plan: Plan, rounds: int) -> dict[str, dict[str, Any]]:
    """Return for each engine the CPU seconds of each round, and the size and pages of its file."""
    cpu: dict[str, list[float]] = {name: [] for name in engines}
    files: dict[str, bytes] = {}
    for number in range(-_WARM_UPS, rounds):
        family = renamed(plan, number + _WARM_UPS)
        for name, (make_source, export) in engines.items():
            source = make_source(family)
            before = time.process_time()
            files[name] = export(source)
            if number >= 0:
                cpu[name].append(time.process_time() - before)
    sizes = {name: {"bytes": len(file), "pages": _pages(file)} for name, file in files.items()}
    return {name: {"cpu": cpu[name], **sizes[name]} for name in engines}


def _pages(file: bytes) -> int:
    with pikepdf.open(io.BytesIO(file)) as pdf:
        return len(pdf.pages)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
