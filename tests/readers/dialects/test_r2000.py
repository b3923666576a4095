"""UHF readers with the R2000, and what the lengths of their packets say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.readers.dialects.r2000 import dbm, encode, raw_rssi
from leghorn_bench.readers.events import TagRead
from leghorn_bench.readers.registry import dialect
from tests.readers.dialects.wire import facts, heard, kinds, tags

EPC = bytes.fromhex("E28011700000020123456789")
TID = bytes.fromhex("E28011702000123456789ABC")


@pytest.mark.parametrize(
    ("command", "data", "told"),
    [
        (0x89, "0100000007", {"antenna": 1, "total": 7}),
        (0x8B, "02001100000009", {"antenna": 2, "read_rate": 17, "total": 9}),
        (0x8A, "0000000500000FA0", {"total": 5, "milliseconds": 4000}),
        (0x8A, "00000500000FA0", {"total": 5, "milliseconds": 4000}),
    ],
)
def test_each_form_of_end_is_told_from_its_length(
    command: int, data: str, told: dict[str, int]
) -> None:
    events = heard("r2000", encode(command, bytes.fromhex(data)))

    assert kinds(events) == ["end"]
    assert facts(events).items() >= told.items()


@pytest.mark.parametrize("command", [0x89, 0x8A, 0x8B])
@pytest.mark.parametrize("phase", [b"", b"\x01\x02"])
def test_short_epcs_in_packets_as_long_as_an_end_are_tags(command: int, phase: bytes) -> None:
    for epc in (b"\x30\x01", b"\x30\x01\x02\x03", EPC):
        pc = bytes((len(epc) // 2 << 3, 0))

        events = heard("r2000", encode(command, b"\x19" + pc + epc + b"\x46" + phase))

        assert events == [TagRead(epc=epc, rssi_dbm=-60, antenna=1)]


def test_the_eight_antennas_are_told_apart() -> None:
    shown = [TagRead(epc=EPC, rssi_dbm=-60, antenna=antenna) for antenna in range(8)]

    assert heard("r2000", dialect("r2000").simulation().show(shown)) == shown


@given(level=st.integers(-130, -2))
def test_each_strength_survives_its_seven_bits(level: int) -> None:
    missing_from_the_table = -40
    expected = -39 if level == missing_from_the_table else level

    assert dbm(raw_rssi(level)) == expected


def test_a_missing_antenna_is_an_error_and_names_it() -> None:
    events = heard("r2000", bytes.fromhex("A005018A0222AC"))

    assert kinds(events) == ["error"]
    assert facts(events).items() >= {"antenna": 2, "text": "antenna missing"}.items()


def test_a_tid_is_read_beside_its_epc() -> None:
    memory = b"\x30\x00" + EPC + b"\xab\xcd" + TID
    wire = encode(0x81, b"\x00\x01" + bytes((len(memory),)) + memory + b"\x0c\x01\x01")

    assert heard("r2000", wire) == [TagRead(epc=EPC, tid=TID, antenna=1)]


def test_a_memory_answer_that_does_not_fit_is_no_tag() -> None:
    memory = b"\x30\x00" + EPC + b"\xab\xcd" + TID[1:]
    wire = encode(0x81, b"\x00\x01" + bytes((len(memory),)) + memory + b"\x0b\x01\x01")

    assert tags(heard("r2000", wire)) == []


@pytest.mark.parametrize(
    ("command", "data", "expected"),
    [
        (0x89, b"\x36", "no_tag"),
        (0x90, b"\x38", "no_tag"),
        (0x76, b"\x10", "ack"),
        (0x76, b"\x11", "error"),
        (0x89, b"\xff", "command"),
        (0x8A, bytes(12), "command"),
        (0x75, b"\x00", "answer"),
        (0x92, b"\x00\x05", "answer"),
    ],
)
def test_each_status_has_its_kind(command: int, data: bytes, expected: str) -> None:
    assert kinds(heard("r2000", encode(command, data))) == [expected]


def test_the_temperature_has_its_sign() -> None:
    assert facts(heard("r2000", bytes.fromhex("A005017B0117C7")))["celsius"] == 23
    assert facts(heard("r2000", encode(0x7B, b"\x00\x05")))["celsius"] == -5


def test_the_simulated_reader_ends_each_kind_of_inventory() -> None:
    simulation = dialect("r2000").simulation()

    for command in (0x89, 0x8A, 0x8B):
        assert kinds(heard("r2000", simulation.hear(encode(command, b"\x01")))) == ["end"]
    assert kinds(heard("r2000", simulation.hear(encode(0x76, b"\x1e")))) == ["ack"]


def test_a_reader_without_firmware_is_not_identified() -> None:
    assert dialect("r2000").identity([]) is None


def test_a_tag_that_lost_a_byte_takes_none_from_the_next_packet() -> None:
    """The check is a sum: the next packet's A0 in place of a lost one makes it right again."""
    epc = bytes.fromhex("E280117000000001A0A0A0A0")
    packet = dialect("r2000").simulation().show([TagRead(epc=epc)])
    lost = packet[:-4] + packet[-3:]

    for pieces in ((lost + packet,), (lost, packet[:5], packet[5:])):
        assert tags(heard("r2000", *pieces)) == [TagRead(epc=epc, rssi_dbm=-60, antenna=0)]


def test_a_check_that_is_a_header_as_well_ends_its_packet() -> None:
    ending = next(
        packet
        for last in range(256)
        if (packet := dialect("r2000").simulation().show([f"3034{last:02X}00"]))[-1] == 0xA0
    )

    assert len(tags(heard("r2000", ending))) == 1
    assert len(tags(heard("r2000", ending * 3))) == 3
    assert len(tags(heard("r2000", ending + b"\x01\x02"))) == 1
