"""Where PDFs are saved as well: the folder, and the name that each file gets."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.services.paper_files import PaperNamed, file_name, require_pattern
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.printing.map_words import FIELDS
from leghorn_bench.ui.tokens import Size, Tone

_EXAMPLE_CUSTOMER = "Esempio S.r.l."
_IN_A_ROW = 3


class PdfFiles(QWidget):
    """Shows at once what the name of a file will be, or why it cannot be made."""

    def __init__(self, folder: str, pattern: str) -> None:
        super().__init__()
        self.folder = QLineEdit(folder)
        self.folder.setPlaceholderText(_("no folder chosen"))
        self.pattern = QLineEdit(pattern)
        self._example = words("", Size.SMALL, Tone.QUIET, wrap=True)
        choose = IconButton("folder", _("Choose…"))
        choose.clicked.connect(self._ask_folder)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.folder, 1)
        line.addWidget(choose)
        for number, (name, field) in enumerate(
            ((_("Folder"), self.folder), (_("Name of the file"), self.pattern))
        ):
            grid.addWidget(words(name, tone=Tone.QUIET), number, 0)
            field.setAccessibleName(name)
        grid.addLayout(line, 0, 1)
        grid.addWidget(self.pattern, 1, 1)
        grid.addLayout(self._fields(), 2, 1)
        grid.addWidget(self._example, 3, 1)
        self.pattern.textChanged.connect(self._show_example)
        self._show_example()

    @property
    def chosen_pattern(self) -> str:
        """The pattern as written; the usual one where nothing is.

        Raises:
            PatternUnknown: it says what papers do not have.
        """
        require_pattern(self.pattern.text())
        return self.pattern.text().strip() or BenchSettings().papers_name

    def _fields(self) -> QGridLayout:
        """What a name may say, each put in by a click; in rows that a narrow window holds."""
        grid = QGridLayout()
        grid.setSpacing(4)
        grid.setColumnStretch(_IN_A_ROW, 1)
        for number, (code, name) in enumerate(FIELDS.items()):
            button = IconButton("plus", _(name), part="link", pixels=14)
            button.setToolTip(f"{{{code}}}")
            button.clicked.connect(partial(self._insert, code))
            left = Qt.AlignmentFlag.AlignLeft
            grid.addWidget(button, number // _IN_A_ROW, number % _IN_A_ROW, left)
        return grid

    def _insert(self, code: str) -> None:
        self.pattern.insert(f"{{{code}}}")
        self.pattern.setFocus()

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Folder"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _show_example(self) -> None:
        kind = word(PaperKind.QUOTE, spoken())
        paper = PaperNamed(kind, "2026/00118", _EXAMPLE_CUSTOMER, "2026-00057", date(2026, 11, 22))
        try:
            name = file_name(self.pattern.text() or BenchSettings().papers_name, paper)
        except BenchError as wrong:
            self._example.setText(told(wrong, spoken()))
            mark(self._example, tone=Tone.STOP)
            return
        self._example.setText(_("For example: {name}").format(name=name))
        mark(self._example, tone=Tone.QUIET)
