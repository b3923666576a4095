"""What is put on file is found again by every scan of it."""

import pytest

from leghorn_bench.domain.identifiers import IdentifierRefused, Kind, interpret, keys_on_file


@pytest.mark.parametrize(
    ("kind", "text", "keys"),
    [
        (Kind.SERIAL, " lgd-0001 ", [("serial", "LGD-0001")]),
        (
            Kind.EPC,
            "3074 257b f719 4e40 0000 1a85",
            [("epc", "3074257BF7194E4000001A85"), ("gtin_serial", "80614141123458|6789")],
        ),
        (
            Kind.EPC,
            "urn:epc:tag:sgtin-96:3.0614141.812345.6789",
            [("epc", "3074257BF7194E4000001A85"), ("gtin_serial", "80614141123458|6789")],
        ),
        (Kind.EPC, "E28011700000020A1B2C3D4E", [("epc", "E28011700000020A1B2C3D4E")]),
        (Kind.TID, "e28011700000020a1b2c3d4e", [("tid", "E28011700000020A1B2C3D4E")]),
        (Kind.TID, "E2801170", []),
        (Kind.UID, "b1024f95500104e0", [("uid", "E0040150954F02B1")]),
        (
            Kind.UID,
            "4500C5D1E9",
            [("uid", "4500C5D1E9"), ("card", "0012964329"), ("card", "197,53737")],
        ),
    ],
)
def test_an_identifier_gets_the_keys_of_all_its_forms(
    kind: Kind, text: str, keys: list[tuple[str, str]]
) -> None:
    assert list(keys_on_file(kind, text)) == keys


@pytest.mark.parametrize(
    ("kind", "text", "scan"),
    [
        (Kind.SERIAL, "lgd-0001", "LGD-0001"),
        (Kind.EPC, "3074257BF7194E4000001A85", "(01)80614141123458(21)6789"),
        (Kind.EPC, "3074257BF7194E4000001A85", "urn:epc:id:sgtin:0614141.812345.6789"),
        (Kind.EPC, "3434257BF400000000BC6038", "]C18004061414112345400"),
        (Kind.UID, "E0040150954F02B1", "B1:02:4F:95:50:01:04:E0"),
        (Kind.UID, "4500C5D1E9", "0012964329"),
        (Kind.UID, "4500C5D1E9", "197,53737"),
        (Kind.UID, "0123456789", "0123456789"),
        (Kind.TID, "E28011700000020A1B2C3D4E", "E28011700000020A1B2C3D4E"),
    ],
)
def test_what_is_on_file_is_found_by_another_form_of_it(kind: Kind, text: str, scan: str) -> None:
    assert set(keys_on_file(kind, text)) & set(interpret(scan).keys)


@pytest.mark.parametrize(
    ("kind", "text"),
    [(Kind.EPC, "LGD-0001"), (Kind.UID, "12345"), (Kind.TID, ""), (Kind.SERIAL, "A" * 81)],
)
def test_what_is_no_such_identifier_is_refused(kind: Kind, text: str) -> None:
    with pytest.raises(IdentifierRefused):
        keys_on_file(kind, text)
