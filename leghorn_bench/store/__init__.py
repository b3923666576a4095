"""What the bench remembers: tables, migrations, numbering, search, import, backup, audit."""

from leghorn_bench.store.driver import load_peewee

load_peewee()
