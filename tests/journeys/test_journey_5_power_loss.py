"""Journey 5: whenever the plug is pulled, what was done is there whole, or not at all."""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from leghorn_bench.app.station import Station
from leghorn_bench.cli.wish import Wish
from leghorn_bench.domain.records.charges import StoredTariff
from leghorn_bench.domain.records.goods import Device, Product
from leghorn_bench.domain.records.parties import Customer, SalesRep
from leghorn_bench.domain.records.work import Part
from leghorn_bench.domain.tariff import POLICY_TARIFF
from leghorn_bench.services.care import check
from leghorn_bench.services.company import save_company
from leghorn_bench.services.print_jobs import own_up_to_interrupted
from leghorn_bench.store.engine import Store
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import add, select
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from tests.journeys.days_of_work import JOURNEYS
from tests.journeys.power_cut import OPERATOR, acts_of, bench_of, cut, undisturbed
from tests.services.conftest import COMPANY
from tests.ui.bench.seeing import seen

AT_STAKE = {"receive", "replace", "quote", "ship", "charge", "print", "estimate", "reimburse"}
"""Steps that the story names; every other step is cut as well."""
HALVES = {
    "a device is shipped without its document": "SELECT id FROM case_device WHERE state ="
    " 'shipped' AND id NOT IN (SELECT case_device_id FROM paper_device JOIN paper"
    " ON paper.id = paper_id WHERE paper.kind = 'ddt')",
    "a document is there, its device is not shipped": "SELECT case_device_id FROM paper_device"
    " JOIN paper ON paper.id = paper_id JOIN case_device ON case_device.id = case_device_id"
    " WHERE paper.kind = 'ddt' AND state <> 'shipped'",
    "a unit was replaced without a slip, or a slip without it": "SELECT case_id FROM"
    " replacement EXCEPT SELECT case_id FROM paper WHERE kind = 'replacement_slip'",
    "a quote was offered without its paper": "SELECT id FROM quote WHERE state <> 'draft'"
    " AND paper_id IS NULL",
    "a part left the stock without a repair": "SELECT 5000 - quantity FROM part WHERE 5000 -"
    " quantity <> (SELECT coalesce(sum(quantity), 0) FROM part_use)",
    "a claim for goods lacks their shipment": "SELECT id FROM claim WHERE kind IN"
    " ('inbound_reimbursement', 'accepted_quote', 'return_transport') AND case_id NOT IN"
    " (SELECT case_id FROM paper WHERE kind = 'ddt')",
    "something is claimed twice": "SELECT kind, quote_id, parcel_id FROM claim GROUP BY case_id,"
    " kind, quote_id, parcel_id HAVING count(*) > 1",
    "a closed case has money without paper": "SELECT claim.id FROM claim JOIN repair_case"
    " ON repair_case.id = case_id WHERE state = 'closed' AND paper_id IS NULL",
    "a change belongs to no act": "SELECT number FROM audit_event WHERE subject IN"
    " ('case_device', 'repair_case', 'paper', 'claim', 'assessment', 'parcel') AND NOT EXISTS"
    " (SELECT 1 FROM act WHERE number BETWEEN first_event AND last_event)",
    "a series of papers has a gap or a repeat": "SELECT kind FROM paper GROUP BY kind, year"
    " HAVING count(*) <> max(number) OR count(*) <> count(DISTINCT number)",
    "an issued paper that is printed by itself is not in the queue, once": "SELECT paper.id"
    " FROM paper WHERE kind IN ('replacement_slip', 'ddt', 'charge_note') AND 1 <>"
    " (SELECT count(*) FROM print_job WHERE paper_id = paper.id)",
}


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database that was set up and closed."""
    address = f"sqlite:///{tmp_path / 'bench.db'}"
    (tmp_path / "papers").mkdir()
    store = open_store(address, now=datetime.now(UTC))
    bench = bench_of(store)
    save_company(bench, COMPANY)
    prices = {item.value: price.cents for item, price in POLICY_TARIFF.prices.items()}
    with store.transaction():
        stamp = bench.stamp()
        add(store, OPERATOR, stamp)
        add(store, SalesRep(name="Rosa Esempio"), stamp)
        customer = Customer(code="C1", name="Porto Esempio", address="Molo 1", city="Genova")
        add(store, customer, stamp)
        add(store, Product(code="LGD-SEAL", name="Sigillo Demo"), stamp)
        add(store, Part(code="ANSA", name="Ansa demo", quantity=5000), stamp)
        for_ever = StoredTariff(
            name="demo", first_day=date(2021, 1, 1), last_day=date(2099, 12, 31), prices=prices
        )
        add(store, for_ever, stamp)
    store.close()
    return address


def copied(url: str, name: str) -> str:
    """The same day begun elsewhere: what another one left behind would change its statements."""
    begun = Path(url.removeprefix("sqlite:///"))
    place = begun.parent.parent / f"{begun.parent.name}-{name}"
    shutil.copytree(begun.parent, place, dirs_exist_ok=True)
    return f"sqlite:///{place / begun.name}"


def everything_or_nothing(store: Store) -> None:
    """No half of a use case is there, and no paper file is cut off."""
    assert check(store) == ()
    for half, sql in HALVES.items():
        assert store.rows(sql) == [], half
    own_up_to_interrupted(bench_of(store))
    assert store.rows("SELECT id FROM print_job WHERE state = 'printing'") == []
    for paper in (Path(store.name).parent / "papers").rglob("*.pdf"):
        assert paper.read_bytes().rstrip().endswith(b"%%EOF"), paper


@pytest.mark.slow
@pytest.mark.parametrize("journey", JOURNEYS)
def test_the_plug_is_pulled_in_every_step_and_nothing_is_lost_doubled_or_half_done(
    url: str, journey: str
) -> None:
    # Given a journey, and how many statements each of its steps takes
    chance = Random(journey)
    steps = undisturbed(copied(url, "undisturbed"), journey)
    for number, step in enumerate(steps):
        # When the plug is pulled somewhere within a step, or just before all of it is kept
        for statement in (chance.randint(1, step.statements), step.statements):
            place = copied(url, f"{number}-{statement}")
            known = cut(place, journey, number, statement)
            assert known.steps == number

            # Then what was told as done is there, and of this step all or nothing
            with closing(open_store(place, now=datetime.now(UTC))) as store:
                acts = acts_of(store) - known.acts
                assert 0 <= acts <= step.acts, step.name
                everything_or_nothing(store)


def test_the_window_goes_on_where_the_plug_was_pulled(
    url: str, begin: Callable[[Wish], Station], qtbot: QtBot
) -> None:
    # Given the plug was pulled while a unit was being replaced
    journey = "dead_antenna_is_replaced"
    names = [step.name for step in undisturbed(url, journey)]
    cut(url, journey, names.index("replace"), 1)

    # When the program starts again and the unit is scanned
    station = begin(Wish(database=url))
    qtbot.waitUntil(lambda: station.workplace.is_open)
    replaced, _spare = select(station.store, Device, "ORDER BY id DESC LIMIT 2")[::-1]
    station.window.submit_scan(Scan(replaced.serial, ScanSource.FIELD))

    # Then it asks for the spare once more, and one person's judgement is on the screen
    told = seen(station.window)
    assert "Scan the replacing unit…" in told
    assert "by Mario Esempio on" in told


def test_every_step_that_the_story_names_is_at_stake(url: str) -> None:
    names = {step.name for journey in JOURNEYS for step in undisturbed(url, journey)}
    assert names >= AT_STAKE
