"""The one stylesheet, written from the tokens: widgets say what they are, this says how it looks.

A widget says what it is by the properties ``tone`` (``Tone``), ``step`` (``Size``), ``part``
(``card``, ``rail``, ``band`` ...) and ``mono``; ``leghorn_bench.ui.marks`` sets them.
"""

from leghorn_bench.resources import resource_path
from leghorn_bench.ui.tokens import (
    MONO,
    PHOTO,
    RADIUS,
    SANS,
    TALL_TARGET,
    TARGET,
    Size,
    Tokens,
    Tone,
)


def stylesheet(tokens: Tokens) -> str:
    """The whole stylesheet of the program in ``tokens``."""
    parts = (_words, _surfaces, _buttons, _fields, _choices, _lists, _frame, _tones)
    return "\n".join(part(tokens) for part in parts)


def _picture(name: str, t: Tokens) -> str:
    return resource_path("icons", f"{name}-{'dark' if t.dark else 'light'}.svg").as_posix()


def _words(t: Tokens) -> str:
    sizes = "\n".join(f'*[step="{size}"] {{ font-size: {size.pixels}px; }}' for size in Size)
    return f"""
QWidget {{ font-family: "{SANS}"; font-size: {Size.BODY.pixels}px; color: {t.text}; }}
{sizes}
*[step="section"], *[step="title"], *[step="verdict"], *[step="counter"] {{ font-weight: 600; }}
*[strong="true"] {{ font-weight: 600; }}
*[struck="true"] {{ text-decoration: line-through; }}
*[mono="true"] {{ font-family: "{MONO}"; }}
QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line}; padding: 4px 8px;
  font-family: "{SANS}"; font-size: {Size.SMALL.pixels}px; }}
"""


def _surfaces(t: Tokens) -> str:
    return f"""
QMainWindow, QDialog, *[part="page"] {{ background: {t.page}; }}
*[part="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {RADIUS}px; }}
*[part="line"] {{ background: {t.line}; border: none; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > *[part="plain"] {{ background: transparent; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {t.edge}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.line}; padding: 4px; }}
QMenu::item {{ padding: 7px 24px 7px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.accent_ground}; color: {t.accent}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QProgressBar {{ background: {t.line}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
"""


