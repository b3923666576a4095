"""EPCs against the published vectors, against the standard's prohibitions, and there and back."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.domain.identifiers.epc import Epc, epc_of_hex, giai_96, sgtin_96
from leghorn_bench.domain.identifiers.epc_keys import element_string_of, gtin_of
from leghorn_bench.domain.identifiers.epc_schemes import COMPANY_BITS, SCHEMES, Content, Field
from leghorn_bench.domain.identifiers.epc_uri import epc_of_pure_uri, epc_of_tag_uri
from leghorn_bench.domain.identifiers.errors import (
    IdentifierRefused,
    NotCanonicalEpc,
    NotEpcUri,
    NotHexadecimal,
    UnknownEpcHeader,
    WrongEpcLength,
)
from tests.domain.identifiers.vectors import vectors

EPCS = vectors("epc.json")
SET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize("vector", EPCS, ids=lambda v: str(v["hex"]))
def test_a_published_tag_has_the_published_meaning(vector: dict[str, Any]) -> None:
    meaning = vector["meaning"]
    epc = epc_of_hex(vector["hex"])
    assert epc.uri == meaning["uri"]
    assert epc.tag_uri == meaning["tag_uri"]
    assert epc.filter == meaning.get("filter", 0)
    assert gtin_of(epc) == meaning.get("gtin14")
    printed = element_string_of(epc)
    assert meaning.get("gs1_element_string", printed) == printed
    for key in ("sscc", "grai", "giai", "gdti"):
        assert key not in meaning or (printed or "").partition(")")[2] == meaning[key]


@pytest.mark.parametrize("vector", EPCS, ids=lambda v: str(v["hex"]))
def test_a_published_tag_is_written_back_as_it_was(vector: dict[str, Any]) -> None:
    assert epc_of_tag_uri(vector["meaning"]["tag_uri"]).hexadecimal == vector["hex"]
    assert epc_of_pure_uri(vector["meaning"]["uri"]).uri == vector["meaning"]["uri"]


@pytest.mark.parametrize(
    ("digits", "refusal"),
    [
        ("E28011700000020A1B2C3D4E", UnknownEpcHeader),
        ("000000000000000000000313", UnknownEpcHeader),
        ("3074257BF7194E4000001A", WrongEpcLength),
        ("3074257BF7194E4000001A850000", WrongEpcLength),
        ("307C257BF7194E4000001A85", NotCanonicalEpc),  # partition 7
        ("30FFFFFFFFFFFFFFFFFFFFFF", NotCanonicalEpc),
        ("3003FFFFFFFFFC4000000000", NotCanonicalEpc),  # a company of thirteen digits
        ("3174257BF4499602D2000001", NotCanonicalEpc),  # a reserved bit set
        ("3674257BF6B7A659B2C2BF100000000000000000000000000001", NotCanonicalEpc),  # padding
        ("3674257BF6800000000000000000000000000000000000000000", NotCanonicalEpc),  # no serial
        ("3074257BF7194E4000001A8G", NotHexadecimal),
        ("", NotHexadecimal),
        ("3", NotHexadecimal),
    ],
)
def test_what_the_standard_forbids_is_refused(
    digits: str, refusal: type[IdentifierRefused]
) -> None:
    with pytest.raises(refusal):
        epc_of_hex(digits)


def test_an_unused_zero_inside_a_text_is_refused() -> None:
    good = epc_of_hex("3674257BF6B7A659B2C2BF100000000000000000000000000000")
    gap = int(good.hexadecimal, 16) | 0x41 << 10
    with pytest.raises(NotCanonicalEpc):
        epc_of_hex(f"{gap:X}")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "urn:epc:id:sgtin:0614141.812345",
        "urn:epc:id:sgtin:614141.12345.1",
        "urn:epc:id:unknown:1.2.3",
        "urn:epc:id:sgtin:0614141.812345.a&b",
        "urn:epc:id:sgtin:0614141.812345.a%00b",
        "urn:epc:id:sgtin:0614141.812345.123456789012345678901",
        "urn:epc:id:gid:1.2",
        "urn:epc:tag:sgtin-96:8.0614141.812345.1",
        "urn:epc:tag:sgtin-96:3.0614141.812345.01",
        "urn:epc:tag:sgtin-96:3.0614141.812345.274877906944",
        "urn:epc:tag:sgtin-96:3",
        "urn:epc:tag:gid-96:1.2.-3",
        "urn:epc:raw:96.x0",
    ],
)
def test_an_address_that_no_tag_can_hold_is_refused(address: str) -> None:
    read = epc_of_tag_uri if ":tag:" in address else epc_of_pure_uri
    with pytest.raises(NotEpcUri):
        read(address)


def test_an_address_is_of_the_kind_asked_for() -> None:
    with pytest.raises(NotEpcUri):
        epc_of_tag_uri("urn:epc:id:sgtin:0614141.812345.6789")
    with pytest.raises(NotEpcUri):
        epc_of_pure_uri("urn:epc:tag:sgtin-96:3.0614141.812345.6789")


def test_a_unit_is_coded_from_its_article_number_and_serial() -> None:
    epc = sgtin_96("80614141123458", 7, "6789", filter_value=3)
    assert epc.hexadecimal == "3074257BF7194E4000001A85"


@pytest.mark.parametrize(
    ("gtin", "company_digits", "serial", "filter_value"),
    [
        ("80614141123458", 5, "1", 1),
        ("80614141123458", 7, "LG1", 1),
        ("80614141123458", 7, "007", 1),
        ("80614141123458", 7, str(2**38), 1),
        ("80614141123458", 7, "1" * 5000, 1),
        ("80614141123458", 7, "1", 8),
    ],
)
def test_a_unit_that_the_scheme_cannot_hold_is_refused(
    gtin: str, company_digits: int, serial: str, filter_value: int
) -> None:
    with pytest.raises(NotCanonicalEpc):
        sgtin_96(gtin, company_digits, serial, filter_value)


def test_an_asset_is_coded_from_its_company_and_reference() -> None:
    assert giai_96("0614141", "12345400", 1).hexadecimal == "3434257BF400000000BC6038"


def test_too_few_parts_are_refused() -> None:
    scheme = epc_of_hex(EPCS[0]["hex"]).scheme
    with pytest.raises(NotCanonicalEpc):
        _ = Epc(scheme, 1, ("0614141", "812345")).hexadecimal


@cache
def text_of(field: Field) -> st.SearchStrategy[str]:
    match field.content:
        case Content.NUMBER:
            return st.integers(0, 2**field.bits - 1).map(str)
        case Content.TEXT:
            return st.text(SET_82, min_size=1, max_size=field.bits // 7)
        case _:
            return st.integers(0, 10**field.digits - 1).map(
                lambda n: str(n).zfill(field.digits) if field.digits else ""
            )


@st.composite
def epcs(draw: st.DrawFn) -> Epc:
    scheme = draw(st.sampled_from(SCHEMES))
    layout = draw(st.sampled_from(scheme.layouts))
    named = [field for field in layout if field.content is not Content.RESERVED]
    filter_value = draw(st.integers(0, 7)) if scheme.partitioned else 0
    return Epc(scheme, filter_value, tuple(draw(text_of(field)) for field in named))


@given(epcs())
def test_every_epc_survives_its_tag_and_its_address(epc: Epc) -> None:
    assert epc_of_hex(epc.hexadecimal) == epc
    assert epc_of_tag_uri(epc.tag_uri) == epc
    assert epc_of_pure_uri(epc.uri).uri == epc.uri


@given(st.binary(min_size=1, max_size=40))
def test_any_memory_is_an_epc_that_is_written_back_the_same_or_is_refused(memory: bytes) -> None:
    try:
        epc = epc_of_hex(memory.hex())
    except IdentifierRefused:
        return
    assert epc.hexadecimal == memory.hex().upper()


@given(st.sampled_from(SCHEMES), st.binary(min_size=26, max_size=26))
def test_a_known_header_over_any_content_never_crashes(scheme: Any, content: bytes) -> None:
    digits = f"{scheme.header:02X}{content.hex()}"[: scheme.hex_digits]
    try:
        assert epc_of_hex(digits).hexadecimal == digits.upper()
    except IdentifierRefused:
        return


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: str(s.name))
def test_every_layout_fills_its_scheme(scheme: Any) -> None:
    head = 14 if scheme.partitioned else 8
    assert len(scheme.layouts) == (len(COMPANY_BITS) if scheme.partitioned else 1)
    for layout in scheme.layouts:
        assert head + sum(field.bits for field in layout) == scheme.bits
