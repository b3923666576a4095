"""The settings file: what is written is read again, and damage is told, never mended silently."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leghorn_bench.settings.file import (
    SettingsDamaged,
    SettingsUnreachable,
    read_settings,
    set_aside,
    write_settings,
)
from leghorn_bench.settings.values import AntennaChoice, BenchSettings, PrinterChoice

CHOSEN = BenchSettings(
    language="en",
    theme="dark",
    readers=({"dialect": "m100", "usb": {"vendor": 0x1A86}, "model": None},),
    antenna=AntennaChoice(weakest_dbm=-55, weakest_signal=70, repeat_s=3),
    printers={"quote": PrinterChoice(printer="Ufficio", copies=2)},
)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    write_settings(file, CHOSEN)
    assert read_settings(file) == CHOSEN


def test_without_a_file_the_first_settings_hold_and_nothing_is_created(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.json") == BenchSettings()
    assert list(tmp_path.iterdir()) == []


def test_writing_leaves_no_other_file_behind(tmp_path: Path) -> None:
    write_settings(tmp_path / "settings.json", CHOSEN)
    write_settings(tmp_path / "settings.json", replace(CHOSEN, theme="light"))
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


def test_what_a_newer_program_added_survives_a_write(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"hologram": true, "theme": "dark"}', encoding="utf-8")
    write_settings(file, read_settings(file))
    assert json.loads(file.read_text(encoding="utf-8"))["hologram"] is True


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '"words"',
        '{"theme": "pink"}',
        '{"sounds": 1}',
        '{"readers": {}}',
        '{"readers": ["m100"]}',
        '{"antenna": {"hold_s": "long"}}',
        '{"printers": {"quote": {"printer": "P", "copies": true}}}',
        '{"wedge": null}',
    ],
)
def test_a_damaged_file_is_told_and_stays_as_it_is(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsDamaged, match=r"settings\.json"):
        read_settings(file)
    assert file.read_text(encoding="utf-8") == text


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsDamaged):
        read_settings(tmp_path / "settings.json")


def test_the_wrong_value_is_named(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"printers": {"quote": {"printer": "P", "copies": "two"}}}', encoding="utf-8")
    with pytest.raises(SettingsDamaged, match=r"'two' instead of printers\.quote\.copies: int"):
        read_settings(file)


def test_a_damaged_file_is_kept_aside(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text("{", encoding="utf-8")
    kept = set_aside(file, datetime(2026, 11, 22, 15, 30, tzinfo=UTC))
    assert kept.name == "settings-damaged-20261122-153000.json"
    assert kept.read_text(encoding="utf-8") == "{"
    assert read_settings(file) == BenchSettings()


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsUnreachable, match="cannot be reached"):
        read_settings(tmp_path)
