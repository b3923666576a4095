"""Papers to a German customer are German to the last code, and money papers say the law small."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest

from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.quote import LineKind, QuoteLine
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.drafting import proposed_lines
from leghorn_bench.services.issuing import Issued, copy_of
from leghorn_bench.services.reporting import issue_technical_report
from leghorn_bench.services.small_print import money_law
from leghorn_bench.services.summing_up import issue_case_summary
from leghorn_bench.store.records import save
from tests.services.case_stories import photo, received, repaired, shipped
from tests.services.conftest import Stock

DAY = date(2026, 11, 22)


@pytest.fixture
def german(ready: Bench, stock: Stock) -> tuple[Case, CaseDevice]:
    """A case of a customer whose papers are German."""
    with ready.store.transaction():
        save(ready.store, replace(stock.customer, language="de", country="DE"), ready.stamp())
    case, (device,), _ = received(ready, stock, [stock.unit(date(2026, 2, 1))])
    return case, device


def told(issued: Issued) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", issued.paper.content)


def test_a_report_words_the_fault_and_the_warranty(
    ready: Bench, german: tuple[Case, CaseDevice]
) -> None:
    case, device = german
    judgement = Judgement(origin=Origin.MISUSE, found_code="antenna", photos=(photo(),))
    assess(ready, device.id, judgement)
    (finding,) = told(issue_technical_report(ready, case.id))["findings"]
    assert finding["found_code"] == "Antenne defekt"
    assert finding["warranty"].startswith("Verkauft am 01.02.2026 mit 12 Monaten Garantie")


def test_the_work_proposed_keeps_the_capitals_of_german(
    ready: Bench, german: tuple[Case, CaseDevice]
) -> None:
    case, device = german
    judgement = Judgement(origin=Origin.MISUSE, found_code="antenna", photos=(photo(),))
    assess(ready, device.id, judgement)
    work, way_back = proposed_lines(ready, case.id, [device])
    assert work.description == "Arbeitszeit: Antenne defekt"
    assert way_back.description == "Rücktransport"


def test_a_summary_holds_no_code_and_no_english(
    ready: Bench, stock: Stock, german: tuple[Case, CaseDevice]
) -> None:
    case, device = german
    departed = shipped(ready, stock, [repaired(ready, device)])
    copy_of(ready, departed.papers[0].paper.id)
    summary = told(issue_case_summary(ready, case.id))
    (outcome,) = summary["devices"]
    assert outcome["outcome"] == "Kostenlose Reparatur · Versandt"
    happened = [event["what"] for event in summary["events"]]
    assert "Paket versandt: Lieferschein 2026/00001" in happened
    assert "Gerät beurteilt: Fertigungsfehler" in happened
    assert "Notiz: Kopie von 2026/00001" in happened
    assert not any("_" in one or "ddt" in one for one in happened)


def line(kind: LineKind) -> QuoteLine:
    return QuoteLine(kind, "Voce", Decimal(1), "pc", Decimal(10))


@pytest.mark.parametrize(
    ("kinds", "accessory"),
    [
        ((LineKind.LABOUR, LineKind.TRANSPORT), True),
        ((LineKind.TRANSPORT,), False),
        ((LineKind.PART,), False),
        ((), False),
    ],
)
def test_transport_is_accessory_only_beside_work(
    kinds: tuple[LineKind, ...], accessory: bool
) -> None:
    phrases = money_law(map(line, kinds), "it", DAY)
    assert any("accessorio" in phrase for phrase in phrases) == accessory
    assert phrases[-2].startswith("Documento non valido ai fini fiscali")
