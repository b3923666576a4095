"""The server that the tests start is a real one, and each test has a database to itself."""

import psycopg
import pytest

pytestmark = pytest.mark.postgresql


@pytest.mark.parametrize("turn", ["first", "second"])
def test_every_test_finds_an_empty_database(postgresql_url: str, turn: str) -> None:
    with psycopg.connect(postgresql_url) as connection:
        connection.execute("CREATE TABLE seal (serial text)")
        assert connection.execute("SELECT count(*) FROM seal").fetchone() == (0,)
