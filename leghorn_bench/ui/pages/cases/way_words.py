"""The way back from the last step in words: what is offered beside it, or why it stays."""

from dataclasses import replace

from leghorn_bench.domain.rights import HOLDERS, Right
from leghorn_bench.services.going_back import WayBack
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.pages.bench.papers import paper_title
from leghorn_bench.ui.pages.cases.reason import WordsWanted
from leghorn_bench.ui.widgets.timeline import Happening, Offer


def with_way_back(happened: Happening, way: WayBack) -> Happening:
    """The line of the act that ``way`` leads back from, with what can be done about it."""
    if way.refused is None:
        hint = _("Undo: {what}").format(what=happened.what)
        return replace(happened, offer=Offer("arrow-back-up", _("Undo"), hint, way))
    remark = why_it_stays(way)
    if way.paper is None or not way.may_annul:
        return replace(happened, remark=remark)
    hint = _("Annul {paper}").format(paper=paper_title(way.paper))
    offer = Offer("circle-x", _("Annul the paper…"), hint, way)
    return replace(happened, remark=remark, offer=offer)


def why_it_stays(way: WayBack) -> str:
    """Why the act is not simply taken back, and what is done instead."""
    assert way.refused is not None
    if way.paper is None:
        return told(way.refused, spoken())
    paper = paper_title(way.paper)
    if way.may_annul:
        both = _("{paper} has its number: the way back is to annul the paper.")
        return both.format(paper=paper)
    roles = ", ".join(word(role, spoken()) for role in sorted(HOLDERS[Right.ANNUL_PAPER]))
    both = _("{paper} has its number: the way back is to annul it; ask somebody who is: {roles}.")
    return both.format(paper=paper, roles=roles)


def annulment(paper: str) -> WordsWanted:
    """What is asked before a paper is annulled; ``paper`` is its title."""
    return WordsWanted(
        title=_("Annul {paper}").format(paper=paper),
        help=_("The paper keeps its number and stays in the archive, marked as annulled."),
        field=_("Reason"),
        verb=_("Annul the paper"),
        icon="circle-x",
    )
