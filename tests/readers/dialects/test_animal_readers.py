"""134.2 kHz readers of animal tags: FDX-B modules that push, and the 134K-RW-USB that is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.readers.dialects.animal134k import DONE, FAILED, READ, WRITE, encode
from leghorn_bench.readers.events import Event, Noise, Status, TagRead
from leghorn_bench.readers.iso11784 import AnimalCode, NoAnimalTag
from leghorn_bench.readers.registry import dialect
from tests.readers.dialects.wire import facts, heard, kinds, tags

PUSHED = bytes.fromhex("AA0F0800038412DBFAE7D581BB")
NAMES = ("fdxb", "134k")
UID = bytes.fromhex("007B1A21A278BE")
IN_EVERY_FORM = {
    "decimal": "0201000C1122334455660123000000104A03",
    "all bits": "0201001000F48D577448ED1E0102B6FE102040804903",
    "with the CRC": "0201000ABE78A221DA1E0080D60FD103",
}
"""The one tag of the maker's description; its text leaves a space inside the second."""

animals = st.builds(AnimalCode, st.integers(0, 1023), st.integers(0, 2**38 - 1))


def test_what_is_printed_on_a_tag_is_told_beside_its_number() -> None:
    said = facts(heard("fdxb", PUSHED))

    assert said == {
        "standard": "ISO 11784",
        "number": "900081000064981",
        "country": 900,
        "national_id": 81000064981,
    }


@pytest.mark.parametrize("wire", IN_EVERY_FORM.values(), ids=IN_EVERY_FORM)
def test_one_tag_has_one_number_in_whatever_form_it_is_read(wire: str) -> None:
    events = heard("134k", bytes.fromhex(wire))

    assert tags(events) == [TagRead(uid=UID)]
    assert facts(events)["number"] == "123112233445566"
    assert facts(events)["data"] == wire[8:-4]


@given(animals)
def test_a_tag_has_the_same_number_on_both_readers(code: AnimalCode) -> None:
    for name in NAMES:
        wire = dialect(name).simulation().show([TagRead(uid=code.uid)])
        (tag,) = tags(heard(name, wire))
        assert (tag.uid, tag.names_maker) == (code.uid, False)
    assert AnimalCode.of_air(code.air) == AnimalCode.of_uid(code.uid) == code


@pytest.mark.parametrize("at", range(len(PUSHED)))
def test_a_pushed_frame_with_one_wrong_bit_is_noise(at: int) -> None:
    wire = bytearray(PUSHED)
    wire[at] ^= 4

    assert heard("fdxb", bytes(wire)) == [Noise(bytes(wire))]


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        (encode(READ, b"\x02"), "command"),
        (encode(WRITE, bytes(22)), "command"),
        (encode(FAILED), "no_tag"),
        (encode(FAILED, b"\x07"), "answer"),
        (encode(DONE), "answer"),
        (encode(DONE, b"\xab" * 12), "answer"),
        (encode(DONE, bytes(16)), "answer"),
        (encode(DONE, b"\x00\x04" + bytes(14)), "answer"),
        (encode(DONE, bytes(9) + b"\x01"), "error"),
        (encode(DONE, bytes(33)), "noise"),
        (encode(DONE)[:-1] + b"\x04", "noise"),
        (encode(DONE)[:-2] + b"\x55\x03", "noise"),
    ],
)
def test_each_frame_of_the_134k_has_its_kind(wire: bytes, expected: str) -> None:
    events = heard("134k", wire)

    assert kinds(events) == [expected]
    assert tags(events) == []


@pytest.mark.parametrize("code", [AnimalCode(1024, 0), AnimalCode(0, 2**38)])
def test_a_number_that_no_tag_has_room_for_is_refused_in_words(code: AnimalCode) -> None:
    with pytest.raises(NoAnimalTag, match=f"found “{code.uid.hex().upper()}”"):
        dialect("134k").simulation().show([TagRead(uid=code.uid)])


@pytest.mark.parametrize(
    ("name", "events", "model"),
    [
        ("fdxb", [TagRead(uid=UID)], None),
        ("134k", [TagRead(uid=UID)], "134K-RW-USB-D1"),
        ("134k", heard("134k", encode(FAILED)), "134K-RW-USB-D1"),
    ],
)
def test_a_reader_of_animal_tags_is_known_by_what_it_says(
    name: str, events: list[Event], model: str | None
) -> None:
    identity = dialect(name).identity(events)

    assert identity is not None
    assert (identity.dialect, identity.model) == (name, model)


@pytest.mark.parametrize("name", NAMES)
def test_noise_or_ones_own_question_sent_back_makes_no_reader_known(name: str) -> None:
    echo = heard("134k", encode(READ, b"\x02"))

    assert dialect(name).identity([Noise(b"\xaa"), *echo]) is None


def test_a_command_to_write_is_only_heard() -> None:
    assert dialect("134k").simulation().hear(encode(WRITE, bytes(22))) == encode(DONE)
    assert heard("134k", encode(DONE)) == [Status("answer", {"status": "00", "data": ""})]
