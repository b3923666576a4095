"""A phrase of a bilingual paper: in Italian, or English for customs, and in another language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing said once or twice."""

    text: str
    other: str = ""
    """The same in the paper's second language; empty where there is none."""

    def __str__(self) -> str:
        """Both, once where they are the same.

        >>> str(Phrase("Porto franco", "Carriage paid"))
        'Porto franco / Carriage paid'
        """
        if self.other and self.other != self.text:
            return f"{self.text} / {self.other}"
        return self.text


NOTHING_SAID = Phrase("")
