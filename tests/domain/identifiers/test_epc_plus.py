"""The worked examples of GS1's EPC Tag Data Standard 2.3, Annex E.3, old schemes and new."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.domain.identifiers import Form, IdentifierRefused, interpret
from leghorn_bench.domain.identifiers.comparison import Numbers, compared
from leghorn_bench.domain.identifiers.epc_plus import (
    PLUS_SCHEMES,
    UNREAD_SCHEMES,
    plus_epc_of_hex,
)
from leghorn_bench.domain.identifiers.errors import NotCanonicalEpc, UnreadEpcScheme
from leghorn_bench.domain.identifiers.reading import Kind

ANNEX_E = [
    ("3066C4409047E140075BCD15", "(01)09506000134352(21)123456789"),
    ("3666C4409047E159B2C2BF100000000000000000000000000000", "(01)09506000134352(21)32a/b"),
    ("F73795211411234538566CB0AFC4", "(01)79521141123453(21)32a/b"),
    ("FB342CDE795211411234538566CB0AFC4", "(01)79521141123453(21)32a/b(17)220630"),
    ("FD3795211411234538566CB0AFC525065F1876F0D996D800", "(01)79521141123453(21)32a/b"),
    (
        "FC342CDE795211411234538566CB0AFC525065F1876F0D996D80",
        "(01)79521141123453(21)32a/b(17)220630",
    ),
    ("311BA1B300CE0A6A83000000", "(00)095201234567891235"),
    ("F90095201234567891235", "(00)095201234567891235"),
    # Printed with the header of SSCC+ by mistake; table 14-1 gives EF.
    ("EF009520123456789123592832F8C3B786CCB6C0", "(00)095201234567891235"),
    ("3276451FD46072000000162E", "(414)9521141123454(254)5678"),
    ("3976451FD46072CD9615F8800000000000000000000000000000", "(414)9521141123454(254)32a/b"),
    ("F2395211411234548566CB0AFC4", "(414)9521141123454(254)32a/b"),
    ("E9395211411234548566CB0AFC525065F1876F0D996D8000", "(414)9521141123454(254)32a/b"),
    ("3376451FD40C0E400000162E", "(8003)095211411234545678"),
    ("3776451FD40C0E59B2C2BF1000000000000000000000", "(8003)0952114112345432a/b"),
    ("F13095211411234548566CB0AFC4", "(8003)0952114112345432a/b"),
    ("EB3095211411234548566CB0AFC525065F1876F0D996D800", "(8003)0952114112345432a/b"),
    ("3476451FD40000000000162E", "(8004)95211415678"),
    ("3876451FD59B2C2BF10000000000000000000000000000000000", "(8004)952114132a/b"),
    ("FA3952114132E83C2BF10", "(8004)952114132a/b"),
    ("EE3952114132E83C2BF1494197C61DBC3665B600", "(8004)952114132a/b"),
    ("2D76451FD4499602D2000000", "(8018)952114112345678906"),
    ("F43952114112345678906", "(8018)952114112345678906"),
    ("E7395211411234567890692832F8C3B786CCB6C0", "(8018)952114112345678906"),
    ("2E76451FD4499602D2000000", "(8017)952114112345678906"),
    ("F53952114112345678906", "(8017)952114112345678906"),
    ("E8395211411234567890692832F8C3B786CCB6C0", "(8017)952114112345678906"),
    ("2C76451FD46072000000162E", "(253)95211411234545678"),
    ("3E76451FD7039B061438997367D0C18B266D1AB66EE0", "(253)9521141987650ABCDefgh012345678"),
    ("F6395211411234540458B8", "(253)95211411234545678"),
    ("EA395211411234540458BA4A0CBE30EDE1B32DB0", "(253)95211411234545678"),
]


def words(digits: str) -> str:
    """The digits as a tag holds them: whole words of 16 bits."""
    return digits.ljust(-(-len(digits) // 4) * 4, "0")


@pytest.mark.parametrize(("digits", "element_string"), ANNEX_E)
def test_a_worked_example_of_the_standard_is_read_as_it_says(
    digits: str, element_string: str
) -> None:
    meant = interpret(words(digits))
    assert meant.best.form is Form.EPC
    assert meant.best.facts["element_string"] == element_string


def test_a_new_tag_is_found_by_its_article_and_serial_and_has_an_address() -> None:
    meant = interpret("F73795211411234538566CB0AFC4")
    assert meant.keys[1] == ("gtin_serial", "79521141123453|32a/b")
    assert meant.best.uri == "https://id.gs1.org/01/79521141123453/21/32a%2Fb"
    assert (meant.best.gtin, meant.best.serial) == ("79521141123453", "32a/b")
    assert (meant.best.facts["scheme"], meant.best.facts["filter"]) == ("SGTIN+", 3)


def test_an_asset_or_a_place_has_one_key_in_the_old_scheme_and_in_the_new() -> None:
    old, new = (
        interpret("3876451FD59B2C2BF10000000000000000000000000000000000"),
        interpret(words("FA3952114132E83C2BF10")),
    )
    assert old.keys[1] == new.keys[1] == ("gs1", "(8004)952114132a/b")
    place = interpret(words("F2395211411234548566CB0AFC4"))
    assert place.keys[1] == ("gs1", "(414)9521141123454(254)32a/b")


def test_a_tag_coded_anew_in_another_scheme_is_the_same_device() -> None:
    old = "3876451FD59B2C2BF10000000000000000000000000000000000"
    found = compared(Numbers(epc=old), Numbers(epc=words("FA3952114132E83C2BF10")))
    assert found.agreeing == (Kind.EPC,)


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("00042", "000" + "00101" + f"{42:017b}"),
        ("00AF", "001" + "00100" + "0000000010101111"),
        ("00af", "010" + "00100" + "0000000010101111"),
        ("Az0_", "011" + "00100" + "000000" + "110011" + "110100" + "111111"),
        ("a/b", "100" + "00011" + "110000101011111100010"),
        ("LG-7", "101" + "00100" + f"{12 * 1600 + 7 * 40 + 27 + 1:016b}" + f"{37 * 1600 + 1:016b}"),
    ],
)
def test_a_serial_is_read_in_each_of_its_six_codings(text: str, encoded: str) -> None:
    assert plus_epc_of_hex(sgtin_plus(encoded)).elements[1] == ("21", text)


def sgtin_plus(serial: str) -> str:
    bits = f"{0xF7:08b}0011" + "".join(f"{int(digit):04b}" for digit in "79521141123453") + serial
    return f"{int(bits.ljust(-(-len(bits) // 16) * 16, '0'), 2):X}"


@pytest.mark.parametrize(
    "digits",
    [
        "F73795211411234548566CB0AFC4",  # a wrong check digit
        "F737952114112345A8566CB0AFC4",  # a digit beyond nine
        "F73795211411234538566CB0AFC5",  # padding that is not zero
        "F73795211411234538566CB0AFC40000",  # a word too much
        "F7379521141123453856",  # cut short
        "FA39521F",  # shorter than any tag
        "FB372CDE795211411234538566CB0AFC4000",  # a date of no kind
        "FA3952114132A83C2BF100000",  # a digit beyond nine before the delimiter
        sgtin_plus("110" + "00001"),  # a method of the future
        sgtin_plus("000" + "00000"),  # no serial at all
        sgtin_plus("100" + "00001" + "0000001"),  # a control character
        sgtin_plus("000" + "00001" + "1111"),  # fifteen as one digit
        sgtin_plus("101" + "00001" + "0" * 16),  # no such group of three
        sgtin_plus("101" + "00011" + f"{12 * 1600 + 1:016b}"),  # one character of three
    ],
)
def test_what_the_standard_forbids_is_refused(digits: str) -> None:
    with pytest.raises(NotCanonicalEpc):
        plus_epc_of_hex(digits)


def test_an_asset_may_be_all_digits() -> None:
    assert plus_epc_of_hex("FA39521141325F00").elements == (("8004", "9521141325"),)


@pytest.mark.parametrize("header", UNREAD_SCHEMES)
def test_a_scheme_of_other_trades_is_named(header: int) -> None:
    meant = interpret(f"{header:02X}76451FD400C0E680003039")
    why = next(failure.why for failure in meant.failures if failure.form is Form.EPC)
    assert isinstance(why, UnreadEpcScheme)


@given(st.sampled_from(sorted(PLUS_SCHEMES)), st.binary(min_size=1, max_size=60))
def test_a_known_header_over_any_content_never_crashes(header: int, content: bytes) -> None:
    try:
        found = plus_epc_of_hex(f"{header:02X}{content.hex().upper()}")
    except IdentifierRefused:
        return
    assert found.element_string
