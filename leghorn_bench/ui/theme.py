"""Dress the application: fonts, Fusion, palette and stylesheet of the light or the dark look."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from leghorn_bench.resources import resource_path
from leghorn_bench.ui.stylesheet import stylesheet
from leghorn_bench.ui.tokens import DARK, LIGHT, SANS, Size, Tokens

FONT_FILES = (
    "IBMPlexSans-Regular.ttf",
    "IBMPlexSans-SemiBold.ttf",
    "IBMPlexMono-Regular.ttf",
    "IBMPlexMono-Medium.ttf",
)


class Appearance(StrEnum):
    """What the person chose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def in_fusion(program: str) -> list[str]:
    """Arguments of a ``QApplication`` that is drawn by Fusion, the style that can be dressed.

    Asking an application for its style, or giving it another, wraps 21 enumerations: 11 ms.
    """
    return [program, "-style", "fusion"]


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; once a process.

    Raises:
        FileNotFoundError: a font is missing beside the program.
    """
    for name in FONT_FILES:
        path = resource_path("fonts", name)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(f"the font {path} is missing or broken")


SPARE_FONTS = ("paper/DroidSansFallback.ttf", "paper/IBMPlexSansArabic-Regular.ttf")
"""For names in scripts that the computer may have no font for; the papers' own."""


def load_spare_fonts() -> None:
    """Make the fonts of other scripts known; after the first picture, since they are large."""
    for name in SPARE_FONTS:
        QFontDatabase.addApplicationFont(str(resource_path("fonts", name)))


def tokens_for(app: QApplication, appearance: Appearance) -> Tokens:
    """The colours that ``appearance`` means on this system now."""
    if appearance is Appearance.SYSTEM:
        dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if appearance is Appearance.DARK else LIGHT


def dress(app: QApplication, tokens: Tokens) -> None:
    """Give the whole application the look of ``tokens``; may be called again at any time.

    The palette is set beside the stylesheet because an explicit palette is the only thing that
    turns Qt's own dialogs dark on every platform.
    """
    sheet = stylesheet(tokens)
    if sheet == app.styleSheet():
        return  # Qt would polish every widget that there is anew
    app.setFont(_body_font())
    app.setPalette(palette(tokens))
    app.setStyleSheet(sheet)


def _body_font() -> QFont:
    font = QFont(SANS)
    font.setPixelSize(Size.BODY.pixels)
    return font


def palette(tokens: Tokens) -> QPalette:
    """The Qt palette of ``tokens``."""
    made = QPalette()
    role = QPalette.ColorRole
    for target, colour in (
        (role.Window, tokens.page),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.page),
        (role.Button, tokens.surface),
        (role.ToolTipBase, tokens.surface),
        (role.WindowText, tokens.text),
        (role.Text, tokens.text),
        (role.ButtonText, tokens.text),
        (role.ToolTipText, tokens.text),
        (role.BrightText, tokens.stop.ink),
        (role.PlaceholderText, tokens.quiet),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.Accent, tokens.accent),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Light, tokens.surface),
        (role.Midlight, tokens.hover),
        (role.Mid, tokens.line),
        (role.Dark, tokens.edge),
        (role.Shadow, tokens.line),
    ):
        made.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.quiet))
    return made
