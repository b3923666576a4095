"""Why a sales file, or one of its rows, cannot be taken as it is."""

from leghorn_bench.domain.errors import BenchError


class SalesFileRefused(BenchError):
    """The whole file cannot be read; nothing of it was imported."""


class SalesFileUnreadable(SalesFileRefused):
    """The system does not give the file."""

    sentence = (
        "The file {path} cannot be read ({reason}). Nothing was imported; check its name and that"
        " you may read it."
    )


class SalesFileNotUtf8(SalesFileRefused):
    """It is not UTF-8 text."""

    sentence = (
        "The file {path} is not UTF-8 text (byte {found}, after line {line}). Nothing was imported;"
        " save it again as CSV UTF-8."
    )


class SalesFileBroken(SalesFileRefused):
    """A quote is opened and never closed, so nobody can tell where the rows end."""

    sentence = (
        "In the file {path} a quote that is opened on line {line} is not closed. Nothing was"
        " imported; mend that line and import it again."
    )


class HeaderLacks(SalesFileRefused):
    """A column that every row needs is not in the header."""

    sentence = (
        "The first line of {path} has no column {wanted}; it has: {found}. Nothing was imported;"
        " add the column names and import it again."
    )


class HeaderTwice(SalesFileRefused):
    """Two columns of the header mean the same."""

    sentence = (
        "The first line of {path} names the column {wanted} twice ({found}). Nothing was imported;"
        " keep one of them."
    )


class RowRefused(BenchError):
    """One row cannot be imported; facts ``column`` (as in the header) and ``value``."""


class RowOfOtherLength(RowRefused):
    """Cells are missing, or there are too many: a separator inside a text, or a cut file."""

    sentence = "Expected {expected} values as in the first line, found {found}."


class RowBroken(RowRefused):
    """The quotes of the row are not in order."""

    sentence = "Expected quotes only around a whole value, found one in the middle."


class CellMissing(RowRefused):
    """Nothing where something is needed."""

    sentence = "Expected a value, found nothing."


class CellTooLong(RowRefused):
    """More characters than such a value has."""

    sentence = "Expected at most {limit} characters, found {length}."


class CellUnreadable(RowRefused):
    """A control character or another one that nobody can see."""

    sentence = "Expected printable text, found the character {found}."


class NotADay(RowRefused):
    """No day of the calendar in a known form."""

    sentence = "Expected a day as YYYY-MM-DD or DD/MM/YYYY, found {value}."


class NotMonths(RowRefused):
    """No length of a warranty."""

    sentence = "Expected whole months from 1 to {limit}, or nothing for 12, found {value}."


class NotACountry(RowRefused):
    """No country code."""

    sentence = "Expected two letters of ISO 3166 such as IT, found {value}."


class NotATag(RowRefused):
    """No number of a chip or tag."""

    sentence = "Expected the hexadecimal digits of a tag or chip, found {value}."


class CustomerCodeMissing(RowRefused):
    """A customer is named without the code that tells it from others."""

    sentence = "Expected a customer code beside the customer {value}, found none."


class SaidOtherwise(RowRefused):
    """An earlier row of the same file says something else of the same unit and document."""

    sentence = "An earlier line of this file says otherwise of the unit {serial}."


class ReplacedUnknown(RowRefused):
    """The unit that is said to be replaced is nowhere."""

    sentence = "Expected the serial of a unit on file or in this file, found {value}."


class ReplacedAmbiguous(RowRefused):
    """Several units have the serial that is said to be replaced."""

    sentence = "The serial {value} belongs to several units; the one that was replaced is unclear."


class ReplacedByOther(RowRefused):
    """The old unit was replaced by another one already."""

    sentence = "The unit {value} was already replaced by {found}."


class ReplacesOther(RowRefused):
    """The new unit replaces another one already."""

    sentence = "The unit {serial} already replaces {found}, not {value}."


class ReplacementCycle(RowRefused):
    """The units would replace each other in a circle."""

    sentence = "The units from {value} to {serial} would replace each other in a circle."
