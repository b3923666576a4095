"""``decode`` turns a reader's bytes into one JSON object a line, while they come."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.process import ROOT, Bench

TAG = "BB02220011C93400E20010710000529B0940B402163DD47E"
EPC = "E20010710000529B0940B402"


def events(output: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.decode().splitlines()]


def test_a_raw_file_is_decoded(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "wire.bin").write_bytes(bytes.fromhex(TAG))
    done = bench("decode", "--dialect", "m100", str(tmp_path / "wire.bin"))
    assert done.returncode == 0, done.stderr
    (tag,) = events(done.stdout)
    assert tag["event"] == "tag"
    assert tag["epc"] == EPC


def test_hexadecimal_text_is_taken_with_spaces_and_line_ends(bench: Bench) -> None:
    spaced = "\r\n".join(TAG[n : n + 2].lower() for n in range(0, len(TAG), 2))
    done = bench("decode", "--dialect", "m100", "--hex", given=spaced.encode())
    assert [event.get("epc") for event in events(done.stdout)] == [EPC]


def test_garbage_is_told_and_the_next_good_frame_is_read(bench: Bench) -> None:
    done = bench("decode", "--dialect", "m100", "--hex", given=f"00FFBB02{TAG}".encode())
    found = events(done.stdout)
    assert found[-1]["epc"] == EPC
    assert "".join(str(e["hex"]) for e in found[:-1]) == "00FFBB02"


def test_a_scanned_line_keeps_its_letters_whatever_the_locale(bench: Bench) -> None:
    done = bench("decode", "--dialect", "ascii", given="Škoda 封\r\n".encode(), LC_ALL="C")
    assert events(done.stdout) == [{"event": "line", "text": "Škoda 封"}]


def test_an_empty_stream_says_nothing(bench: Bench) -> None:
    done = bench("decode", "--dialect", "m100")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize(
    ("arguments", "given", "told"),
    [
        (("--dialect", "m100", "--hex"), b"BB0", "found “0”"),
        (("--dialect", "m100", "--hex"), b"BB xyz!", "found “xyz!”"),
        (("--dialect", "m100", "--hex"), b"\xff\xfe", "Expected hexadecimal digits"),
        (("--dialect", "morse"), b"", "No reader dialect is called “morse”"),
        (("--dialect", "m100", "/no/such/file"), b"", "/no/such/file cannot be read"),
        (("--dialect", "m100", "/"), b"", "The file / cannot be read"),
        ((), b"", "--dialect"),
    ],
)
def test_what_cannot_be_decoded_is_told_in_one_sentence(
    bench: Bench, arguments: tuple[str, ...], given: bytes, told: str
) -> None:
    done = bench("decode", *arguments, given=given)
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_events_come_out_while_the_reader_still_speaks() -> None:
    command = [sys.executable, str(ROOT / "main.py"), "decode", "--dialect", "m100", "--hex"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(TAG.encode())
        running.stdin.flush()
        assert json.loads(running.stdout.readline())["epc"] == EPC
        running.stdin.close()
        assert running.wait(timeout=30) == 0


def test_a_stream_that_breaks_off_is_told_after_all_that_it_had_said(bench: Bench) -> None:
    done = bench("decode", "--dialect", "ascii", "--hex", given=b"LGD-0002".hex().encode() + b"5")
    assert events(done.stdout) == [{"event": "line", "text": "LGD-0002"}]
    assert "found “5”" in done.stderr.decode()
    assert done.returncode == 2


def test_a_listener_who_leaves_is_no_trouble() -> None:
    command = [sys.executable, str(ROOT / "main.py"), "decode", "--dialect", "m100", "--hex"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        running.stdout.close()
        _, complaint = running.communicate((TAG * 20).encode(), timeout=30)
    assert (running.returncode, complaint) == (0, b"")


def test_a_verb_does_not_go_on_over_damaged_settings(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.json").write_text("{", encoding="utf-8")
    done = bench("decode", "--dialect", "m100", LEGHORN_BENCH_LANGUAGE="it")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("Il file delle impostazioni ")
