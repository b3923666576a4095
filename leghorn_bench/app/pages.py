"""Which pages the window has, in the order of its rail, and what each is given."""

from leghorn_bench.ui.page import PageEntry


def entries() -> tuple[PageEntry, ...]:
    """The pages; each is built when it is first opened, and imports what it needs then."""
    return ()
