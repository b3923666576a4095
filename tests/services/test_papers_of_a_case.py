from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

import pypdfium2
import pytest

from leghorn_bench.domain.case_errors import (
    AnswersIncomplete,
    ClockWrong,
    OfferStillValid,
    QuoteEmpty,
    QuoteNotOpen,
    ReasonMissing,
)
from leghorn_bench.domain.coverage import Compared, ComparedDay, Coverage, judge
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.party import CompanyDataMissing
from leghorn_bench.domain.quote import Answer, LineKind
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.charges import StoredPaper, StoredQuote, StoredTariff
from leghorn_bench.domain.records.goods import Device, Product
from leghorn_bench.domain.replacement_errors import (
    ReplacementIsItself,
    ReplacementOfOtherProduct,
    ReplacementSold,
    ReplacementUsed,
)
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.domain.storage_errors import DiskFull
from leghorn_bench.domain.tariff import TariffExpired
from leghorn_bench.domain.undo_errors import NumberRestsOnIt
from leghorn_bench.services.acts import timeline, undo
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.assessing import Judgement, NewFile, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import (
    Announced,
    Authorisation,
    BenchCase,
    Report,
    announce_devices,
    open_case_at_bench,
)
from leghorn_bench.services.company import company_of, save_company
from leghorn_bench.services.issuing import annul, copy_of, issued_bytes
from leghorn_bench.services.judging import unit_of
from leghorn_bench.services.parcels import Arrival, begin_parcel
from leghorn_bench.services.quoting import (
    IssuedQuote,
    Line,
    Offer,
    issue_quote,
    labour_line,
    offer_totals,
    quotes_of,
    rows_of,
)
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.services.replacing import Spare, chain_of, replace_unit
from leghorn_bench.services.stepping import take_step
from leghorn_bench.store.records import add, read, save, select
from tests.services.conftest import COMPANY, Clock, Stock

PHOTO = NewFile(filename="shackle.jpg", content=b"a made-up photo")


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def assessed(
    bench: Bench, stock: Stock, origin: Origin, sold_on: date | None = date(2025, 12, 20)
) -> CaseDevice:
    unit = stock.unit(sold_on)
    wanted = BenchCase(
        report=Report(customer_id=stock.customer.id, rep_id=stock.rep.id, text="Non legge"),
        authorisation=Authorisation(by="Rosa Esempio"),
        device=Announced(scanned=unit.serial, device_id=unit.id),
    )
    device = open_case_at_bench(bench, wanted)[1]
    return assess(bench, device.id, Judgement(origin=origin, found="rotto", photos=(PHOTO,))).device


def offer(bench: Bench, device: CaseDevice) -> Offer:
    transport = Line(kind=LineKind.TRANSPORT, description="Trasporto", unit_price=Decimal("18.50"))
    labour = labour_line(bench, Decimal("1.5"), "Sostituzione ansa", device.id)
    return Offer(case_id=device.case_id, lines=(labour, transport))


@pytest.fixture
def quoted(ready: Bench, stock: Stock) -> IssuedQuote:
    return issue_quote(ready, offer(ready, assessed(ready, stock, Origin.MISUSE)))


def test_a_quote_is_numbered_printed_and_kept_as_issued(ready: Bench, quoted: IssuedQuote) -> None:
    paper = quoted.issued.paper
    assert (paper.label, paper.kind) == ("2026/00001", "quote")
    assert sha256(issued_bytes(ready, paper.id)).hexdigest() == paper.sha256
    words = text_of(quoted.issued.pdf)
    assert "2026/00001" in words
    assert "LGD-0001" in words
    assert "117,73" in words.replace("\xa0", " ")  # (78,00 + 18,50) and 22 % of it
    assert quoted.quote.net_cents == 9650
    assert quoted.quote.vat_cents == 2123


def test_the_totals_are_known_while_the_offer_is_written(ready: Bench, stock: Stock) -> None:
    wanted = offer(ready, assessed(ready, stock, Origin.MISUSE))
    assert str(offer_totals(ready, wanted).gross) == "117.73"


def test_a_quote_without_lines_is_refused(ready: Bench, stock: Stock) -> None:
    device = assessed(ready, stock, Origin.MISUSE)
    with pytest.raises(QuoteEmpty):
        issue_quote(ready, Offer(case_id=device.case_id, lines=()))


def test_nothing_is_issued_on_an_expired_tariff_and_no_number_is_lost(
    bench: Bench, chief: Bench, stock: Stock
) -> None:
    save_company(chief, COMPANY)
    device = assessed(bench, stock, Origin.MISUSE)
    line = Line(kind=LineKind.PART, description="Ansa", unit_price=Decimal(9))
    wanted = Offer(case_id=device.case_id, lines=(line,))
    with pytest.raises(TariffExpired, match="2020-12-31"):
        issue_quote(bench, wanted)
    tariff = select(bench.store, StoredTariff)[0]
    with bench.store.transaction():
        save(chief.store, replace(tariff, last_day=date(2026, 12, 31)), chief.stamp())
    assert issue_quote(bench, wanted).issued.paper.label == "2026/00001"


