"""What is kept on file, as frozen values: a record has an ``id`` (0 = not stored) and a version."""
