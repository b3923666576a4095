"""What is said of an error of the world, in the language of the person who is told."""

from datetime import date
from enum import StrEnum
from types import MappingProxyType

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.texts.catalogue import catalogue
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import N_
from leghorn_bench.texts.words import WORDS, word

RECORDS = MappingProxyType(
    {
        "act": N_("an entry of the history"),
        "assessment": N_("a judgement"),
        "audit_event": N_("an entry of the audit trail"),
        "case_device": N_("a device of the case"),
        "chip_doubt": N_("a doubt about a chip"),
        "claim": N_("money to be charged or reimbursed"),
        "customer": N_("a customer"),
        "device": N_("a unit"),
        "evidence": N_("a photo or file"),
        "evidence_bytes": N_("a photo or file"),
        "identifier": N_("a number of a unit"),
        "notice": N_("a notice"),
        "number_series": N_("the numbering of papers"),
        "operator": N_("an operator"),
        "paper": N_("a paper"),
        "paper_device": N_("a paper"),
        "parcel": N_("a parcel"),
        "part": N_("a spare part"),
        "part_use": N_("a spare part"),
        "print_job": N_("a print job"),
        "product": N_("a product"),
        "quote": N_("a quote or estimate"),
        "quote_line": N_("a quote or estimate"),
        "repair_case": N_("the case"),
        "repair_work": N_("work on a device"),
        "replacement": N_("a replacement"),
        "return_check": N_("a check before the return"),
        "sale": N_("a sale"),
        "sales_rep": N_("a sales rep"),
        "search_text": N_("the index of the search"),
        "setting": N_("a setting"),
        "signature": N_("a second signature"),
        "tariff": N_("a tariff"),
        "work_span": N_("support time"),
    }
)
"""What a record of each table is to a person; an error names it by its ``table``."""
_REASONS = frozenset({"reason", "why", "missing", "what"})
"""Names of facts that may hold a sentence of the operating system, or the name of a field."""
FIELDS = (
    N_("name"),
    N_("street"),
    N_("city"),
    N_("VAT number"),
    N_("answered by"),
    N_("authorised by"),
    N_("customer"),
    N_("device"),
    N_("hint"),
    N_("role"),
    N_("note"),
    N_("notice"),
    N_("parcel"),
    N_("part code and name"),
    N_("product, lot or serials"),
    N_("reason"),
    N_("shelf"),
    N_("work done"),
)
"""Fields that are told to be empty, for the catalogue."""
SYSTEM_REASONS = (
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("No space left on device"),
    N_("Read-only file system"),
    N_("File too large"),
    N_("File name too long"),
    N_("Input/output error"),
    N_("Disk quota exceeded"),
    N_("No such device or address"),
    N_("Device or resource busy"),
    N_("Connection refused"),
    N_("Broken pipe"),
)
"""What Linux says of files, disks and ports, for the catalogue."""


def told(error: BenchError, language: str) -> str:
    """The sentence of ``error`` in ``language`` (ISO 639-1), its facts worded and filled in."""
    words = catalogue(language)

    def said(fact: object) -> object:
        if isinstance(fact, StrEnum) and (type(fact), fact.value) in WORDS:
            return word(fact, language)
        if isinstance(fact, date):
            return day_text(fact, language)
        if isinstance(fact, tuple):
            return ", ".join(str(said(part)) for part in fact) or "-"
        return fact

    facts = {name: said(fact) for name, fact in error.facts.items()}
    if facts.get("table") in RECORDS:
        facts["table"] = words.gettext(RECORDS[str(facts["table"])])
    for name in _REASONS & facts.keys():
        facts[name] = words.gettext(str(facts[name]))
    return words.gettext(error.sentence).format(**facts)
