"""The wheel is the whole program: what it needs beside the modules travels with it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]


@pytest.mark.slow
def test_an_installed_wheel_speaks_italian_away_from_the_checkout(tmp_path: Path) -> None:
    offline = ["--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*PIP, "wheel", *offline, "-w", tmp_path, ROOT], check=True, cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    start = "import sys; from leghorn_bench.app import main; sys.exit(main())"
    words = ["outcome", "--coverage=covered", "--origin=manufacturing"]
    own = {"PYTHONPATH": str(tmp_path / "installed"), "LEGHORN_BENCH_LANGUAGE": "it"}
    done = subprocess.run(
        [sys.executable, "-c", start, *words],
        cwd=tmp_path, env={**os.environ, **own}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stdout.startswith("Riparazione gratuita"), done.stderr
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("_resources/law/vat.toml") for name in names)
    assert not [name for name in names if name.endswith(".po") or name.startswith("tests/")]
