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
from leghorn_bench.domain.party import Address
from leghorn_bench.domain.quote import LineKind, QuoteLine, totals
from leghorn_bench.domain.vat import VatRegime
from tests.documents.samples import CUSTOMERS, ISSUED, LINES, LOCK, SEAL, head


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
    abroad = {"it": Phrase("Sostituzione in garanzia")}.get(
        language, Phrase("Sostituzione in garanzia", "(reason)")
    )
    return TransportDocument(
        head(language, "2026/00031"),
        ISSUED,
        abroad,
        (
            Goods(
                "NeptuneDemo RFID, sigillo elettronico", Decimal(2), "pc", "LG-ND-01",
                ("LGD-0000-9001", "LGD-0000-9002"), "Pratica 2026-00412",
            ),
            Goods("TritonDemo IoT", Decimal(1), "pc", "LG-TD-02", (LOCK.serial,), "Ordine 55/A"),
        ),
        1,
        Phrase("Porto franco"),
        Phrase("Vettore"),
        Phrase("Cartone"),
        by_carrier=True,
        carrier=Carrier("Corriere Esempio S.p.A.", "Via dei Trasporti 3, Livorno", "LI 00000"),
        waybill="LDV-123456789",
        destination=Address("Porto Esempio S.p.A.", "Molo Finto 4", "16100", "Genova", "GE"),
        gross_weight_g=1250,
        net_weight_g=980,
        volume_l=12,
        started_at=datetime(2026, 11, 22, 16, 30, tzinfo=ROME),
        inbound=("DDT 77 del 18/11/2026",),
        batteries=("UN3481, batterie di prova, PI 967 Sezione II",),
        law=("Documento di trasporto di prova",),
    )  # fmt: skip


def technical_report(language: str = "it") -> TechnicalReport:
    return TechnicalReport(
        head(language, "2026/00044"),
        (
            Finding(
                SEAL,
                Coverage.COVERED,
                Origin.MISUSE,
                "Il varco non legge il sigillo.",
                "RF-03",
                "Antenna interrotta in due punti; guscio schiacciato.",
                "Venduto il 14/03/2026 con 12 mesi: in garanzia fino al 14/03/2027.",
                "Riparazione a pagamento secondo preventivo.",
                ISSUED,
                "Mario Tecnico",
                "Guscio ammaccato, lembo tagliato.",
                (
                    Measured("Lettura a 1 m", "0/10", "", "10/10", passed=False),
                    Measured("Tensione batteria", "3,61", "V", "≥ 3,4 V", passed=True),
                    Measured("Temperatura", "22", "°C"),
                ),
                (
                    Photo("fronte.jpg", photo_file("fronte"), "Fronte", date(2026, 11, 20)),
                    Photo("rotta.jpg", b"not a picture", "Retro", date(2026, 11, 20)),
                    Photo("alta.jpg", photo_file("alta", (700, 1100)), "Dettaglio dell'antenna"),
                ),
            ),
        ),
        date(2026, 11, 19),
        small_print=("Giudizio di prova.",),
    )


def intake_receipt(language: str = "it") -> IntakeReceipt:
    return IntakeReceipt(
        head(language, "2026/00102"),
        datetime(2026, 11, 19, 9, 5, tzinfo=ROME),
        "Luca Magazzino",
        (
            ReceivedDevice(SEAL, ("cavo", "chiave"), "Guscio ammaccato", "Il varco non lo legge."),
            ReceivedDevice(LOCK, (), "", "Non si chiude più.", announced=False),
        ),
        (replace(SEAL, serial="LGD-0000-4712", epc=""),),
        "Corriere Esempio S.p.A.",
        "LDV-987654321",
        "DDT 77 del 18/11/2026",
        1,
        Money.of("12.80"),
        "Angolo schiacciato, nastro integro.",
        small_print=("Privacy di prova.",),
    )  # fmt: skip


def as_it_came_slip(language: str = "it") -> AsItCameSlip:
    return AsItCameSlip(
        head(language, "2026/00009"),
        (
            ReturnedDevice(SEAL, ("cavo", "chiave"), "Guscio ammaccato"),
            ReturnedDevice(LOCK, (), "", "Vite del coperchio sostituita"),
        ),
        "Preventivo rifiutato",
        ISSUED,
        "Luca Magazzino",
        "2026/00118",
    )


