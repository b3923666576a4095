import re
from dataclasses import replace

import pytest

from leghorn_bench.documents import device_label, parcel_label, zpl
from leghorn_bench.documents.gs1_matrix import encoded
from leghorn_bench.documents.label_stocks import label_stocks
from leghorn_bench.domain.papers.head import PaperDevice
from leghorn_bench.domain.papers.labels import (
    DeviceLabel,
    DeviceLabels,
    LabelStock,
    LabelStockImpossible,
    ParcelLabel,
    ParcelLabels,
)
from leghorn_bench.domain.party import Address
from tests.documents import samples
from tests.documents.pages import codes, one_line, sheet_count

STOCKS = label_stocks()
LABEL = DeviceLabel(
    samples.SEAL, "2026-00412", "Porto Esempio S.p.A.", samples.ISSUED, "08012345678904", "A-12"
)
PARCEL = ParcelLabel(
    samples.COMPANY, samples.CUSTOMERS["de"].address, "2026-00077", "DDT 2026/00031", "2026-00412",
    1, 2, 1250, "Corriere Esempio", "LDV-123456789", "UN3481",
)  # fmt: skip
GS1 = ("DataMatrix", "(01)08012345678904(21)LGD-0000-4711")
BARS = ("Code128", "LB:D:LGD-0000-4711")


@pytest.mark.parametrize("stock", STOCKS.values(), ids=list(STOCKS))
def test_a_device_label_printed_at_203_dots_an_inch_scans(stock: LabelStock) -> None:
    found = codes(device_label.render(DeviceLabels(stock, (LABEL,))))
    assert GS1 in found
    assert BARS in found or stock.label[0] < 60


@pytest.mark.parametrize("stock", STOCKS.values(), ids=list(STOCKS))
@pytest.mark.parametrize(
    ("serial", "gtin", "form", "said"),
    [
        ("ABCDEFGHIJ-123456789", "08012345678904", "DataMatrix",
         "(01)08012345678904(21)ABCDEFGHIJ-123456789"),
        ("LGD-2026-0000-4711-LOTTO-12/B-UNITA-0003", "", "DataMatrix",
         "LB:D:LGD-2026-0000-4711-LOTTO-12/B-UNITA-0003"),
        ("Пломба-электронная-42", "", "QRCode", "LB:D:Пломба-электронная-42"),
    ],
    ids=["GS1", "plain", "beyond ASCII"],
)  # fmt: skip
def test_the_longest_serial_number_scans_from_every_stock(
    stock: LabelStock, serial: str, gtin: str, form: str, said: str
) -> None:
    label = replace(LABEL, device=PaperDevice(serial, "NeptuneDemo RFID"), gtin=gtin)
    found = codes(device_label.render(DeviceLabels(stock, (label,) * stock.a_page)))
    assert found.count((form, said)) == stock.a_page
    bars = [text for kind, text in found if kind == "Code128"]
    assert set(bars) <= {f"LB:D:{serial}"}


def test_without_a_gtin_the_matrix_opens_the_device_as_the_bars_do() -> None:
    plain = replace(LABEL, gtin="")
    found = codes(device_label.render(DeviceLabels(STOCKS["roll-62x29"], (plain,))))
    assert sorted(found) == [BARS, ("DataMatrix", "LB:D:LGD-0000-4711")]


@pytest.mark.parametrize("code", STOCKS)
def test_a_parcel_label_scans_from_every_stock(code: str) -> None:
    paper = parcel_label.render(ParcelLabels(STOCKS[code], (PARCEL,), samples.ISSUED))
    assert codes(paper) == [("Code128", "LB:P:2026-00077")]
    said = one_line(paper)
    for fact in ("Muster Hafenlogistik", "GERMANIA", "DDT 2026/00031", "1/2", "UN3481", "1,25 kg"):
        assert fact in said


def test_a_sheet_that_was_begun_goes_on_where_it_was_left() -> None:
    stock = STOCKS["a4-3x7"]
    labels = tuple(replace(LABEL, case_number=f"2026-{n:05}") for n in range(19))
    assert sheet_count(device_label.render(DeviceLabels(stock, labels))) == 1
    assert sheet_count(device_label.render(DeviceLabels(stock, labels, skip=3))) == 2


def test_a_roll_has_one_label_a_page() -> None:
    labels = DeviceLabels(STOCKS["roll-62x29"], (LABEL, LABEL, LABEL))
    assert sheet_count(device_label.render(labels)) == 3


def test_a_batch_tells_how_far_it_is_and_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, count: int) -> bool:
        told.append((done, count))
        return done < 5

    labels = DeviceLabels(STOCKS["roll-62x29"], (LABEL,) * 1000)
    assert device_label.render(labels, progress) == b""
    assert told == [(n, 1000) for n in range(1, 6)]


