"""The verb ``decode``, without its files."""

import pytest

from leghorn_bench.readers.decode import BadHex, bytes_from_hex, decoded
from leghorn_bench.readers.registry import UnknownDialect


def test_a_read_is_told_with_null_for_what_the_reader_keeps_back() -> None:
    wire = bytes.fromhex("BB02220011C43000E200001D7315016521408FC6B83EC27E")

    assert list(decoded("m100", [wire[:9], wire[9:], b"\x00"])) == [
        {"event": "tag", "epc": "E200001D7315016521408FC6", "rssi_dbm": -60, "antenna": None},
        {"event": "noise", "hex": "00"},
    ]


def test_a_line_and_a_status_are_told() -> None:
    assert list(decoded("ascii", [b"LB-1\r"])) == [{"event": "line", "text": "LB-1"}]
    assert list(decoded("m100", [bytes.fromhex("BB01FF000115167E")])) == [
        {"event": "status", "kind": "no_tag", "error": "15", "text": "no tag"}
    ]


def test_hexadecimal_text_may_be_written_with_spaces_and_in_any_pieces() -> None:
    assert b"".join(bytes_from_hex(["bb 0", "1\nFF:00-01,", "15"])) == b"\xbb\x01\xff\x00\x01\x15"


@pytest.mark.parametrize(("text", "found"), [("BB0G11", "G11"), ("BB0", "0"), ("BBé0", "é0")])
def test_what_is_not_hexadecimal_is_shown(text: str, found: str) -> None:
    with pytest.raises(BadHex) as trouble:
        list(bytes_from_hex([text]))

    assert trouble.value.found == found


def test_an_unknown_dialect_is_told_with_the_known_ones() -> None:
    with pytest.raises(UnknownDialect, match="m100"):
        list(decoded("m101", []))
