"""Every coverage of POLICY §3 has its card, and a scan never creates anything."""

from datetime import date
from typing import Literal

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from leghorn_bench.domain.records.goods import Sale
from leghorn_bench.services.cases import Announced, Report, report_case
from leghorn_bench.store.records import add
from leghorn_bench.ui.frame.foot import ActionButton
from leghorn_bench.ui.pages.cases.page import CasesPage
from leghorn_bench.ui.widgets.verdict_band import VerdictBand
from tests.ui.bench.conftest import STAMP, Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_case import open_case


def verdict(scene: Scene) -> str:
    return scene.page.findChildren(VerdictBand)[0].accessibleName()


@pytest.mark.parametrize(
    ("sold_on", "word"),
    [
        (date(2026, 3, 14), "In warranty. until 14 Mar 2027, 112 days left. Sold on"),
        (date(2025, 3, 14), "Warranty expired. ended on 14 Mar 2026, 253 days before. Sold on"),
        (date(2026, 12, 1), "Warranty not started. The day compared, 22 Nov 2026, is before"),
        (None, "Not sold. The unit LGD-0001 is known, but no sale is on file"),
    ],
)
def test_a_unit_on_file_shows_its_verdict_and_its_facts(
    scene: Scene, sold_on: date | None, word: str
) -> None:
    scene.unit("LGD-0001", sold_on)
    scene.scan("LGD-0001")
    assert verdict(scene).startswith(word)
    told = seen(scene.page)
    assert "Demo Seal" in told
    assert ("Porto Esempio S.p.A., Genova" in told) is (sold_on is not None)


@pytest.mark.parametrize(
    ("reported", "told"),
    [
        (date(2026, 10, 1), "until 14 Mar 2027, 112 days left"),
        (date(2025, 10, 1), "until 14 Mar 2026, reported in time"),
    ],
)
def test_what_is_left_of_a_cover_is_counted_from_today_and_not_from_the_report(
    scene: Scene, reported: date, told: str
) -> None:
    unit = scene.unit("LGD-0001", reported.replace(month=3, day=14))
    report = Report(customer_id=scene.customer.id, reported_on=reported)
    announced = Announced(scanned="LGD-0001", device_id=unit.id)
    report_case(scene.station.workplace.bench, report, [announced])
    scene.scan("LGD-0001")
    assert told in verdict(scene)


def test_a_replaced_unit_leads_to_the_one_that_took_its_place(scene: Scene) -> None:
    old, new = scene.unit("LGD-0001", date(2026, 3, 14)), scene.unit("LGD-0002")
    scene.replaced(old, new)
    scene.scan("LGD-0001")
    assert verdict(scene).startswith("Already replaced")
    press(scene.page, "Open LGD-0002")
    assert verdict(scene).startswith("In warranty")
    assert "Replaces LGD-0001 since 1 Jun 2026" in seen(scene.page)


def test_an_unknown_scan_offers_what_looks_like_it_and_creates_nothing(scene: Scene) -> None:
    scene.unit("LGD-00004711", date(2026, 3, 14))
    scene.scan("LGD-0000471I")
    assert verdict(scene).startswith("Unknown")
    assert scene.station.store.row("SELECT count(*) FROM device") == (1,)
    assert "Demo Seal · Porto Esempio S.p.A." in seen(scene.page)  # in the screen's language
    press(scene.page, "LGD-0000471I is LGD-00004711")
    assert verdict(scene).startswith("In warranty")


def test_a_number_on_two_units_shows_them_side_by_side(scene: Scene) -> None:
    one, other = scene.unit("LGD-0001", date(2026, 3, 14)), scene.unit("LGD-0002")
    for device in (one, other):
        scene.name(device, "epc", "3074257BF7194E4000001A85")
    scene.scan("3074257BF7194E4000001A85")
    assert verdict(scene).startswith("Ambiguous")
    press(scene.page, "Open LGD-0002")
    assert verdict(scene).startswith("Not sold")


def test_a_scan_that_cannot_be_an_identifier_is_told_and_leaves_the_card(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    scene.scan("LGD-0001")
    scene.scan("x" * 10_000)
    assert "Expected at most" in scene.station.window.foot.message.text
    assert verdict(scene).startswith("In warranty")


def test_an_extension_ordered_late_is_shown_and_not_counted(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2025, 3, 14), months=24, extension_ordered_on=date(2025, 5, 1))
    scene.scan("LGD-0001")
    assert verdict(scene).startswith("Warranty expired")
    assert "ordered after the sale, on 1 May 2025: not counted" in seen(scene.page)


