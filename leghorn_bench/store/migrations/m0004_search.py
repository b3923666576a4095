"""Cases, customers, papers and products can be searched by any part of their words."""

import unicodedata

from peewee import *


class SearchTextTable(Model):
    subject = TextField()
    subject_id = IntegerField()
    folded = TextField()

    class Meta:
        legacy_table_names = False
        table_name = "search_text"
        indexes = ((("subject", "subject_id"), True),)


SQLITE_SEARCH = (
    """CREATE VIRTUAL TABLE text_search USING fts5(
        folded, content='search_text', content_rowid='id', tokenize='trigram', detail='none')""",
    """CREATE TRIGGER text_search_added AFTER INSERT ON search_text BEGIN
        INSERT INTO text_search (rowid, folded) VALUES (new.id, new.folded);
    END""",
    """CREATE TRIGGER text_search_removed AFTER DELETE ON search_text BEGIN
        INSERT INTO text_search (text_search, rowid, folded)
            VALUES ('delete', old.id, old.folded);
    END""",
    """CREATE TRIGGER text_search_changed AFTER UPDATE OF folded ON search_text BEGIN
        INSERT INTO text_search (text_search, rowid, folded)
            VALUES ('delete', old.id, old.folded);
        INSERT INTO text_search (rowid, folded) VALUES (new.id, new.folded);
    END""",
    """CREATE TRIGGER device_search_removed AFTER DELETE ON device BEGIN
        INSERT INTO device_search (device_search, rowid, serial)
            VALUES ('delete', old.id, old.serial);
    END""",
)

POSTGRESQL_PREFIX = (
    "CREATE INDEX identifier_skeleton_prefix ON identifier (skeleton text_pattern_ops)"
)

POSTGRESQL_SEARCH = (
    "CREATE INDEX search_text_trigrams ON search_text USING gin (folded gin_trgm_ops)"
)

WORDS = {
    "customer": "code, name, city, vat_number, contact, email",
    "product": "code, name, name_en",
    "repair_case": "number, report, authorisation",
    "paper": "label",
}


def folded(text):
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())[:500]


def up(migrator, db):
    SearchTextTable._meta.strict_tables = isinstance(db, SqliteDatabase)
    with db.bind_ctx([SearchTextTable]):
        db.create_tables([SearchTextTable], safe=False)
        if isinstance(db, SqliteDatabase):
            for statement in SQLITE_SEARCH:
                db.execute_sql(statement)
        else:
            db.execute_sql(POSTGRESQL_PREFIX)
            if db.execute_sql("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'").fetchone():
                db.execute_sql(POSTGRESQL_SEARCH)
        for subject, columns in WORDS.items():
            for row in db.execute_sql(f"SELECT id, {columns} FROM {subject}").fetchall():
                words = folded(" ".join(word for word in row[1:] if word))
                SearchTextTable.insert(subject=subject, subject_id=row[0], folded=words).execute()
