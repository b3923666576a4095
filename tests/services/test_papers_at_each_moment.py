"""Receipt, report, summary and register: each paper at its moment."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest

from leghorn_bench.domain.case_errors import NothingAssessed, ParcelEmpty
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.cases import Measurement
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.assessing import Judgement, assess, grant_goodwill
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.issuing import Issued, annul
from leghorn_bench.services.moved_goods import eu_register, movements
from leghorn_bench.services.parcels import Arrival, begin_parcel
from leghorn_bench.services.receipts import issue_intake_receipts
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.reporting import issue_technical_report
from leghorn_bench.services.stepping import take_step
from leghorn_bench.services.summing_up import issue_case_summary
from leghorn_bench.store.records import read, save
from tests.services.case_stories import opened, photo, received, repaired, shipped
from tests.services.conftest import Stock

SOLD = date(2026, 2, 1)


def told(issued: Issued) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", issued.paper.content)


def test_each_case_in_a_parcel_gets_its_receipt(ready: Bench, stock: Stock) -> None:
    units = [stock.unit(SOLD) for _ in range(2)]
    case, devices, parcel = received(ready, stock, units)
    (receipt,) = issue_intake_receipts(ready, parcel)
    assert receipt.paper.label == "2026/00001"
    assert receipt.paper.case_id == case.id
    assert [row["device"]["serial"] for row in told(receipt)["devices"]] == [
        unit.serial for unit in units
    ]
    assert told(receipt)["inbound_cost"] == "12.50"
    assess(ready, devices[0].id, Judgement(origin=Origin.MANUFACTURING))


def test_what_was_announced_and_is_not_there_stands_on_the_receipt(
    ready: Bench, stock: Stock
) -> None:
    units = [stock.unit(SOLD) for _ in range(2)]
    opened(ready, stock, units)
    parcel = begin_parcel(ready, Arrival())
    with pytest.raises(ParcelEmpty):
        issue_intake_receipts(ready, parcel.id)
    scan_into_parcel(ready, parcel.id, units[0].serial)
    (receipt,) = issue_intake_receipts(ready, parcel.id)
    assert [row["serial"] for row in told(receipt)["missing"]] == [units[1].serial]
    assert told(receipt)["inbound_cost"] is None


def test_a_report_says_why_the_warranty_covers_in_the_customers_language(
    ready: Bench, stock: Stock
) -> None:
    with ready.store.transaction():
        save(ready.store, replace(stock.customer, language="en"), ready.stamp())
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    with pytest.raises(NothingAssessed):
        issue_technical_report(ready, case.id)
    value = Measurement(name="Distanza", value="0/10", unit="")
    judgement = Judgement(origin=Origin.MANUFACTURING, measurements=(value,), photos=(photo(),))
    assess(ready, device.id, judgement)
    (finding,) = told(issue_technical_report(ready, case.id))["findings"]
    assert finding["warranty"].startswith("Sold on 1 Feb 2026")
    assert "free of charge" in finding["conclusion"]
    assert finding["photos"][0]["name"] == "ansa.jpg"
    assert finding["tests"][0]["value"] == "0/10"


def test_a_report_after_the_replacement_tells_the_verdict_as_it_was_judged(
    ready: Bench, stock: Stock
) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    assess(ready, device.id, Judgement(origin=Origin.MANUFACTURING))
    take_step(ready, device.id, DeviceStep.REPLACE_FREE)
    replace_unit(ready, device.id, Spare(device_id=stock.unit().id))
    (finding,) = told(issue_technical_report(ready, case.id))["findings"]
    assert finding["warranty"].startswith("Venduto il 01/02/2026")


def test_the_report_says_what_follows_from_each_judgement(
    ready: Bench, chief: Bench, stock: Stock
) -> None:
    units = [*(stock.unit(SOLD) for _ in range(4)), stock.unit(date(2020, 2, 1))]
    case, devices, _ = received(ready, stock, units)
    extra = begin_parcel(ready, Arrival(customer_id=stock.customer.id))
    unknown = scan_into_parcel(ready, extra.id, "ZZZ-9").device
    assert unknown is not None
    origins = [Origin.MANUFACTURING, Origin.NO_FAULT, Origin.MISUSE, Origin.NO_FAULT]
    for device, origin in zip(devices, origins, strict=False):
        assess(ready, device.id, Judgement(origin=origin, photos=(photo(),)))
    assess(ready, devices[4].id, Judgement(origin=Origin.TRANSPORT))
    assess(ready, unknown.id, Judgement(origin=Origin.UNDETERMINED))
    grant_goodwill(chief, devices[4].id, "cliente importante")
    take_step(ready, devices[3].id, DeviceStep.RETURN_AS_IT_CAME)
    report = issue_technical_report(ready, case.id)
    said = [finding["conclusion"] for finding in told(report)["findings"]]
    for sentence, beginning in zip(
        said,
        (
            "Il difetto è coperto",
            "Il dispositivo funziona",
            "Il difetto non è coperto",
            "Il dispositivo torna",
            "Il lavoro è gratuito",
            "Il dispositivo deve prima",
        ),
        strict=True,
    ):
        assert sentence.startswith(beginning)
    one = issue_technical_report(ready, case.id, [devices[0].id])
    assert len(told(one)["findings"]) == 1


def test_the_summary_tells_the_whole_case(ready: Bench, stock: Stock) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    shipped(ready, stock, [repaired(ready, device)])
    summary = issue_case_summary(ready, case.id)
    (outcome,) = told(summary)["devices"]
    assert outcome["document"] == "2026/00001"
    assert outcome["shipped_on"] == "2026-11-22"
    assert told(summary)["papers"][0][0] == "Documento di trasporto"
    assert told(summary)["reimbursed"] == "12.50"
    assert told(summary)["charged"] is None
    assert told(summary)["events"][0]["what"] == "Segnalazione registrata"


def test_the_register_pairs_what_left_the_country_with_what_came(
    ready: Bench, chief: Bench, stock: Stock
) -> None:
    with ready.store.transaction():
        german = replace(stock.customer, country="DE", vat_number="DE000000000")
        save(ready.store, german, ready.stamp())
    units = [stock.unit(SOLD) for _ in range(2)]
    _, devices, _ = received(ready, stock, units)
    departed = shipped(ready, stock, [repaired(ready, devices[0])])
    rows = movements(ready, date(2026, 1, 1), date(2026, 12, 31))
    assert [(row.number, row.inwards, row.answers) for row in rows] == [
        (1, True, None),
        (2, True, None),
        (3, False, 1),
    ]
    assert rows[0].document == "DDT 77 del 20/11/2026"
    assert rows[2].document == f"DDT {departed.papers[0].paper.label}"
    assert units[0].serial in rows[2].goods
    assert not movements(ready, date(2025, 1, 1), date(2025, 12, 31))
    assert eu_register(ready, date(2026, 1, 1), date(2026, 12, 31)).startswith(b"%PDF")
    annul(chief, departed.papers[0].paper.id, "numero sbagliato")
    assert len(movements(ready, date(2026, 1, 1), date(2026, 12, 31))) == 2


def test_what_is_bought_at_home_is_not_in_the_register(ready: Bench, stock: Stock) -> None:
    received(ready, stock, [stock.unit(SOLD)])
    assert not movements(ready, date(2026, 1, 1), date(2026, 12, 31))
    assert read(ready.store, Customer, stock.customer.id).country == "IT"
