"""The command line as a whole: exit codes, one sentence, languages, streams."""

from pathlib import Path

import pytest

from tests.process import Bench

FULL = Path("/dev/full")


def one_sentence(output: bytes) -> str:
    text = output.decode()
    assert text.count("\n") == 1
    return text


def test_an_unknown_verb_is_refused_in_one_sentence(bench: Bench) -> None:
    done = bench("fly")
    assert done.returncode == 2
    assert "'fly'" in one_sentence(done.stderr)
    assert done.stdout == b""


def test_an_unknown_option_is_refused_in_italian(bench: Bench) -> None:
    done = bench("--vola", LEGHORN_BENCH_LANGUAGE="it")
    assert done.returncode == 2
    assert one_sentence(done.stderr).startswith("Argomenti sconosciuti: --vola. ")


def test_help_lists_what_there_is(bench: Bench) -> None:
    done = bench("--help")
    assert done.returncode == 0
    assert b"--demo" in done.stdout


def test_the_version_is_told(bench: Bench) -> None:
    assert bench("--version").stdout.startswith(b"leghorn-bench ")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("asked", [["--json"], []])
def test_an_answer_that_a_full_disk_refuses_is_told(bench: Bench, asked: list[str]) -> None:
    with FULL.open("wb") as full:
        done = bench("identify", "LGD-0001", *asked, output=full)
    assert done.returncode == 2
    assert "could not be written (No space left on device)" in one_sentence(done.stderr)