def _buttons(t: Tokens) -> str:
    return f"""
QPushButton {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.edge};
  border-radius: {RADIUS}px; padding: 4px 13px; min-height: {TARGET - 10}px; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 3px 12px; }}
QPushButton:pressed {{ background: {t.line}; }}
QPushButton:disabled {{ color: {t.quiet}; border-color: {t.line}; background: {t.page}; }}
QPushButton[part="primary"] {{ background: {t.accent}; color: {t.on_accent};
  border: 1px solid {t.accent}; font-weight: 600; padding: 4px 17px; }}
QPushButton[part="primary"]:hover {{ border: 1px solid {t.text}; }}
QPushButton[part="primary"]:focus {{ border: 2px solid {t.text}; padding: 3px 16px; }}
QPushButton[part="primary"]:disabled {{ background: {t.line}; color: {t.quiet};
  border-color: {t.line}; }}
QPushButton[part="danger"] {{ background: {t.stop.ground}; color: {t.stop.ink};
  border-color: {t.stop.ink}; font-weight: 600; }}
QPushButton[part="danger"]:focus {{ border: 2px solid {t.stop.ink}; }}
QPushButton[part="quiet"] {{ background: transparent; border: 1px solid transparent; }}
QPushButton[part="quiet"][leading="true"] {{ text-align: left; }}
QPushButton[part="quiet"]:hover {{ background: {t.hover}; }}
QPushButton[part="quiet"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[part="link"] {{ background: transparent; border: 1px solid transparent;
  color: {t.accent}; padding: 4px; }}
QPushButton[part="link"]:hover {{ text-decoration: underline; }}
QPushButton[part="link"]:focus {{ border: 2px solid {t.accent}; padding: 3px; }}
QPushButton[part="identifier"] {{ background: transparent; border: 1px solid transparent;
  padding: 0 2px; min-height: 20px; text-align: left; }}
QPushButton[part="identifier"]:hover {{ background: {t.hover}; }}
QPushButton[part="identifier"]:focus {{ border: 2px solid {t.accent}; padding: 0 1px; }}
QPushButton[part="icon"] {{ background: transparent; border: 1px solid transparent; padding: 4px;
  min-width: {TARGET - 10}px; }}
QPushButton[part="icon"]:hover {{ background: {t.hover}; }}
QPushButton[part="icon"]:focus {{ border: 2px solid {t.accent}; padding: 3px; }}
QPushButton[part="danger"]:disabled, QPushButton[part="quiet"]:disabled,
QPushButton[part="link"]:disabled, QPushButton[part="icon"]:disabled {{ color: {t.quiet};
  background: transparent; border-color: transparent; }}
QPushButton[part="drop"], QPushButton[part="thumb"] {{ background: transparent; padding: 0;
  border: 1px solid transparent; border-radius: {RADIUS}px;
  min-width: {PHOTO}px; max-width: {PHOTO}px; min-height: {PHOTO}px; max-height: {PHOTO}px; }}
QPushButton[part="thumb"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[part="drop"] {{ background: {t.page}; border: 1px dashed {t.edge}; }}
QPushButton[part="drop"]:hover {{ background: {t.hover}; }}
QPushButton[part="drop"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[part="cross"] {{ background: {t.surface}; border: 1px solid {t.edge}; padding: 0;
  border-radius: 11px; min-height: 20px; max-height: 20px; min-width: 20px; max-width: 20px; }}
QPushButton[part="cross"]:hover, QPushButton[part="cross"]:focus {{ background: {t.stop.ground};
  border: 2px solid {t.stop.ink}; }}
QPushButton[part="chip"] {{ border-radius: 14px; padding: 2px 12px; min-height: 22px;
  border-color: {t.edge}; }}
QPushButton[part="chip"]:focus {{ border: 2px solid {t.accent}; padding: 1px 11px; }}
QPushButton[part="chip"]:checked {{ background: {t.accent_ground}; color: {t.accent};
  border-color: {t.accent}; }}
QPushButton[tall="true"] {{ min-height: {TALL_TARGET - 10}px; }}
QPushButton[part="chip"][tall="true"] {{ min-height: {TALL_TARGET - 6}px; border-radius: 22px;
  padding: 2px 16px; }}
"""


def _fields(t: Tokens) -> str:
    lines = "QLineEdit, QComboBox, QDateEdit, QSpinBox"
    fields = f"{lines}, QPlainTextEdit, QTextEdit"  # whose height is their own
    focused = ", ".join(f"{name}:focus" for name in fields.split(", "))
    disabled = ", ".join(f"{name}:disabled" for name in fields.split(", "))
    return f"""
{fields} {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.edge};
  border-radius: {RADIUS}px; padding: 4px 8px;
  selection-background-color: {t.accent}; selection-color: {t.on_accent};
  placeholder-text-color: {t.quiet}; }}
{lines} {{ min-height: {TARGET - 10}px; }}
{focused} {{ border: 2px solid {t.accent}; padding: 3px 7px; }}
{disabled} {{ background: {t.page}; color: {t.quiet}; border-color: {t.line}; }}
*[wrong="true"] {{ border: 2px solid {t.stop.ink}; padding: 3px 7px; }}
QLineEdit[tall="true"], QComboBox[tall="true"], QSpinBox[tall="true"] {{
  min-height: {TALL_TARGET - 10}px; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ width: 16px; height: 16px;
  image: url("{_picture("chevron-down", t)}"); }}
QComboBox QLineEdit {{ border: none; padding: 0; min-height: 0; background: transparent; }}
QSpinBox QLineEdit {{ border: none; padding: 0 6px; min-height: 0; background: transparent; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.line};
  selection-background-color: {t.accent_ground}; selection-color: {t.text}; outline: none; }}
QComboBox QAbstractItemView::item, QListView::item {{ min-height: {TARGET}px; padding: 0 8px; }}
QListView::item:selected, QListView::item:hover {{ background: {t.accent_ground};
  color: {t.accent}; }}
"""


