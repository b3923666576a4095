"""ISO 15693 readers: CR95HF, Elatec TWN4, metraTec, FEIG and 3M."""

import pytest

from leghorn_bench.readers.checksums import crc_8408, crc_x25
from leghorn_bench.readers.dialects import pad3m810
from leghorn_bench.readers.dialects.feig import encode
from leghorn_bench.readers.events import LineRead, Noise, Status, TagRead
from leghorn_bench.readers.registry import dialect
from tests.readers.dialects.wire import facts, heard, kinds, tags

UID = bytes.fromhex("E00401586DE02802")
CARD = bytes.fromhex("078CFC4F")


def cr95hf(inside: bytes, status: int = 0) -> bytes:
    body = inside + crc_x25(inside).to_bytes(2, "little") + bytes((status,))
    return bytes((0x80, len(body))) + body


def feig(data: bytes) -> bytes:
    return encode(0xB0, data, address=0)


@pytest.mark.parametrize("name", ["cr95hf", "twn4", "metratec", "feig", "3m810"])
def test_every_reader_gives_e0_first(name: str) -> None:
    wire = dialect(name).simulation().show([TagRead(uid=UID)])

    assert tags(heard(name, wire)) == [TagRead(uid=UID)]


def test_a_uid_in_the_other_order_is_turned() -> None:
    assert tags(heard("feig", feig(b"\x00\x01\x03\x00" + UID[::-1]))) == [TagRead(uid=UID)]
    assert tags(heard("twn4", b"0001824008" + UID[::-1].hex().upper().encode() + b"\r")) == [
        TagRead(uid=UID)
    ]


def test_tag_data_with_a_wrong_crc_is_noise() -> None:
    wire = bytearray(cr95hf(b"\x00\x00" + UID[::-1]))
    wire[5] ^= 1

    assert tags(heard("cr95hf", bytes(wire))) == []


def test_a_collision_is_an_error_and_no_tag() -> None:
    events = heard("cr95hf", cr95hf(b"\x00\x00" + UID[::-1], status=1))

    assert kinds(events) == ["error"]


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        (b"\x87\x00", "no_tag"),
        (b"\x8d\x00", "error"),
        (b"\x00\x00", "ack"),
        (cr95hf(b"\x01\x0f"), "error"),
        (cr95hf(b"\x00\x01\x02\x03"), "answer"),
    ],
)
def test_each_answer_of_the_cr95hf_has_its_kind(wire: bytes, expected: str) -> None:
    assert kinds(heard("cr95hf", wire)) == [expected]


@pytest.mark.parametrize("crc", [b"\x2a\x80", b"\x80\x0d"])
def test_a_chip_whose_rom_looks_like_a_tag_is_named_once_the_line_is_quiet(crc: bytes) -> None:
    decoder = dialect("cr95hf").decoder()

    assert list(decoder.feed(b"\x00\x0fNFC FS2JAST4\0" + crc)) == []
    assert kinds(list(decoder.silence())) == ["info"]


def test_the_next_tag_is_no_status_of_one_that_lost_its_own() -> None:
    tag = dialect("cr95hf").simulation().show([TagRead(uid=UID)])

    assert tags(heard("cr95hf", tag[:-1] + tag)) == [TagRead(uid=UID)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b"0000", "no_tag"),
        (b"00", "ack"),
        (b"0007", "answer"),
        (b"01", "error"),
        (b"0500FF", "command"),
        (b"050102", "command"),
        (b"77", "noise"),
        (b"000", "noise"),
        (b"hello", "noise"),
    ],
)
def test_each_line_of_the_twn4_has_its_kind(line: bytes, expected: str) -> None:
    assert kinds(heard("twn4", line + b"\r")) == [expected]


def test_a_twn4_tag_is_as_long_as_it_says() -> None:
    for line in (b"00018020056E401BA8", b"00018040046E401BA8", b"000180"):
        assert tags(heard("twn4", line + b"\r")) == []


def test_a_twn4_tag_is_found_behind_garbage_of_its_own_digits() -> None:
    events = heard("twn4", b"00010001800001802004078CFC4F\r")

    assert events == [Noise(b"0001000180"), TagRead(uid=CARD)]


def test_an_elatec_reader_tells_model_and_firmware() -> None:
    spoken = dialect("twn4")

    identity = spoken.identity(heard("twn4", spoken.simulation().hear(spoken.question)))

    assert identity is not None
    assert (identity.model, identity.firmware) == ("TWN4", "B1.08/CCF3.05/PRS1.04")
    assert spoken.simulation().hear(b"050102\r") == b"01\r"


