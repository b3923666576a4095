"""``outcome`` tells the table of POLICY §4 as the program applies it."""

import json

import pytest

from tests.process import Bench


@pytest.mark.parametrize(
    ("coverage", "origin", "outcomes", "payer", "reimbursed"),
    [
        ("covered", "manufacturing", ["repair_free", "replace_free"], "company", True),
        ("covered", "misuse", ["quote"], "customer", False),
        ("expired", "manufacturing", ["quote"], "customer", False),
        ("ambiguous", "no_fault", ["hold"], "customer", False),
    ],
)
def test_the_consequence_is_told_as_json(
    bench: Bench, coverage: str, origin: str, outcomes: list[str], payer: str, reimbursed: bool
) -> None:
    done = bench("outcome", "--coverage", coverage, "--origin", origin, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "outcomes": outcomes,
        "return_shipping": payer,
        "reimburse_inbound": reimbursed,
    }


def test_the_consequence_is_told_to_people_in_italian(bench: Bench) -> None:
    done = bench(
        "outcome", "--coverage=covered", "--origin=manufacturing", LEGHORN_BENCH_LANGUAGE="it"
    )
    assert done.stdout.decode().splitlines() == [
        "Riparazione gratuita",
        "Sostituzione gratuita",
        "La spedizione di ritorno è a carico dell'azienda.",
        "La spedizione in arrivo viene rimborsata.",
    ]


def test_a_word_that_the_policy_does_not_have_is_refused(bench: Bench) -> None:
    done = bench("outcome", "--coverage", "lapsed", "--origin", "misuse")
    assert done.returncode == 2
    assert b"'lapsed'" in done.stderr
    assert done.stdout == b""
    assert "<" not in done.stderr.decode()


def test_a_verb_does_not_open_the_heavy_doors(bench: Bench) -> None:
    done = bench("outcome", "--coverage=covered", "--origin=misuse", PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.decode().splitlines()}
    assert "leghorn_bench.domain.policy" in loaded
    assert not loaded & {"PySide6", "peewee", "reportlab", "babel", "serial", "biip"}
