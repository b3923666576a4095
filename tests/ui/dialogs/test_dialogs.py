"""The dialogs: keys, freeing, reports."""

import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.ui.dialogs.confirm import ConfirmDialog
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.dialogs.message import MessageDialog
from leghorn_bench.ui.dialogs.trouble import TroubleDialog, report_of
from leghorn_bench.ui.excepthook import LastNet
from leghorn_bench.ui.gallery import english
from leghorn_bench.ui.gallery_lists import dialogs
from leghorn_bench.ui.pages.cases.reason import WordsDialog, WordsWanted
from tests.ui.bench.seeing import press, seen


class PrinterGoneError(BenchError):
    sentence = "The printer {name} is gone. Choose another."


def asked(parent: QWidget, *, destroys: bool) -> tuple[ConfirmDialog, list[str]]:
    answers: list[str] = []
    dialog = ConfirmDialog("Close?", "13 are missing.", "Close parcel", parent, destroys=destroys)
    dialog.confirmed.connect(lambda: answers.append("confirmed"))
    dialog.rejected.connect(lambda: answers.append("left"))
    return dialog, answers


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(
    ("destroys", "key", "answer"),
    [
        (False, Qt.Key.Key_Return, "confirmed"),
        (False, Qt.Key.Key_Escape, "left"),
        (True, Qt.Key.Key_Return, "left"),
        (True, Qt.Key.Key_Escape, "left"),
    ],
)
def test_enter_never_destroys_and_escape_always_leaves(
    parent: QWidget, qtbot: QtBot, destroys: bool, key: Qt.Key, answer: str
) -> None:
    dialog, answers = asked(parent, destroys=destroys)
    dialog.open()
    qtbot.waitExposed(dialog)
    qtbot.keyClick(dialog.focusWidget(), key)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert answers == [answer]


def reasons(parent: QWidget, qtbot: QtBot) -> tuple[WordsDialog, list[str]]:
    """A form of one field, on the screen; and what is recorded with it."""
    recorded: list[str] = []
    wanted = WordsWanted(title="Reject", field="Reason", verb="Reject", icon="ban")
    form = WordsDialog(wanted, recorded.append, parent)
    form.open()
    qtbot.waitActive(form)
    return form, recorded


def test_escape_on_what_is_written_is_told_and_a_second_one_leaves(
    parent: QWidget, qtbot: QtBot
) -> None:
    form, recorded = reasons(parent, qtbot)
    qtbot.keyClicks(form.focusWidget(), "Not ours")
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Escape)
    assert "What is written here is not recorded." in seen(form)
    qtbot.keyClicks(form.focusWidget(), " at all")
    form.close()
    assert form.isVisible()
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    assert recorded == []


def test_escape_leaves_at_once_where_nothing_is_written_and_so_does_the_button(
    parent: QWidget, qtbot: QtBot
) -> None:
    form, _recorded = reasons(parent, qtbot)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    form, recorded = reasons(parent, qtbot)
    qtbot.keyClicks(form.focusWidget(), "Not ours")
    press(form, "Close without recording")
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    assert recorded == []


@pytest.mark.parametrize("number", range(4))
def test_closing_a_dialog_frees_it(parent: QWidget, qtbot: QtBot, number: int) -> None:
    dialog = dialogs(english)[number]
    dialog.setParent(parent, dialog.windowFlags())
    dialog.show()
    dialog.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert not parent.findChildren(HouseDialog)


def test_a_report_tells_what_happened_and_is_saved_where_one_chooses(
    parent: QWidget, tmp_path: Path
) -> None:
    dialog = TroubleDialog(report_of(ZeroDivisionError("no seals"), "0.1.0"), parent)
    dialog.save_to(tmp_path / "report.txt")
    saved = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert "ZeroDivisionError: no seals" in saved
    assert "Leghorn Bench 0.1.0" in saved


def test_a_report_that_cannot_be_saved_says_why(parent: QWidget, tmp_path: Path) -> None:
    dialog = TroubleDialog("report", parent)
    dialog.save_to(tmp_path / "no folder" / "report.txt")
    assert "could not be saved" in dialog._kept.text()
    assert "No such file" in dialog._kept.text()


def net(parent: QWidget) -> LastNet:
    return LastNet(lambda: parent, "0.1.0")


def test_a_bug_opens_one_report_and_the_next_is_added_to_it(
    parent: QWidget, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    last_net = net(parent)
    for words in ("first", "second"):
        last_net.catch(ValueError, ValueError(words), None)
    qtbot.waitUntil(lambda: len(parent.findChildren(TroubleDialog)) == 1)
    dialog = parent.findChildren(TroubleDialog)[0]
    qtbot.waitUntil(lambda: "ValueError: second" in dialog.report)
    assert "ValueError: first" in dialog.report
    assert "ValueError: first" in capsys.readouterr().err
    dialog.close()


def test_an_error_of_the_world_is_told_in_its_sentence(
    parent: QWidget, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    last_net = net(parent)
    last_net.catch(PrinterGoneError, PrinterGoneError(name="DEMO"), None)
    qtbot.waitUntil(lambda: len(parent.findChildren(MessageDialog)) == 1)
    parent.findChildren(MessageDialog)[0].close()
    assert QApplication.activeModalWidget() is None
    assert "The printer DEMO is gone" in capsys.readouterr().err


def test_the_net_is_hung_where_python_looks(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", None)
    last_net = net(parent)
    last_net.install()
    assert sys.excepthook == last_net.catch
