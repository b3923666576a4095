"""Times and ages in words: how much is left, how long ago."""

from datetime import datetime, timedelta

from leghorn_bench.services.case_list import Age
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.age_bar import age_tone

_HOUR = 60
_DAY = 24 * _HOUR
_TWO_DAYS = 2 * _DAY


def span_text(span: timedelta) -> str:
    """A length of time, as coarse as it is long: *12 min*, *4 h 10 min*, *3 days*."""
    minutes = int(abs(span).total_seconds()) // 60
    if minutes < _HOUR:
        return _("{minutes} min").format(minutes=minutes)
    if minutes < _TWO_DAYS:
        return _("{hours} h {minutes} min").format(hours=minutes // _HOUR, minutes=minutes % _HOUR)
    days = minutes // _DAY
    return ngettext("{count} day", "{count} days", days).format(count=days)


def age_text(age: Age | None) -> str:
    """What a list says of an age: what is left to contact the customer, or how long ago."""
    if age is None:
        return ""
    span = span_text(age.left if age.to_contact else age.spent)
    if not age.to_contact:
        return _("{span} ago").format(span=span)
    if age.left < timedelta(0):
        return _("contact late by {span}").format(span=span)
    return _("contact within {span}").format(span=span)


def age_icon(age: Age | None) -> str:
    """The sign of an age: a phone while the clock runs, a crossed clock when it is late."""
    if age is None:
        return ""
    if age.share > 1:
        return "clock-x"
    return "phone" if age.to_contact else "clock"


def tone_of(age: Age | None) -> Tone:
    """Green, amber, red; nothing for a case that is over."""
    return Tone.QUIET if age is None else age_tone(age.share)


def moment_text(moment: datetime | None) -> str:
    """Day and time on the wall of this computer."""
    if moment is None:
        return "-"
    here = moment.astimezone()
    return f"{day_text(here.date(), spoken())} {here:%H:%M}"
