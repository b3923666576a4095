import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.readers.dialect import LineSettings
from leghorn_bench.readers.heard import Condition, Direction
from leghorn_bench.readers.known import Dress
from leghorn_bench.readers.link import Link
from leghorn_bench.readers.player import Player
from leghorn_bench.readers.recorder import PIECE_BYTES, Recorder
from leghorn_bench.readers.recording import (
    MAGIC,
    BrokenLine,
    Heading,
    NotARecording,
    Piece,
    Recording,
    read_recording,
    recording_lines,
)
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.simulator import Simulator
from leghorn_bench.readers.talk import TalkSettings
from tests.readers.listening import running

M100 = dialect("m100")
EPCS = [f"3034{number:020X}" for number in range(40)]
HEADING = Heading("m100", LineSettings(115200), "a bad cable?")

pieces = st.builds(
    Piece,
    st.integers(0, 10**12).map(lambda micro: micro / 10**6),
    st.sampled_from(Direction),
    st.binary(min_size=1, max_size=40),
)
headings = st.builds(
    Heading,
    st.none() | st.sampled_from(["ascii", "m100"]),
    st.none() | st.builds(LineSettings, st.integers(300, 921600), st.sampled_from("NEO")),
    st.text(st.characters(categories=["L", "N"])),
    st.builds(Dress, st.text(max_size=8), st.text(max_size=8), st.booleans(), st.booleans()),
)


@given(headings, st.lists(pieces))
def test_what_is_saved_is_read_back(heading: Heading, kept: list[Piece]) -> None:
    ordered = tuple(sorted(kept, key=lambda piece: piece.at_s))
    recording = Recording(heading, ordered)
    assert read_recording(recording_lines(recording)) == recording


@given(st.lists(st.text()))
def test_whatever_stands_in_a_file_is_read_or_named(lines: list[str]) -> None:
    recording = read_recording([MAGIC, *lines])
    assert len(recording.pieces) + len(recording.broken) <= len(lines)


def test_a_broken_line_is_named_and_the_rest_is_read() -> None:
    recording = read_recording(
        [f"\ufeff{MAGIC}\r\n", "\n", "# by hand\n", "0.1 < AB C\n", "0.2 < AB CD\n", "0.1 > 00\n"]
    )
    assert recording.broken == (BrokenLine(4, "0.1 < AB C"),)
    assert recording.received == b"\xab\xcd"
    assert recording.backwards


@pytest.mark.parametrize("told", ["{", "[]", '{"prefix": 3}', '{"colour": "red"}', "[" * 9999])
def test_a_dress_that_cannot_be_understood_is_named_and_the_rest_is_read(told: str) -> None:
    recording = read_recording([MAGIC, f"# dress: {told}", "0.1 < AB"])

    assert recording.broken == (BrokenLine(2, f"# dress: {told}"[:80]),)
    assert recording.heading.dress == Dress()
    assert recording.received == b"\xab"


@pytest.mark.parametrize("lines", [[], ["0.1 < AB"], ["\x89PNG"]])
def test_a_file_that_is_no_recording_is_refused(lines: list[str]) -> None:
    with pytest.raises(NotARecording):
        read_recording(lines)


@pytest.mark.parametrize("speed", [1.0, 50.0, None])
@pytest.mark.parametrize("end", ["pty", "socket://127.0.0.1:0"])
def test_a_session_played_back_gives_the_same_tags(end: str, speed: float | None) -> None:
    recorder = Recorder(HEADING)
    with (
        Simulator(M100) as pad,
        running(Link(pad.port, M100, wiretap=recorder)) as live,
    ):
        live.until_condition(Condition.READY)
        pad.show(*EPCS)
        live.until(lambda it: it.epcs == EPCS)
    recording = read_recording(recording_lines(recorder.recording()))
    with Player(recording, end, speed) as player:
        with running(Link(player.port, M100, TalkSettings(pushes=True))) as again:
            again.until_condition(Condition.READY)
            player.play()
            again.until(lambda it: it.epcs == EPCS)
        assert player.finished.wait(10)


def test_a_recording_plays_in_the_time_that_it_took() -> None:
    recording = Recording(
        HEADING, (Piece(0, Direction.RECEIVED, b"A"), Piece(0.4, Direction.RECEIVED, b"B"))
    )
    with Player(recording, speed=2) as player:
        begin = time.monotonic()
        player.play()
        assert player.finished.wait(10)
        assert time.monotonic() - begin >= 0.2


@pytest.mark.parametrize("speed", [1.0, 10.0, None])
def test_lines_that_only_a_pause_ended_stay_apart_at_any_speed(speed: float | None) -> None:
    spoken = dialect("ascii")
    lines = (Piece(0, Direction.RECEIVED, b"LGD-1"), Piece(0.3, Direction.RECEIVED, b"LGD-2"))
    recording = Recording(HEADING, lines)
    with (
        Player(recording, speed=speed, pause_s=spoken.pause_s) as player,
        running(Link(player.port, spoken)) as heard,
    ):
        heard.until_condition(Condition.READY)
        player.play()
        heard.until(lambda it: len(it.texts) == 2)
    assert heard.texts == ["LGD-1", "LGD-2"]


def test_a_player_can_be_unplugged_while_it_waits() -> None:
    hours = Recording(HEADING, (Piece(7200, Direction.RECEIVED, b"A"),))
    for end in ("pty", "socket://127.0.0.1:0"):
        with Player(hours, end) as player:
            player.play()
        assert not player.finished.is_set()


def test_a_recorder_keeps_the_latest_and_begins_anew() -> None:
    recorder = Recorder(HEADING, most_bytes=2 * (PIECE_BYTES + len(b"xy")))
    for number in range(4):
        recorder(100.0 + number, Direction.SENT, b"xy")
    assert [piece.at_s for piece in recorder.recording().pieces] == [0.0, 1.0]
    recorder.clear()
    assert recorder.recording().pieces == ()


def test_a_speed_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="speed"):
        Player(Recording(HEADING, ()), speed=0)
