"""Made-up contents of the papers beside quote and replacement slip."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from leghorn_bench.documents.wording import ROME
from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.charges import ChargeNote, ReimbursementNote, TimeEstimate
from leghorn_bench.domain.papers.ddt import Carrier, Goods, TransportDocument
from leghorn_bench.domain.papers.intake import (
    AsItCameSlip,
    IntakeReceipt,
    ReceivedDevice,
    ReturnedDevice,
)
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.phrase import Phrase
from leghorn_bench.domain.papers.proforma import CustomsGoods, Proforma
from leghorn_bench.domain.papers.report import Finding, Measured, Photo, TechnicalReport
from leghorn_bench.domain.papers.summary import (
    CaseEvent,
    CaseSummary,
    DeviceOutcome,
    EuRegister,
    Movement,
)
from leghorn_bench.domain.quote import LineKind, QuoteLine, totals
from leghorn_bench.domain.records.acts import Act, ActKind
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.domain.tariff import TariffItem
from leghorn_bench.domain.vat import VatRegime
from leghorn_bench.services.moved_goods import LEGEND
from leghorn_bench.services.reporting import CHARGED
from leghorn_bench.texts.acts import act_text
from leghorn_bench.texts.catalogue import catalogue
from leghorn_bench.texts.words import word
from tests.documents.samples import COMPANY, CUSTOMERS, ISSUED, LOCK, SEAL, head, lines
from tests.documents.spoken import both, choice, law, reason, said


@cache
def photo_file(text: str, size: tuple[int, int] = (1200, 900)) -> bytes:
    picture = Image.new("RGB", size, (214, 219, 226))
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle(
        (size[0] // 5, size[1] // 4, 4 * size[0] // 5, 3 * size[1] // 4), 60, (70, 84, 104)
    )
    pen.line((size[0] // 3, size[1] // 4, size[0] // 2, 3 * size[1] // 4), (240, 240, 240), 14)
    pen.text((30, 30), text, (20, 20, 20), font_size=64)
    target = BytesIO()
    picture.save(target, "JPEG", quality=80)
    return target.getvalue()


def ddt(language: str = "it") -> TransportDocument:
    return TransportDocument(
        head(language, "2026/00031"),
        ISSUED,
        reason("replace_free", language),
        (
            Goods(
                " / ".join(
                    dict.fromkeys(
                        (said("seal", "it"), said("seal", "it" if language == "it" else "en"))
                    )
                ),
                Decimal(2),
                "pc",
                "LG-ND-01",
                ("LGD-0000-9001", "LGD-0000-9002"),
                "Pratica 2026-00412",
            ),
            Goods("TritonDemo IoT", Decimal(1), "pc", "LG-TD-02", (LOCK.serial,), "Ordine 55/A"),
        ),
        1,
        choice("carriage", "prepaid", language),
        choice("transported_by", "carrier", language),
        choice("appearance", "carton", language),
        by_carrier=True,
        carrier=Carrier("Corriere Esempio S.p.A.", "Via dei Trasporti 3, Livorno", "LI 00000"),
        waybill="LDV-123456789",
        destination=replace(CUSTOMERS[language].address, street="Molo Finto 4"),
        gross_weight_g=1250,
        net_weight_g=980,
        volume_l=12,
        started_at=datetime(2026, 11, 22, 16, 30, tzinfo=ROME),
        inbound=("DDT 77 del 18/11/2026",),
        batteries=(
            both("battery_li_ion_in", language),
            both("battery_no_mark", language),
            both("battery_road", language),
        ),
        law=tuple(
            both(key, language)
            for key in ("ddt", "GAR", *(() if language in {"it", "en"} else ("intrastat",)))
        ),
    )


def technical_report(language: str = "it") -> TechnicalReport:
    return TechnicalReport(
        head(language, "2026/00044"),
        (
            Finding(
                SEAL,
                Coverage.COVERED,
                Origin.MISUSE,
                said("not read", language),
                said("antenna failed", language),
                said("two places", language),
                said("covered", language),
                catalogue(language).gettext(CHARGED),
                ISSUED,
                "Mario Tecnico",
                said("torn", language),
                (
                    Measured(said("read at 1 m", language), "0/10", "", "10/10", passed=False),
                    Measured(said("voltage", language), "3,61", "V", "≥ 3,4 V", passed=True),
                    Measured(said("temperature", language), "22", "°C"),
                ),
                (
                    Photo(
                        "fronte.jpg",
                        photo_file("fronte"),
                        said("front", language),
                        date(2026, 11, 20),
                    ),
                    Photo(
                        "rotta.jpg", b"not a picture", said("back", language), date(2026, 11, 20)
                    ),
                    Photo("alta.jpg", photo_file("alta", (700, 1100)), said("detail", language)),
                ),
            ),
        ),
        date(2026, 11, 19),
        small_print=(law("warranty_judgement", language), law("privacy", language)),
    )


def intake_receipt(language: str = "it") -> IntakeReceipt:
    return IntakeReceipt(
        head(language, "2026/00102"),
        datetime(2026, 11, 19, 9, 5, tzinfo=ROME),
        "Luca Magazzino",
        (
            ReceivedDevice(
                SEAL,
                (said("cable", language), said("key", language)),
                said("dented", language),
                said("not read", language),
            ),
            ReceivedDevice(LOCK, (), "", said("not closed", language), announced=False),
        ),
        (replace(SEAL, serial="LGD-0000-4712", epc=""),),
        "Corriere Esempio S.p.A.",
        "LDV-987654321",
        "DDT 77 del 18/11/2026",
        1,
        Money.of("12.80"),
        said("corner", language),
        small_print=(law("privacy", language),),
    )


def as_it_came_slip(language: str = "it") -> AsItCameSlip:
    return AsItCameSlip(
        head(language, "2026/00009"),
        (
            ReturnedDevice(
                SEAL, (said("cable", language), said("key", language)), said("dented", language)
            ),
            ReturnedDevice(LOCK, (), "", said("screw", language)),
        ),
        said("refused", language),
        ISSUED,
        "Luca Magazzino",
        "2026/00118",
    )


def hours(language: str) -> tuple[QuoteLine, ...]:
    def line(item: TariffItem, count: str, unit: str, price: str) -> QuoteLine:
        return QuoteLine(
            LineKind.TARIFF, word(item, language), Decimal(count), unit, Decimal(price)
        )

    return (
        line(TariffItem.DAY, "1", "day", "400"),
        line(TariffItem.SENIOR_HOUR, "2.5", "h", "52"),
        line(TariffItem.KM, "180", "km", "0.40"),
    )


FOR_THE_REP = replace(COMPANY.address, name="R. Bianchi", street=COMPANY.address.name)


def time_estimate(language: str = "it") -> TimeEstimate:
    regime = VatRegime(CUSTOMERS[language].vat_regime)
    return TimeEstimate(
        replace(head(language, "2026/00007"), recipient=FOR_THE_REP),
        said("gates", language),
        hours(language),
        totals(hours(language), regime),
        law(regime, language),
        date(2026, 12, 22),
        42,
        tariff="2026",
        technician="Mario Tecnico",
        small_print=(law("not_an_invoice", language), law("privacy", language)),
    )


def charge_note(language: str = "it") -> ChargeNote:
    regime = VatRegime(CUSTOMERS[language].vat_regime)
    return ChargeNote(
        head(language, "2026/00020"),
        lines(language),
        totals(lines(language), regime),
        law(regime, language),
        word(ClaimKind.ACCEPTED_QUOTE, language),
        (said("quote", language), "DDT 2026/00031"),
        small_print=(law("transport_accessory", language), law("not_an_invoice", language)),
    )


def reimbursement_note(language: str = "it") -> ReimbursementNote:
    return ReimbursementNote(
        head(language, "2026/00003"),
        Money.of("1234.56"),
        (SEAL, LOCK),
        word(ClaimKind.INBOUND_REIMBURSEMENT, language),
        said("carrier's invoice", language),
        date(2026, 11, 18),
        "Corriere Esempio S.p.A.",
        "LDV-987654321",
        "IT00 X000 0000 0000 0000 0000 000",
        "R. Bianchi",
    )


def happened(what: ActKind, note: str, language: str, *, undone: bool = False) -> str:
    at = datetime(2026, 11, 18, 8, 30, tzinfo=ROME)
    done = Act(what=what, who="", at=at, note=note, first_event=1, last_event=1, undone=undone)
    return act_text(done, language)


def case_summary(language: str = "it") -> CaseSummary:
    return CaseSummary(
        head(language, "2026/00050"),
        date(2026, 11, 17),
        said("not read at the gate", language),
        "R. Bianchi",
        date(2026, 11, 17),
        datetime(2026, 11, 18, 8, 30, tzinfo=ROME),
        datetime(2026, 11, 18, 9, 10, tzinfo=ROME),
        datetime(2026, 11, 22, 17, 45, tzinfo=ROME),
        (
            DeviceOutcome(
                SEAL,
                word(Coverage.COVERED, language),
                word(Origin.MANUFACTURING, language),
                " · ".join(
                    (word(DeviceStep.REPLACE_FREE, language), word(DeviceState.SHIPPED, language))
                ),
                ISSUED,
                "DDT 2026/00031",
            ),
        ),
        (
            CaseEvent(
                datetime(2026, 11, 18, 8, 30, tzinfo=ROME),
                happened(ActKind.OPENED, "2026-00412", language),
                "Mario Tecnico",
            ),
            CaseEvent(
                datetime(2026, 11, 19, 9, 5, tzinfo=ROME),
                happened(ActKind.RECEIVED, SEAL.serial, language),
                "Luca Magazzino",
            ),
            CaseEvent(
                datetime(2026, 11, 19, 10, 20, tzinfo=ROME),
                happened(ActKind.ASSESSED, Origin.MISUSE, language, undone=True),
                "Mario Tecnico",
            ),
            CaseEvent(
                datetime(2026, 11, 19, 10, 22, tzinfo=ROME),
                happened(ActKind.UNDONE, ActKind.ASSESSED, language),
                "Mario Tecnico",
            ),
            CaseEvent(
                datetime(2026, 11, 19, 10, 25, tzinfo=ROME),
                happened(ActKind.ASSESSED, Origin.MANUFACTURING, language),
                "Mario Tecnico",
            ),
            CaseEvent(
                datetime(2026, 11, 19, 11, 0, tzinfo=ROME),
                happened(ActKind.REMINDED, "time rev. 1", language),
                "Mario Tecnico",
            ),
        ),
        (
            (word(PaperKind.REPLACEMENT_SLIP, language), "2026/00118", ISSUED),
            (word(PaperKind.DDT, language), "2026/00031", ISSUED),
        ),
        42,
        Money.of(0),
        Money.of("12.80"),
    )


def eu_register(language: str = "it") -> EuRegister:
    movements = tuple(
        Movement(
            place,
            date(2026, 11, min(place, 30)),
            place % 2 == 1,
            f"DDT {place}",
            "Muster GmbH",
            "DE",
            "DE000000000",
            "NeptuneDemo RFID, LGD-0000-4711",
            Decimal(1),
            Money.of("85.50"),
            "Conto riparazione",
            place - 1 if place % 2 == 0 else None,
        )
        for place in range(1, 41)
    )
    return EuRegister(
        replace(head(language, ""), case_number=""),
        date(2026, 1, 1),
        date(2026, 12, 31),
        movements,
        "\n".join(law(key, language) for key in LEGEND),
        law("retention", language),
    )


def customs(key: str, language: str) -> Phrase:
    """A phrase in English, and in the second language of a proforma invoice that has one."""
    return Phrase(law(key, "en"), law(key, "en" if language == "it" else language))


def proforma(language: str = "en") -> Proforma:
    return Proforma(
        head(language, "2026/00005"),
        (
            CustomsGoods(
                "Electronic RFID seal",
                2,
                Money.of("85.50"),
                "8309 90 90",
                "IT",
                "NeptuneDemo RFID (LG-ND-01)",
                ("LGD-0000-9001", "LGD-0000-9002"),
            ),
        ),
        "WARRANTY REPLACEMENT – NO CHARGE",
        "DAP",
        CUSTOMERS[language].address.city,
        customs("proforma_value", language),
        customs("proforma_declaration", language),
        "R. Bianchi",
        gross_weight_g=1250,
        net_weight_g=980,
        repair_value=Money.of(40),
        waybill="AWB 000-00000000",
        carrier="Sample Air Cargo",
        procedure=str(customs("customs_inward_processing", language)),
        mrn="26IT0000000000000T",
        batteries=(customs("battery_li_metal_in", language),),
    )
