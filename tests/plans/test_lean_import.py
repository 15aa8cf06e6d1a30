"""The command line loads less of fpdf2 than the app does, and writes the same file to the byte."""

import subprocess
import sys
from pathlib import Path

import pytest

from plans.export import set_pages
from plans.render.pdf import to_pdf
from plans.yaml_format import load_plan

ROOT = Path(__file__).parents[2]
ARABIC = """format: 1
made: 2027-03-04
children: [{id: sara, name: سارة}]
sections: [{id: love, sentences: [{id: s1, text: "Mama (ماما, আম্মু) loves you."}]}]
"""


@pytest.mark.parametrize("plan", ["leo", "zofia_and_kuba", "in other scripts"])
def test_the_command_line_writes_what_the_app_writes(plan, tmp_path):
    example = ROOT / "plans" / "examples" / f"{plan}.yaml"
    data = example.read_bytes() if example.exists() else ARABIC.encode()
    source, out = tmp_path / "plan.yaml", tmp_path / "plan.pdf"
    source.write_bytes(data)
    subprocess.run([sys.executable, "-m", "plans", "export", str(source), str(out)], cwd=ROOT, check=True)
    assert out.read_bytes() == to_pdf(*set_pages(load_plan(data)))


def test_latin_letters_alone_need_neither_numpy_nor_shaping(tmp_path):
    source, out = ROOT / "plans" / "examples" / "leo.yaml", tmp_path / "leo.pdf"
    told = (
        "import sys; from plans.__main__ import main; "
        f"main(['export', {str(source)!r}, {str(out)!r}]); "
        "print([name for name in ('numpy', 'cryptography', 'uharfbuzz', 'fontTools.subset') if name in sys.modules])"
    )
    asked = subprocess.run([sys.executable, "-c", told], cwd=ROOT, check=True, capture_output=True, text=True)
    assert asked.stdout == "[]\n"