def test_a_long_name_shrinks_and_is_then_cut_but_never_an_identifier() -> None:
    long = replace(LABEL, device=PaperDevice("S" * 40, "Nome " * 16), gtin="")
    said = one_line(device_label.render(DeviceLabels(STOCKS["roll-57x32"], (long,))))
    assert "S" * 40 in said
    assert 4 < said.count("Nome") < 16
    assert "Nome …" in said


@pytest.mark.parametrize(
    "change",
    [{"columns": 4}, {"rows": 9}, {"columns": 0}, {"label": (300.0, 10.0)}],
)
def test_labels_that_hang_over_their_page_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(LabelStockImpossible, match="a4-3x7"):
        replace(STOCKS["a4-3x7"], **change)  # type: ignore[arg-type]


def test_the_gs1_mark_is_one_codeword_and_pairs_of_digits_are_one() -> None:
    assert encoded("\x1d0121A") == (bytes([232, 131, 151, 66]), 6)


def test_a_printer_gets_one_format_a_label_with_its_size_in_dots() -> None:
    made = zpl.device_labels(DeviceLabels(STOCKS["roll-62x29"], (LABEL, LABEL))).decode()
    assert made.count("^XA") == made.count("^XZ") == 2
    assert "^PW496" in made
    assert "^LL232" in made
    assert "^FDLB:D:LGD-0000-4711^FS" in made
    assert "^BXN,4,200,,,,_^FD_1010801234567890421LGD-0000-4711^FS" in made


def test_a_denser_head_gets_more_dots() -> None:
    made = zpl.device_labels(DeviceLabels(STOCKS["roll-62x29"], (LABEL,)), 12).decode()
    assert "^PW744" in made


def test_no_name_can_command_the_printer() -> None:
    evil = replace(LABEL, customer="^XZ~JR_41\\&\nRossi")
    made = zpl.device_labels(DeviceLabels(STOCKS["roll-62x29"], (evil,))).decode()
    assert re.findall(r"\^X.", made) == ["^XA", "^XZ"]
    assert "~" not in made
    assert "_5EXZ_7EJR_5F41_5C& Rossi" in made


def test_a_parcel_label_for_the_printer_says_where_it_goes() -> None:
    made = zpl.parcel_labels(
        ParcelLabels(STOCKS["roll-100x150"], (PARCEL,), samples.ISSUED)
    ).decode()
    assert "Musterstraße 5" in made
    assert "^FDLB:P:2026-00077^FS" in made


def test_a_serial_number_beyond_ascii_still_opens_its_device() -> None:
    odd = replace(LABEL, device=PaperDevice("Ж-42", "Пломба"))
    found = codes(device_label.render(DeviceLabels(STOCKS["roll-62x29"], (odd,))))
    assert found == [("QRCode", "LB:D:Ж-42")]
    assert b"^BQN" in zpl.device_labels(DeviceLabels(STOCKS["roll-62x29"], (odd,)))


def test_bars_that_barely_fit_are_still_two_dots_wide() -> None:
    label = replace(LABEL, device=PaperDevice("LGD-0000-47111", "Prodotto"))
    found = codes(device_label.render(DeviceLabels(STOCKS["roll-62x29"], (label,))))
    assert ("Code128", "LB:D:LGD-0000-47111") in found


def test_a_label_too_narrow_for_its_bars_still_has_its_matrix() -> None:
    long = replace(LABEL, device=PaperDevice("LGD-0000-4711-LANG-UND-LAENGER", "Prodotto"), gtin="")
    found = codes(device_label.render(DeviceLabels(STOCKS["roll-57x32"], (long,))))
    assert [form for form, _ in found] == ["DataMatrix"]


def test_a_parcel_label_says_only_what_is_known() -> None:
    bare = ParcelLabel(samples.COMPANY, samples.CUSTOMERS["it"].address, "2026-00078")
    batch = ParcelLabels(STOCKS["roll-100x150"], (bare,), samples.ISSUED)
    assert "Vettore" not in one_line(parcel_label.render(batch))
    assert b"1/1" in zpl.parcel_labels(batch)


def test_a_long_address_shrinks_until_it_is_clear_of_the_bars() -> None:
    address = Address(
        "Spedizioni Esempio " * 8, "Via Molto Lunga di Prova " * 6, "0", "Città " * 20
    )
    batch = ParcelLabels(
        STOCKS["roll-62x100"], (replace(PARCEL, recipient=address),), samples.ISSUED
    )
    paper = parcel_label.render(batch)
    assert codes(paper) == [("Code128", "LB:P:2026-00077")]
    assert one_line(paper).count("Esempio") >= 8
