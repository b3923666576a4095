"""Labels are drawn when they are printed, and a job is followed until its printer has finished."""

from peewee import *


def up(migrator, db):
    migrator.migrate(
        migrator.add_column("print_job", "subjects", TextField(default="[]")),
        migrator.add_column("print_job", "stock", TextField(default="")),
        migrator.add_column("print_job", "skip", IntegerField(default=0)),
        migrator.add_column("print_job", "total", IntegerField(default=0)),
        migrator.add_column("print_job", "spooled", TextField(default="")),
    )