def test_another_language_rebuilds_the_window_with_the_same_device(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    scene.scan("LGD-0001")
    scene.station.speak("it")
    assert verdict(scene).startswith("In garanzia")


def test_units_with_one_number_leave_room_for_a_case_when_nobody_can_tell(scene: Scene) -> None:
    one, other = scene.unit("LGD-0001", date(2026, 3, 14)), scene.unit("LGD-0002")
    for device in (one, other):
        scene.name(device, "epc", "3074257BF7194E4000001A85")
    scene.scan("3074257BF7194E4000001A85")
    assert not scene.page.desk.handling.side.isVisible()
    press(scene.page, "Nobody can tell: open a case, to be held")
    assert scene.page.desk.handling.side.case_form.isVisible()


def test_an_administrator_counts_a_late_extension_from_the_card(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2025, 3, 14), months=24, extension_ordered_on=date(2025, 5, 1))
    scene.scan("LGD-0001")
    press(scene.page, "Count the extension…")
    question = scene.station.window
    assert "The warranty then lasts 24 months in all, as ordered on 1 May 2025" in seen(question)
    press(question, "Count it")
    assert verdict(scene).startswith("In warranty")
    assert "ordered late on 1 May 2025, accepted: counted" in seen(scene.page)
    assert "Count the extension…" not in seen(scene.page)


def test_every_sale_of_a_unit_is_on_its_card(scene: Scene) -> None:
    device = scene.unit("LGD-0001", date(2026, 3, 14))
    store = scene.station.store
    with store.transaction():
        first = Sale(device_id=device.id, sold_on=date(2023, 2, 1), document="FT 12")
        add(store, first, STAMP)
    scene.scan("LGD-0001")
    told = seen(scene.page)
    assert "14 Mar 2026 · DDT" in told
    assert "1 Feb 2023 · FT 12" in told


def test_an_earlier_case_opens_from_the_history(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    open_case(scene, "LGD-0001")
    press(scene.page, "Case 2026-00001: received")
    assert type(scene.station.window.front_page()) is CasesPage
    assert "Case 2026-00001" in seen(scene.station.window.front_page())


def test_two_units_of_one_number_fit_side_by_side(scene: Scene) -> None:
    for serial in ("LGD-0001", "LGD-0002"):
        device = scene.unit(serial, date(2026, 3, 14))
        scene.name(device, "epc", "3074257BF7194E4000001A85")
        scene.name(device, "tid", "E28011602000000000000116")
    scene.station.window.resize(1280, 800)
    scene.scan("3074257BF7194E4000001A85")
    QApplication.processEvents()
    areas = [area for area in scene.page.findChildren(QScrollArea) if area.isVisible()]
    assert areas
    assert not any(area.horizontalScrollBar().isVisible() for area in areas)


def test_buttons_of_another_page_never_come_back_at_the_foot(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    window = scene.station.window
    window.open_page("cases")
    window.open_page("bench")
    scene.scan("LGD-0001")
    shown = [one for one in window.foot.findChildren(ActionButton) if one.isVisible()]
    assert [one.text() for one in shown] == ["Open the case"]


@pytest.mark.parametrize("language", ["en", "it"])
def test_at_the_smallest_window_a_card_scrolls_down_only(
    scene: Scene, language: Literal["en", "it"]
) -> None:
    device = scene.unit("LGD-0001", date(2026, 3, 14))
    for kind, value in (
        ("epc", "3036452148000A0000000655"),
        ("tid", "E280116020000000000006F5"),
        ("gtin_serial", "09521234000402|1621"),
    ):
        scene.name(device, kind, value)
    scene.station.speak(language)
    scene.station.window.resize(scene.station.window.minimumSize())
    scene.scan("LGD-0001")
    told = seen(scene.page)
    assert "3036 4521 4800\n0A00 0000 0655" in told
    assert "(01)09521234000402\n(21)1621" in told
    bars = [area.horizontalScrollBar() for area in scene.page.desk.findChildren(QScrollArea)]
    assert [bar.maximum() for bar in bars] == [0] * len(bars)


def test_a_wide_card_keeps_an_identifier_in_one_line(scene: Scene) -> None:
    device = scene.unit("LGD-0001", date(2026, 3, 14))
    scene.name(device, "epc", "3036452148000A0000000655")
    scene.station.window.resize(1600, 900)
    scene.scan("LGD-0001")
    assert "3036 4521 4800 0A00 0000 0655" in seen(scene.page)


def test_the_next_device_begins_at_the_top(scene: Scene) -> None:
    for serial in ("LGD-0001", "LGD-0002"):
        scene.unit(serial, date(2026, 3, 14))
        open_case(scene, serial)
    scene.station.window.resize(scene.station.window.minimumSize())
    seen(scene.page)
    bars = [area.verticalScrollBar() for area in scene.page.desk.findChildren(QScrollArea)]
    for bar in bars:
        bar.setValue(bar.maximum())
    scene.scan("LGD-0001")
    seen(scene.page)
    assert [bar.value() for bar in bars] == [0] * len(bars)
