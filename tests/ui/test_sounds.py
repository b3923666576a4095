"""Sounds: played by what the system has, and never in the way."""

import wave
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leghorn_bench.resources import resource_path
from leghorn_bench.ui.sounds import Sound, SoundPlayer


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A player on the path that writes down what it was asked to play."""
    log = tmp_path / "played"
    player = tmp_path / "aplay"
    player.write_text(f'#!/bin/sh\necho "$2" >> {log}\n', encoding="utf-8")
    player.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return log


@pytest.mark.parametrize("sound", list(Sound))
def test_every_sound_is_short_and_shipped(sound: Sound) -> None:
    with wave.open(str(resource_path("sounds", f"{sound}.wav"))) as file:
        assert 0.05 < file.getnframes() / file.getframerate() < 0.5


def test_the_systems_player_plays_the_sound(played: Path, qtbot: QtBot) -> None:
    SoundPlayer(lambda: True).play(Sound.REFUSED)
    qtbot.waitUntil(lambda: played.exists() and played.read_text().endswith("refused.wav\n"))


def test_sounds_switched_off_and_on_again_are_obeyed_at_once(played: Path, qtbot: QtBot) -> None:
    wanted = [False]
    player = SoundPlayer(lambda: wanted[0])
    player.play(Sound.REPEATED)
    wanted[0] = True
    player.play(Sound.ACCEPTED)
    qtbot.waitUntil(lambda: played.exists() and played.read_text().endswith("accepted.wav\n"))
    assert played.read_text().count("\n") == 1


def test_without_a_player_or_with_sounds_off_nothing_fails(
    played: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    SoundPlayer(lambda: False).play(Sound.ACCEPTED)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    SoundPlayer(lambda: True).play(Sound.ACCEPTED)
    assert not played.exists()
