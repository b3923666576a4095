"""What the note of an act says on paper: its coded words are worded in the paper's language."""

import re
from enum import StrEnum

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.acts import Act, ActKind
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.texts.catalogue import catalogue
from leghorn_bench.texts.screen import N_
from leghorn_bench.texts.words import word

_CODES: dict[ActKind, type[StrEnum]] = {
    ActKind.PAPER_ISSUED: PaperKind,
    ActKind.PAPER_ANNULLED: PaperKind,
    ActKind.SHIPPED: PaperKind,
    ActKind.ASSESSED: Origin,
    ActKind.STEPPED: DeviceStep,
    ActKind.SETTLED: ClaimKind,
    ActKind.UNSETTLED: ClaimKind,
    ActKind.UNDONE: ActKind,
}
"""Which coded word the notes of an act begin with."""
_SAID = {
    (ActKind.TIMED, "start"): N_("timer started"),
    (ActKind.TIMED, "stop"): N_("timer paused"),
    (ActKind.EDITED, "urgent"): N_("urgent"),
    (ActKind.EDITED, "not urgent"): N_("no longer urgent"),
}
"""Notes that are a code from end to end."""
_OFFERS = {"time": PaperKind.TIME_ESTIMATE, "repair": PaperKind.QUOTE}
"""Which paper the note of an offer that was passed on begins with."""
_PASSED_ON = frozenset({ActKind.SENT, ActKind.FORWARDED, ActKind.REMINDED})
_WITH_NOTE = N_("{what}: {note}")
_TAKEN_BACK = N_("{what} (taken back)")
_COPY = N_("Copy of {number}")
_COPIED = re.compile(r"copy (\d{4}/\d+)")
_BATTERY, _ARRIVAL = "battery ", "arrival "
_ON_ARRIVAL = N_("on arrival: {condition}")
_UNPACKED = "-"


def act_text(done: Act, language: str) -> str:
    """What happened, in ``language`` (ISO 639-1), with its note; marked when it was taken back."""
    kind, words = ActKind(done.what), catalogue(language)
    said, note = word(kind, language), _note(kind, done.note, language)
    told = words.gettext(_WITH_NOTE).format(what=said, note=note) if note else said
    return words.gettext(_TAKEN_BACK).format(what=told) if done.undone else told


def _note(kind: ActKind, note: str, language: str) -> str:
    words = catalogue(language)
    if kind is ActKind.EDITED:
        return edited_text(note, language)
    if (kind, note) in _SAID:
        return words.gettext(_SAID[kind, note])
    if kind in _PASSED_ON:
        return _offer(note, language)
    if kind is ActKind.NOTED and (copied := _COPIED.fullmatch(note)):
        return words.gettext(_COPY).format(number=copied[1])
    if kind is ActKind.PACKED and note == _UNPACKED:
        return ""
    return _coded(kind, note, language)


def edited_text(note: str, language: str) -> str:
    """What was changed; what is no code is the person's own words."""
    words = catalogue(language)
    if (ActKind.EDITED, note) in _SAID:
        return words.gettext(_SAID[ActKind.EDITED, note])
    if note.startswith(_ARRIVAL):
        return words.gettext(_ON_ARRIVAL).format(condition=note.removeprefix(_ARRIVAL))
    found = note.removeprefix(_BATTERY)
    if note.startswith(_BATTERY) and found in set(BatteryState):
        return word(BatteryState(found), language)
    return note


def _offer(note: str, language: str) -> str:
    code, space, revision = note.partition(" ")
    return f"{word(_OFFERS[code], language)}{space}{revision}" if code in _OFFERS else note


def _coded(kind: ActKind, note: str, language: str) -> str:
    """The note with the coded word at its head worded; any other note as it is."""
    code, rest = re.fullmatch(r"(\w*)(.*)", note, re.DOTALL).groups()  # type: ignore[union-attr]
    codes = _CODES.get(kind)
    if codes is None or code not in set(codes):
        return note
    return f"{word(codes(code), language)}{rest}"
