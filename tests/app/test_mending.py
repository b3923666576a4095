"""Damaged settings are kept under another name, and told in one sentence."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from leghorn_bench.app.mending import begin_afresh
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.settings.file import read_settings, write_settings
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.screen import speak

NOW = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)


def trouble_with(file: Path) -> BenchError:
    with pytest.raises(BenchError) as caught:
        read_settings(file)
    return caught.value


def test_a_damaged_file_is_kept_and_new_choices_can_be_kept_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEGHORN_BENCH_HOME", str(tmp_path))
    file = tmp_path / "settings.json"
    file.write_text('{"database": 12}', encoding="utf-8")
    speak("en")
    sentence = begin_afresh(trouble_with(file), NOW)
    kept = tmp_path / "settings-damaged-20261122-153000.json"
    assert f"12 instead of database: str. The file is kept as {kept}" in sentence
    assert kept.read_text(encoding="utf-8") == '{"database": 12}'
    write_settings(file, BenchSettings(theme="dark"))
    assert read_settings(file).theme == "dark"


def test_a_file_that_cannot_be_read_stays_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEGHORN_BENCH_HOME", str(tmp_path))
    file = tmp_path / "settings.json"
    file.mkdir()
    speak("en")
    assert "cannot be reached" in begin_afresh(trouble_with(file), NOW)
    assert file.is_dir()