def test_company_data_are_asked_for_before_the_first_paper(bench: Bench, stock: Stock) -> None:
    tariff = select(bench.store, StoredTariff)[0]
    with bench.store.transaction():
        save(bench.store, replace(tariff, last_day=date(2026, 12, 31)), bench.stamp())
    device = assessed(bench, stock, Origin.MISUSE)
    with pytest.raises(CompanyDataMissing, match="name"):
        issue_quote(bench, offer(bench, device))
    assert read(bench.store, CaseDevice, device.id).state == DeviceState.ASSESSED
    assert select(bench.store, StoredPaper) == []


def test_a_clock_set_back_to_1970_issues_nothing(
    ready: Bench, quoted: IssuedQuote, clock: Clock
) -> None:
    assert quoted.quote.state == "sent"
    clock.pass_time(days=-365 * 56)
    with pytest.raises(ClockWrong, match="2026-11-22"):
        issue_quote(ready, Offer(case_id=quoted.quote.case_id, lines=(_part(),)))


def test_a_full_disk_issues_nothing_and_no_number_is_lost(ready: Bench, stock: Stock) -> None:
    wanted = offer(ready, assessed(ready, stock, Origin.MISUSE))
    (pages,) = ready.store.rows("PRAGMA page_count")[0]
    ready.store.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        issue_quote(ready, wanted)
    assert select(ready.store, StoredPaper) == []
    ready.store.rows("PRAGMA max_page_count = 1073741823")
    assert issue_quote(ready, wanted).issued.paper.label == "2026/00001"


def _part() -> Line:
    return Line(kind=LineKind.PART, description="Ansa", unit_price=Decimal(9))


def test_an_issued_quote_is_no_longer_taken_back_nor_its_judgement_changed(
    ready: Bench, quoted: IssuedQuote
) -> None:
    newest = timeline(ready, quoted.quote.case_id)[0]
    with pytest.raises(NumberRestsOnIt):
        undo(ready, newest.id)
    device = quoted.rows[0].case_device_id
    assert device is not None
    with pytest.raises(BenchError):
        assess(ready, device, Judgement(origin=Origin.NO_FAULT))


def test_an_accepted_quote_leads_to_the_repair(ready: Bench, quoted: IssuedQuote) -> None:
    device = quoted.rows[0].case_device_id
    assert device is not None
    reply = Reply(answers={device: Answer.ACCEPTED}, by="Sig. Prova")
    assert answer_quote(ready, quoted.quote.id, reply).state == "accepted"
    assert {row.answer for row in rows_of(ready, quoted.quote.id)} == {"accepted"}
    assert take_step(ready, device, DeviceStep.START_REPAIR).state == DeviceState.IN_REPAIR
    with pytest.raises(QuoteNotOpen):
        answer_quote(ready, quoted.quote.id, reply)


def test_an_answer_is_for_one_device_at_least(ready: Bench, quoted: IssuedQuote) -> None:
    with pytest.raises(AnswersIncomplete, match="1"):
        answer_quote(ready, quoted.quote.id, Reply(by="Sig. Prova"))


def test_a_quote_is_answered_device_by_device(ready: Bench, stock: Stock) -> None:
    first = assessed(ready, stock, Origin.MISUSE)
    unit = stock.unit(date(2025, 12, 20))
    announced = announce_devices(
        ready, first.case_id, [Announced(scanned=unit.serial, device_id=unit.id)]
    )[0]
    parcel = begin_parcel(ready, Arrival(customer_id=stock.customer.id))
    scan_into_parcel(ready, parcel.id, unit.serial)
    assess(ready, announced.id, Judgement(origin=Origin.TRANSPORT))
    lines = tuple(
        labour_line(ready, Decimal(1), "Riparazione", found.id) for found in (first, announced)
    )
    issued = issue_quote(ready, Offer(case_id=first.case_id, lines=(*lines, _part())))
    answers = {first.id: Answer.REFUSED, announced.id: Answer.ACCEPTED}
    answer_quote(ready, issued.quote.id, Reply(answers=answers, by="Sig. Prova"))
    states = [read(ready.store, CaseDevice, found).state for found in (first.id, announced.id)]
    assert states == ["refused", "accepted"]
    assert [row.answer for row in rows_of(ready, issued.quote.id)] == [
        "refused",
        "accepted",
        "accepted",
    ]


def test_a_revision_leaves_the_earlier_quote_readable(ready: Bench, quoted: IssuedQuote) -> None:
    again = issue_quote(
        ready,
        Offer(
            case_id=quoted.quote.case_id,
            lines=(replace(_part(), case_device_id=quoted.rows[0].case_device_id),),
        ),
    )
    assert again.quote.revision == 2
    assert [quote.state for quote in quotes_of(ready, quoted.quote.case_id)] == ["sent", "revised"]
    assert len(rows_of(ready, quoted.quote.id)) == 2


