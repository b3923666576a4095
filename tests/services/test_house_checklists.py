"""The checklists of the products as the house changes them."""

from dataclasses import replace

import pytest

from leghorn_bench.domain.case_errors import TextMissing
from leghorn_bench.domain.rights import NotAllowed
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import catalogues
from leghorn_bench.services.house_checklists import HouseChecklist, HouseStep, save_checklist
from leghorn_bench.services.house_lists import catalogues_of

BOLT = HouseChecklist(
    code="bolt",
    products=("LGD-SG1",),
    steps=(
        HouseStep(it="Perno dritto", en="Bolt straight"),
        HouseStep(it="Forza", en="Force", measurement="lock_force"),
    ),
)


def test_a_checklist_of_the_house_is_asked_for_on_its_products(chief: Bench) -> None:
    save_checklist(chief, BOLT)
    lists = catalogues_of(chief.store)
    ticked, measured = lists.checklist_for("LGD-SG100").steps
    assert (ticked.name.word("it"), ticked.measurement) == ("Perno dritto", None)
    assert measured.measurement is not None
    assert measured.measurement.unit == "N"
    assert lists.checklist_for("LGD-SG200").code == "seal"


def test_a_shipped_checklist_is_replaced_and_its_words_stay_in_every_language(
    chief: Bench,
) -> None:
    seal = next(one for one in catalogues().checklists if one.code == "seal")
    look = seal.steps[0].name
    kept = HouseStep(code="look", it=look.word("it"), en=look.word("en"))
    new = HouseStep(it="Cerniera", en="Hinge")
    save_checklist(chief, HouseChecklist(code="seal", products=("LGD-SG",), steps=(kept, new)))
    first, second = catalogues_of(chief.store).checklist_for("LGD-SG100").steps
    assert first.name.word("de") == look.word("de")
    assert (second.name.code, second.name.word("de")) == ("own1", "Hinge")


def test_steps_of_the_house_keep_their_codes(chief: Bench) -> None:
    save_checklist(chief, BOLT)
    steps = catalogues_of(chief.store).checklist_for("LGD-SG100").steps
    more = HouseStep(it="Tappo", en="Cap")
    again = tuple(
        HouseStep(code=one.name.code, it=one.name.word("it"), en=one.name.word("en"))
        for one in steps
    )
    save_checklist(chief, replace(BOLT, steps=(more, *again)))
    codes = [one.name.code for one in catalogues_of(chief.store).checklist_for("LGD-SG1").steps]
    assert codes == ["own3", "own1", "own2"]


@pytest.mark.parametrize(
    "wrong",
    [
        replace(BOLT, code=" "),
        replace(BOLT, products=()),
        replace(BOLT, steps=()),
        replace(BOLT, steps=(HouseStep(it="Perno", en=""),)),
    ],
)
def test_a_checklist_has_a_code_products_and_steps_in_both_languages(
    chief: Bench, wrong: HouseChecklist
) -> None:
    with pytest.raises(TextMissing, match="is empty"):
        save_checklist(chief, wrong)
    assert catalogues_of(chief.store) == catalogues()


def test_only_an_administrator_changes_a_checklist(bench: Bench) -> None:
    with pytest.raises(NotAllowed, match="administrator"):
        save_checklist(bench, BOLT)
