"""The record of a paper on its way to a printer or a folder."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class JobState(StrEnum):
    """Where a job is. Only a person sends one again that may have come out already."""

    WAITING = "waiting"
    """Nothing of it was taken yet; with a ``reason`` it was tried, and is tried again by itself."""
    PRINTING = "printing"
    HANDED_OVER = "handed_over"
    """The printing system has taken it, and its printer has not finished it yet."""
    PRINTED = "printed"
    """The printer, the label printer or the folder has taken all of it."""
    FAILED = "failed"
    """Nothing, or not all, was taken; ``reason`` says why, and a person has to see to it."""
    PUT_ASIDE = "put_aside"
    """A person does not want it any more."""


class Way(StrEnum):
    """How a job leaves the house."""

    SYSTEM = "system"
    """A printer of the system, by its name."""
    LABELS = "labels"
    """A label printer of the settings, in its own language."""
    FOLDER = "folder"
    """A PDF in the folder of the settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """One paper, so many copies, one printer; it waits in the store until it has come out."""

    kind: str
    """Of the paper."""
    label: str = ""
    """Number of the paper, or how many labels."""
    paper_id: int | None = None
    """The issued paper whose bytes are printed; None: the job brings its own bytes."""
    station: str
    """The computer whose printers these are."""
    way: str = Way.SYSTEM
    printer: str = ""
    tray: str = ""
    copies: int = 1
    file_name: str = ""
    """Below the folder of the settings."""
    subjects: tuple[int, ...] = ()
    """Of labels that are drawn when they are printed: ids of the devices, or of the one parcel."""
    stock: str = ""
    """Code of the labels that such a job is drawn on."""
    skip: int = 0
    """Labels of the first sheet that were used before."""
    total: int = 0
    """How many labels there are; 0 for papers."""
    sent: int = 0
    """Labels that the printer has taken; the rest is sent when it goes on."""
    spooled: str = ""
    """The name under which the printing system knows the job, while it can be asked about it."""
    state: str = JobState.WAITING
    reason: str = ""
    """A sentence for the person."""
    queued_at: datetime
    queued_by: str
    ended_at: datetime | None = None
    id: int = 0
    version: int = 0

    @property
    def in_trouble(self) -> bool:
        """Whether it has not come out although it was tried."""
        return self.state == JobState.FAILED or (
            self.state in {JobState.WAITING, JobState.HANDED_OVER} and bool(self.reason)
        )