def _choices(t: Tokens) -> str:
    return f"""
QRadioButton, QCheckBox {{ spacing: 8px; min-height: {TARGET - 4}px; padding: 1px 3px;
  border: 1px solid transparent; border-radius: {RADIUS}px; }}
QRadioButton:focus, QCheckBox:focus {{ border: 2px solid {t.accent}; padding: 0 2px; }}
QRadioButton::indicator, QCheckBox::indicator {{ width: 14px; height: 14px;
  border: 2px solid {t.edge}; background: {t.surface}; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator:checked {{ border: 5px solid {t.accent}; width: 8px; height: 8px;
  background: {t.surface}; }}
QCheckBox::indicator:checked {{ border-color: {t.accent}; background: {t.accent};
  image: url("{_picture("check", t)}"); }}
QListView::indicator {{ width: 14px; height: 14px; border: 2px solid {t.edge};
  border-radius: 4px; background: {t.surface}; }}
QListView::indicator:checked {{ border-color: {t.accent}; background: {t.accent};
  image: url("{_picture("check", t)}"); }}
QSlider {{ min-height: {TARGET - 8}px; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {t.line}; }}
QSlider::sub-page:horizontal {{ border-radius: 2px; background: {t.accent}; }}
QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -7px 0; border-radius: 9px;
  background: {t.surface}; border: 2px solid {t.accent}; }}
QSlider::handle:horizontal:hover {{ background: {t.accent_ground}; }}
QSlider:focus {{ border: 2px solid {t.accent}; border-radius: {RADIUS}px; }}
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled {{ border-color: {t.line}; }}
"""


def _lists(t: Tokens) -> str:
    return f"""
QTableView {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {RADIUS}px;
  gridline-color: {t.line}; selection-background-color: {t.accent_ground};
  selection-color: {t.text}; }}
QTableView:focus {{ border: 2px solid {t.accent}; }}
QTableView::item {{ padding: 0 12px; border: none; border-bottom: 1px solid {t.line}; }}
QTableView::item:selected {{ background: {t.accent_ground}; color: {t.text}; }}
QHeaderView {{ background: {t.surface}; border: none; }}
QHeaderView::section {{ background: {t.surface}; color: {t.quiet}; border: none;
  border-bottom: 1px solid {t.edge}; padding: 0 12px; font-size: {Size.SMALL.pixels}px;
  font-weight: 600; }}
QTableCornerButton::section {{ background: {t.surface}; border: none; }}
"""


def _frame(t: Tokens) -> str:
    return f"""
*[part="bar"], *[part="foot"] {{ background: {t.page}; }}
QPushButton[part="rail"] {{ background: transparent; color: {t.text}; border: 1px solid transparent;
  border-radius: {RADIUS}px; padding: 4px 11px; text-align: left; min-height: 26px; }}
QPushButton[part="rail"]:hover {{ background: {t.hover}; }}
QPushButton[part="rail"]:checked {{ background: {t.accent_ground}; color: {t.accent};
  font-weight: 600; }}
QPushButton[part="rail"]:focus {{ border: 2px solid {t.accent}; padding: 3px 10px; }}
QLabel[part="mark"] {{ background: {t.accent}; color: {t.on_accent}; border-radius: {RADIUS}px;
  font-weight: 600; }}
QLabel[part="initials"] {{ background: {t.accent_ground}; color: {t.accent}; border-radius: 14px;
  font-weight: 600; font-size: {Size.SMALL.pixels}px; }}
QLabel[part="key"] {{ color: {t.quiet}; font-size: {Size.SMALL.pixels}px; }}
QLineEdit[part="scan"] {{ padding-left: 36px; padding-right: 64px; min-height: 30px; }}
QLineEdit[part="scan"]:focus {{ padding-left: 35px; padding-right: 63px; }}
"""


def _tones(t: Tokens) -> str:
    rules = []
    for tone in Tone:
        tint = t.tint(tone)
        rules.append(f'QLabel[tone="{tone}"], QWidget[tone="{tone}"] {{ color: {tint.ink}; }}')
        rules.append(
            f'*[part="band"][tone="{tone}"], *[part="chip"][tone="{tone}"] '
            f"{{ background: {tint.ground}; color: {tint.ink}; }}"
        )
        rules.append(
            f'QLabel[part="badge"][tone="{tone}"] {{ background: {tint.ground};'
            f" color: {tint.ink}; border-radius: 9px; font-weight: 600;"
            f" font-size: {Size.SMALL.pixels}px; padding: 0 6px; }}"
        )
    rules.append(f'*[part="band"] {{ border-radius: {RADIUS}px; }}')
    rules.append(f'QLabel[part="chip"], *[part="chip"] {{ border-radius: {RADIUS}px; }}')
    return "\n".join(rules)
