"""What one scan may mean: each reading that holds, and each that does not with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from leghorn_bench.domain.identifiers.errors import IdentifierRefused

Key = tuple[str, str]
"""A kind of identifier and its normal form, as the store indexes and looks it up."""


class Kind(StrEnum):
    """What a text identifies."""

    SERIAL = "serial"
    EPC = "epc"
    TID = "tid"
    UID = "uid"
    GTIN_SERIAL = "gtin_serial"
    GTIN = "gtin"
    """An article, not a unit."""
    GS1 = "gs1"
    """Another GS1 key: an asset, a logistic unit, a place, a document."""
    CARD = "card"
    CASE = "case"
    DEVICE = "device"
    PARCEL = "parcel"
    QUOTE = "quote"
    SHELF = "shelf"
    OPERATOR = "operator"


class Form(StrEnum):
    """How a text is written; every scan is tried as each."""

    LABEL = "label"
    EPC_URI = "epc_uri"
    DIGITAL_LINK = "digital_link"
    EPC = "epc"
    UID = "uid"
    TID = "tid"
    GS1 = "gs1_element_string"
    GTIN = "gtin"
    CARD = "card"
    EPC_BANK = "epc_bank"
    """Any whole words that a tag may carry, whatever they mean."""
    SERIAL = "serial"


class Weight(IntEnum):
    """How much the text itself proves; lighter readings come later."""

    PROVEN = 0
    """It carries its own mark: a header, a prefix, a check digit."""
    SHAPED = 1
    """It has the length and the letters, and nothing else speaks against it."""
    PLAIN = 2
    """A serial number: anything can be one."""
    POSSIBLE = 3
    """It could be, but a serial number is likelier."""


class Doubt(StrEnum):
    """What a person should know before trusting a reading."""

    SEPARATOR_MISSING = "separator_missing"
    """A GS1 value may have swallowed the next one: the symbol lacks its FNC1."""
    BYTES_REVERSED = "bytes_reversed"
    """The number was read last byte first, and was turned round."""
    LAYOUT_UNDONE = "layout_undone"
    """The scanner typed on an Italian keyboard layout; the text was put right."""
    RANDOM_UID = "random_uid"
    """The chip invents this number at every read: it identifies nothing."""
    FACTORY_EPC = "factory_epc"
    """The tag was never coded: its EPC is a copy of its chip number."""
    ISO_APPLICATION = "iso_application"
    """The control word says that the content is not an EPC."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of a scan."""

    form: Form
    kind: Kind
    value: str
    """Normal form."""
    keys: tuple[Key, ...]
    """What to look up, the strongest first."""
    weight: Weight = Weight.PROVEN
    uri: str | None = None
    """The identity as a URI: ``urn:epc:id:…`` of an EPC, GS1 Digital Link of a GTIN."""
    gtin: str | None = None
    """As the symbol carries it: 8, 12, 13 or 14 digits."""
    serial: str | None = None
    lot: str | None = None
    maker: str | None = None
    """Maker of the chip, from its number."""
    facts: Mapping[str, str | int | bool] = field(default_factory=dict)
    """What else it says, ready for JSON: ``tag_uri``, ``filter``, ``element_string``, ``model``…"""
    doubts: tuple[Doubt, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Plain data for ``identify --json``; absent facts are left out."""
        known = {
            "value": self.value,
            "uri": self.uri,
            "gtin": self.gtin,
            "serial": self.serial,
            "lot": self.lot,
            "maker": self.maker,
            **self.facts,
            "doubts": [doubt.value for doubt in self.doubts] or None,
        }
        head: dict[str, object] = {"kind": self.kind.value, "form": self.form.value, "ok": True}
        return head | {name: fact for name, fact in known.items() if fact is not None}


@dataclass(frozen=True, slots=True)
class Failure:
    """A form in which the text cannot be read, and why."""

    form: Form
    why: IdentifierRefused

    def as_json(self) -> dict[str, object]:
        """Plain data for ``identify --json``."""
        return {
            "kind": _KIND_OF_FORM[self.form].value,
            "form": self.form.value,
            "ok": False,
            "reason": str(self.why),
        }


_KIND_OF_FORM = {
    Form.LABEL: Kind.DEVICE,
    Form.EPC_URI: Kind.EPC,
    Form.DIGITAL_LINK: Kind.GTIN_SERIAL,
    Form.EPC: Kind.EPC,
    Form.UID: Kind.UID,
    Form.TID: Kind.TID,
    Form.GS1: Kind.GTIN_SERIAL,
    Form.GTIN: Kind.GTIN,
    Form.CARD: Kind.CARD,
    Form.EPC_BANK: Kind.EPC,
    Form.SERIAL: Kind.SERIAL,
}


@dataclass(frozen=True, slots=True)
class Interpretation:
    """All that a scan may mean (at least one reading), likeliest first, and why the rest failed."""

    text: str
    """As scanned, cleaned of blanks around it."""
    readings: tuple[Reading, ...]
    failures: tuple[Failure, ...] = ()
    aim: str | None = None
    """AIM symbology identifier, ``]C1``, when the scanner sent one."""
    together: bool = False
    """True: the readings are numbers of one tag, and each has to lead to the same unit. False: they
    are alternatives, and the first key on file names the unit."""

    @property
    def best(self) -> Reading:
        """The likeliest reading."""
        return self.readings[0]

    @property
    def kind(self) -> Kind:
        """Of the likeliest reading."""
        return self.best.kind

    @property
    def keys(self) -> tuple[Key, ...]:
        """Every key of every reading, the strongest first; see ``together``."""
        return tuple(dict.fromkeys(key for reading in self.readings for key in reading.keys))

    def as_json(self) -> dict[str, object]:
        """The object that ``main.py identify --json`` prints (issue 2 §5)."""
        best = self.best
        return {
            "kind": best.kind.value,
            "uri": best.uri,
            "gtin": best.gtin,
            "serial": best.serial,
            "lot": best.lot,
            "readings": [
                *(reading.as_json() for reading in self.readings),
                *(failure.as_json() for failure in self.failures),
            ],
        }
