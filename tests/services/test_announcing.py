"""A customer's list of devices: read as written, doubted aloud, put on file once."""

from datetime import date
from pathlib import Path

import pytest

from leghorn_bench.domain.case_errors import (
    AnnouncedFileNoColumn,
    AnnouncedFileNoText,
    AnnouncedFileRefused,
    AnnouncedFileTooLarge,
    AnnouncedFileUnreadable,
    CaseIsOver,
    DeviceInAnotherCase,
    TooManyAnnounced,
)
from leghorn_bench.services.announced_file import numbers_in_file
from leghorn_bench.services.announced_table import ListedNumbers, as_list
from leghorn_bench.services.announcing import MOST, AnnouncementReader
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import (
    Announced,
    Report,
    announce_devices,
    devices_of,
    reject,
    report_case,
)
from leghorn_bench.services.closing import close_case
from leghorn_bench.services.parcels import Arrival, begin_parcel, reconcile
from leghorn_bench.services.receiving import scan_into_parcel
from tests.services.case_stories import opened
from tests.services.conftest import Stock

SOLD = date(2026, 2, 1)


def known(text: str) -> bool:
    return text.startswith("LGD-")


@pytest.mark.parametrize("between", ["\n", "\r\n", ";", "\t", ", ", "\n\n  "])
def test_a_list_may_be_pasted_in_any_form(bench: Bench, stock: Stock, between: str) -> None:
    units = [stock.unit(SOLD), stock.unit()]
    found = AnnouncementReader(bench).read(between.join([*(one.serial for one in units), "zz-9"]))
    assert [line.serial for line in found.lines] == ["LGD-0001", "LGD-0002", "ZZ-9"]
    assert [line.known for line in found.lines] == [True, True, False]
    assert [line.customer for line in found.lines] == ["Porto Esempio S.p.A.", "", ""]
    assert found.devices[0] == Announced(scanned="LGD-0001", device_id=units[0].id)


def test_what_is_named_twice_is_taken_once_and_told(bench: Bench, stock: Stock) -> None:
    serial = stock.unit(SOLD).serial
    found = AnnouncementReader(bench).read(f"{serial}\n{serial.lower()}\nZZ-9\nzz-9")
    assert [line.serial for line in found.lines] == [serial, "ZZ-9"]
    assert found.twice == (serial, "ZZ-9")


def test_a_list_longer_than_one_announcement_takes_is_refused(bench: Bench) -> None:
    found = AnnouncementReader(bench).read("\n".join(f"ZZ-{n}" for n in range(MOST + 1)))
    with pytest.raises(TooManyAnnounced, match="1001 devices"):
        _ = found.devices


def test_a_device_that_a_running_case_awaits_is_told_and_not_announced_again(
    bench: Bench, stock: Stock
) -> None:
    unit = stock.unit(SOLD)
    first = opened(bench, stock, [unit])
    announce_devices(bench, first.id, [Announced(scanned="ZZ-9")])
    lines = AnnouncementReader(bench).read(f"{unit.serial}\nzz-9").lines
    assert [line.in_case and line.in_case.id for line in lines] == [first.id, first.id]
    for line in lines:
        with pytest.raises(DeviceInAnotherCase, match=str(first.number)):
            report_case(bench, Report(customer_id=stock.customer.id), [line.announced])


def test_nothing_is_announced_to_a_case_that_is_over(bench: Bench, stock: Stock) -> None:
    closed = close_case(bench, opened(bench, stock, []).id)
    rejected = reject(bench, report_case(bench, Report(customer_id=stock.customer.id)).id, "no")
    for case in (closed, rejected):
        with pytest.raises(CaseIsOver):
            announce_devices(bench, case.id, [Announced(scanned="ZZ-9")])
        assert devices_of(bench, case.id) == []


def test_an_unknown_device_is_found_in_the_parcel_as_it_was_announced(
    bench: Bench, stock: Stock
) -> None:
    case = opened(bench, stock, [])
    announce_devices(bench, case.id, AnnouncementReader(bench).read(" zz 9 ").devices)
    parcel = begin_parcel(bench, Arrival(customer_id=stock.customer.id))
    scan_into_parcel(bench, parcel.id, "Zz  9")
    held = reconcile(bench, parcel.id)
    assert (held.expected, len(held.found), held.missing, held.extra) == (1, 1, (), ())


