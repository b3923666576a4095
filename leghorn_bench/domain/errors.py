"""The one error for what the world does to the bench; anything else that is raised is our bug."""

from typing import ClassVar


class BenchError(Exception):
    """Something outside the program is not as it has to be: a file, a port, an input, a state.

    A subclass names the trouble, carries its facts as keyword arguments (readable as
    attributes through ``facts``), and gives in ``sentence`` the English message with
    ``{fact}`` placeholders: what was expected, what was found, what to do next. The sentence is the
    key of the translation catalogue; ``texts.errors.told`` words it for the person, and the
    facts with it: coded words, days, and tuples of them.
    """

    sentence: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.sentence.format(**{k: _plain(v) for k, v in facts.items()}))

    def __getattr__(self, name: str) -> object:
        """A fact by its name."""
        try:
            return self.__dict__["facts"][name]
        except KeyError:
            raise AttributeError(name) from None


def _plain(fact: object) -> object:
    return (", ".join(str(part) for part in fact) or "-") if isinstance(fact, tuple) else fact
