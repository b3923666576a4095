"""ThingMagic modules."""

import pytest

from leghorn_bench.readers.checksums import crc_gen2
from leghorn_bench.readers.dialects import mercury
from leghorn_bench.readers.dialects.mercury import answer, encode
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.talk import Talk, TalkSettings
from tests.readers.dialects.wire import heard, kinds, tags

EPC = bytes.fromhex("E28011700000020123456789")
TID = bytes.fromhex("E28011702000123456789ABC")
MEMORY = b"\x30\x00" + EPC + crc_gen2(b"\x30\x00" + EPC).to_bytes(2, "big")
RECORD = b"\x00\x80" + MEMORY


def test_an_answer_is_never_cut_short_as_a_command() -> None:
    """The status stands where a command has its checksum."""
    assert kinds(heard("mercury", answer(0x21, status=0x0400))) == ["no_tag"]


def test_a_command_is_told_after_the_pause_that_shows_it_whole() -> None:
    decoder = dialect("mercury").decoder()

    assert list(decoder.feed(encode(0x03))) == []
    assert kinds(decoder.silence()) == ["command"]


def test_all_that_the_stream_tells_of_a_tag_is_read() -> None:
    seen = TagRead(epc=EPC, tid=TID, rssi_dbm=-47, antenna=2)

    assert heard("mercury", dialect("mercury").simulation().show([seen])) == [seen]


def test_words_that_are_no_tid_are_not_told_as_one() -> None:
    record = b"\x00\x20\x12\x34\x56\x78" + RECORD
    wire = answer(0x22, b"\x10\x00\x1b\x00\x80\x01" + record)

    assert heard("mercury", wire) == [TagRead(epc=EPC)]


def test_the_buffer_gives_all_its_tags() -> None:
    record = b"\x01\xc4\x11" + RECORD
    wire = answer(0x29, b"\x00\x07\x00\x02" + record * 2)

    *tags, end = heard("mercury", wire)
    assert tags == [TagRead(epc=EPC, rssi_dbm=-60, antenna=1)] * 2
    assert isinstance(end, Status)
    assert end.facts["count"] == 2


def test_a_round_fills_the_buffer_and_it_is_fetched_until_it_is_empty() -> None:
    record = b"\x01\xc4\x11" + RECORD
    module = {
        encode(0x2A): answer(0x2A),
        encode(0x22, b"\0\0\0\0\x64"): answer(0x22, b"\0\0\0\x03"),
        encode(0x29, b"\x01\xff\0"): answer(0x29, b"\x00\x07\x00\x02" + record * 2),
    }
    talking = Talk(dialect("mercury"), TalkSettings(), inventory=True)
    talking.opened(0)
    heard_of = heard("mercury", answer(0x03, bytes(20)))
    said = [talking.heard(heard_of[0], 0.1), talking.time_passed(0.2), talking.time_passed(0.4)]
    assert said[2] == [encode(0x2A)]
    events: list[Event] = []
    for saying in (encode(0x2A), encode(0x22, b"\0\0\0\0\x64"), encode(0x29, b"\x01\xff\0")):
        told = heard("mercury", module[saying])
        events += told
        (next_saying,) = [more for event in told for more in talking.heard(event, 0.5)]
        assert next_saying in module
    assert tags(events) == [TagRead(epc=EPC, rssi_dbm=-60, antenna=1)] * 2
    (empty,) = heard("mercury", answer(0x29, status=0x0400))
    assert talking.heard(empty, 0.6) == []
    assert talking.time_passed(0.7) == [encode(0x2A)]


def test_a_module_that_knows_no_rounds_is_asked_for_one_tag_at_a_time() -> None:
    (refused,) = heard("mercury", answer(0x22, status=0x0101))
    assert mercury.follow_up(refused) == encode(0x21, b"\0\x64")
    (none,) = heard("mercury", answer(0x22, status=0x0400))
    assert mercury.follow_up(none) == b""


@pytest.mark.parametrize(
    ("op", "data"),
    [
        (0x21, b""),
        (0x21, b"\x10" + EPC + b"\0\0"),
        (0x22, b"\x10\x00\x1b\x00\x00\x01" + RECORD[:-1]),
        (0x22, b"\x10\x00\x1b\x00\x00\x01" + RECORD + b"\0"),
        (0x29, b"\x00\x00\x00\x02" + RECORD),
        (0x29, b"\x00\x00\x00\x01" + RECORD + b"\0"),
        (0x29, b"\x00"),
    ],
)
def test_an_answer_whose_lengths_disagree_is_no_tag(op: int, data: bytes) -> None:
    assert tags(heard("mercury", answer(op, data))) == []


def test_a_wrong_tag_crc_in_the_stream_is_told() -> None:
    wire = answer(0x22, b"\x10\x00\x1b\x00\x00\x01" + RECORD[:-1] + b"\0")

    (tag,) = tags(heard("mercury", wire))

    assert tag.crc_ok is False


@pytest.mark.parametrize(
    ("status", "expected"),
    [(0x0400, "no_tag"), (0x0504, "error"), (0x0101, "error"), (0x7777, "error")],
)
def test_no_tag_alone_is_no_error(status: int, expected: str) -> None:
    assert kinds(heard("mercury", answer(0x22, status=status))) == [expected]


def test_an_empty_answer_acknowledges() -> None:
    assert kinds(heard("mercury", answer(0x93))) == ["ack"]
    assert kinds(heard("mercury", answer(0x61, b"\x01\x01"))) == ["answer"]


def test_a_module_without_version_is_not_identified() -> None:
    assert dialect("mercury").identity([]) is None
