"""How fast our tagged export is beside Typst and WeasyPrint making a like page in the same run.

    python benchmarks/export_speed.py [--quick]

Prints a table, and for each target whether it is reached. See README.md in this folder.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

PROJECT = Path(__file__).parent.parent
ENGINES = ("ours", "typst", "weasyprint")
Rounds = dict[str, list[float]]
Batches = dict[str, list[dict[str, float]]]
_TYPST = """import sys, typst
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=["fonts"])
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=fonts, pdf_standards="ua-1")"""
_WEASYPRINT = """import sys, weasyprint
weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], stylesheets=["plan.css"], pdf_variant="pdf/ua-1")"""


@dataclass(frozen=True)
class Effort:
    """How often each thing is measured; the medians of more rounds are steadier."""

    warm: int = 21
    long: int = 7
    whole: int = 9
    batch: int = 3
    plans: int = 200
    weasyprint_plans: int = 20


QUICK = Effort(warm=7, long=3, whole=3, batch=1, weasyprint_plans=5)


@dataclass(frozen=True)
class Target:
    """A measured figure and the most it may be."""

    what: str
    found: float
    most: float
    unit: str

    def line(self) -> str:
        """The verdict, as it is printed."""
        verdict = "reached" if self.found <= self.most else "MISSED "
        return f"{verdict}  {self.what:<52} {self.found:7.2f}  (at most {self.most:g} {self.unit})"


def main() -> int:
    """Measure everything; return 0 where every target is reached, else 1."""
    parser = argparse.ArgumentParser(description="Compare the speed of the PDF export with other engines.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: about a minute")
    effort = QUICK if parser.parse_args().quick else Effort()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _run("prepare", folder, effort.plans)
        warm = json.loads(_run("warm", folder, effort.warm, effort.long))
        whole = whole_processes(folder, effort.whole)
        batch = batches(folder, effort)
    print_table(warm, whole, batch, effort)
    targets = judged(warm, whole, batch)
    print("\n".join(target.line() for target in targets))
    return 0 if all(target.found <= target.most for target in targets) else 1


def whole_processes(folder: Path, rounds: int) -> Rounds:
    """Return the CPU seconds of whole processes that export one plan, in turn, once the disk is warm."""
    python = [sys.executable]
    commands = {
        "ours": [*python, "-m", "plans", "export", str(folder / "0.yaml"), str(folder / "ours.pdf")],
        "typst": [*python, "-c", _TYPST, "0.typ", "typst.pdf"],
        "weasyprint": [*python, "-c", _WEASYPRINT, "0.html", "weasyprint.pdf"],
    }
    found: Rounds = {name: [] for name in commands}
    for number in range(-1, rounds):
        for name, command in commands.items():
            spent = _cpu(command, PROJECT if name == "ours" else folder)
            found[name] += [spent] if number >= 0 else []
    return found


def batches(folder: Path, effort: Effort) -> Batches:
    """Return CPU seconds a plan and peak MiB of each batch, each in a process of its own."""
    plans = {"ours": effort.plans, "typst": effort.plans, "ours-from-files": effort.plans}
    found: Batches = {name: [] for name in (*plans, "weasyprint")}
    for _ in range(effort.batch):
        for name, how_many in plans.items():
            found[name].append(_batch(name, folder, how_many))
    found["weasyprint"].append(_batch("weasyprint", folder, effort.weasyprint_plans))
    return found


def judged(warm: Any, whole: Rounds, batch: Batches) -> list[Target]:
    """Return the targets with what was found."""
    short, long = warm["short"], warm["long"]
    once, many = (median(run["ours"]["cpu"]) for run in (short, long))
    cpu = {name: [run["cpu"] for run in runs] for name, runs in batch.items()}
    in_process = ratio(short["ours"]["cpu"], short["typst"]["cpu"])
    peak = max(run["peak"] for run in batch["ours"])
    return [
        Target("warm, in process: CPU to Typst’s", in_process, 0.6, "×"),
        Target("batch of plans: CPU to Typst’s", ratio(cpu["ours"], cpu["typst"]), 0.7, "×"),
        Target("whole process, one plan: CPU to Typst’s", ratio(whole["ours"], whole["typst"]), 7, "×"),
        Target("16 × the text: CPU, to 16 × that of once", many / once / 16, 1, "×"),
        Target("file", short["ours"]["bytes"] / 1024, 110, "KiB"),
        Target("batch of plans: most memory", peak, 80, "MiB"),
    ]


def ratio(ours: list[float], theirs: list[float]) -> float:
    """Return the median of the rounds’ ratios: neighbours in time share the machine’s mood."""
    return median(one / other for one, other in zip(ours, theirs, strict=True))


def print_table(warm: Any, whole: Rounds, batch: Batches, effort: Effort) -> None:
    """Print medians of CPU milliseconds, ratios to Typst, sizes, pages and memory."""
    rounds = (effort.warm, effort.long, effort.whole, effort.batch)
    print("CPU milliseconds, medians of {}, {}, {} and {} rounds\n".format(*rounds))
    print(
        f"{'':16}{'warm':>8}{'×Typst':>8}{'16×text':>9}{'×Typst':>8}{'process':>9}{'×Typst':>8}"
        f"{'batch/plan':>12}{'×Typst':>8}{'MiB':>6}{'KiB':>6}{'pages':>9}"
    )
    for name in ENGINES:
        short, long = warm["short"], warm["long"]
        cells = _time(short[name]["cpu"], short["typst"]["cpu"], 8)
        cells += _time(long[name]["cpu"], long["typst"]["cpu"], 9) if name in long else f"{'–':>9}{'–':>8}"
        cells += _time(whole[name], whole["typst"], 9) + _batch_cells(batch[name], batch["typst"])
        pages = "/".join(str(run[name]["pages"]) for run in warm.values() if name in run)
        print(f"{name:16}{cells}{short[name]['bytes'] / 1024:6.0f}{pages:>9}")
    print(f"{'ours from files':16}{'':50}{_batch_cells(batch['ours-from-files'], batch['typst'])}\n")


def _time(ours: list[float], theirs: list[float], width: int) -> str:
    return f"{median(ours) * 1000:{width}.1f}{ratio(ours, theirs):8.2f}"


def _batch_cells(runs: list[dict[str, float]], theirs: list[dict[str, float]]) -> str:
    pairs = [[run["cpu"] for run in some[: len(runs)]] for some in (runs, theirs)]
    return f"{_time(pairs[0], pairs[1], 12)}{max(run['peak'] for run in runs):6.0f}"


def _batch(engine: str, folder: Path, how_many: int) -> dict[str, float]:
    found = json.loads(_run("batch", engine, folder, how_many))
    return {"cpu": found["cpu"] / how_many, "peak": found["peak"]}


def _run(module: str, *arguments: object) -> str:
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)]
    return subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.PIPE, text=True).stdout


def _cpu(command: list[str], folder: Path) -> float:
    process = subprocess.Popen(command, cwd=folder)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
