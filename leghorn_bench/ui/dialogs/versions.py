"""Two versions of one record, side by side: what a person wrote, and what somebody else saved."""

from dataclasses import fields
from typing import Any

from leghorn_bench.domain.storage_errors import RecordChanged
from leghorn_bench.texts.screen import _

_COUNTED = frozenset({"id", "version"})


def both_versions(changed: RecordChanged) -> str:
    """The values that differ, of both versions, in one sentence."""
    mine: Any = changed.facts["mine"]
    theirs: Any = changed.facts["theirs"]
    differing = [
        field.name
        for field in fields(mine)
        if field.name not in _COUNTED and getattr(mine, field.name) != getattr(theirs, field.name)
    ]
    return _("Yours: {mine}. On file now: {theirs}.").format(
        mine=_values(mine, differing), theirs=_values(theirs, differing)
    )


def _values(record: object, names: list[str]) -> str:
    shown = (str(getattr(record, name)) for name in names)
    return " · ".join(text or "—" for text in shown) or "—"
