"""The scripts of a fresh machine: what can be told of them without one."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["run.bat", "setup.bat"])
def test_a_windows_script_has_windows_line_ends(name: str) -> None:
    lines = (ROOT / "packaging" / name).read_bytes().split(b"\n")
    assert all(line.endswith(b"\r") for line in lines[:-1])


@pytest.mark.parametrize("script", ["packaging/setup.sh", "packaging/debian.sh", ".ci/run"])
def test_a_shell_script_is_understood_by_the_shell(script: str) -> None:
    subprocess.run(["bash", "-n", ROOT / script], check=True)


def test_ci_calls_the_one_test_command_and_nothing_else() -> None:
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("exec make test")


def test_help_names_every_command_that_the_readme_names() -> None:
    told = subprocess.run(
        ["make", "-s", "help"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout
    for command in ("setup", "run", "test", "check", "bench", "bundle", "lock", "help"):
        assert f"\n{command} " in f"\n{told}"
