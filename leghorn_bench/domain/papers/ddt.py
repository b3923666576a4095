"""The transport document [DDT], and the contents without which it may not be issued (PAPERS §1)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.phrase import NOTHING_SAID, Phrase
from leghorn_bench.domain.party import Address


class DdtIncomplete(BenchError):
    """A transport document lacks what the law asks for."""

    sentence = "The transport document lacks something that the law asks for."


class DdtWithoutNumber(DdtIncomplete):
    """No progressive number."""

    sentence = "The transport document has no number yet: issue it, then print it."


class DdtWithoutRecipient(DdtIncomplete):
    """The recipient's name, street or town is not known."""

    sentence = (
        "The transport document has to name the recipient with street and town; the address of"
        " “{name}” is incomplete. Complete it in the customer's data, then issue it."
    )


class DdtWithoutDestination(DdtIncomplete):
    """The goods go elsewhere, and where is not fully said."""

    sentence = (
        "The goods go to another place than the recipient's seat: its name, street and town are"
        " needed, and “{name}” lacks one. Write all three, or none."
    )


class DdtWithoutGoods(DdtIncomplete):
    """No goods, or goods without words or quantity."""

    sentence = (
        "The transport document has to say which goods travel and how many; line {line} does not."
        " Complete the line, then issue it."
    )


class DdtWithoutReason(DdtIncomplete):
    """The goods are not sold, and why they travel is not said."""

    sentence = (
        "The transport document has to give the reason for the transport, since the goods are not"
        " sold. Choose it, then issue it."
    )


class DdtWithoutCarrier(DdtIncomplete):
    """A carrier does the transport and is not named."""

    sentence = (
        "A carrier does the transport, but is not named. Enter the carrier's company name and"
        " address, then issue the document."
    )


class DdtDatedTooEarly(DdtIncomplete):
    """The goods left before the document was written."""

    sentence = (
        "The shipment is dated {shipped}, before the document of {issued}; it can be the same day"
        " or later. Correct the day of the shipment."
    )


def _is_whole(address: Address) -> bool:
    return all(part.strip() for part in (address.name, address.street, address.city))


@dataclass(frozen=True, slots=True)
class Carrier:
    """The company that carries; the first, when there are several."""

    name: str
    address: str = ""
    register: str = ""
    """Number in the register of hauliers."""


@dataclass(frozen=True, slots=True)
class Goods:
    """One line: nature, quality and quantity of what travels."""

    description: str
    quantity: Decimal
    unit: str = "pc"
    code: str = ""
    serials: tuple[str, ...] = ()
    reference: str = ""
    """The case, or the customer's order or document, that the line answers."""


@dataclass(frozen=True, slots=True)
class TransportDocument:
    """A DDT as it is printed; abroad it speaks Italian and the customer's language."""

    head: PaperHead
    shipped_on: date
    """Day on which the goods leave; the head carries the day of the document."""
    reason: Phrase
    goods: tuple[Goods, ...]
    packages: int = 1
    carriage: Phrase = NOTHING_SAID
    transported_by: Phrase = NOTHING_SAID
    appearance: Phrase = NOTHING_SAID
    by_carrier: bool = False
    """Whether a third party carries, who must then be named."""
    carrier: Carrier | None = None
    waybill: str = ""
    destination: Address | None = None
    """Where the goods go, when not to the recipient's seat."""
    gross_weight_g: int = 0
    net_weight_g: int = 0
    volume_l: int = 0
    """In litres, thousandths of a cubic metre."""
    started_at: datetime | None = None
    inbound: tuple[str, ...] = ()
    """The customer's documents that the goods came with, e.g. "DDT 77 del 18/11/2026"."""
    batteries: tuple[Phrase, ...] = ()
    """What is to be said of batteries on board (resources/law/batteries.toml)."""
    law: tuple[Phrase, ...] = ()
    """Phrases of law in force on the day of the document."""
    notes: str = ""

    @property
    def volume_m3(self) -> Decimal:
        """The volume in cubic metres."""
        return Decimal(self.volume_l).scaleb(-3)

    def require(self) -> None:
        """Refuse to issue it without its mandatory contents (DPR 472/1996, PAPERS §1.2).

        Raises:
            CompanyDataMissing: the sender is not fully named.
            DdtIncomplete: one of its kinds, naming what lacks.
        """
        self.head.company.require()
        if not self.head.number.strip():
            raise DdtWithoutNumber
        seat = self.head.party.address
        if not _is_whole(seat):
            raise DdtWithoutRecipient(name=seat.name)
        if self.destination is not None and not _is_whole(self.destination):
            raise DdtWithoutDestination(name=self.destination.name)
        if not self.goods:
            raise DdtWithoutGoods(line=1)
        for place, line in enumerate(self.goods, start=1):
            if not line.description.strip() or line.quantity <= 0:
                raise DdtWithoutGoods(line=place)
        if not self.reason.text.strip():
            raise DdtWithoutReason
        if self.by_carrier and (self.carrier is None or not self.carrier.name.strip()):
            raise DdtWithoutCarrier
        if self.shipped_on < self.head.issued_on:
            raise DdtDatedTooEarly(shipped=self.shipped_on, issued=self.head.issued_on)