def test_the_antenna_that_is_told_after_the_tags_is_theirs() -> None:
    shown = [TagRead(uid=UID, antenna=2), TagRead(epc=bytes(range(12)), antenna=2)]

    events = heard("metratec", dialect("metratec").simulation().show(shown))

    assert tags(events) == shown
    assert kinds(events) == ["answer"]


@pytest.mark.parametrize("lost_from", range(1, 24))
def test_a_metratec_uid_is_read_right_after_a_round_cut_short_anywhere(lost_from: int) -> None:
    uid = UID.hex().upper()
    begun = f"{uid}\rIVF 01\r".encode()[:lost_from]

    found = tags(heard("metratec", begun + f"{uid}\r".encode()))

    assert found[-1:] == [TagRead(uid=UID)]
    assert set(map(repr, found)) == {repr(TagRead(uid=UID))}


@pytest.mark.parametrize("lost", range(2, 16, 2))
def test_a_metratec_uid_without_its_beginning_is_no_other_tag(lost: int) -> None:
    assert tags(heard("metratec", UID.hex().upper()[lost:].encode() + b"\rIVF 01\r")) == []


def test_tags_whose_round_never_ends_are_not_kept_back() -> None:
    line = UID.hex().upper().encode() + b"\r"

    decoder = dialect("metratec").decoder()

    assert list(decoder.feed(line)) == []
    assert list(decoder.silence()) == [TagRead(uid=UID)]
    assert len(list(decoder.feed(line * 300))) == 256


def test_the_at_language_tells_tid_strength_and_antenna() -> None:
    tid = bytes.fromhex("E200600311753E33")
    wire = b"+CINV: 3034257BF468D480000003EC,E200600311753E33,-65\r+CINV=<ROUND FINISHED, ANT=2>\r"

    events = heard("metratec", wire)

    epc = bytes.fromhex("3034257BF468D480000003EC")
    assert tags(events) == [TagRead(epc=epc, tid=tid, rssi_dbm=-65, antenna=2)]
    assert kinds(events) == ["answer"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b"+INV: <NO TAGS FOUND>", "no_tag"),
        (b"+INV: <Antenna Error>", "error"),
        (b"IVF 00", "no_tag"),
        (b"TNR", "no_tag"),
        (b"UCO", "answer"),
        (b"ARH 1", "error"),
        (b"ERROR", "error"),
        (b"OK", "ack"),
        (b"HBT", "heartbeat"),
        (b"AT+INV", "command"),
        (b"+SW: PULSAR_LR 0100", "info"),
        (b"DESKID_ISO      01000218", "info"),
        (b"whatever", "noise"),
        (b"E00401", "noise"),
        (b"3034257BF468D4800", "noise"),
        (b"0150954F02B1", "noise"),
        (b"3034257BF468D480", "noise"),
        (b"E004E200600311753E33", "noise"),
    ],
)
def test_each_line_of_a_metratec_reader_has_its_kind(line: bytes, expected: str) -> None:
    assert kinds(heard("metratec", line + b"\r")) == [expected]


@pytest.mark.parametrize("line", [b"DESKID_ISO      01000218", b"+SW: DESKID_ISO 0218"])
def test_both_languages_name_the_reader(line: bytes) -> None:
    identity = dialect("metratec").identity(heard("metratec", b"+HW: X 0100\r" + line + b"\r\n"))

    assert identity is not None
    assert (identity.model, identity.firmware) == ("DESKID_ISO", "0218")


def test_a_simulated_metratec_reader_starts_and_stops() -> None:
    simulation = dialect("metratec").simulation()

    assert simulation.hear(dialect("metratec").start) == b"UCO\r"
    assert simulation.hear(b"BRK\r") == b"BRA\r"
    assert simulation.hear(b"INV\r") == b"IVF 00\r"


def test_a_line_that_never_ends_is_noise_and_the_next_is_read() -> None:
    for pieces in (1, 5000):
        decoder = dialect("metratec").decoder()
        wire = b"x" * 5000 + b"\rIVF 01\r"
        events = [
            event
            for at in range(0, len(wire), pieces)
            for event in decoder.feed(wire[at : at + pieces])
        ]

        assert b"".join(e.data for e in events if isinstance(e, Noise)) == b"x" * 5000 + b"\r"
        assert kinds(events)[-1] == "answer"


def test_both_forms_of_a_feig_frame_are_read() -> None:
    inside = b"\x00\xb0\x00\x01\x03\x00" + UID
    frame = b"\x02" + (len(inside) + 5).to_bytes(2, "big") + inside
    frame += crc_8408(frame).to_bytes(2, "little")

    assert heard("feig", frame) == [TagRead(uid=UID)]
    assert kinds(heard("feig", frame[:3], b"\x00")) == ["noise"]
    assert kinds(heard("feig", b"\x02\x7f\xff" + bytes(4))) == ["noise"]


