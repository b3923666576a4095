"""``identify`` tells what a text is, and what else it could have been."""

import json

import pytest

from tests.process import Bench

SGTIN = "3074257BF7194E4000001A85"


def test_an_epc_is_told_with_all_its_readings(bench: Bench) -> None:
    done = bench("identify", SGTIN, "--json")
    found = json.loads(done.stdout)
    assert found["kind"] == "epc"
    assert found["uri"] == "urn:epc:id:sgtin:0614141.812345.6789"
    assert found["serial"] == "6789"
    assert {"kind", "uri", "gtin", "serial", "lot", "readings"} <= set(found)
    assert all("reason" in reading for reading in found["readings"] if not reading["ok"])


def test_a_serial_number_has_null_for_what_it_does_not_say(bench: Bench) -> None:
    found = json.loads(bench("identify", "LG-2024-0001", "--json").stdout)
    assert (found["kind"], found["gtin"], found["lot"]) == ("serial", None, None)


def test_people_read_the_likeliest_meaning_first(bench: Bench) -> None:
    done = bench("identify", SGTIN, LEGHORN_BENCH_LANGUAGE="it")
    assert done.stdout.decode().splitlines()[0] == f"EPC di un tag UHF: {SGTIN}"


@pytest.mark.parametrize("text", ["", "A" * 10_000, "LG\x07 1", "]C1"])
def test_a_text_that_is_no_identifier_is_refused_in_one_sentence(bench: Bench, text: str) -> None:
    done = bench("identify", text)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 1
    assert len(done.stderr) < 400


def test_people_read_words_and_no_codes_of_the_program(bench: Bench) -> None:
    done = bench("identify", "E0040150ABCDEF12", LEGHORN_BENCH_LANGUAGE="it")
    told = done.stdout.decode()
    assert "    Produttore del chip: NXP" in told
    assert "Non è: indirizzo EPC. Si attende" in told
    assert "epc_uri" not in told