@pytest.mark.parametrize(
    "content",
    [
        b"LGD-0001\nLGD-0002\n",
        b"\xef\xbb\xbfmatricola\r\nLGD-0001\r\n\r\nLGD-0002\r\n",
        "Serial\nLGD-0001\nLGD-0002".encode("utf-16"),
        b"LGD-0001;LGD-0002",
        b"pos;descrizione;Matricola\n1;sigillo;LGD-0001\n2;sigillo;LGD-0002\n",
        b"1,seal,LGD-0001\n2,seal,LGD-0002\n",
        b'S/N\tnote\nLGD-0001\tperch\xe9 no\nLGD-0002\t5" seal\n',
        b'"Serial number","note"\n"LGD-0001","one, two"\n"LGD-0002",""\n',
        b'note;matricola\n"rotto; bagnato";LGD-0001\nno;"LGD-0002"\n',
        b"sep=;\r\nmatricola;note\r\nLGD-0001;a\r\nLGD-0002;b\r\n",
        b"Resi di novembre\n\npos,matricola\n1,LGD-0001\n2,LGD-0002\n",
        b"LGD-0001, LGD-0002\nsigillo\n",
        b"1;dispositivo;LGD-0001\n2;dispositivo;LGD-0002\n",
    ],
)
def test_the_numbers_of_a_file_are_found(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "elenco.csv"
    path.write_bytes(content)
    assert numbers_in_file(path, known).numbers[:2] == ("LGD-0001", "LGD-0002")


def test_rows_of_a_file_that_name_no_device_are_told(tmp_path: Path) -> None:
    path = tmp_path / "elenco.csv"
    path.write_text("cliente;matricola\nPorto;LGD-0001\nPorto\nPorto;\n\nPorto;LGD-0002\n")
    assert numbers_in_file(path, known) == ListedNumbers(("LGD-0001", "LGD-0002"), (3, 4))


@pytest.mark.parametrize(
    ("pasted", "taken"),
    [
        ("Matricola\tProdotto\r\nLGD-0001\tSigillo\r\n\tSigillo\r\n", "LGD-0001"),
        ("1\tLGD-0001\n2\tLGD-0002", "LGD-0001\nLGD-0002"),
        ("LGD-0001\tLGD-0002", "LGD-0001\tLGD-0002"),
        ("ZZ-1\tsigillo\nZZ-2\tsigillo", "ZZ-1\tsigillo\nZZ-2\tsigillo"),
        ("LGD-0001, LGD-0002\nLGD-0003", "LGD-0001, LGD-0002\nLGD-0003"),
    ],
)
def test_of_a_table_that_is_pasted_the_column_of_devices_is_taken(pasted: str, taken: str) -> None:
    assert as_list(pasted, known) == taken


@pytest.mark.parametrize(
    "written",
    [
        "\ufeffLGD-0001\r\nLGD-0002",
        "“LGD-0001”\n«LGD-0002»",
        "LGD\u20110001\nLGD\u20130002",
        "1. LGD-0001\n2) LGD-0002",
        "• LGD-0001\n- LGD-0002",
        "LGD-0001 LGD-0002",
        "'LGD-0001\n'LGD-0002",
    ],
)
def test_numbers_are_known_as_mails_and_word_processors_write_them(
    bench: Bench, stock: Stock, written: str
) -> None:
    serials = [stock.unit(SOLD).serial for _ in range(2)]
    lines = AnnouncementReader(bench).read(written).lines
    assert [(line.serial, line.known) for line in lines] == [(one, True) for one in serials]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"PK\x03\x04 a workbook", AnnouncedFileNoText),
        (b"%PDF-1.7", AnnouncedFileNoText),
        (b"LGD\x00\x01", AnnouncedFileNoText),
        (b"\xff\xfe\x00", AnnouncedFileNoText),
        (b"caff\x81\xe8", AnnouncedFileNoText),
        (b"1,seal\n2,seal\n", AnnouncedFileNoColumn),
        (b"LGD-0001\n" * 600_000, AnnouncedFileTooLarge),
    ],
)
def test_what_is_no_list_is_refused_with_its_reason(
    tmp_path: Path, content: bytes, refusal: type[AnnouncedFileRefused]
) -> None:
    path = tmp_path / "elenco.xlsx"
    path.write_bytes(content)
    with pytest.raises(refusal, match=r"elenco\.xlsx"):
        numbers_in_file(path, known)


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(AnnouncedFileUnreadable, match="No such file"):
        numbers_in_file(tmp_path / "gone.csv", known)


def test_an_empty_file_lists_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"\n \n")
    assert numbers_in_file(tmp_path / "empty.txt", known) == ListedNumbers()


def test_a_column_that_says_of_every_row_that_it_is_a_device_is_no_header() -> None:
    pasted = "1\tdispositivo\tZZ-1\n2\tdispositivo\tZZ-2\n"
    assert as_list(pasted, known) == pasted
