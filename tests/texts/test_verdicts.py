from datetime import date
from enum import StrEnum

import pytest

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.coverage import Compared, ComparedDay, Coverage, Doubt, Unit, judge
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.policy import Outcome, Payer
from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.states import (
    CaseState,
    CaseStep,
    DeviceState,
    DeviceStep,
    device_after,
)
from leghorn_bench.domain.steps import Situation, next_state
from leghorn_bench.domain.tariff import POLICY_TARIFF, TariffItem, tariff_on
from leghorn_bench.domain.warranty import Sale
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.verdicts import compared, notes, reason
from leghorn_bench.texts.words import word

SOLD = date(2026, 3, 14)
UNIT = Unit("LGD-1", (Sale(SOLD),))
FIRST = Unit("LGD-0", (Sale(SOLD),), replaced_by="LGD-7")
ON = {Coverage.EXPIRED: date(2027, 3, 15), Coverage.NOT_STARTED: date(2026, 3, 13)}


@pytest.mark.parametrize(
    ("units", "day", "italian"),
    [
        ([UNIT], SOLD, "Venduto il 14/03/2026 con 12 mesi: coperto fino al 14/03/2027 compreso."),
        (
            [UNIT],
            date(2027, 3, 15),
            "Venduto il 14/03/2026 con 12 mesi: la copertura è finita il 14/03/2027.",
        ),
        (
            [Unit("LGD-7", replaces=FIRST)],
            SOLD,
            "Sostituisce LGD-0, venduto il 14/03/2026 con 12 mesi, e ne continua la garanzia:"
            " coperto fino al 14/03/2027 compreso.",
        ),
        (
            [FIRST],
            SOLD,
            "Il dispositivo LGD-0 è già stato sostituito da LGD-7: non dovrebbe essere tornato.",
        ),
    ],
)
def test_the_reason_is_one_italian_sentence(units: list[Unit], day: date, italian: str) -> None:
    assert reason(judge(units, ComparedDay(day, Compared.TODAY)), "it") == italian


@pytest.mark.parametrize("why", Compared)
@pytest.mark.parametrize("language", ["it", "en"])
def test_the_compared_day_says_why_it_is_that_day(why: Compared, language: str) -> None:
    sentence = compared(judge([UNIT], ComparedDay(SOLD, why)), language)
    assert ("14/03/2026" if language == "it" else "14 Mar 2026") in sentence


def test_what_is_doubtful_is_told_beside_the_reason() -> None:
    unit = Unit("A", (Sale(SOLD, 24, date(2026, 5, 1)), Sale(date(2020, 1, 1))))
    today = ComparedDay(date(2026, 6, 1), Compared.TODAY)
    told_notes = notes(judge([unit], today, clock_is_doubtful=True), "en")
    assert [note.split()[0] for note in told_notes] == ["The", "An", "Several"]


@pytest.mark.parametrize(
    "enumeration",
    [
        Answer,
        BatteryState,
        CaseState,
        CaseStep,
        ClaimKind,
        Compared,
        Coverage,
        DeviceState,
        DeviceStep,
        Doubt,
        Origin,
        Outcome,
        Payer,
        TariffItem,
    ],
)
def test_every_coded_word_is_translated_into_italian(enumeration: type[StrEnum]) -> None:
    same = {code for code in enumeration if word(code, "it") == word(code, "en")}
    assert same == set()


def test_words_of_equal_codes_are_told_apart() -> None:
    assert word(CaseState.OPEN, "en") != word(CaseStep.OPEN, "en")


def test_an_error_words_its_facts_in_the_language_of_the_reader() -> None:
    with pytest.raises(BenchError) as caught:
        device_after(DeviceState.READY, DeviceStep.ASSESS)
    assert told(caught.value, "it") == (
        "Il passo 'Valuta' non è possibile nello stato 'Pronto per la spedizione'."
        " Possibili: Spedisci, Rottama."
    )


def test_an_error_writes_days_as_the_reader_does() -> None:
    with pytest.raises(BenchError) as caught:
        tariff_on([POLICY_TARIFF], date(2026, 11, 22))
    assert "22/11/2026" in told(caught.value, "it")


def test_a_refused_step_names_the_state_of_the_case_in_words() -> None:
    with pytest.raises(BenchError) as caught:
        next_state(Situation(DeviceState.RECEIVED, CaseState.REPORTED), DeviceStep.ASSESS)
    assert "'Reported'" in told(caught.value, "en")


def test_what_the_system_says_is_told_in_the_language_of_the_reader() -> None:
    class Unreadable(BenchError):
        sentence = "{path} cannot be read ({reason})."

    error = Unreadable(path="x.csv", reason="No such file or directory")
    assert "il file o la cartella non esiste" in told(error, "it")
    assert str(error) == "x.csv cannot be read (No such file or directory)."
