"""The reading room of papers: which kinds are listed, and whether all are as they were issued."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.kinds import UNNUMBERED, PaperKind
from leghorn_bench.services.archive import ArchiveVerified, verify_archive
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.workplace import Workplace

_MOST_NAMED = 5


class KindChoice(QComboBox):
    """All papers, or those of one kind."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Kind of paper"))
        self.addItem(_("All papers"), "")
        for kind in PaperKind:
            if kind not in UNNUMBERED:
                self.addItem(word(kind, spoken()), kind.value)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Of the papers that are listed; empty: all."""
        return (self.currentData(),) if self.currentData() else ()


class ArchiveCheck(QObject):
    """The verb that verifies every paper, on the database thread."""

    said = Signal(object)
    """A ``Said``."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.action = QAction(_("Verify the archive"), self)
        self.action.setData("shield-check")
        self.action.triggered.connect(self.verify)

    def verify(self) -> None:
        """Hash every paper again, and tell what came of it."""
        store = self._workplace.bench.store
        self.action.setEnabled(False)
        self.said.emit(Said(_("The papers are being verified…"), tone=Tone.QUIET))
        self._workplace.executor.submit(
            self, lambda: verify_archive(store), self._verified, self._failed
        )

    def _verified(self, result: ArchiveVerified) -> None:
        self.action.setEnabled(True)
        if not result.damaged:
            whole = ngettext(
                "{n} paper verified: it is as it was issued.",
                "{n} papers verified: each is as it was issued.",
                result.papers,
            )
            self.said.emit(Said(whole.format(n=result.papers), tone=Tone.OK))
            return
        named = ", ".join(
            f"{word(kind, spoken())} {label}" for kind, label in result.damaged[:_MOST_NAMED]
        )
        broken = ngettext(
            "{n} paper is no longer as it was issued: {papers}. Take it from a backup.",
            "{n} papers are no longer as they were issued: {papers}. Take them from a backup.",
            len(result.damaged),
        )
        sentence = broken.format(n=len(result.damaged), papers=named)
        self.said.emit(Said(sentence, tone=Tone.STOP))

    def _failed(self, error: BenchError) -> None:
        self.action.setEnabled(True)
        self.said.emit(Said(told(error, spoken()), tone=Tone.STOP))
