"""No English is left over on a paper: every coded word and sentence is in its language."""

from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum

import pytest

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.party import CompanyDataMissing
from leghorn_bench.domain.records.acts import Act, ActKind
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.domain.tariff import TariffItem
from leghorn_bench.texts.acts import act_text
from leghorn_bench.texts.catalogue import catalogue
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.verdicts import INHERITED, INHERITED_EXPIRED, REASONS
from leghorn_bench.texts.words import WORDS, word

ON_PAPERS: tuple[type[StrEnum], ...] = (
    ActKind, BatteryState, ClaimKind, Coverage, DeviceState, DeviceStep, Origin, PaperKind,
    TariffItem,
)  # fmt: skip
THE_SAME = {("fr", "Note")}
OTHERS = pytest.mark.parametrize("language", ["it", "fr", "de", "es"])
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def act(what: ActKind, note: str) -> Act:
    return Act(at=AT, who="mario", what=what, note=note, first_event=1, last_event=1)


@OTHERS
def test_every_coded_word_of_a_paper_is_in_its_language(language: str) -> None:
    known = {english for (kind, _), english in WORDS.items() if kind in ON_PAPERS}
    plain = {english for english in known if catalogue(language).gettext(english) == english}
    assert {(language, english) for english in plain} <= THE_SAME


@OTHERS
def test_the_reason_of_every_verdict_is_in_the_language_of_the_report(language: str) -> None:
    words = catalogue(language)
    for sentence in (*REASONS.values(), INHERITED, INHERITED_EXPIRED):
        assert words.gettext(sentence) != sentence


@pytest.mark.parametrize(
    ("what", "note", "said"),
    [
        (ActKind.PAPER_ISSUED, "quote 2026/00118", "Preventivo di riparazione 2026/00118"),
        (ActKind.PAPER_ANNULLED, "ddt 2026/00031: no", "Documento di trasporto 2026/00031: no"),
        (ActKind.SHIPPED, "1Z999", "1Z999"),
        (ActKind.ASSESSED, "misuse", "Uso improprio"),
        (ActKind.STEPPED, "give_up_free: no", "Rinuncia alla riparazione e sostituisci: no"),
        (ActKind.SETTLED, "return_transport", "Trasporto di ritorno"),
        (ActKind.TIMED, "start", "cronometro avviato"),
        (ActKind.TIMED, "25 min", "25 min"),
        (ActKind.NOTED, "copy 2026/00118", "Copia di 2026/00118"),
        (ActKind.NOTED, "copy the key", "copy the key"),
        (ActKind.EDITED, "battery damaged", "Batteria danneggiata"),
        (ActKind.EDITED, "battery of the lid", "battery of the lid"),
        (ActKind.EDITED, "urgent", "urgente"),
        (ActKind.EDITED, "not urgent", "non più urgente"),
        (ActKind.REMINDED, "time rev. 2", "Stima dei tempi rev. 2"),
        (ActKind.SENT, "repair rev. 1", "Preventivo di riparazione rev. 1"),
        (ActKind.FORWARDED, "by hand", "by hand"),
        (ActKind.PACKED, "-", ""),
        (ActKind.UNDONE, "shipped", "Collo spedito"),
        (ActKind.CLOSED, "", ""),
    ],
)  # fmt: skip
def test_the_history_of_a_case_words_its_codes(what: ActKind, note: str, said: str) -> None:
    worded = act_text(act(what, note), "it")
    assert worded == (f"{word(what, 'it')}: {said}" if said else word(what, "it"))


@pytest.mark.parametrize("language", ["en", "fr", "de", "es"])
def test_the_history_of_a_case_speaks_the_papers_language(language: str) -> None:
    said = act_text(act(ActKind.STEPPED, DeviceStep.REPLACE_FREE.value), language)
    assert said.endswith(word(DeviceStep.REPLACE_FREE, language))
    assert (" : " in said) == (language == "fr")


@pytest.mark.parametrize(
    ("language", "mark"),
    {
        "it": "(annullato)",
        "en": "(taken back)",
        "fr": "(étape annulée)",
        "de": "(zurückgenommen)",
        "es": "(paso deshecho)",
    }.items(),
)
def test_what_was_taken_back_stays_in_the_history_and_says_so(language: str, mark: str) -> None:
    kept = act_text(act(ActKind.ASSESSED, "misuse"), language)
    undone = act_text(replace(act(ActKind.ASSESSED, "misuse"), undone=True), language)
    assert undone == f"{kept} {mark}"


def test_a_day_is_written_with_dots_in_german() -> None:
    assert day_text(AT.date(), "de") == "22.11.2026"


def test_the_field_that_lacks_is_named_in_the_readers_language() -> None:
    assert "Partita IVA" in told(CompanyDataMissing(missing="VAT number"), "it")
    assert "VAT number is missing" in told(CompanyDataMissing(missing="VAT number"), "en")
