"""What a reader tells of a tag whose banks are known."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.domain.identifiers import Doubt, Form, interpret_tag
from leghorn_bench.domain.identifiers.errors import NotAnEpc, NothingScanned

SGTIN = bytes.fromhex("3074257BF7194E4000001A85")
TID = bytes.fromhex("E28011700000020A1B2C3D4E")


def test_an_epc_and_its_chip_are_looked_up_in_this_order() -> None:
    meant = interpret_tag(epc=SGTIN, tid=TID, pc=0x3000)
    assert meant.keys == (
        ("epc", "3074257BF7194E4000001A85"),
        ("gtin_serial", "80614141123458|6789"),
        ("tid", "E28011700000020A1B2C3D4E"),
    )
    assert meant.readings[1].maker == "Impinj"
    assert meant.together


def test_a_chip_number_in_the_epc_bank_is_an_epc_and_no_tid() -> None:
    meant = interpret_tag(epc=TID)
    assert meant.keys == (("epc", "E28011700000020A1B2C3D4E"),)
    assert meant.best.doubts == (Doubt.FACTORY_EPC,)


def test_the_control_word_may_say_that_the_bank_holds_no_epc() -> None:
    meant = interpret_tag(epc=SGTIN, pc=0x31A2)
    assert meant.keys == (("epc", "3074257BF7194E4000001A85"),)
    assert meant.best.uri is None
    assert meant.best.doubts == (Doubt.ISO_APPLICATION,)
    assert isinstance(meant.failures[0].why, NotAnEpc)
    assert meant.failures[0].why.family == "A2"


@pytest.mark.parametrize("wire", ["E00401586DE02802", "0228E06D580104E0"])
def test_a_vicinity_tag_is_the_same_in_either_byte_order(wire: str) -> None:
    meant = interpret_tag(uid=bytes.fromhex(wire))
    assert meant.keys == (("uid", "E00401586DE02802"),)
    assert meant.best.maker == "NXP"


def test_a_card_is_known_by_what_is_printed_on_it() -> None:
    meant = interpret_tag(uid=bytes.fromhex("4500C5D1E9"))
    assert ("card", "0012964329") in meant.keys


def test_a_chip_number_without_serial_finds_nothing() -> None:
    assert interpret_tag(tid=bytes.fromhex("E2801170")).keys == ()


@pytest.mark.parametrize(
    ("banks", "key"),
    [
        ({"tid": bytes.fromhex("E0040150954F02B1")}, ("tid", "E0040150954F02B1")),
        ({"uid": bytes.fromhex("E200600311753E33")}, ("uid", "E200600311753E33")),
        ({"uid": bytes.fromhex("0102")}, ("uid", "0102")),
        ({"epc": bytes.fromhex("01")}, ("epc", "01")),
    ],
)
def test_a_number_of_no_standard_is_looked_up_as_it_is(
    banks: dict[str, Any], key: tuple[str, str]
) -> None:
    meant = interpret_tag(**banks)
    assert meant.keys == (key,)
    assert meant.failures


def test_a_tag_without_any_content_is_refused() -> None:
    with pytest.raises(NothingScanned):
        interpret_tag(epc=b"", tid=None)


@given(
    st.binary(max_size=70), st.binary(max_size=30), st.binary(max_size=12), st.integers(0, 0xFFFF)
)
def test_any_tag_with_a_byte_in_it_has_a_reading(
    epc: bytes, tid: bytes, uid: bytes, pc: int
) -> None:
    if epc or tid or uid:
        meant = interpret_tag(epc=epc, tid=tid, uid=uid, pc=pc)
        assert {one.form for one in meant.readings} <= set(Form)
