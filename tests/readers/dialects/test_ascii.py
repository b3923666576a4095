"""Barcode scanners on a serial line."""

import pytest

from leghorn_bench.readers.dialects.ascii import (
    DATALOGIC_IDS,
    LONGEST_LINE,
    AsciiDecoder,
    AsciiSettings,
    ascii_dialect,
)
from leghorn_bench.readers.events import Event, LineRead, Noise, TagRead


def read(wire: bytes, settings: AsciiSettings | None = None) -> list[Event]:
    decoder = AsciiDecoder(settings)
    return [*decoder.feed(wire), *decoder.silence()]


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\t", b"\x03", b""])
def test_each_usual_end_and_a_pause_end_a_line(end: bytes) -> None:
    assert read(b"LB-0001" + end) == [LineRead("LB-0001")]


def test_a_line_without_end_waits_for_silence() -> None:
    decoder = AsciiDecoder()

    assert list(decoder.feed(b"LB-0001")) == []
    assert list(decoder.silence()) == [LineRead("LB-0001")]


def test_cr_and_lf_in_two_pieces_are_one_end() -> None:
    decoder = AsciiDecoder()

    events = [*decoder.feed(b"LB-0001\r"), *decoder.feed(b"\nLB-0002\r"), *decoder.silence()]

    assert events == [LineRead("LB-0001"), LineRead("LB-0002")]


def test_what_stands_before_an_stx_was_never_ended() -> None:
    assert read(b"LB-00\x02LB-0001\x03") == [Noise(b"LB-00"), LineRead("LB-0001")]


def test_group_separators_survive() -> None:
    assert read(b"]C110ABC\x1d99X\r\n") == [LineRead("]C110ABC\x1d99X")]


def test_a_control_character_inside_refuses_the_line_and_not_the_next() -> None:
    assert read(b"LB-\x000001\rLB-0002\r") == [Noise(b"LB-\x000001\r"), LineRead("LB-0002")]


def test_the_glitch_of_a_plug_before_a_line_is_noise_alone() -> None:
    assert read(b"\x00\xff\x00LB-0001\r") == [Noise(b"\x00\xff\x00"), LineRead("LB-0001")]


def test_text_beyond_ascii_is_read_in_the_agreed_encoding() -> None:
    assert read("perché\r".encode()) == [LineRead("perché")]
    assert read("perché\r".encode("latin-1")) == [Noise("perché\r".encode("latin-1"))]
    latin = AsciiSettings(encoding="latin-1")
    assert read("perché\r".encode("latin-1"), latin) == [LineRead("perché")]


def test_an_agreed_prefix_and_suffix_are_taken_off() -> None:
    settings = AsciiSettings(prefix=b"~", suffix=b"#$")

    assert read(b"x~LB-1#$LB-2#$~LB-3", settings) == [
        Noise(b"x"),
        LineRead("LB-1"),
        Noise(b"LB-2#$~LB-3"),
    ]


def test_a_makers_letter_becomes_the_aim_identifier() -> None:
    settings = AsciiSettings(vendor_ids=DATALOGIC_IDS)

    assert read(b"B5901234123457\rX1\r", settings) == [LineRead("]E05901234123457"), LineRead("X1")]


def test_a_short_letter_does_not_hide_a_longer_one() -> None:
    settings = AsciiSettings(vendor_ids={b"A": b"]E4", b"AB": b"]A0"})

    assert read(b"AB12\rA12\r", settings) == [LineRead("]A012"), LineRead("]E412")]


@pytest.mark.parametrize("pieces", [1, 7, 100_000])
def test_an_endless_line_is_noise_and_the_next_line_is_read(pieces: int) -> None:
    for settings in (AsciiSettings(), AsciiSettings(suffix=b"#$%")):
        end = settings.suffix or b"\r"
        wire = b"A" * (LONGEST_LINE + 1) + end + b"LB-1" + end
        decoder = AsciiDecoder(settings)

        events: list[Event] = []
        for at in range(0, len(wire), pieces):
            events += decoder.feed(wire[at : at + pieces])
            assert decoder.held <= LONGEST_LINE + 300

        assert events[-1] == LineRead("LB-1")
        told = [event.data for event in events if isinstance(event, Noise)]
        assert b"".join(told) == wire[: LONGEST_LINE + 1 + len(end)]


def test_a_line_of_the_greatest_length_is_read() -> None:
    assert read(b"A" * LONGEST_LINE + b"\r") == [LineRead("A" * LONGEST_LINE)]


def test_a_pause_ends_an_endless_line_too() -> None:
    decoder = AsciiDecoder()
    list(decoder.feed(b"A" * (LONGEST_LINE + 1)))
    list(decoder.silence())

    assert list(decoder.feed(b"LB-1\r")) == [LineRead("LB-1")]


def test_the_simulated_scanner_types_texts_and_digits() -> None:
    dialect = ascii_dialect(AsciiSettings(prefix=b"~", suffix=b"!"))

    wire = dialect.simulation().show(["LB-1", TagRead(epc=b"\x30\x01")])

    assert wire == b"~LB-1!~3001!"
    assert list(dialect.decoder().feed(wire)) == [LineRead("LB-1"), LineRead("3001")]
    assert dialect.simulation().hear(b"?") == b""
    assert dialect.identity([]) is None
