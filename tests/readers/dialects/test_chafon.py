"""The Chafon family, and which layout its answers are read in."""

import pytest

from leghorn_bench.readers.dialects.chafon import ChafonDecoder, answer, encode
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.registry import dialect
from tests.readers.dialects.wire import facts, heard, kinds, tags

EPC = bytes.fromhex("E28011700000020123456789")
TID = bytes.fromhex("E28011702000123456789ABC")
OLD_TAG = answer(0x01, 0x03, b"\x01\x0c" + EPC)
NEW_TAG = answer(0x01, 0x03, b"\x04\x01\x0c" + EPC + b"\x48")
OLD_INFO = bytes.fromhex("0D0021000502860231801A14975C")
NEW_INFO = bytes.fromhex("1100210000160C034E001E0A01000000E651")
NEW_BY_LENGTH = bytes.fromhex("11002100030D260331801E0001000001719A")


@pytest.mark.parametrize("name", ["chafon18", "chafon288"])
@pytest.mark.parametrize(
    ("info", "layout"),
    [(OLD_INFO, "chafon18"), (NEW_INFO, "chafon288"), (NEW_BY_LENGTH, "chafon288")],
)
def test_the_reader_itself_decides_the_layout(name: str, info: bytes, layout: str) -> None:
    events = heard(name, info, OLD_TAG, NEW_TAG)

    antenna = None if layout == "chafon18" else 3
    assert tags(events) == [TagRead(epc=EPC, antenna=antenna)]
    assert facts(events)["layout"] == layout


@pytest.mark.parametrize(("name", "other"), [("chafon18", NEW_TAG), ("chafon288", OLD_TAG)])
def test_an_answer_of_the_other_layout_is_no_tag(name: str, other: bytes) -> None:
    events = heard(name, other)

    assert kinds(events) == ["answer"]
    assert tags(events) == []


def test_a_listed_type_decides_against_the_length_of_its_answer() -> None:
    decoder = ChafonDecoder("chafon18")

    list(decoder.feed(answer(0x21, 0, bytes.fromhex("00160C034E001E0A"))))

    assert decoder.layout == "chafon288"


def test_the_information_is_told_in_plain_words() -> None:
    told = facts(heard("chafon18", NEW_INFO))

    assert told["model"] == "UHFReader288M"
    assert told["firmware"] == "0.22"
    assert told["band"] == "EU"
    assert told["power_dbm"] == 30
    assert told["scan_time_ms"] == 1000


def test_a_tid_that_follows_its_epc_is_read() -> None:
    wire = answer(0x01, 0x01, b"\x01\x01" + bytes((0x80 | 24,)) + EPC + TID + b"\x48")

    assert heard("chafon288", wire)[0] == TagRead(epc=EPC, tid=TID, antenna=1)


def test_several_tags_in_one_answer_are_read_and_the_end_told() -> None:
    wire = answer(0x01, 0x01, b"\x02\x0c" + EPC + b"\x02\x30\x01")

    events = heard("chafon18", wire)

    assert [tag.epc for tag in tags(events)] == [EPC, b"\x30\x01"]
    assert kinds(events) == ["end"]


def test_a_count_that_the_answer_does_not_hold_is_no_tag() -> None:
    for data in (b"\x02\x0c" + EPC, b"\x01\x0c" + EPC + b"\x00", b"\x01\x00\x00\x00"):
        assert tags(heard("chafon18", answer(0x01, 0x01, data))) == []


def test_a_read_on_several_antennas_names_none() -> None:
    (tag,) = tags(heard("chafon288", answer(0x01, 0x03, b"\x03\x01\x0c" + EPC + b"\x48")))

    assert tag.antenna is None


def test_scan_mode_pushes_tags_and_heartbeats() -> None:
    pushed = answer(0xEE, 0x00, b"\x01\x0c" + EPC + b"\x48")

    events = heard("chafon288", pushed, answer(0xEE, 0x28), bytes.fromhex("560000000000"))

    assert tags(events) == [TagRead(epc=EPC, antenna=1)]
    assert kinds(events) == ["heartbeat", "heartbeat"]
    assert kinds(heard("chafon288", answer(0xEE, 0x00, b"\x01\x09\x01"))) == ["answer"]


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        (answer(0x01, 0xFB), "no_tag"),
        (answer(0x01, 0x02), "end"),
        (answer(0x01, 0x26, bytes(7)), "end"),
        (answer(0x01, 0xF8), "error"),
        (answer(0x2F, 0x00), "ack"),
        (answer(0x2F, 0xFF), "error"),
        (answer(0x4C, 0x00, b"\x17\x43"), "answer"),
        (answer(0x4C, 0x77), "answer"),
        (encode(0x2F, b"\x1e\x00"), "command"),
        (encode(0x01, b"\x04\xff"), "command"),
    ],
)
def test_each_status_has_its_kind(wire: bytes, expected: str) -> None:
    assert kinds(heard("chafon18", wire)) == [expected]


def test_start_asks_the_reader_who_it_is() -> None:
    for name in ("chafon18", "chafon288"):
        spoken = dialect(name)
        identity = spoken.identity(heard(name, spoken.simulation().hear(spoken.start)))

        assert identity is not None
        assert identity.dialect == name


def test_a_reader_that_tells_nothing_is_not_identified() -> None:
    silent: list[Event] = [Status("ack")]

    assert dialect("chafon18").identity(silent) is None


def test_the_simulated_reader_shows_tids_and_antennas() -> None:
    seen = TagRead(epc=EPC, tid=TID, antenna=4)

    assert tags(heard("chafon288", dialect("chafon288").simulation().show([seen]))) == [seen]
