"""One module a reader dialect: bytes in, events out, commands as bytes."""
