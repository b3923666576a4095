"""The menu of the person at the bench: who it is, which language, which look."""

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from leghorn_bench.texts.screen import _

Language = Literal["it", "en"]
Theme = Literal["system", "light", "dark"]


def personal_menu(
    owner: QObject,
    ask_who: Callable[[], None],
    speak: Callable[[Language], None],
    wear: Callable[[Theme], None],
) -> list[QAction]:
    """The actions, top to bottom, in the language of the screens."""
    languages: tuple[tuple[str, Language], ...] = (("Italiano", "it"), ("English", "en"))
    themes: tuple[tuple[str, Theme], ...] = (
        (_("Look of the computer"), "system"),
        (_("Light look"), "light"),
        (_("Dark look"), "dark"),
    )
    return [
        _action(owner, _("Another person is at the bench"), ask_who),
        _separator(owner),
        *(_action(owner, name, partial(speak, code)) for name, code in languages),
        _separator(owner),
        *(_action(owner, name, partial(wear, look)) for name, look in themes),
    ]


def _action(owner: QObject, words: str, act: Callable[[], None]) -> QAction:
    action = QAction(words, owner)
    action.triggered.connect(lambda _checked: act())
    return action


def _separator(owner: QObject) -> QAction:
    action = QAction(owner)
    action.setSeparator(True)
    return action
