"""The command line as a whole: exit codes, one sentence, languages, streams."""

from tests.process import Bench


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
