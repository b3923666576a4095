"""The program starts, shows its window and closes it, in a process of its own."""

from pathlib import Path

from tests.process import Bench

OFFSCREEN_SAYS = b"This plugin does not support propagateSizeHints()"


def test_the_window_opens_and_closes_without_a_complaint(bench: Bench) -> None:
    done = bench(LEGHORN_BENCH_LEAVE="1")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"ready\n", b"")


def test_damaged_settings_do_not_keep_the_window_from_opening(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    settings = tmp_path / "home" / "settings.json"
    settings.write_text("{", encoding="utf-8")
    assert bench(LEGHORN_BENCH_LEAVE="1").returncode == 0
    assert settings.read_text(encoding="utf-8") == "{"


def test_the_demo_scans_a_device_and_prints_a_paper(bench: Bench, tmp_path: Path) -> None:
    done = bench("--demo", LEGHORN_BENCH_SMOKE=str(tmp_path))
    complaints = set(done.stderr.splitlines()) - {OFFSCREEN_SAYS}
    assert (done.returncode, complaints) == (0, set())
    assert done.stdout.startswith(b"scanned 30")
    assert (tmp_path / "quote.pdf").read_bytes().startswith(b"%PDF-")
    assert not (tmp_path / "home").exists()
