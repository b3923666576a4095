"""What the papers of a departure say of the law, by outcome, country and day."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.ddt import DdtWithoutDestination
from leghorn_bench.domain.party import Address
from leghorn_bench.domain.quote import Answer, LineKind
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.assessing import Judgement, assess, grant_goodwill
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.company import save_company
from leghorn_bench.services.departing import Departed, depart
from leghorn_bench.services.labelling import parcel_labels, stocks
from leghorn_bench.services.leaving import Terms
from leghorn_bench.services.quoting import Line, Offer, issue_quote
from leghorn_bench.services.repairing import WorkDone, finish_repair, give_up
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.returning import Checked, check_against_intake
from leghorn_bench.services.shipping import Departure, pack, pack_parcel
from leghorn_bench.services.stepping import take_step
from leghorn_bench.store.records import read, save
from tests.services.case_stories import photo, received, repaired
from tests.services.conftest import COMPANY, Clock, Stock
from tests.services.test_papers_of_a_case import text_of

SOLD = date(2026, 3, 14)
Story = Callable[[Bench, Bench, Stock, CaseDevice], CaseDevice]


def covered(bench: Bench, device: CaseDevice) -> None:
    assess(bench, device.id, Judgement(origin=Origin.MANUFACTURING))


def replaced(bench: Bench, _chief: Bench, stock: Stock, device: CaseDevice) -> CaseDevice:
    covered(bench, device)
    take_step(bench, device.id, DeviceStep.REPLACE_FREE)
    return replace_unit(bench, device.id, Spare(device_id=stock.unit().id)).device


def given_up(bench: Bench, _chief: Bench, stock: Stock, device: CaseDevice) -> CaseDevice:
    covered(bench, device)
    take_step(bench, device.id, DeviceStep.REPAIR_FREE)
    give_up(bench, device.id, "scheda introvabile")
    return replace_unit(bench, device.id, Spare(device_id=stock.unit().id)).device


def granted(bench: Bench, chief: Bench, device: CaseDevice) -> None:
    assess(bench, device.id, Judgement(origin=Origin.MISUSE, photos=(photo(),)))
    grant_goodwill(chief, device.id, "cliente importante")


def repaired_as_goodwill(
    bench: Bench, chief: Bench, _stock: Stock, device: CaseDevice
) -> CaseDevice:
    granted(bench, chief, device)
    take_step(bench, device.id, DeviceStep.REPAIR_FREE)
    return finish_repair(bench, device.id, WorkDone(done="guscio", passed=True))


def replaced_as_goodwill(
    bench: Bench, chief: Bench, stock: Stock, device: CaseDevice
) -> CaseDevice:
    granted(bench, chief, device)
    take_step(bench, device.id, DeviceStep.REPLACE_FREE)
    return replace_unit(bench, device.id, Spare(device_id=stock.unit().id)).device


def paid(bench: Bench, _chief: Bench, _stock: Stock, device: CaseDevice) -> CaseDevice:
    assess(bench, device.id, Judgement(origin=Origin.MISUSE, photos=(photo(),)))
    line = Line(
        kind=LineKind.LABOUR, description="Antenna", unit="h", unit_price=Decimal(52),
        case_device_id=device.id,
    )  # fmt: skip
    quote = issue_quote(bench, Offer(case_id=device.case_id, lines=(line,))).quote
    answer_quote(bench, quote.id, Reply(answers={device.id: Answer.ACCEPTED}, by="Rosa"))
    take_step(bench, device.id, DeviceStep.START_REPAIR)
    return finish_repair(bench, device.id, WorkDone(done="antenna", passed=True))


def as_it_came(bench: Bench, _chief: Bench, _stock: Stock, device: CaseDevice) -> CaseDevice:
    assess(bench, device.id, Judgement(origin=Origin.NO_FAULT))
    take_step(bench, device.id, DeviceStep.RETURN_AS_IT_CAME)
    return check_against_intake(bench, device.id, Checked())


def mended(bench: Bench, _chief: Bench, _stock: Stock, device: CaseDevice) -> CaseDevice:
    return repaired(bench, device)


def sent(
    bench: Bench, stock: Stock, devices: list[CaseDevice], terms: Terms | None = None
) -> Departed:
    cost = Money.of(18)
    parcel = pack_parcel(bench, stock.customer.id, Departure(carrier="Corriere Demo", cost=cost))
    for device in devices:
        pack(bench, parcel.id, device.id)
    return depart(bench, parcel.id, terms)


def told(departed: Departed, place: int = 0) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", departed.papers[place].paper.content)


def customer_is(bench: Bench, stock: Stock, **facts: object) -> None:
    with bench.store.transaction():
        save(bench.store, replace(stock.customer, **facts), bench.stamp())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("story", "causale", "porto"),
    [
        (mended, "Reso da riparazione in garanzia", "Porto franco"),
        (replaced, "Sostituzione in garanzia", "Porto franco"),
        (given_up, "Sostituzione in garanzia", "Porto franco"),
        (repaired_as_goodwill, "Reso da riparazione a titolo commerciale", "Porto franco"),
        (replaced_as_goodwill, "Sostituzione a titolo commerciale", "Porto franco"),
        (paid, "Reso da conto riparazione", "Porto franco con addebito in fattura"),
        (as_it_came, "Reso non riparato", "Porto franco con addebito in fattura"),
    ],
)
def test_what_became_of_a_device_gives_the_causale(
    ready: Bench, chief: Bench, stock: Stock, story: Story, causale: str, porto: str
) -> None:
    (device,) = received(ready, stock, [stock.unit(SOLD)])[1]
    document = told(sent(ready, stock, [story(ready, chief, stock, device)]))
    assert (document["reason"]["text"], document["carriage"]["text"]) == (causale, porto)
    law = " ".join(phrase["text"] for phrase in document["law"])
    assert "D.P.R. 14 agosto 1996 n. 472" in law
    assert ("senza trasferimento della proprietà" in law) == (not causale.startswith("Sost"))
    assert ("fuori campo IVA (R.M. 502563" in law) == ("in garanzia" in causale)


def test_a_parcel_of_several_reasons_says_each_and_which_device_it_is_for(
    ready: Bench, chief: Bench, stock: Stock
) -> None:
    first, second = received(ready, stock, [stock.unit(SOLD), stock.unit(SOLD)])[1]
    goods = [mended(ready, chief, stock, first), as_it_came(ready, chief, stock, second)]
    document = told(sent(ready, stock, goods))
    assert document["reason"]["text"] == "Reso da riparazione in garanzia · Reso non riparato"
    assert document["carriage"]["text"] == "Porto franco"
    assert [line["reference"].split("\n")[1] for line in document["goods"]] == [
        "Reso da riparazione in garanzia",
        "Reso non riparato",
    ]


def test_the_customers_own_document_stands_on_the_ddt_and_on_the_slip(
    ready: Bench, chief: Bench, stock: Stock
) -> None:
    (device,) = received(ready, stock, [stock.unit(SOLD)])[1]
    covered(ready, device)
    take_step(ready, device.id, DeviceStep.REPLACE_FREE)
    done = replace_unit(ready, device.id, Spare(device_id=stock.unit().id))
    assert "Vs. documento DDT 77 del 20/11/2026" in text_of(done.issued.pdf)
    assert told(sent(ready, stock, [done.device]))["inbound"] == ["DDT 77 del 20/11/2026"]


@pytest.mark.parametrize(
    ("days", "italian", "german"),
    [
        (0, "art. 41 c. 3 D.L. 331/93", "Art. 41 Abs. 3 D.L. 331/93"),
        (60, "art. 39 c. 5 D.Lgs. 10/2026", "Art. 39 Abs. 5 D.Lgs. 10/2026"),
    ],
)
def test_goods_back_to_the_eu_say_twice_why_they_are_no_supply_by_the_law_of_the_day(
    ready: Bench, chief: Bench, stock: Stock, clock: Clock, days: int, italian: str, german: str
) -> None:
    customer_is(ready, stock, country="DE", language="de", vat_number="DE999999999")
    (device,) = received(ready, stock, [stock.unit(SOLD)])[1]
    goods = mended(ready, chief, stock, device)
    clock.pass_time(days=days)
    phrases = told(sent(ready, stock, [goods]))["law"]
    assert any(italian in phrase["text"] and german in phrase["other"] for phrase in phrases)
    assert any("Intrastat" in phrase["text"] for phrase in phrases)


def test_a_replacement_to_the_eu_is_not_called_a_repair(
    ready: Bench, chief: Bench, stock: Stock
) -> None:
    customer_is(ready, stock, country="FR", language="fr", vat_number="FR99999999999")
    (device,) = received(ready, stock, [stock.unit(SOLD)])[1]
    goods = replaced(ready, chief, stock, device)
    phrases = [phrase["text"] for phrase in told(sent(ready, stock, [goods]))["law"]]
    assert not any("dopo riparazione" in phrase for phrase in phrases)
    assert any("Intrastat" in phrase for phrase in phrases)


def exporter(chief: Bench, stock: Stock, language: str) -> None:
    save_company(chief, replace(COMPANY, eori="IT00000000000"))
    customer_is(chief, stock, country="CH", city="Basel", language=language)
    product = replace(
        stock.product, hs_code="8309.90", origin_country="IT", value_cents=8550,
    )  # fmt: skip
    with chief.store.transaction():
        save(chief.store, product, chief.stamp())


def test_a_proforma_speaks_english_and_german_and_states_the_repair_apart(
    ready: Bench, chief: Bench, stock: Stock
) -> None:
    exporter(chief, stock, "de")
    (device,) = received(ready, stock, [stock.unit(SOLD)])[1]
    goods = paid(ready, chief, stock, device)
    terms = Terms(procedure="customs_inward_processing", mrn="26IT0000000000000T")
    customs = told(sent(ready, stock, [goods], terms), place=1)
    assert customs["statement"]["text"].startswith("Value for customs purposes only")
    assert customs["statement"]["other"].startswith("Wert nur für Zollzwecke")
    assert customs["reason"] == "RETURN AFTER REPAIR"
    assert (customs["repair_value"], customs["goods"][0]["unit_value"]) == ("52.00", "85.50")
    assert "inward processing (repair)" in customs["procedure"]
    assert "aktiver Veredelung" in customs["procedure"]


def test_a_proforma_to_a_customer_who_speaks_italian_is_english(
    ready: Bench, chief: Bench, stock: Stock
) -> None:
    exporter(chief, stock, "it")
    (device,) = received(ready, stock, [stock.unit(SOLD)])[1]
    customs = told(sent(ready, stock, [mended(ready, chief, stock, device)]), place=1)
    assert customs["declaration"]["text"].startswith("We declare that")
    assert customs["declaration"]["other"] == ""
    assert (customs["procedure"], customs["repair_value"]) == ("", None)


def test_another_destination_stands_on_every_paper_and_on_the_label(
    ready: Bench, chief: Bench, stock: Stock
) -> None:
    exporter(chief, stock, "de")
    (device,) = received(ready, stock, [stock.unit(SOLD)])[1]
    goods = mended(ready, chief, stock, device)
    quay = Address("Terminal Muster", "Hafenweg 9", city="4057 Basel", country="CH")
    departed = sent(ready, stock, [goods], Terms(destination=quay))
    for paper in departed.papers:
        assert "Hafenweg 9" in text_of(paper.pdf)
    assert told(departed, place=1)["place"] == "4057 Basel"
    large = next(stock for stock in stocks() if stock.code == "roll-100x150")
    assert "Hafenweg 9" in text_of(parcel_labels(ready, departed.parcel.id, large))


def test_a_destination_that_is_not_whole_is_told_and_nothing_leaves(
    ready: Bench, chief: Bench, stock: Stock
) -> None:
    (device,) = received(ready, stock, [stock.unit(SOLD)])[1]
    goods = mended(ready, chief, stock, device)
    with pytest.raises(DdtWithoutDestination, match="Terminal"):
        sent(ready, stock, [goods], Terms(destination=Address("Terminal", "Molo 9")))
    assert read(ready.store, CaseDevice, goods.id).state == "ready"
