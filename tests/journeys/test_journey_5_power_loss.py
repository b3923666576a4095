"""User story 5: whenever the plug is pulled, what was done is there whole, or not at all."""

import os
import signal
from contextlib import closing
from datetime import UTC, date, datetime
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest

from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.goods import Device, Product
from leghorn_bench.domain.records.parties import Customer, Operator, SalesRep
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.care import check
from leghorn_bench.services.claiming import claims_of, issue_reimbursement_note
from leghorn_bench.services.closing import close_case
from leghorn_bench.services.company import save_company
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.stepping import take_step
from leghorn_bench.store.engine import Store
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import add, select
from tests.services.case_stories import photo, received, shipped
from tests.services.conftest import COMPANY, Stock

KILLS = 25
FROM, TO = 0.02, 0.7
"""Seconds after which the plug is pulled; a round of the story takes about 0.3."""
FORK = get_context("fork")


def bench_of(store: Store) -> Bench:
    return Bench(store, Operator(login="mario", name="Mario Esempio", roles=("administrator",)))


def stock_of(bench: Bench) -> Stock:
    (customer,), (rep,) = select(bench.store, Customer), select(bench.store, SalesRep)
    (product,), made = select(bench.store, Product), select(bench.store, Device)
    return Stock(bench, product, customer, rep, made)


def work_without_end(url: str) -> None:
    """Journey 2, over and over: what the station does while the plug is in."""
    bench = bench_of(open_store(url, now=datetime.now(UTC)))
    stock = stock_of(bench)
    while True:
        case, (device,), _ = received(bench, stock, [stock.unit(date.today())])  # noqa: DTZ011 - sold today
        judgement = Judgement(origin=Origin.MANUFACTURING, found="antenna", photos=(photo(),))
        assess(bench, device.id, judgement)
        take_step(bench, device.id, DeviceStep.REPLACE_FREE)
        replace_unit(bench, device.id, Spare(device_id=stock.unit().id))
        shipped(bench, stock, [device])
        (claim,) = claims_of(bench, case.id)
        issue_reimbursement_note(bench, claim.id)
        close_case(bench, case.id)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database that was set up and closed."""
    address = f"sqlite:///{tmp_path / 'bench.db'}"
    store = open_store(address, now=datetime.now(UTC))
    bench = bench_of(store)
    save_company(bench, COMPANY)
    with store.transaction():
        add(store, SalesRep(name="Rosa Esempio"), bench.stamp())
        customer = Customer(code="C1", name="Porto Esempio", address="Molo 1", city="Genova")
        add(store, customer, bench.stamp())
        add(store, Product(code="LGD-SEAL", name="Sigillo Demo"), bench.stamp())
    store.close()
    return address


def pull_the_plug(url: str, after: float) -> None:
    """Let somebody work for ``after`` seconds, then end the process as a power cut would."""
    station = FORK.Process(target=work_without_end, args=(url,))
    station.start()
    station.join(after)
    assert station.pid is not None
    os.kill(station.pid, signal.SIGKILL)
    station.join()
    assert station.exitcode == -signal.SIGKILL


def everything_or_nothing(store: Store) -> None:
    """No half of a use case is there."""
    halves = {
        "a device is shipped without its document": "SELECT id FROM case_device WHERE state ="
        " 'shipped' AND id NOT IN (SELECT case_device_id FROM paper_device JOIN paper"
        " ON paper.id = paper_id WHERE paper.kind = 'ddt')",
        "a document is there, its device is not shipped": "SELECT case_device_id FROM paper_device"
        " JOIN paper ON paper.id = paper_id JOIN case_device ON case_device.id = case_device_id"
        " WHERE paper.kind = 'ddt' AND state <> 'shipped'",
        "a unit was replaced without a slip, or a slip without it": "SELECT case_id FROM"
        " replacement EXCEPT SELECT case_id FROM paper WHERE kind = 'replacement_slip'",
        "a claim lacks its shipment": "SELECT id FROM claim WHERE case_id NOT IN"
        " (SELECT case_id FROM paper WHERE kind = 'ddt')",
        "a closed case has money without paper": "SELECT claim.id FROM claim JOIN repair_case"
        " ON repair_case.id = case_id WHERE state = 'closed' AND paper_id IS NULL",
        "a change belongs to no act": "SELECT number FROM audit_event WHERE subject IN"
        " ('case_device', 'repair_case', 'paper', 'claim', 'assessment', 'parcel') AND NOT EXISTS"
        " (SELECT 1 FROM act WHERE number BETWEEN first_event AND last_event)",
    }
    for half, sql in halves.items():
        assert store.rows(sql) == [], half


@pytest.mark.slow
def test_the_plug_may_be_pulled_at_any_moment(url: str) -> None:
    chance = Random(5)
    for _ in range(KILLS):
        pull_the_plug(url, chance.uniform(FROM, TO))
        with closing(open_store(url, now=datetime.now(UTC))) as store:
            assert check(store) == ()
            everything_or_nothing(store)
    with closing(open_store(url, now=datetime.now(UTC))) as store:
        (acts,) = store.row("SELECT count(*) FROM act") or (0,)
        assert acts > KILLS, "the station hardly worked: it was not the plug that was tested"
