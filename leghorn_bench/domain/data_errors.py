"""Refusals of what is written about a customer or a product."""

from leghorn_bench.domain.errors import BenchError


class CountryNotKnown(BenchError):
    """What is written is not the code of a country."""

    sentence = (
        "A country is written as two letters, such as IT or CH; “{found}” is none. Correct it, then"
        " keep the data."
    )


class CustomsCodeMalformed(BenchError):
    """What is written cannot be a code of the harmonised system."""

    sentence = (
        "A customs code (HS) has 6 to 10 digits, such as 8526.91; “{found}” has not. Correct it,"
        " then keep the data."
    )
