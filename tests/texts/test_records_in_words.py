"""What an error says of a record: a person's word, never the name of a table."""

import pytest

from leghorn_bench.domain.rights import NotAllowed, Role
from leghorn_bench.domain.undo_errors import ChangedSince
from leghorn_bench.store.tables import TABLES
from leghorn_bench.texts.errors import RECORDS, told


def test_every_table_of_the_store_has_a_persons_word() -> None:
    assert {table._meta.table_name for table in TABLES} - RECORDS.keys() == set()


@pytest.mark.parametrize(
    ("language", "what"), [("en", "(a quote or estimate)"), ("it", "(un preventivo)")]
)
def test_what_later_work_is_is_told_in_words(language: str, what: str) -> None:
    assert what in told(ChangedSince(table="quote"), language)


def test_who_may_do_it_is_told_in_words() -> None:
    error = NotAllowed(operator="Tito", roles=(Role.ADMINISTRATOR, Role.SALES))
    assert "amministratore, commerciale" in told(error, "it")
