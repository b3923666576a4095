"""Import of a sales file: bad rows never stop good ones, and a second import changes nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leghorn_bench.domain.records.goods import Device, DeviceIdentifier, Product, Sale
from leghorn_bench.domain.records.parties import Customer, SalesRep
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.sales_errors import (
    CellMissing,
    CellTooLong,
    CellUnreadable,
    CustomerCodeMissing,
    HeaderLacks,
    HeaderTwice,
    NotACountry,
    NotADay,
    NotATag,
    NotMonths,
    ReplacedAmbiguous,
    ReplacedByOther,
    ReplacedUnknown,
    ReplacementCycle,
    ReplacesOther,
    RowBroken,
    RowOfOtherLength,
    SaidOtherwise,
    SalesFileBroken,
    SalesFileNotUtf8,
    SalesFileRefused,
    SalesFileUnreadable,
)
from leghorn_bench.services.register import ImportReport, import_sales
from leghorn_bench.store.audit import broken_links
from leghorn_bench.store.engine import Store
from leghorn_bench.store.records import select

HEADER = (
    "serial,epc,tid,uid,product_code,product,lot,sold_on,document,customer_code,customer,"
    "vat_number,country,sales_rep,warranty_months,extension_ordered_on,replaces"
)
ITALIAN = (
    "matricola;codice_articolo;descrizione;lotto;data_vendita;documento;codice_cliente;cliente;"
    "partita_iva;paese;commerciale;garanzia_mesi;data_estensione;sostituisce"
)
WHOLE = (
    "LG-0001,3074257BF7194E4000001A85,,E0040150954F02B1,NEP-1,Neptune seal,L7,2025-03-14,F 12,C1,"
    "Rossi S.r.l.,IT01234567890,IT,Anna Bianchi,24,2025-03-14,"
)

Import = Callable[..., ImportReport]


@pytest.fixture
def imported(store: Store, stamp: Stamp, tmp_path: Path) -> Import:
    """Import a text as a file."""

    def run(text: str | bytes, *, dry_run: bool = False) -> ImportReport:
        path = tmp_path / "sales.csv"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return import_sales(store, path, stamp, dry_run=dry_run)

    return run


def short(*rows: str, header: str = "serial,product_code,sold_on,document,replaces") -> str:
    return "\n".join((header, *rows, ""))


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    return (report.rows, report.imported, report.updated, report.unchanged, report.rejected)


def test_a_row_becomes_a_unit_with_its_product_customer_rep_and_sale(
    store: Store, imported: Import
) -> None:
    assert counts(imported(f"{HEADER}\n{WHOLE}\n")) == (1, 1, 0, 0, 0)
    (product,), (rep,) = select(store, Product), select(store, SalesRep)
    (customer,), (device,) = select(store, Customer), select(store, Device)
    (sale,) = select(store, Sale)
    assert (product.code, product.name) == ("NEP-1", "Neptune seal")
    assert (rep.name, device.serial, device.lot) == ("Anna Bianchi", "LG-0001", "L7")
    assert (customer.code, customer.country, customer.vat_regime) == ("C1", "IT", "")
    assert (sale.document, sale.months, sale.rep_id) == ("F 12", 24, rep.id)
    assert str(sale.sold_on) == "2025-03-14"


def test_a_unit_is_found_by_each_of_its_identifiers(store: Store, imported: Import) -> None:
    imported(f"{HEADER}\n{WHOLE}\n")
    found = {(one.kind, one.value) for one in select(store, DeviceIdentifier)}
    assert found >= {
        ("serial", "LG-0001"),
        ("epc", "3074257BF7194E4000001A85"),
        ("gtin_serial", "80614141123458|6789"),
        ("uid", "E0040150954F02B1"),
    }


@pytest.mark.parametrize(
    "text",
    [
        f"{ITALIAN}\nLG-1;NEP-1;Sigillo;;14/03/2025;F 1;C1;Rossi;;IT;Anna;;;\n",
        f"\ufeff{ITALIAN}\r\n LG-1 ;NEP-1;Sigillo;;4/3/2025;F 1;C1;Rossi;;it;Anna;12;;\r\n",
        f'{ITALIAN}\n"lg-1";"NEP-1";"Sigillo ""A""; blu";;2025-03-14;F 1;C1;"Rossi\t";;IT;A;;;\n',
        'product_code,SERIAL,Note\nNEP-1,LG-1,"a, b"\n',
    ],
    ids=["semicolons", "BOM and CRLF", "quotes", "any order and a column of theirs"],
)
def test_files_as_people_make_them_are_read(store: Store, imported: Import, text: str) -> None:
    assert counts(imported(text)) == (1, 1, 0, 0, 0)
    assert [device.serial for device in select(store, Device)] == ["LG-1"]


def test_the_same_file_twice_changes_nothing(store: Store, imported: Import) -> None:
    text = f"{HEADER}\n{WHOLE}\nLG-2,,,,NEP-1,,,,,,,,,,,,LG-0001\n"
    assert counts(imported(text)) == (2, 2, 0, 0, 0)
    before = store.rows("SELECT COUNT(*), MAX(hash) FROM audit_event")
    assert counts(imported(text)) == (2, 0, 0, 2, 0)
    assert store.rows("SELECT COUNT(*), MAX(hash) FROM audit_event") == before


def test_a_file_that_contradicts_itself_changes_nothing_the_second_time(
    imported: Import,
) -> None:
    header = "serial,product_code,product,lot,sold_on,document,customer_code,customer,sales_rep"
    rows = (
        "A,P,Seal,L1,2025-01-01,F1,C1,Rossi,Anna",
        "A,P,Seals,L2,2025-01-01,F1,C1,Rossi,Anna",
        "A,P,Seal,L1,2025-01-02,F1,C1,Rossi Srl,Anna",
        "A,P,Seal,L1,2025-01-01,F1,C2,Verdi,Anna",
        "A,P,Seal,L1,2025-01-01,F1,C1,Rossi,Zoe",
        "A,P,Seal,,2025-01-01,F1,,,",
    )
    first = imported(short(*rows, header=header))
    assert counts(first) == (6, 1, 0, 1, 4)
    assert {type(reject.why) for reject in first.rejects} == {SaidOtherwise}
    assert counts(imported(short(*rows, header=header))) == (6, 0, 0, 2, 4)


def test_a_dry_run_tells_what_would_happen_and_does_nothing(store: Store, imported: Import) -> None:
    assert counts(imported(f"{HEADER}\n{WHOLE}\n", dry_run=True)) == (1, 1, 0, 0, 0)
    assert select(store, Device) == []
    assert select(store, Customer) == []


def test_facts_that_changed_are_updated_and_told_to_the_trail(
    store: Store, imported: Import
) -> None:
    imported(f"{HEADER}\n{WHOLE}\n")
    changed = WHOLE.replace("Rossi S.r.l.", "Rossi S.p.A.").replace("L7", "L8")
    assert counts(imported(f"{HEADER}\n{changed.replace(',24,', ',36,')}\n")) == (1, 0, 1, 0, 0)
    assert [one.name for one in select(store, Customer)] == ["Rossi S.p.A."]
    assert [one.lot for one in select(store, Device)] == ["L8"]
    assert [one.months for one in select(store, Sale)] == [36]
    events = store.rows("SELECT subject, before FROM audit_event WHERE what = 'changed'")
    assert sorted(events) == [
        ("customer", '{"name":"Rossi S.r.l."}'),
        ("device", '{"lot":"L7"}'),
        ("sale", '{"months":24}'),
    ]
    assert list(broken_links(store)) == []


def test_a_second_sale_on_another_document_is_kept_beside_the_first(
    store: Store, imported: Import
) -> None:
    imported(short("A,P,2024-01-01,F1,"))
    assert counts(imported(short("A,P,2025-06-01,F9,"))) == (1, 1, 0, 0, 0)
    assert len(select(store, Sale)) == 2


def test_a_serial_of_another_product_is_another_unit(store: Store, imported: Import) -> None:
    assert counts(imported(short("A,P,,,", "A,Q,,,"))) == (2, 2, 0, 0, 0)
    assert len(select(store, Device)) == 2


def test_an_epc_on_two_units_is_kept_since_it_is_a_clone_to_be_seen(
    store: Store, imported: Import
) -> None:
    rows = ("A,P,3074257BF7194E4000001A85", "B,P,3074257BF7194E4000001A85")
    report = imported(short(*rows, header="serial,product_code,epc"))
    assert counts(report) == (2, 2, 0, 0, 0)
    assert len([one for one in select(store, DeviceIdentifier) if one.kind == "epc"]) == 2


def test_a_known_unit_gains_the_identifiers_and_the_sale_it_lacked(
    store: Store, imported: Import
) -> None:
    imported(short("A,P", header="serial,product_code"))
    report = imported(short("A,P,E0040150954F02B1", header="serial,product_code,uid"))
    assert counts(report) == (1, 0, 1, 0, 0)
    assert counts(imported(short("A,P,2025-01-01,F1,"))) == (1, 1, 0, 0, 0)
    assert len(select(store, Device)) == 1


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("serial", "", CellMissing),
        ("serial", "A" * 81, CellTooLong),
        ("serial", "A\x07B", CellUnreadable),
        ("serial", "A\x00B", CellUnreadable),
        ("product_code", "  ", CellMissing),
        ("epc", "3074XYZ", NotATag),
        ("uid", "E00", NotATag),
        ("sold_on", "31/02/2025", NotADay),
        ("sold_on", "2025-13-01", NotADay),
        ("sold_on", "12/31/2025", NotADay),
        ("sold_on", "٢٠٢٥-٠١-٠١", NotADay),  # noqa: RUF001 - Arabic digits are meant
        ("sold_on", "yesterday", NotADay),
        ("country", "Italia", NotACountry),
        ("country", "ZZ", NotACountry),
        ("warranty_months", "0", NotMonths),
        ("warranty_months", "121", NotMonths),
        ("warranty_months", "12.5", NotMonths),
        ("warranty_months", "two", NotMonths),
        ("extension_ordered_on", "?", NotADay),
        ("customer", "C" * 201, CellTooLong),
    ],
)
def test_a_bad_cell_rejects_its_row_with_line_column_value_and_reason(
    store: Store, imported: Import, column: str, value: str, why: type[Exception]
) -> None:
    names = HEADER.split(",")
    cells = dict(zip(names, WHOLE.split(","), strict=True)) | {column: value}
    bad = ",".join(cells[name] for name in names)
    report = imported(f"{HEADER}\n{WHOLE}\n{bad}\n")
    assert counts(report) == (2, 1, 0, 0, 1)
    (reject,) = report.rejects
    assert (reject.line, reject.column, type(reject.why)) == (3, column, why)
    assert len(select(store, Device)) == 1


def test_a_column_is_named_as_the_file_names_it(imported: Import) -> None:
    report = imported("matricola;codice_articolo;garanzia_mesi\nA;P;x\n")
    assert [(one.column, one.value) for one in report.rejects] == [("garanzia_mesi", "x")]


def test_a_customer_without_code_is_rejected_at_the_code(imported: Import) -> None:
    header = "serial,product_code,customer_code,customer"
    report = imported(short("A,P,,Rossi", header=header))
    assert [type(one.why) for one in report.rejects] == [CustomerCodeMissing]


def test_a_row_of_another_length_is_rejected(imported: Import) -> None:
    report = imported(short("A,P", "B,P,,,,,", "C,P,,,"))
    assert counts(report) == (3, 1, 0, 0, 2)
    assert {type(one.why) for one in report.rejects} == {RowOfOtherLength}


def test_a_quote_in_the_middle_rejects_its_row_alone(imported: Import) -> None:
    report = imported(short('"A"x,P,,,', "B,P,,,"))
    assert counts(report) == (2, 1, 0, 0, 1)
    assert isinstance(report.rejects[0].why, RowBroken)


def test_lines_are_counted_as_an_editor_counts_them(imported: Import) -> None:
    header = "serial,product_code,product,warranty_months"
    report = imported(short('A,P,"two\nlines",12', "", "B,P,,x", header=header))
    assert [one.line for one in report.rejects] == [2, 5]


def test_only_the_first_thousand_rejects_are_told_and_all_are_counted(imported: Import) -> None:
    report = imported(short(*(",P,,," for _ in range(2_500)), "A,P,,,"))
    assert counts(report) == (2_501, 1, 0, 0, 2_500)
    assert [one.line for one in report.rejects] == list(range(2, 1_002))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", HeaderLacks),
        (b"name;city\nRossi;Pisa\n", HeaderLacks),
        (b"serial,product\nA,Seal\n", HeaderLacks),
        (b"serial,matricola,product_code\nA,A,P\n", HeaderTwice),
        (b"serial,product_code\nA,P\nCitt\xe0,P\n", SalesFileNotUtf8),
        ("serial,product_code\nA,P\n".encode("utf-16"), SalesFileNotUtf8),
        (b'serial,product_code\nA,P\nB,"P\nC,P\n', SalesFileBroken),
        (b'serial,product_code\nA,P\nB,"P\n' + b"C,P\n" * 50_000, SalesFileBroken),
        (b"PK\x03\x04\xff\xff\xff", SalesFileNotUtf8),
        (b'"serial"x,product_code\nA,P\n', SalesFileBroken),
        (b"serial,product_code\nA,P\n" + b"B,P\n" * 5_000 + b"\xe0,P\n", SalesFileNotUtf8),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing(
    store: Store, imported: Import, content: bytes, why: type[SalesFileRefused]
) -> None:
    with pytest.raises(why, match="Nothing was imported"):
        imported(content)
    assert select(store, Device) == []


def test_a_file_that_is_not_there_is_told(store: Store, stamp: Stamp, tmp_path: Path) -> None:
    for path in (tmp_path / "absent.csv", tmp_path):
        with pytest.raises(SalesFileUnreadable):
            import_sales(store, path, stamp)


def links(store: Store) -> set[tuple[str, str]]:
    return {
        (old, new)
        for old, new in store.rows(
            "SELECT o.serial, n.serial FROM replacement r"
            " JOIN device o ON o.id = r.old_id JOIN device n ON n.id = r.new_id"
        )
    }


def test_a_replaced_unit_may_stand_anywhere_in_the_file(store: Store, imported: Import) -> None:
    report = imported(short("C,P,,,B", "B,P,2025-02-01,F2,A", "A,P,2024-02-01,F1,"))
    assert counts(report) == (3, 3, 0, 0, 0)
    assert links(store) == {("A", "B"), ("B", "C")}


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (["B,P,,,NOWHERE"], [ReplacedUnknown]),
        (["B,P,,,B"], [ReplacementCycle]),
        (["A,P,,,B", "B,P,,,A"], [ReplacementCycle, ReplacementCycle]),
        (["A,P,,,", "B,P,,,A", "C,P,,,A"], [ReplacedByOther]),
        (["A,P,,,", "D,P,,,", "B,P,,,A", "B,P,,,D"], [ReplacesOther]),
        (["A,Q,,,", "A,R,,,", "B,P,,,A"], [ReplacedAmbiguous]),
        (["C,P,,,B", "B,P,,,NOWHERE"], [ReplacedUnknown, ReplacedUnknown]),
    ],
)
def test_a_replacement_that_cannot_be_is_rejected(
    store: Store, imported: Import, rows: list[str], why: list[type[Exception]]
) -> None:
    report = imported(short("X,P,,,", *rows))
    assert [type(one.why) for one in report.rejects] == why
    assert {one.column for one in report.rejects} == {"replaces"}
    assert report.imported == 1 + len(rows) - len(why)
    serials = [device.serial for device in select(store, Device)]
    assert len(serials) == report.imported


def test_a_circle_with_units_on_file_is_rejected(store: Store, imported: Import) -> None:
    imported(short("A,P,,,", "B,P,,,A", "C,P,,,B"))
    report = imported(short("A,P,,,C"))
    assert [type(one.why) for one in report.rejects] == [ReplacementCycle]
    assert links(store) == {("A", "B"), ("B", "C")}


def test_of_several_units_with_one_serial_the_one_of_the_same_product_was_replaced(
    store: Store, imported: Import
) -> None:
    report = imported(short("A,P,,,", "A,Q,,,", "B,Q,,,A"))
    assert counts(report) == (3, 3, 0, 0, 0)


def test_names_of_any_script_are_kept_as_written(store: Store, imported: Import) -> None:
    header = "serial,product_code,customer_code,customer,country"
    names = ["ООО Пломба", "封印株式会社", "شركة الأختام", "Tom & <b>Jerry</b>"]  # noqa: RUF001
    rows = [f"S{n},P,C{n},{name},RU" for n, name in enumerate(names)]
    assert imported(short(*rows, header=header)).imported == 4
    assert [one.name for one in select(store, Customer, "ORDER BY code")] == names


def test_cells_of_nothing_but_blanks_are_empty(store: Store, imported: Import) -> None:
    blank = {"epc", "sold_on", "country", "warranty_months", "replaces", "lot", "customer"}
    names = HEADER.split(",")
    cells = dict(zip(names, WHOLE.split(","), strict=True)) | dict.fromkeys(blank, "  ")
    assert counts(imported(f"{HEADER}\n{','.join(cells[name] for name in names)}\n")) == (
        1, 1, 0, 0, 0,
    )  # fmt: skip
    assert select(store, Sale) == []


def test_a_product_is_renamed_by_the_first_row_that_names_it(
    store: Store, imported: Import
) -> None:
    header = "serial,product_code,product"
    imported(short("A,P,Seal", header=header))
    assert counts(imported(short("A,P,Lock", "B,P,Seals", header=header))) == (2, 1, 1, 0, 0)
    assert [product.name for product in select(store, Product)] == ["Lock"]


def test_a_long_import_tells_how_far_it_is(store: Store, stamp: Stamp, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    path.write_text(short(*(f"S{n},P,,," for n in range(4_100))), encoding="utf-8")
    told: list[int] = []
    import_sales(store, path, stamp, progress=told.append)
    assert told == [2_000, 4_000, 4_100]
