"""Table of the words by which cases, customers, papers and products are searched."""

from peewee import IntegerField, TextField

from leghorn_bench.store.tables.base import BenchTable


class SearchTextTable(BenchTable):
    """The folded words of one record; devices are searched by their identifiers."""

    subject = TextField()
    subject_id = IntegerField()
    folded = TextField()

    class Meta:
        table_name = "search_text"
        indexes = ((("subject", "subject_id"), True),)
