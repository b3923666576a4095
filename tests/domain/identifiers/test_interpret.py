"""What scans mean: the published ones, the made-up ones, and whatever anybody types."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.domain.identifiers import (
    Doubt,
    Form,
    IdentifierRefused,
    Interpretation,
    Kind,
    errors,
    interpret,
)
from leghorn_bench.domain.identifiers.gs1 import elements, warm_up
from tests.domain.identifiers.vectors import vectors

SCANS = vectors("gs1.json")


def text_of(vector: dict[str, Any]) -> str:
    return bytes.fromhex(vector["hex"]).decode()


def reading(meant: Interpretation, form: Form) -> Any:
    return next((one for one in meant.readings if one.form is form), None)


def reason(meant: Interpretation, form: Form) -> str:
    return next(str(one.why) for one in meant.failures if one.form is form)


@pytest.mark.parametrize("vector", SCANS, ids=lambda v: str(v["text"]))
def test_a_published_scan_is_read_or_refused_as_published(vector: dict[str, Any]) -> None:
    meaning, expected = vector["meaning"], vector["expect"]
    if expected == "reject":
        with pytest.raises(IdentifierRefused):
            interpret(text_of(vector))
        return
    meant = interpret(text_of(vector))
    assert meant.aim == meaning.get("aim", meant.aim)
    if expected == "reject-as-element-string":
        assert reading(meant, Form.GS1) is None
    elif expected == "reject-as-digital-link":
        assert reading(meant, Form.DIGITAL_LINK) is None
    elif "ais" in meaning or "ais_unordered" in meaning:
        wanted = meaning.get("ais") or meaning["ais_unordered"]
        printed = "".join(f"({ai}){value}" for ai, value in wanted)
        assert meant.best.facts["element_string"] == printed
    if "gtin" in meaning:
        assert meant.best.gtin == meaning["gtin"]


@pytest.mark.parametrize("vector", vectors("epc.json"), ids=lambda v: str(v["hex"]))
def test_a_published_tag_is_told_with_its_identity(vector: dict[str, Any]) -> None:
    meant = interpret(vector["hex"])
    told = meant.as_json()
    assert told["kind"] == "epc"
    assert told["uri"] == vector["meaning"]["uri"]
    assert told["gtin"] == vector["meaning"].get("gtin14")
    assert told["serial"] == (
        vector["meaning"]["serial"] if "gtin14" in vector["meaning"] else None
    )
    assert meant.keys[0] == ("epc", vector["hex"])


@pytest.mark.parametrize(
    ("text", "kind", "first_key"),
    [
        ("LG-24 0117", "serial", ("serial", "LG-24 0117")),
        ("  lg-240117\r\n", "serial", ("serial", "LG-240117")),
        ("240000123", "serial", ("serial", "240000123")),
        ("9999999999", "serial", ("serial", "9999999999")),
        ("12345678", "serial", ("serial", "12345678")),
        ("3074257bf7194e4000001a85", "epc", ("epc", "3074257BF7194E4000001A85")),
        ("3074 257B F719 4E40 0000 1A85", "epc", ("epc", "3074257BF7194E4000001A85")),
        ("0x3074257BF7194E4000001A85", "epc", ("epc", "3074257BF7194E4000001A85")),
        ("30:74:25:7B:F7:19:4E:40:00:00:1A:85", "epc", ("epc", "3074257BF7194E4000001A85")),
        ("000000000000000000000313", "epc", ("epc", "000000000000000000000313")),
        (
            "urn:epc:tag:sgtin-96:3.0614141.812345.6789",
            "epc",
            ("epc", "3074257BF7194E4000001A85"),
        ),
        (
            "urn:epc:id:sgtin:0614141.812345.6789",
            "epc",
            ("gtin_serial", "80614141123458|6789"),
        ),
        ("urn:epc:id:giai:0614141.12345400", "epc", ("gs1", "(8004)061414112345400")),
        ("urn:epc:id:gid:31415.271828.1414", "epc", ("epc", "urn:epc:id:gid:31415.271828.1414")),
        ("(01)80614141123458(21)6789", "gtin_serial", ("gtin_serial", "80614141123458|6789")),
        ("(01) 80614141123458 (21) 6789", "gtin_serial", ("gtin_serial", "80614141123458|6789")),
        (
            "https://id.gs1.org/01/80614141123458/21/6789",
            "gtin_serial",
            ("gtin_serial", "80614141123458|6789"),
        ),
        ("]C121LG240117", "serial", ("serial", "LG240117")),
        ("]C18004061414112345400", "gs1", ("gs1", "(8004)061414112345400")),
        ("\x1d01806141411234582199", "gtin_serial", ("gtin_serial", "80614141123458|99")),
        ("]E35901234123457123", "gtin", ("gtin", "05901234123457")),
        ("]C0LG-240117", "serial", ("serial", "LG-240117")),
        ("E0040150954F02B1", "uid", ("uid", "E0040150954F02B1")),
        ("B1024F95500104E0", "uid", ("uid", "E0040150954F02B1")),
        ("6E401BA8", "uid", ("uid", "6E401BA8")),
        ("047BCB51962280", "uid", ("uid", "047BCB51962280")),
        ("04:7B:CB:51:96:22:80", "uid", ("uid", "047BCB51962280")),
        ("04A1B2C3D4E5F6071819", "uid", ("uid", "04A1B2C3D4E5F6071819")),
        ("E28011700000020A1B2C3D4E", "tid", ("tid", "E28011700000020A1B2C3D4E")),
        ("0500207B32", "card", ("uid", "0500207B32")),
        ("0012964329", "card", ("card", "0012964329")),
        ("0012964329 197,53737", "card", ("card", "0012964329")),
        ("197,53737", "card", ("card", "197,53737")),
        ("LB:C:2026/0012", "case", ("case", "2026/0012")),
        ("lb:d:lg-240117", "device", ("device", "LG-240117")),
        ("LB:P:7", "parcel", ("parcel", "7")),
        ("LB:Q:Q-1", "quote", ("quote", "Q-1")),
        ("LB:S:A3", "shelf", ("shelf", "A3")),
        ("LB:O:MARTA", "operator", ("operator", "MARTA")),
    ],
)
def test_a_scan_is_taken_for_what_it_likeliest_is(
    text: str, kind: str, first_key: tuple[str, str]
) -> None:
    meant = interpret(text)
    assert meant.kind == kind
    assert meant.keys[0] == first_key


def test_an_epc_is_looked_up_by_its_memory_then_by_its_identity_then_as_a_serial() -> None:
    assert interpret("3074257BF7194E4000001A85").keys == (
        ("epc", "3074257BF7194E4000001A85"),
        ("gtin_serial", "80614141123458|6789"),
        ("serial", "3074257BF7194E4000001A85"),
    )


def test_the_readings_of_a_text_are_alternatives() -> None:
    assert not interpret("3074257BF7194E4000001A85").together


def test_a_unit_scanned_as_gs1_is_looked_up_by_its_serial_too() -> None:
    meant = interpret("]d20180614141123458216789")
    assert meant.keys == (("gtin_serial", "80614141123458|6789"), ("serial", "6789"))


def test_a_chip_number_may_stand_in_the_epc_bank_of_a_tag_that_was_never_coded() -> None:
    meant = interpret("E28011700000020A1B2C3D4E")
    assert meant.best.maker == "Impinj"
    assert meant.best.facts == {"designer": "001", "model": "170", "extended": True}
    assert reading(meant, Form.EPC_BANK).doubts == (Doubt.FACTORY_EPC,)
    assert "found E2" in reason(meant, Form.EPC)


def test_a_uid_read_backwards_says_so() -> None:
    assert interpret("B1024F95500104E0").best.doubts == (Doubt.BYTES_REVERSED,)
    assert interpret("B1024F95500104E0").best.maker == "NXP"


def test_a_uid_that_changes_at_every_read_says_so() -> None:
    assert interpret("08AB12CD").best.doubts == (Doubt.RANDOM_UID,)


def test_a_card_is_found_however_its_number_is_written() -> None:
    on_wire = set(interpret("4500C5D1E9").keys)
    assert on_wire & set(interpret("0012964329").keys)
    assert on_wire & set(interpret("197,53737").keys)
    assert on_wire & set(interpret("12964329").keys)


@pytest.mark.parametrize("text", ["0012964329 197,53738", "300,00001", "197,70000", "99999999"])
def test_a_number_that_no_card_carries_is_a_serial(text: str) -> None:
    assert interpret(text).kind is Kind.SERIAL


def test_a_lot_that_may_have_swallowed_the_serial_is_doubted_and_both_are_looked_up() -> None:
    meant = interpret("]C1018061414112345810LOT9216789")
    assert meant.best.lot == "LOT9216789"
    assert meant.best.doubts == (Doubt.SEPARATOR_MISSING,)
    assert ("gtin_serial", "80614141123458|6789") in meant.keys


def test_a_lot_that_may_have_swallowed_a_date_is_doubted() -> None:
    assert interpret("0107032069804988100329").best.doubts == ()
    assert interpret("010703206980498810032915210526").best.doubts == (Doubt.SEPARATOR_MISSING,)


def test_a_serial_that_may_have_swallowed_a_lot_is_doubted() -> None:
    meant = interpret("]C101806141411234582167891042A7")
    assert ("gtin_serial", "80614141123458|6789") in meant.keys


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [
        ("LBçCç2026-0012", "case", "2026/0012"),
        ("+C10180614141123458216789", "gtin_serial", "80614141123458|6789"),
        ("httpsç--id.gs1.org-01-80614141123458-21-6789", "gtin_serial", "80614141123458|6789"),
        ("urnçepcçidçsgtinç0614141.812345.6789", "epc", "urn:epc:id:sgtin:0614141.812345.6789"),
        ("LG'240117", "serial", "LG-240117"),
    ],
)
def test_an_italian_keyboard_layout_is_undone(typed: str, kind: str, value: str) -> None:
    meant = interpret(typed)
    assert (meant.kind, meant.best.value) == (kind, value)
    assert Doubt.LAYOUT_UNDONE in meant.best.doubts


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", errors.NothingScanned),
        (" \t\r\n", errors.NothingScanned),
        ("\u200b\ufeff", errors.NothingScanned),
        ("A" * 10_000, errors.TooLong),
        ("é" * 10_000, errors.TooLong),
        ("A" * 81, errors.NotSerial),
        ("LG\x00240117", errors.UnreadableCharacter),
        ("LG\x07240117", errors.UnreadableCharacter),
        ("LG\ud800240117", errors.UnreadableCharacter),
        ("LG\u200b240117", errors.UnreadableCharacter),
        ("LG\x1d240117", errors.NotSerial),
        ("]", errors.UnknownSymbology),
        ("]XX", errors.UnknownSymbology),
        ("]C1", errors.EmptySymbol),
        ("]C1  ", errors.EmptySymbol),
        ("]C1\x1d", errors.EmptySymbol),
        ("]C1LG240117", errors.NotElementString),
        ("]C10180614141123459", errors.WrongCheckDigit),
        ("]C1410061414112345X", errors.NotElementString),
        ("]C100106141412345678900", errors.WrongCheckDigit),
        ("\x1d", errors.NotSerial),
    ],
)
def test_what_cannot_be_an_identifier_is_refused_in_one_sentence(
    text: str, refusal: type[IdentifierRefused]
) -> None:
    with pytest.raises(refusal) as refused:
        interpret(text)
    assert str(refused.value).endswith(".")
    assert len(str(refused.value)) < 200


def test_an_invisible_mark_around_a_pasted_text_is_dropped() -> None:
    assert interpret("\ufeffLG-240117\u200e").keys == (("serial", "LG-240117"),)
    assert interpret("3074\u00a0257B\u00a0F719\u00a04E40\u00a00000\u00a01A85").kind is Kind.EPC


def test_digits_of_another_script_are_no_number() -> None:
    assert interpret("٥٩٠١٢٣٤١٢٣٤٥٧").kind is Kind.SERIAL
    assert interpret("(01)٨٠٦١٤١٤١١٢٣٤٥٨").kind is Kind.SERIAL


def test_the_printed_line_of_a_symbol_is_read_or_its_fault_is_named() -> None:
    assert "(99999)" not in reason(interpret("(01)80614141123459"), Form.GS1)
    assert "check digit 8" in reason(interpret("(01)80614141123459"), Form.GS1)
    assert "(01)123" in reason(interpret("(01)123"), Form.GS1)
    assert "(9999)1" in reason(interpret("(9999)1"), Form.GS1)


def test_the_json_names_every_form_once_and_gives_the_reasons() -> None:
    told = interpret("LG-240117").as_json()
    readings: Any = told["readings"]
    assert list(told) == ["kind", "uri", "gtin", "serial", "lot", "readings"]
    assert {one["form"] for one in readings} == {form.value for form in Form}
    assert all("reason" in one for one in readings if not one["ok"])


def test_loading_the_gs1_tables_beforehand_changes_nothing() -> None:
    warm_up()
    assert elements("10ABC") == (("10", "ABC"),)


IDENTIFIER_PIECES = st.sampled_from(
    ["]C1", "]Q1", "]E0", "01", "21", "10", "\x1d", "(01)", "80614141123458", "http://", "/01/",
     "urn:epc:id:sgtin:", "urn:epc:tag:", "LB:C:", "E0", "E2", "30", " ", "ç", "'", "%", "?", "[",
     "8004", "414", "3922", "7011", "\ud800", "\x00", "٣", ".", "&"]
)  # fmt: skip


@given(st.text() | st.lists(IDENTIFIER_PIECES | st.text(max_size=4)).map("".join))
def test_any_text_is_read_or_refused_and_never_crashes(text: str) -> None:
    try:
        meant = interpret(text)
    except IdentifierRefused:
        return
    assert meant.keys
    assert all(value and value.isprintable() for _, value in meant.keys)
    assert [one.weight for one in meant.readings] == sorted(one.weight for one in meant.readings)
