import pytest

from leghorn_bench.domain.case_errors import TextMissing
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.rights import NotAllowed
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import catalogues
from leghorn_bench.services.house_lists import (
    HouseEntry,
    HouseList,
    catalogues_of,
    save_entry,
)

STUCK = HouseEntry(code="relay", it="Relè incollato", en="Relay stuck", hint="production")


def test_a_fresh_store_offers_the_lists_that_the_program_ships(bench: Bench) -> None:
    assert catalogues_of(bench.store) == catalogues()


@pytest.mark.parametrize("which", HouseList)
def test_an_administrator_adds_an_entry_in_two_languages(chief: Bench, which: HouseList) -> None:
    save_entry(chief, which, STUCK)

    lists = catalogues_of(chief.store)
    names = {
        HouseList.SYMPTOMS: lists.symptoms,
        HouseList.REPAIRS: lists.repairs,
        HouseList.FAULTS: {code: fault.name for code, fault in lists.faults.items()},
    }[which]
    assert names["relay"].word("it") == "Relè incollato"
    assert names["relay"].word("de") == "Relay stuck"


def test_a_fault_of_the_house_proposes_the_origin_of_its_hint(chief: Bench) -> None:
    save_entry(chief, HouseList.FAULTS, STUCK)

    assert catalogues_of(chief.store).faults["relay"].origin is Origin.MANUFACTURING


def test_an_entry_put_aside_keeps_its_words_in_every_language(chief: Bench) -> None:
    dead = catalogues().symptoms["dead"]
    aside = HouseEntry(code="dead", it=dead.word("it"), en=dead.word("en"), retired=True)

    save_entry(chief, HouseList.SYMPTOMS, aside)

    kept = catalogues_of(chief.store).symptoms["dead"]
    assert kept.retired
    assert kept.word("de") == dead.word("de")


def test_a_shipped_entry_worded_anew_is_not_printed_in_its_old_words(chief: Bench) -> None:
    save_entry(chief, HouseList.FAULTS, HouseEntry(code="wear", it="Logorio", en="Worn out"))

    assert catalogues_of(chief.store).faults["wear"].name.word("fr") == "Worn out"


def test_a_second_change_of_an_entry_replaces_the_first(chief: Bench) -> None:
    save_entry(chief, HouseList.REPAIRS, HouseEntry(code="x", it="Uno", en="One"))
    save_entry(chief, HouseList.REPAIRS, HouseEntry(code=" x ", it="Due", en="Two", iris_code="A1"))

    changed = catalogues_of(chief.store).repairs["x"]
    assert (changed.word("it"), changed.iris_code) == ("Due", "A1")


def test_only_an_administrator_changes_a_list(bench: Bench) -> None:
    with pytest.raises(NotAllowed, match="administrator"):
        save_entry(bench, HouseList.FAULTS, STUCK)


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        (HouseEntry(code=" ", it="Uno", en="One"), "code"),
        (HouseEntry(code="x", it="", en="One"), "it"),
        (HouseEntry(code="x", it="Uno", en=""), "en"),
        (HouseEntry(code="x", it="Uno", en="One", hint="fate"), "hint"),
    ],
)
def test_an_entry_that_lacks_something_is_refused(
    chief: Bench, entry: HouseEntry, what: str
) -> None:
    with pytest.raises(TextMissing, match=what):
        save_entry(chief, HouseList.FAULTS, entry)
