"""Made-up contents of every paper, for goldens, pictures and benchmarks."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from leghorn_bench.domain.papers.head import PaperDevice, PaperHead
from leghorn_bench.domain.papers.quote import QuotedDevice, QuotePaper
from leghorn_bench.domain.papers.replacement import OldUnit, Replacement, ReplacementSlip
from leghorn_bench.domain.party import Address, Company, Party
from leghorn_bench.domain.quote import LineKind, QuoteLine, totals
from leghorn_bench.domain.vat import VatRegime
from tests.documents.spoken import DAY, law, said

COMPANY = Company(
    Address("Sigilli Esempio S.r.l.", "Via delle Prove 1", "57100", "Livorno", "LI"),
    vat_number="IT00000000000",
    tax_code="00000000000",
    eori="IT00000000000",
    rea="LI-000000",
    phone="+39 0586 000000",
    email="assistenza@esempio.example",
    certified_mail="esempio@pec.example",
    website="esempio.example",
    bank="Banca di Prova",
    iban="IT00 X000 0000 0000 0000 0000 000",
    bic="PROVIT00",
)
CUSTOMERS = {
    "it": Party(
        "C001",
        Address("Porto Esempio S.p.A.", "Calata Immaginaria 12", "16100", "Genova", "GE"),
        vat_number="IT11111111111",
        contact="Anna Prova",
    ),
    "en": Party(
        "C002",
        Address("Sample Harbour Ltd", "7 Nowhere Quay", "XX1 1XX", "Exampleton", "", "GB"),
        vat_number="GB000000000",
        contact="Jo Sample",
        language="en",
        vat_regime="XEU",
    ),
    "fr": Party(
        "C003",
        Address("Conteneurs d’Exemple SA", "3, quai du Modèle", "00000", "Modèleville", "", "FR"),
        vat_number="FR00000000000",
        contact="Zoé Modèle",
        language="fr",
        vat_regime="EU-RC",
    ),
    "de": Party(
        "C004",
        Address(
            "Muster Hafenlogistik GmbH & Co. KG", "Musterstraße 5", "00000", "Musterstadt", "", "DE"
        ),
        vat_number="DE000000000",
        contact="Jürgen Muster",
        language="de",
        vat_regime="EU-RC",
    ),
    "es": Party(
        "C005",
        Address("Logística Muestra S.L.", "Calle Ficticia 9", "00000", "Villa Muestra", "", "ES"),
        vat_number="ESX0000000X",
        contact="Íñigo Muestra",
        language="es",
        vat_regime="EU-RC",
    ),
}
ISSUED = DAY
SEAL = PaperDevice("LGD-0000-4711", "NeptuneDemo RFID", "LG-ND-01", "3074257BF7194E4000001A85")
LOCK = PaperDevice("LGD-0000-0815", "TritonDemo IoT", "LG-TD-02")
NEW_SEAL = PaperDevice("LGD-0000-9001", "NeptuneDemo RFID", "LG-ND-01", "3074257BF7194E4000002B00")


def head(language: str = "it", number: str = "2026/00118") -> PaperHead:
    return PaperHead(
        number, ISSUED, COMPANY, CUSTOMERS[language], "2026-00412", language, "R. Bianchi"
    )


def lines(language: str = "it") -> tuple[QuoteLine, ...]:
    return (
    QuoteLine(
        LineKind.LABOUR, said("new antenna", language), Decimal("1.5"), "h", Decimal(52),
        serial=SEAL.serial, code="senior_hour",
    ),
    QuoteLine(
        LineKind.PART, said("part", language), Decimal(1), "pc", Decimal("18.355"), Decimal(10),
        SEAL.serial, "ANT-40",
    ),
    QuoteLine(
        LineKind.PART, said("shell", language), Decimal(2), "pc", Decimal("7.20"),
        serial=LOCK.serial, code="GSC-02", goodwill=True,
    ),
    QuoteLine(LineKind.TRANSPORT, said("way back", language), Decimal(1), "pc", Decimal("14.50")),
)  # fmt: skip


def quote(language: str = "it") -> QuotePaper:
    regime = VatRegime(CUSTOMERS[language].vat_regime)
    return QuotePaper(
        head(language),
        (
            QuotedDevice(SEAL, said("not read", language), said("antenna", language)),
            QuotedDevice(LOCK, said("not closed", language), said("cracked", language)),
        ),
        lines(language),
        totals(lines(language), regime),
        law(regime, language),
        date(2026, 12, 22),
        delivery=said("ten days", language),
        payment=said("transfer", language),
        repair_warranty=said("six months", language),
        small_print=tuple(
            law(key, language) for key in ("transport_accessory", "not_an_invoice", "privacy")
        ),
    )


def replacement_slip(language: str = "it") -> ReplacementSlip:
    return ReplacementSlip(
        head(language),
        (
            Replacement(
                SEAL,
                NEW_SEAL,
                said("not read", language),
                said("chip", language),
                date(2026, 3, 14),
                12,
                date(2027, 3, 14),
                OldUnit.KEPT,
            ),
        ),
        "Mario Tecnico",
        "DDT 77 del 18/11/2026",
        small_print=(law("GAR", language),),
    )


def with_lines(content: QuotePaper, count: int) -> QuotePaper:
    few = lines()
    many = tuple(
        replace(few[place % len(few)], code=f"ROW-{place + 1:04}") for place in range(count)
    )
    return replace(content, lines=many, totals=totals(many, VatRegime.IT22))


LINES = lines()
