"""The PN532."""

import pytest

from leghorn_bench.readers.dialects.pn532 import ACK, FROM_READER, WAKE_UP, encode
from leghorn_bench.readers.events import Noise, Status, TagRead
from leghorn_bench.readers.registry import dialect
from tests.readers.dialects.wire import heard, kinds, tags

FIRST = b"\x01\x00\x04\x08\x04\x07\x8c\xfc\x4f"
SECOND = b"\x02\x03\x44\x20\x07\x04\x7b\xcb\x51\x96\x22\x80"
ATS = b"\x05\x75\x77\x81\x02"


def listed(data: bytes) -> bytes:
    return encode(0x4A, data, FROM_READER)


def test_an_acknowledgement_and_its_answer_may_come_in_any_pieces() -> None:
    wire = ACK + listed(b"\x01" + FIRST)

    assert heard("pn532", wire[:3], wire[3:11], wire[11:])[-1] == TagRead(uid=FIRST[-4:])


def test_two_targets_one_of_them_with_an_ats_are_read() -> None:
    events = heard("pn532", listed(b"\x02" + SECOND + ATS + FIRST))

    assert [tag.uid for tag in tags(events)] == [SECOND[-7:], FIRST[-4:]]


@pytest.mark.parametrize(
    "data", [b"\x02" + FIRST, b"\x01" + FIRST + b"\0", b"\x01" + FIRST[:-1], b"\x01\x01"]
)
def test_targets_that_do_not_fit_are_told_as_data(data: bytes) -> None:
    events = heard("pn532", listed(data))

    assert kinds(events) == ["answer"]
    assert tags(events) == []


def test_a_long_frame_says_its_length_in_two_bytes() -> None:
    wire = encode(0x40, bytes(262), FROM_READER)

    assert kinds(heard("pn532", wire)) == ["answer"]
    assert kinds(heard("pn532", wire[:7] + b"\x00" + wire[8:]))[0] == "noise"


def test_the_wake_up_belongs_to_the_command_that_follows_it() -> None:
    wire = WAKE_UP + encode(0x14, b"\x01")

    assert kinds(heard("pn532", wire)) == ["command", "command"]
    assert heard("pn532", WAKE_UP) == [Noise(WAKE_UP)]


@pytest.mark.parametrize(
    "garbage", ["0000FFFF", "00FFFF", "0000FFFF00", "0000FF00FF", "00FF01FF00"]
)
def test_what_looks_like_the_beginning_of_a_frame_hides_none(garbage: str) -> None:
    target = listed(b"\x01" + FIRST)

    wire = bytes.fromhex(garbage) + target

    assert tags(heard("pn532", wire)) == [TagRead(uid=FIRST[-4:])]
    assert heard("pn532", *(wire[at : at + 1] for at in range(len(wire)))) == heard("pn532", wire)


def test_a_refusal_is_told_when_nothing_follows_it_and_when_something_does() -> None:
    refusal = bytes.fromhex("0000FFFF0000")

    assert heard("pn532", refusal) == [Status("ack", {"text": "NACK"})]
    assert kinds(heard("pn532", refusal + listed(b"\x00"))) == ["ack", "no_tag"]


def test_a_frame_that_lost_its_last_zero_takes_none_from_the_next() -> None:
    first, second = listed(b"\x01" + FIRST), listed(b"\x01" + SECOND)

    assert len(tags(heard("pn532", first[:-1] + second))) == 2


def test_nothing_on_the_antenna_is_no_error() -> None:
    assert kinds(heard("pn532", listed(b"\x00"))) == ["no_tag"]


def test_a_fault_is_an_error() -> None:
    assert kinds(heard("pn532", bytes.fromhex("0000FF01FF7F8100"))) == ["error"]


def test_the_chip_tells_its_name() -> None:
    spoken = dialect("pn532")

    identity = spoken.identity(heard("pn532", spoken.simulation().hear(spoken.question)))

    assert identity is not None
    assert (identity.model, identity.firmware) == ("PN532", "1.6")
    assert spoken.identity([]) is None
