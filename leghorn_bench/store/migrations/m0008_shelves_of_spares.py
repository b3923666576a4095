"""A unit in stock has a shelf, so that a replacement is found without searching."""


def up(migrator, db):
    # Plain SQL: rebuilding a table of millions of units would take minutes, and drop its triggers.
    db.execute_sql("ALTER TABLE device ADD COLUMN shelf TEXT NOT NULL DEFAULT ''")
