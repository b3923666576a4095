"""The notes of acts as a person reads them: what is coded in them, in words."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.texts.acts import edited_text
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.pages.bench.papers import PAPERS

_TIMER = {"start": N_("timer started"), "stop": N_("timer paused")}
_OFFERS = {"time": N_("time estimate"), "repair": N_("repair quote")}


def note_words(kind: ActKind, note: str) -> str:
    """The note of an act of this kind; what is no code is the person's own words."""
    return _WORDS[kind](note) if kind in _WORDS else note


def _timer(note: str) -> str:
    return _(_TIMER[note]) if note in _TIMER else note


def _paper(note: str) -> str:
    paper, _space, number = note.partition(" ")
    return _(PAPERS[paper]).format(number=number) if paper in PAPERS else note


def _origin(note: str) -> str:
    return word(Origin(note), spoken()).lower() if note in set(Origin) else note


def _claim(note: str) -> str:
    return word(ClaimKind(note), spoken()).lower() if note in set(ClaimKind) else note


def _offer(note: str) -> str:
    offer, _space, revision = note.partition(" ")
    return f"{_(_OFFERS[offer])} {revision}" if offer in _OFFERS else note


def _edited(note: str) -> str:
    told = edited_text(note, spoken())
    return told if told == note else f"{told[:1].lower()}{told[1:]}"


def _step(note: str) -> str:
    step, colon, rest = note.partition(":")
    return f"{word(DeviceStep(step), spoken())}{colon}{rest}" if step in set(DeviceStep) else note


_WORDS: Mapping[ActKind, Callable[[str], str]] = MappingProxyType(
    {
        ActKind.TIMED: _timer,
        ActKind.PAPER_ISSUED: _paper,
        ActKind.PAPER_ANNULLED: _paper,
        ActKind.SHIPPED: _paper,
        ActKind.ASSESSED: _origin,
        ActKind.SETTLED: _claim,
        ActKind.SENT: _offer,
        ActKind.FORWARDED: _offer,
        ActKind.REMINDED: _offer,
        ActKind.EDITED: _edited,
        ActKind.STEPPED: _step,
    }
)
