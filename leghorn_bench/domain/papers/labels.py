"""Labels: what stands on them, and how their stock lies on a roll or a sheet."""

from dataclasses import dataclass
from datetime import date

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.head import PaperDevice
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.party import Address, Company


class LabelStockImpossible(BenchError):
    """Labels that do not fit on the page they are said to lie on."""

    sentence = (
        "The label stock “{code}” does not fit: {columns} × {rows} labels need {needed} mm, the"
        " page has {page} mm. Correct its measures."
    )


_MOST_GS1_SIGNS = 20


@dataclass(frozen=True, slots=True)
class LabelStock:
    """Labels of one size; all measures in millimetres from the page's top left corner."""

    code: str
    name: str
    label: tuple[float, float]
    """Width and height of one label."""
    page: tuple[float, float]
    columns: int = 1
    rows: int = 1
    corner: tuple[float, float] = (0.0, 0.0)
    """Where the first label begins."""
    pitch: tuple[float, float] = (0.0, 0.0)
    """From the beginning of one label to that of the next."""

    def __post_init__(self) -> None:
        """Refuse labels that would hang over the edge by more than a hair.

        Raises:
            LabelStockImpossible: they do.
        """
        counts = (self.columns, self.rows)
        needed = [
            self.corner[axis] + (counts[axis] - 1) * self.pitch[axis] + self.label[axis]
            for axis in (0, 1)
        ]
        if min(counts) < 1 or any(needed[axis] > self.page[axis] + 0.5 for axis in (0, 1)):
            raise LabelStockImpossible(
                code=self.code,
                columns=self.columns,
                rows=self.rows,
                needed=f"{needed[0]:g} × {needed[1]:g}",
                page=f"{self.page[0]:g} × {self.page[1]:g}",
            )

    @property
    def a_page(self) -> int:
        """How many labels a page holds."""
        return self.columns * self.rows

    def place(self, index: int) -> tuple[int, float, float]:
        """Page, and the label's left and top on it, of the label ``index`` (from 0)."""
        page, cell = divmod(index, self.a_page)
        row, column = divmod(cell, self.columns)
        left = self.corner[0] + column * self.pitch[0]
        return page, left, self.corner[1] + row * self.pitch[1]


@dataclass(frozen=True, slots=True)
class DeviceLabel:
    """What is stuck on a device on the bench."""

    device: PaperDevice
    case_number: str
    customer: str
    received_on: date
    gtin: str = ""
    """14 digits; with it the DataMatrix is a GS1 one, without it says the same as the bars."""
    shelf: str = ""

    @property
    def matrix_text(self) -> str:
        """What the DataMatrix says; a leading group separator stands for the GS1 mark.

        A serial number that GS1 does not allow (over 20 signs, or signs outside ASCII) is said
        plainly.
        """
        serial = self.device.serial
        if self.gtin and serial.isascii() and len(serial) <= _MOST_GS1_SIGNS:
            return f"\x1d01{self.gtin.zfill(14)}21{serial}"
        return self.device.code


@dataclass(frozen=True, slots=True)
class ParcelLabel:
    """What is stuck on a parcel."""

    sender: Company
    recipient: Address
    parcel: str
    """The parcel's own number."""
    document: str = ""
    """The transport document it travels on."""
    case_number: str = ""
    place: int = 1
    of: int = 1
    weight_g: int = 0
    carrier: str = ""
    waybill: str = ""
    battery: str = ""
    """UN number of the battery mark, e.g. ``UN3481``; empty without one."""
    language: str = "it"

    @property
    def code(self) -> str:
        """What its barcode says; scanning it opens the parcel."""
        return f"LB:P:{self.parcel}"


@dataclass(frozen=True, slots=True)
class DeviceLabels:
    """Labels of devices on one stock."""

    stock: LabelStock
    labels: tuple[DeviceLabel, ...]
    skip: int = 0
    """Labels of the first sheet that were used before."""
    language: str = "it"


@dataclass(frozen=True, slots=True)
class ParcelLabels:
    """Labels of parcels on one stock."""

    stock: LabelStock
    labels: tuple[ParcelLabel, ...]
    printed_on: date
    skip: int = 0


@dataclass(frozen=True, slots=True)
class SignLabel:
    """What says where or who: the label of a shelf, or the badge of a person."""

    name: str
    """Read from a step away."""
    code: str
    """What both of its codes say, e.g. ``LB:S:A-12``."""


@dataclass(frozen=True, slots=True)
class SignLabels:
    """Signs of one kind on one stock."""

    kind: PaperKind
    stock: LabelStock
    labels: tuple[SignLabel, ...]
    printed_on: date
    skip: int = 0
    language: str = "it"
