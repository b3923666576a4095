"""Why something that was done can no longer simply be taken back (POLICY §5)."""

from leghorn_bench.domain.errors import BenchError


class CannotUndo(BenchError):
    """Any of the reasons below."""


class AlreadyUndone(CannotUndo):
    """It was taken back before."""

    sentence = "This was already taken back."


class NumberRestsOnIt(CannotUndo):
    """A number was given, or something left the house."""

    sentence = (
        "This cannot be taken back: a numbered paper rests on it. Annul the paper, or record the"
        " opposite step."
    )


class ChangedSince(CannotUndo):
    """Later work rests on it."""

    sentence = (
        "This cannot be taken back: later work rests on it ({table}). Take the later step back"
        " first."
    )
