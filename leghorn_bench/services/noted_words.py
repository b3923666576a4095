"""What was noted of a device when it came, in the language of the paper that prints it."""

from collections.abc import Iterable, Mapping

from leghorn_bench.services.bench import Bench
from leghorn_bench.services.house_lists import catalogues_of
from leghorn_bench.services.shipped import CodedWord


def accessories_in(bench: Bench, noted: Iterable[str], language: str) -> tuple[str, ...]:
    """Accessories, which are kept on file in Italian, in ``language``; free words stay."""
    return _worded(noted, catalogues_of(bench.store).accessories, language)


def condition_in(bench: Bench, noted: str, language: str) -> str:
    """How it looked, kept on file in Italian, in ``language``; free words stay."""
    return "".join(_worded([noted], catalogues_of(bench.store).arrival_states, language))


def _worded(
    noted: Iterable[str], entries: Mapping[str, CodedWord], language: str
) -> tuple[str, ...]:
    words = {entry.word("it"): entry.word(language) for entry in entries.values()}
    return tuple(words.get(one, one) for one in noted)