HOURS = (
    QuoteLine(LineKind.TARIFF, "Giornata di consulenza", Decimal(1), "day", Decimal(400)),
    QuoteLine(LineKind.TARIFF, "Tecnico senior", Decimal("2.5"), "h", Decimal(52)),
    QuoteLine(LineKind.TARIFF, "Trasferta", Decimal(180), "km", Decimal("0.40")),
)


def time_estimate(language: str = "it") -> TimeEstimate:
    regime = VatRegime(CUSTOMERS[language].vat_regime)
    return TimeEstimate(
        head(language, "2026/00007"), "Configurazione dei varchi presso il terminal.", HOURS,
        totals(HOURS, regime), "Operazione di prova", date(2026, 12, 22), 42,
        tariff="2026", technician="Mario Tecnico",
    )  # fmt: skip


def charge_note(language: str = "it") -> ChargeNote:
    regime = VatRegime(CUSTOMERS[language].vat_regime)
    return ChargeNote(
        head(language, "2026/00020"), LINES, totals(LINES, regime), "Operazione di prova",
        "Preventivo accettato", ("Preventivo 2026/00118", "DDT 2026/00031"),
    )  # fmt: skip


def reimbursement_note(language: str = "it") -> ReimbursementNote:
    return ReimbursementNote(
        head(language, "2026/00003"), Money.of("1234.56"), (SEAL, LOCK),
        "Difetto di fabbricazione in garanzia", "Fattura 99 del corriere", date(2026, 11, 18),
        "Corriere Esempio S.p.A.", "LDV-987654321", "IT00 X000 0000 0000 0000 0000 000",
        "R. Bianchi",
    )  # fmt: skip


def case_summary(language: str = "it") -> CaseSummary:
    return CaseSummary(
        head(language, "2026/00050"),
        date(2026, 11, 17),
        "Due sigilli non vengono letti dal varco.",
        "R. Bianchi",
        date(2026, 11, 17),
        datetime(2026, 11, 18, 8, 30, tzinfo=ROME),
        datetime(2026, 11, 18, 9, 10, tzinfo=ROME),
        datetime(2026, 11, 22, 17, 45, tzinfo=ROME),
        (
            DeviceOutcome(
                SEAL, "In garanzia", "Difetto di fabbricazione", "Sostituzione gratuita",
                ISSUED, "DDT 2026/00031",
            ),
        ),
        (
            CaseEvent(datetime(2026, 11, 18, 8, 30, tzinfo=ROME), "Aperta", "Mario Tecnico"),
            CaseEvent(datetime(2026, 11, 19, 9, 5, tzinfo=ROME), "Collo ricevuto", "Luca M."),
        ),
        (("Buono di sostituzione", "2026/00118", ISSUED), ("DDT", "2026/00031", ISSUED)),
        42,
        Money.of(0),
        Money.of("12.80"),
    )  # fmt: skip


def eu_register(language: str = "it") -> EuRegister:
    movements = tuple(
        Movement(
            place, date(2026, 11, min(place, 30)), place % 2 == 1, f"DDT {place}", "Muster GmbH",
            "DE", "DE000000000", "NeptuneDemo RFID, LGD-0000-4711", Decimal(1),
            Money.of("85.50"), "Conto riparazione", place - 1 if place % 2 == 0 else None,
        )
        for place in range(1, 41)
    )  # fmt: skip
    return EuRegister(
        replace(head(language, ""), number="2026", case_number=""),
        date(2026, 1, 1),
        date(2026, 12, 31),
        movements,
        "Registro di prova dei beni movimentati a titolo non traslativo.",
        "Da conservare per 10 anni.",
    )


def proforma(language: str = "en") -> Proforma:
    return Proforma(
        head(language, "2026/00005"),
        (
            CustomsGoods(
                "Electronic RFID seal", 2, Money.of("85.50"), "8309 90 90", "IT",
                "NeptuneDemo RFID (LG-ND-01)", ("LGD-0000-9001", "LGD-0000-9002"),
            ),
        ),
        "WARRANTY REPLACEMENT – NO CHARGE",
        "DAP",
        "Exampleton",
        "Value for customs purposes only – test statement",
        "Test declaration of truth.",
        "R. Bianchi",
        gross_weight_g=1250,
        net_weight_g=980,
        repair_value=Money.of(40),
        waybill="AWB 000-00000000",
        carrier="Sample Air Cargo",
        procedure="Inward processing",
        mrn="26IT0000000000000T",
        batteries=("UN3091, test batteries, PI 970 Section II",),
    )  # fmt: skip
