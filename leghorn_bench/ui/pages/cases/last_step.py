"""The last step of what a page shows: taken back, or its paper annulled, or told why not."""

from PySide6.QtCore import QObject

from leghorn_bench.services.bench import Bench
from leghorn_bench.services.case_file import operator_names
from leghorn_bench.services.going_back import WayBack, is_fresh
from leghorn_bench.services.issuing import annul
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.page import Page, Said
from leghorn_bench.ui.pages.bench.doing import Doer
from leghorn_bench.ui.pages.bench.papers import paper_title
from leghorn_bench.ui.pages.cases.reason import WordsDialog
from leghorn_bench.ui.pages.cases.story import happening
from leghorn_bench.ui.pages.cases.way_words import annulment, why_it_stays
from leghorn_bench.ui.tokens import Tone


class LastStep(QObject):
    """Ctrl+Z and the offer beside the newest line of a history end here."""

    def __init__(self, page: Page, bench: Bench, doer: Doer) -> None:
        super().__init__(page)
        self._page, self._bench, self._doer = page, bench, doer

    def take(self, way: WayBack) -> None:
        """Do what was offered beside the act: take it back, or annul the paper that rests on it."""
        if way.refused is None:
            self._doer.take_back(way.done, self._told(way))
        elif way.paper is not None:
            self._annul(way)

    def by_key(self, way: WayBack | None) -> None:
        """Ctrl+Z: what this person did a moment ago goes at once, and is named.

        Any other step is named first; the same keys then take it back. What cannot be taken back
        says why.
        """
        if way is None:
            self._doer.refuse(_("Nothing was done here that could be undone."), Tone.PAY)
        elif way.refused is not None:
            self._doer.refuse(why_it_stays(way), Tone.PAY)
        elif is_fresh(self._bench, way.done):
            self.take(way)
        else:
            line = happening(way.done, operator_names(self._bench))
            told = _("The last step here: {what}, by {who}, {when}. Undo it?")
            named = told.format(what=line.what, who=line.who, when=line.when)
            self._page.said.emit(Said(named, lambda: self.take(way), Tone.PAY))

    def _told(self, way: WayBack) -> str:
        return happening(way.done, {}).what

    def _annul(self, way: WayBack) -> None:
        paper = way.paper
        assert paper is not None
        dialog = WordsDialog(
            annulment(paper_title(paper)),
            lambda why: annul(self._bench, paper.id, why),
            self._page.window(),
        )
        dialog.recorded.connect(self._annulled)
        dialog.open()

    def _annulled(self) -> None:
        self._doer.done.emit()
        self._doer.say(_("The paper is annulled."), None)
