"""``check``: whether the data file is whole (issue 2 §5)."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from leghorn_bench.cli.opened import opened
from leghorn_bench.cli.output import answer
from leghorn_bench.domain.records.problem import Problem, ProblemKind
from leghorn_bench.services.care import check
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.screen import N_, _

SENTENCES = {
    ProblemKind.FILE_DAMAGED: N_("The file is damaged: {found}"),
    ProblemKind.LINK_BROKEN: N_("Table {table}, row {id}: it points at a {points_at} that is gone"),
    ProblemKind.TRAIL_BROKEN: N_("Audit event {event} was changed, removed or slipped in"),
    ProblemKind.NUMBER_MISSING: N_("{kind} {year}/{number}: number and paper do not agree"),
    ProblemKind.PAPER_CHANGED: N_("{kind} {label}: its bytes are not those that were issued"),
    ProblemKind.EVIDENCE_MISSING: N_("The file {filename} kept as evidence is missing"),
    ProblemKind.EVIDENCE_CHANGED: N_("The file {filename} kept as evidence was changed"),
}


def arguments(_parser: ArgumentParser) -> None:
    """Nothing more."""


def run(options: Namespace, settings: BenchSettings) -> None:
    """Print every problem found."""
    with opened(options, settings, create=False) as store:
        found = check(store)
    answer(options, {"problems": [_facts(problem) for problem in found]}, _lines(found))


def _told(problem: Problem) -> str:
    return _(SENTENCES[problem.kind]).format(**problem.facts)


def _facts(problem: Problem) -> dict[str, object]:
    return {"kind": problem.kind.value, **problem.facts, "reason": _told(problem)}


def _lines(found: tuple[Problem, ...]) -> Iterator[str]:
    yield from map(_told, found)
    if not found:
        yield _("Everything is whole.")
