"""A judgement keeps the coded symptom and what arrived: the seal's state, battery, firmware."""

SEEN = ("symptom", "symptom_code", "arrival", "battery", "firmware")


def up(migrator, db):
    for column in SEEN:
        db.execute_sql(f"ALTER TABLE assessment ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    kind = "INTEGER NOT NULL DEFAULT 0" if _on_sqlite(db) else "BOOLEAN NOT NULL DEFAULT false"
    db.execute_sql(f"ALTER TABLE repair_case ADD COLUMN urgent {kind}")


def _on_sqlite(db):
    return "sqlite" in type(db).__name__.lower()