def test_an_expired_offer_is_declared_and_the_device_goes_back(
    ready: Bench, quoted: IssuedQuote, clock: Clock
) -> None:
    device = quoted.rows[0].case_device_id
    assert device is not None
    reply = Reply(answers={device: Answer.EXPIRED}, by="Mario Esempio")
    with pytest.raises(OfferStillValid, match="accepted or refused"):
        answer_quote(ready, quoted.quote.id, reply)
    clock.pass_time(days=31)
    assert answer_quote(ready, quoted.quote.id, reply).state == "expired"
    assert read(ready.store, CaseDevice, device).state == DeviceState.REFUSED


def test_a_reprint_is_marked_as_copy_and_counted(ready: Bench, quoted: IssuedQuote) -> None:
    copy = copy_of(ready, quoted.issued.paper.id)
    assert "COPIA" in text_of(copy)
    assert read(ready.store, StoredPaper, quoted.issued.paper.id).copies == 1


def test_an_annulled_paper_keeps_its_number_and_says_so(ready: Bench, quoted: IssuedQuote) -> None:
    with pytest.raises(ReasonMissing):
        annul(ready, quoted.issued.paper.id, "")
    annulled = annul(ready, quoted.issued.paper.id, "cliente sbagliato")
    assert (annulled.label, annulled.annulled_by) == ("2026/00001", "mario")
    copy = text_of(copy_of(ready, annulled.id))
    assert "ANNULLATO" in copy
    assert "COPIA" in copy
    device = quoted.rows[0].case_device_id
    assert device is not None
    next_quote = issue_quote(ready, Offer(case_id=quoted.quote.case_id, lines=(_part(),)))
    assert next_quote.issued.paper.label == "2026/00002"


def to_replace(bench: Bench, stock: Stock) -> CaseDevice:
    device = assessed(bench, stock, Origin.MANUFACTURING)
    return take_step(bench, device.id, DeviceStep.REPLACE_FREE)


def test_a_scanned_spare_takes_over_the_warranty_and_the_slip_says_so(
    ready: Bench, stock: Stock
) -> None:
    device = to_replace(ready, stock)
    spare = stock.unit()
    done = replace_unit(ready, device.id, Spare(device_id=spare.id))
    assert done.device.state == DeviceState.READY
    assert done.issued.paper.kind == "replacement_slip"
    words = text_of(done.issued.pdf)
    assert spare.serial in words
    assert "20/12/2026" in words
    on = ComparedDay(date(2026, 12, 20), Compared.GIVEN)
    assert judge([unit_of(ready, spare.id)], on).coverage is Coverage.COVERED
    assert device.device_id is not None
    assert judge([unit_of(ready, device.device_id)], on).coverage is Coverage.REPLACED
    for unit in (spare.id, device.device_id):
        assert [found.serial for found in chain_of(ready, unit)] == ["LGD-0001", "LGD-0002"]


def test_the_unit_itself_is_no_replacement(ready: Bench, stock: Stock) -> None:
    device = to_replace(ready, stock)
    assert device.device_id is not None
    with pytest.raises(ReplacementIsItself):
        replace_unit(ready, device.id, Spare(device_id=device.device_id))


def test_a_sold_unit_is_no_replacement(ready: Bench, stock: Stock) -> None:
    device = to_replace(ready, stock)
    with pytest.raises(ReplacementSold, match="2026-01-02"):
        replace_unit(ready, device.id, Spare(device_id=stock.unit(date(2026, 1, 2)).id))


def test_a_spare_is_used_once(ready: Bench, stock: Stock) -> None:
    spare = stock.unit()
    replace_unit(ready, to_replace(ready, stock).id, Spare(device_id=spare.id))
    with pytest.raises(ReplacementUsed):
        replace_unit(ready, to_replace(ready, stock).id, Spare(device_id=spare.id))


def test_another_product_replaces_only_when_somebody_confirms_it(
    ready: Bench, stock: Stock
) -> None:
    device = to_replace(ready, stock)
    with ready.store.transaction():
        product = add(ready.store, Product(code="X", name="Altro"), ready.stamp())
        other = add(ready.store, Device(product_id=product.id, serial="X-1"), ready.stamp())
    with pytest.raises(ReplacementOfOtherProduct, match="Altro"):
        replace_unit(ready, device.id, Spare(device_id=other.id))
    spare = Spare(device_id=other.id, other_product_confirmed=True)
    assert replace_unit(ready, device.id, spare).device.state == DeviceState.READY


def test_the_company_data_come_back_as_they_were_entered(chief: Bench) -> None:
    company = replace(COMPANY, logo=b"\x89PNG")
    save_company(chief, company)
    assert company_of(chief) == company


def test_a_case_knows_nothing_of_the_papers_of_another(ready: Bench, stock: Stock) -> None:
    first = assessed(ready, stock, Origin.MISUSE)
    second = assessed(ready, stock, Origin.MISUSE)
    issue_quote(ready, offer(ready, first))
    with pytest.raises(BenchError):
        assess(ready, first.id, Judgement(origin=Origin.NO_FAULT))
    assess(ready, second.id, Judgement(origin=Origin.NO_FAULT))
    assert read(ready.store, Case, second.case_id).number == "2026-00002"
    assert len(select(ready.store, StoredQuote)) == 1
