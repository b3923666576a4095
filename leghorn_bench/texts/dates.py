"""Days as people write them on screen; papers use Babel, which is too slow to load for a window."""

from datetime import date


def day_text(day: date | None, language: str) -> str:
    """``day`` in figures (14/03/2026, 14.03.2026) or in English (14 Mar 2026); "-" for none."""
    if day is None:
        return "-"
    if language == "en":
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return f"{day:%d.%m.%Y}" if language == "de" else f"{day:%d/%m/%Y}"


_ENGLISH_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
