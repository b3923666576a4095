"""What the bench remembers: tables, migrations, numbering, search, import, backup, audit."""
