"""The page of states in the documentation is the one that the tables give."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_of_states_is_up_to_date(tmp_path: Path) -> None:
    drawn = tmp_path / "states.md"
    script = ROOT / "packaging" / "draw_states.py"
    subprocess.run([sys.executable, script, drawn], cwd=ROOT, env={"PYTHONPATH": "."}, check=True)
    assert (ROOT / "docs" / "states.md").read_text("utf-8") == drawn.read_text("utf-8"), (
        "run: make docs"
    )
