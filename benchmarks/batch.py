"""One engine exports many plans in a process of its own, which prints what it cost as JSON.

    python -m benchmarks.batch ours|ours-from-files|typst|weasyprint FOLDER HOW_MANY

The time is the CPU of the whole process, imports included, without the reading of sources. Ours
begins at the plan’s value, as the others begin at source text; with `ours-from-files` the reading
and checking of each YAML file counts too. The peak is the resident memory of the process.
"""

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.exporters import our_exporter, typst_exporter, weasyprint_exporter
from plans.render.lean_fpdf import import_lean

_SUFFIX = {"ours": ".yaml", "typst": ".typ", "weasyprint": ".html"}


def main(engine: str, folder: Path, how_many: int) -> None:
    """Export the plans and print the cost."""
    export: Any = _exporter(engine, folder)
    reading = 0.0
    for number in range(how_many):
        before = time.process_time()
        source = _read(folder / f"{number}{_SUFFIX[engine.partition('-')[0]]}")
        reading += time.process_time() - before
        (folder / f"{engine}.pdf").write_bytes(export(source))
    cpu = time.process_time() - (0.0 if engine == "ours-from-files" else reading)
    print(json.dumps({"cpu": cpu, "peak": _peak()}))


def _exporter(engine: str, folder: Path) -> object:
    if engine == "typst":
        return typst_exporter(folder)
    if engine == "weasyprint":
        return weasyprint_exporter(folder)
    import_lean(shaping=True)  # as the command line does for its batches
    return our_exporter()


def _read(file: Path) -> object:
    if file.suffix != ".yaml":
        return file.read_text(encoding="utf-8")
    from plans.yaml_format import load_plan

    return load_plan(file.read_bytes())


def _peak() -> float:
    """The most memory this process has held, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10  # bytes on macOS, KiB on Linux


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