def test_several_tags_of_both_types_are_read() -> None:
    data = b"\x00\x03\x03\x00" + UID + b"\x04\x00\x00" + CARD + b"\x03\x00" + UID[::-1]

    assert heard("feig", feig(data)) == [TagRead(uid=UID), TagRead(uid=CARD), TagRead(uid=UID)]


def test_card_numbers_that_can_be_read_in_two_ways_are_not_guessed() -> None:
    """4 and 10 bytes, 7 and 7, 10 and 4: nothing tells where the second card begins."""
    cards = bytes.fromhex("040000 01020304 040000 040000 05060708".replace(" ", ""))
    for wire in (b"\x00\x02" + cards, b"\x00\x02\x03\x00" + UID, b"\x00\x01\x09\x00"):
        assert tags(heard("feig", feig(wire))) == []


@pytest.mark.parametrize(
    ("command", "data", "expected"),
    [
        (0xB0, b"\x01", "no_tag"),
        (0xB0, b"\x01\x00", "command"),
        (0xB0, b"\x95\x0f", "error"),
        (0x69, b"\x00", "ack"),
        (0x69, b"", "command"),
        (0x66, b"\x00\x01\x02", "answer"),
        (0x65, b"\x80", "error"),
        (0x65, b"\x00\x01", "answer"),
        (0x52, b"\x42", "command"),
    ],
)
def test_each_frame_of_a_feig_reader_has_its_kind(command: int, data: bytes, expected: str) -> None:
    assert kinds(heard("feig", encode(command, data))) == [expected]


@pytest.mark.parametrize("name", ["cr95hf", "twn4", "metratec", "feig"])
def test_a_reader_that_tells_nothing_is_not_identified(name: str) -> None:
    assert dialect(name).identity([Status("ack"), LineRead("LB-1")]) is None


def test_the_simulated_feig_reader_acknowledges_other_commands() -> None:
    assert facts(heard("feig", dialect("feig").simulation().hear(encode(0x69))))["command"] == "69"


TAGS_ON_THE_PAD = [bytes.fromhex(uid) for uid in ("E00401003123AA26", "E00401001F77FB98")]


def pad(digits: str) -> bytes:
    return pad3m810.encode(bytes.fromhex(digits))


def test_a_recorded_session_of_the_3m_pad_is_understood() -> None:
    events = heard(
        "3m810",
        bytes.fromhex("D500090400110A0500027250"),
        bytes.fromhex("D6000C13000201010302020300E778"),
        bytes.fromhex("D6000FFE00000501E00401003123AA26941A"),
    )

    assert kinds(events) == ["info", "answer"]
    assert facts(events)["hardware"] == "10.5.0.2"
    assert tags(events) == [TagRead(uid=TAGS_ON_THE_PAD[0])]


def test_a_pile_on_the_3m_pad_is_read_at_once_whatever_the_order_of_its_bytes() -> None:
    pile = [TAGS_ON_THE_PAD[0], TAGS_ON_THE_PAD[1][::-1]] * 20

    events = heard("3m810", pad3m810.encode(pad3m810.FOUND + bytes((40,)) + b"".join(pile)))

    assert events == [TagRead(uid=uid) for uid in TAGS_ON_THE_PAD * 20]


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        (pad("FE00000500"), "no_tag"),
        (pad("FE0005"), "command"),
        (pad("0AE004010031269117"), "command"),
        (pad("0A00E004010031269117DA"), "answer"),
        (pad("0A06E004010031269117"), "error"),
        (pad("0A"), "answer"),
        (pad("FE00000502E004010031269117"), "answer"),
        (pad("77"), "answer"),
        (pad("FE00000500")[:-1] + b"\x00", "noise"),
        (pad(""), "noise"),
        (pad("00" * 300), "noise"),
        (b"\xd6\x08\x03" + bytes(4), "noise"),
    ],
)
def test_each_frame_of_the_3m_pad_has_its_kind(wire: bytes, expected: str) -> None:
    events = heard("3m810", wire)

    assert set(kinds(events)) == {expected}
    assert tags(events) == []


def test_the_3m_pad_tells_its_model_and_no_firmware() -> None:
    events = heard("3m810", bytes.fromhex("D500090400110A0500027250"))

    identity = dialect("3m810").identity(events)

    assert identity is not None
    assert (identity.model, identity.firmware) == ("3M 810 hw 10.5.0.2", None)
    assert dialect("3m810").identity(heard("3m810", pad("FE00000500"))) is None
