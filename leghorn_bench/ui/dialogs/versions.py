"""Two versions of one record, side by side: what a person wrote, and what somebody else saved."""

from leghorn_bench.domain.storage_errors import RecordChanged
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.widgets.clash import Facts


def both_versions(changed: RecordChanged, facts: Facts) -> str:
    """What differs, a line for each field of ``facts``, in the words of the form."""
    mine, theirs = changed.facts["mine"], changed.facts["theirs"]
    told = _("{field}: {theirs}; yours: {mine}")
    return "\n".join(
        "– "
        + told.format(
            field=_(title),
            theirs=worded(getattr(theirs, name)) or "—",
            mine=worded(getattr(mine, name)) or "—",
        )
        for name, (title, worded) in facts.items()
        if getattr(mine, name) != getattr(theirs, name)
    )
