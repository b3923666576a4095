"""Made-up labels of devices and parcels."""

from dataclasses import replace

from leghorn_bench.documents.label_stocks import label_stocks
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import (
    DeviceLabel,
    DeviceLabels,
    ParcelLabel,
    ParcelLabels,
    SignLabel,
    SignLabels,
)
from tests.documents.samples import COMPANY, CUSTOMERS, ISSUED, SEAL

LABEL = DeviceLabel(SEAL, "2026-00412", "Porto Esempio S.p.A.", ISSUED, "08012345678904", "A-12")


def device_labels(language: str = "it", stock: str = "roll-62x29", count: int = 1) -> DeviceLabels:
    name = CUSTOMERS[language].address.name
    labels = tuple(
        replace(LABEL, customer=name, case_number=f"2026-{412 + place:05}")
        for place in range(count)
    )
    return DeviceLabels(label_stocks()[stock], labels, language=language)


def parcel_labels(language: str = "it", stock: str = "roll-100x150") -> ParcelLabels:
    label = ParcelLabel(
        COMPANY, CUSTOMERS[language].address, "2026-00077", "DDT 2026/00031", "2026-00412",
        1, 2, 1250, "Corriere Esempio", "LDV-123456789", "UN3481", language,
    )  # fmt: skip
    return ParcelLabels(label_stocks()[stock], (label,), ISSUED)


def shelf_labels(language: str = "it", stock: str = "roll-62x29") -> SignLabels:
    shelf = SignLabel("A-12", "LB:S:A-12")
    kind = PaperKind.SHELF_LABEL
    return SignLabels(kind, label_stocks()[stock], (shelf,), ISSUED, language=language)


def badge_labels(language: str = "it", stock: str = "roll-62x29") -> SignLabels:
    ada = SignLabel("Ada Esempio", "LB:O:ada.esempio")
    kind = PaperKind.BADGE_LABEL
    return SignLabels(kind, label_stocks()[stock], (ada,), ISSUED, language=language)
