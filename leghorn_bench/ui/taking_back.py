"""Tell at the foot what was just done, with its undo; or what was refused, with its reason."""

from collections.abc import Callable

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.services.acts import newest_act, undo
from leghorn_bench.services.bench import Bench
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.page import Page, Said
from leghorn_bench.ui.tokens import Tone


def tell_done(
    page: Page, bench: Bench, sentence: str, refresh: Callable[[], None], tone: Tone = Tone.OK
) -> None:
    """Say what this person has just done; its undo ends in ``refresh``."""
    done = newest_act(bench)

    def take_back() -> None:
        assert done is not None
        try:
            undo(bench, done.id)
        except BenchError as error:
            tell_refused(page, error)
            return
        refresh()
        page.said.emit(Said(_("Taken back.")))

    page.said.emit(Said(sentence, take_back if done is not None else None, tone))


def tell_refused(page: Page, error: BenchError) -> None:
    """Say why something was not done."""
    page.said.emit(Said(told(error, spoken()), tone=Tone.STOP))


def attempt(
    page: Page, bench: Bench, act: Callable[[], object], sentence: str, refresh: Callable[[], None]
) -> bool:
    """Do ``act``, show what changed and tell it; False when the world refused."""
    try:
        act()
    except BenchError as error:
        tell_refused(page, error)
        return False
    refresh()
    tell_done(page, bench, sentence, refresh)
    return True
