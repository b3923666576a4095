"""125 kHz readers: RDM6300 and ID-12LA, EM-18, 7941."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.readers.dialects.gwiot7941 import DONE, FAILED, polled, push
from leghorn_bench.readers.events import Event, Noise, TagRead
from leghorn_bench.readers.registry import dialect
from tests.readers.dialects.wire import heard, kinds, tags

CARD = bytes.fromhex("4500C5D1E9")
DIGITS = b"4500C5D1E9B8"
READER = b"\xcd\xdc"


@given(card=st.binary(min_size=5, max_size=5), line_end=st.booleans())
def test_each_card_is_read_from_both_forms(card: bytes, line_end: bool) -> None:
    wire = dialect("rdm6300").simulation().show([TagRead(uid=card)])
    if line_end:
        wire = wire[:-1] + b"\r\n\x03"

    assert heard("rdm6300", wire) == [TagRead(uid=card)]


@pytest.mark.parametrize(
    "wire",
    [
        b"\x02" + DIGITS + b"\x0d\x03",
        b"\x02" + DIGITS + b"00\x03",
        b"\x02" + DIGITS[:-1] + b"9\x03",
        b"\x02" + DIGITS[:-1] + b"\x03",
        DIGITS + b"\x03",
    ],
)
def test_a_misprinted_card_is_noise(wire: bytes) -> None:
    assert heard("rdm6300", wire) == [Noise(wire)]


def test_a_frame_that_begins_again_is_read() -> None:
    whole = b"\x02" + DIGITS + b"\x03"

    assert heard("rdm6300", whole[:6] + whole) == [Noise(whole[:6]), TagRead(uid=CARD)]


def test_cards_without_frame_are_read_one_after_the_other() -> None:
    assert heard("em18", DIGITS * 3) == [TagRead(uid=CARD)] * 3
    assert heard("em18", b"1" + DIGITS) == [Noise(b"1"), TagRead(uid=CARD)]


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_card_cut_short_and_its_repeat_are_never_another_card(cut: int) -> None:
    """The digits cancel out in any rotation, so that both together hold other cards as well."""
    for wire in (
        DIGITS[cut:] + DIGITS,
        DIGITS[:cut] + DIGITS,
        DIGITS[:cut] + DIGITS[cut + 1 :] + DIGITS,
    ):
        assert set(tags(heard("em18", wire))) <= {TagRead(uid=CARD)}


def test_a_card_after_a_pause_is_read_whatever_was_cut_short_before() -> None:
    decoder = dialect("em18").decoder()
    events = [*decoder.feed(DIGITS[5:]), *decoder.silence(), *decoder.feed(DIGITS)]

    assert [*events, *decoder.silence()] == [Noise(DIGITS[5:]), TagRead(uid=CARD)]


def test_a_card_that_can_be_no_other_is_read_among_garbage() -> None:
    other = b"1F00644BB686"

    assert tags(heard("em18", DIGITS[5:] + DIGITS + other)) == [
        TagRead(uid=bytes.fromhex("1F00644BB6"))
    ]
    assert tags(heard("em18", b"1" + DIGITS + b"1\xff" + other)) == [
        TagRead(uid=CARD),
        TagRead(uid=bytes.fromhex("1F00644BB6")),
    ]


def test_cards_that_piled_up_without_a_pause_are_all_read() -> None:
    assert heard("em18", DIGITS * 500) == [TagRead(uid=CARD)] * 500


@pytest.mark.parametrize("name", ["rdm6300", "em18"])
def test_a_card_makes_a_pushing_reader_known(name: str) -> None:
    identity = dialect(name).identity([TagRead(uid=CARD)])

    assert identity is not None
    assert identity.dialect == name
    assert dialect(name).identity([Noise(b"")]) is None


def test_an_iso_15693_number_is_turned_to_e0_first() -> None:
    uid = bytes.fromhex("E00401586DE02802")

    assert heard("7941", push(0x30, uid[::-1])) == [TagRead(uid=uid)]


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        (polled(READER, FAILED), "no_tag"),
        (polled(READER, DONE), "answer"),
        (polled(READER, DONE, bytes(16)), "answer"),
        (polled(b"\xab\xba", 0x15), "command"),
        (polled(READER, 0x77), "noise"),
        (polled(READER, DONE, bytes(40)), "noise"),
        (b"\xcd\xcd\xcd", "noise"),
        (push(0x02, CARD)[:-1] + b"\x04", "noise"),
        (push(0x77, CARD), "noise"),
    ],
)
def test_each_frame_of_a_7941_has_its_kind(wire: bytes, expected: str) -> None:
    assert kinds(heard("7941", wire)) == [expected]


def test_a_polled_card_is_read() -> None:
    assert tags(heard("7941", polled(READER, DONE, CARD))) == [TagRead(uid=CARD)]


@pytest.mark.parametrize(
    ("events", "model"),
    [(heard("7941", polled(READER, FAILED)), "7941W"), ([TagRead(uid=CARD)], None)],
)
def test_the_model_is_known_from_how_it_speaks(events: list[Event], model: str | None) -> None:
    identity = dialect("7941").identity(events)

    assert identity is not None
    assert identity.model == model
    assert dialect("7941").identity([]) is None
