"""The station: a fresh store, a damaged one, who is at the bench, scans that come too early."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.app.badges import Badges
from leghorn_bench.app.station import Station
from leghorn_bench.cli.wish import Wish
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.services.opening import operators_of
from leghorn_bench.services.parcels import Arrival, begin_parcel
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import add
from leghorn_bench.ui.dialogs.database import DatabaseDialog
from leghorn_bench.ui.dialogs.people import FirstPersonDialog, WhoDialog
from leghorn_bench.ui.pages.bench.page import BenchPage
from leghorn_bench.ui.pages.receiving.page import ReceivingPage
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from tests.ui.bench.conftest import NOW, STAMP, Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_case import open_case, side, write

if TYPE_CHECKING:
    from leghorn_bench.ui.window import BenchWindow

Begin = Callable[[Wish], Station]


def shown(station: Station, kind: type[QDialog]) -> bool:
    return any(one.isVisible() for one in station.window.findChildren(kind))


def test_a_fresh_store_asks_once_for_the_first_administrator(
    begin: Begin, tmp_path: Path, qtbot: QtBot
) -> None:
    wish = Wish(database=f"sqlite:///{tmp_path / 'new.db'}")
    station = begin(wish)
    qtbot.waitUntil(lambda: shown(station, FirstPersonDialog))
    name = station.window.findChildren(FirstPersonDialog)[0].findChildren(QLineEdit)[0]
    name.setText("Mario Rossi")
    press(station.window, "Begin")
    assert station.workplace.bench.operator.login == "mario.rossi"
    assert "Mario Rossi" in seen(station.window.top)
    again = begin(wish)
    qtbot.waitUntil(lambda: again.workplace.is_open)


def test_whoever_sits_down_is_told_that_the_company_lacks_before_a_paper_is_begun(
    begin: Begin, tmp_path: Path, qtbot: QtBot
) -> None:
    wish = Wish(database=f"sqlite:///{tmp_path / 'new.db'}")
    station = begin(wish)
    qtbot.waitUntil(lambda: shown(station, FirstPersonDialog))
    name = station.window.findChildren(FirstPersonDialog)[0].findChildren(QLineEdit)[0]
    name.setText("Mario Rossi")
    press(station.window, "Begin")
    assert "enter the company’s data in Settings" in station.window.foot.message.text


def test_a_scan_that_comes_before_the_store_is_open_is_not_lost(
    begin: Begin, tmp_path: Path, qtbot: QtBot
) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'bench.db'}", now=NOW)
    with store.transaction():
        add(store, Operator(login="ada", name="Ada Esempio", roles=("technician",)), STAMP)
    store.close()
    station = begin(Wish(database=f"sqlite:///{tmp_path / 'bench.db'}"))
    assert not station.workplace.is_open
    station.window.submit_scan(Scan("LGD-0001", ScanSource.FIELD))
    qtbot.waitUntil(lambda: "Unknown" in seen(station.window))


def test_a_damaged_file_is_told_kept_and_a_backup_offered(
    begin: Begin, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bench.db"
    copies = tmp_path / "backups"
    copies.mkdir()
    store = open_store(f"sqlite:///{copies / 'bench-20261101-080000.db'}", now=NOW)
    with store.transaction():
        add(store, Operator(login="ada", name="Ada Esempio", roles=("technician",)), STAMP)
    store.execute("PRAGMA journal_mode = delete")
    store.close()
    path.write_bytes(b"no database at all" * 100)
    station = begin(Wish(database=f"sqlite:///{path}"))
    qtbot.waitUntil(lambda: shown(station, DatabaseDialog))
    assert path.read_bytes() == b"no database at all" * 100
    assert "is damaged" in seen(station.window.findChildren(DatabaseDialog)[0])
    press(station.window, "bench-20261101-080000.db")
    qtbot.waitUntil(lambda: station.workplace.is_open)
    kept = list(tmp_path.glob("bench-set-aside-*.db"))
    assert [one.read_bytes() for one in kept] == [b"no database at all" * 100]


def test_a_newer_file_is_told_and_not_changed(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "bench.db"
    open_store(f"sqlite:///{path}", now=NOW).close()
    with sqlite3.connect(path) as newer:
        newer.execute(
            "INSERT INTO schema_migration (name, applied) VALUES ('m9999_later', '2027-01-01')"
        )
    newer.close()
    before = path.read_bytes()
    station = begin(Wish(database=f"sqlite:///{path}"))
    qtbot.waitUntil(lambda: shown(station, DatabaseDialog))
    assert "written by a newer version" in seen(station.window.findChildren(DatabaseDialog)[0])
    assert path.read_bytes() == before


def test_a_badge_on_the_reader_puts_its_owner_at_the_bench(scene: Scene) -> None:
    store = scene.station.store
    with store.transaction():
        person = Operator(
            login="tito", name="Tito Esempio", roles=("technician",), badge="04DE0000000002"
        )
        add(store, person, STAMP)
    scene.unit("LGD-0001")
    scene.scan("LGD-0001")
    write(side(scene), "What the customer reports", "Half a sentence")
    scene.scan("04DE0000000002")
    assert scene.station.workplace.bench.operator.login == "tito"
    assert "Tito Esempio is at the bench." in scene.station.window.foot.message.text
    assert side(scene).case_form.draft.report == "Half a sentence"


def test_the_printed_label_of_a_person_does_the_same(scene: Scene) -> None:
    store = scene.station.store
    with store.transaction():
        add(store, Operator(login="tito", name="Tito Esempio", roles=("technician",)), STAMP)
    scene.scan("LB:O:TITO")
    assert scene.station.workplace.bench.operator.login == "tito"


def test_several_operators_choose_their_name(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    url = f"sqlite:///{tmp_path / 'bench.db'}"
    store = open_store(url, now=NOW)
    first = Operator(login="ada", name="Ada Esempio", roles=("administrator",))
    with store.transaction():
        add(store, first, STAMP)
        add(store, replace(first, login="tito", name="Tito Esempio"), STAMP)
    assert len(operators_of(store)) == 2
    store.close()
    station = begin(Wish(database=url))
    qtbot.waitUntil(lambda: shown(station, WhoDialog))
    press(station.window, "Tito Esempio  –  administrator")
    assert station.workplace.bench.operator.login == "tito"


def test_the_label_of_a_case_opens_its_first_device(scene: Scene) -> None:
    scene.unit("LGD-0001")
    scene.scan("LGD-0001")
    side(scene).case_form.show_draft(
        replace(side(scene).case_form.draft, customer_id=scene.customer.id)
    )
    open_case(scene, "LGD-0001")
    scene.unit("LGD-0002")
    scene.scan("LGD-0002")
    scene.scan("LB:C:2026-00001")
    assert "Case 2026-00001" in seen(side(scene))
    scene.scan("LB:C:2026-09999")
    assert "opens nothing that is on file" in scene.station.window.foot.message.text


def test_the_label_of_a_parcel_opens_it_where_it_is_worked_on(scene: Scene) -> None:
    bench = scene.station.workplace.bench
    inbound = begin_parcel(bench, Arrival(waybill="1Z DEMO"))
    scene.scan(f"LB:P:{inbound.id}")
    page = scene.station.window.front_page()
    assert isinstance(page, ReceivingPage)
    assert any(field.text() == "1Z DEMO" for field in page.findChildren(QLineEdit))


def test_the_demo_opens_with_nothing_configured(begin: Begin, qtbot: QtBot) -> None:
    station = begin(Wish(demo=True))
    qtbot.waitUntil(lambda: station.workplace.is_open, timeout=60_000)
    assert isinstance(station.window.front_page(), BenchPage)
    assert station.simulator is not None
    tag = station.store.row("SELECT value FROM identifier WHERE kind = 'epc' LIMIT 1")
    assert tag is not None
    station.simulator.lay(tag[0])
    qtbot.waitUntil(lambda: station.window.front_page().desk.card is not None)  # type: ignore[attr-defined]


def test_a_clock_before_the_last_entry_is_told_when_somebody_sits_down(
    dressed: QApplication, scene: Scene, tmp_path: Path, qtbot: QtBot
) -> None:
    assert "clock" not in scene.station.window.foot.message.text
    wish = Wish(database=f"sqlite:///{tmp_path / 'bench.db'}")
    long_ago = datetime(1970, 1, 1, 0, 5, tzinfo=UTC)
    settings = BenchSettings(language="en", theme="light")
    station = Station(dressed, wish, settings, lambda: long_ago)
    station.begin()
    qtbot.waitUntil(lambda: station.workplace.is_open)
    assert "is earlier than the last entry on file" in station.window.foot.message.text
    station.window.close()
    station.window.deleteLater()


def test_what_was_counted_for_a_window_that_has_gone_is_dropped(scene: Scene, qtbot: QtBot) -> None:
    gone, told = QWidget(), list[str]()
    shiboken6.delete(gone)
    workplace = scene.station.workplace
    Badges(workplace, lambda: cast("BenchWindow", gone)).count()
    workplace.executor.submit(workplace, lambda: "counted", told.append)
    qtbot.waitUntil(lambda: told == ["counted"])
