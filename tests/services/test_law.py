import re
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from leghorn_bench.domain.vat import VatRegime
from leghorn_bench.resources import resource_path
from leghorn_bench.services.law import (
    CARRIAGE,
    CHOICES,
    law_text,
    legal_texts,
    read_legal_texts,
    read_transport,
    transport_words,
)
from leghorn_bench.services.shipped import ShippedFileDamaged
from leghorn_bench.texts.catalogue import PAPER_LANGUAGES

LAST_DAY_OF_THE_OLD_CODE = date(2026, 12, 31)
FIRST_DAY_OF_THE_NEW_CODE = date(2027, 1, 1)

KEYS = sorted({text.key for text in legal_texts()})


@pytest.fixture
def law(tmp_path: Path) -> Path:
    return Path(copytree(resource_path("law"), tmp_path / "law"))


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
@pytest.mark.parametrize("regime", VatRegime)
def test_every_regime_has_its_words_in_every_language_of_the_papers(
    regime: VatRegime, language: str
) -> None:
    for day in (date(2020, 1, 1), LAST_DAY_OF_THE_OLD_CODE, FIRST_DAY_OF_THE_NEW_CODE):
        assert law_text(regime, language, day)


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("EU-RC", "art. 7-ter D.P.R. 633/72", "art. 17 D.Lgs. 10/2026"),
        ("XEU", "art. 7-ter D.P.R. 633/72", "art. 17 D.Lgs. 10/2026"),
        ("NI9", "art. 9 c. 1 n. 9 D.P.R. 633/72", "art. 49 c. 1 lett. m) D.Lgs. 10/2026"),
        ("IT22-SP", "art. 17-ter D.P.R. 633/72", "art. 65 D.Lgs. 10/2026"),
        ("transport_accessory", "art. 12 D.P.R. 633/72", "art. 31 D.Lgs. 10/2026"),
        ("eu_register", "art. 50 c. 5 D.L. 331/93", "art. 101 c. 4 D.Lgs. 10/2026"),
        ("eu_repair_in", "art. 38 c. 5 lett. a) D.L. 331/93", "art. 8 c. 6 lett. a) D.Lgs."),
        ("eu_repair_out", "art. 41 c. 3 D.L. 331/93", "art. 39 c. 5 D.Lgs. 10/2026"),
        ("customs_returned_goods", "art. 68 lett. d) D.P.R. 633/72", "art. 44 c. 1 lett. d)"),
        ("retention", "art. 39 D.P.R. 633/72", "art. 95 D.Lgs. 10/2026"),
    ],
)
def test_the_code_of_2027_is_cited_from_its_first_day_on(key: str, before: str, after: str) -> None:
    assert before in law_text(key, "it", LAST_DAY_OF_THE_OLD_CODE)
    assert after in law_text(key, "it", FIRST_DAY_OF_THE_NEW_CODE)


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_no_repealed_act_is_cited_after_2026(key: str, language: str) -> None:
    text = law_text(key, language, FIRST_DAY_OF_THE_NEW_CODE)

    assert "633/72" not in text
    assert "331/93" not in text


@pytest.mark.parametrize("day", [LAST_DAY_OF_THE_OLD_CODE, FIRST_DAY_OF_THE_NEW_CODE])
@pytest.mark.parametrize("key", KEYS)
def test_every_language_cites_the_same_articles_and_figures(key: str, day: date) -> None:
    cited = {
        language: sorted(re.findall(r"\d+", law_text(key, language, day)))
        for language in PAPER_LANGUAGES
    }

    assert all(figures == cited["it"] for figures in cited.values())


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_the_annotation_that_the_law_asks_for_stands_in_every_language(language: str) -> None:
    for day in (LAST_DAY_OF_THE_OLD_CODE, FIRST_DAY_OF_THE_NEW_CODE):
        assert "inversione contabile" in law_text("EU-RC", language, day).lower()


def test_a_transport_document_cites_the_decree_of_1996_before_and_after_2027() -> None:
    assert "472" in law_text("ddt", "it", LAST_DAY_OF_THE_OLD_CODE)
    assert law_text("ddt", "it", FIRST_DAY_OF_THE_NEW_CODE) == law_text(
        "ddt", "it", LAST_DAY_OF_THE_OLD_CODE
    )


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_the_line_of_the_air_waybill_stays_english(language: str) -> None:
    text = law_text("battery_li_metal_in", language, FIRST_DAY_OF_THE_NEW_CODE)

    assert "Lithium metal batteries in compliance with Section II of PI 970" in text


def test_no_text_has_two_wordings_for_the_same_day() -> None:
    dated = [(text.key, text.language, text.first_day) for text in legal_texts()]

    assert len(dated) == len(set(dated))


def test_every_reason_of_transport_proposes_a_carriage_and_a_vat_text_that_exist() -> None:
    words = transport_words()
    for reason in words.reasons.values():
        assert words.choice(CARRIAGE, reason.carriage).code == reason.carriage
        assert reason.vat == "" or reason.vat in KEYS


@pytest.mark.parametrize(
    ("outcome", "causale", "carriage"),
    [
        ("repair_free", "Reso da riparazione in garanzia", "prepaid"),
        ("replace_free", "Sostituzione in garanzia", "prepaid"),
        ("repair_charged", "Reso da conto riparazione", "prepaid_charged"),
        ("as_it_came", "Reso non riparato", "prepaid_charged"),
        ("as_it_came_warranty", "Reso non riparato, in garanzia", "prepaid"),
        ("repair_goodwill", "Reso da riparazione a titolo commerciale", "prepaid"),
        ("replace_goodwill", "Sostituzione a titolo commerciale", "prepaid"),
        ("loan", "Comodato d’uso", "prepaid"),
        ("gift", "Omaggio", "prepaid"),
        ("laboratory", "Conto riparazione", "prepaid"),
        ("inbound_repair", "Conto riparazione", "prepaid"),
        ("inbound_replacement", "Reso per sostituzione in garanzia", "prepaid"),
    ],
)
def test_an_outcome_has_its_causale(outcome: str, causale: str, carriage: str) -> None:
    reason = transport_words().reasons[outcome]

    assert reason.name.word("it") == causale
    assert reason.carriage == carriage


def test_the_property_passes_only_with_a_replacement_or_a_gift() -> None:
    passing = {c for c, reason in transport_words().reasons.items() if reason.title_passes}

    assert passing == {"replace_free", "replace_goodwill", "gift"}


@pytest.mark.parametrize("name", CHOICES)
def test_every_list_of_a_transport_document_offers_something_once(name: str) -> None:
    codes = [entry.code for entry in transport_words().choices[name]]

    assert codes
    assert len(codes) == len(set(codes))


def test_an_entry_that_no_list_holds_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="by_dove"):
        transport_words().choice(CARRIAGE, "by_dove")


def test_a_damaged_file_names_itself(law: Path) -> None:
    (law / "vat.toml").write_text("[[text]\nkey =", encoding="utf-8")

    with pytest.raises(ShippedFileDamaged, match=r"vat\.toml. Expected TOML"):
        read_legal_texts(law)


def test_a_missing_file_names_itself(law: Path) -> None:
    (law / "papers.toml").unlink()

    with pytest.raises(ShippedFileDamaged, match=r"papers\.toml"):
        read_legal_texts(law)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('[[text]]\nkey = "ddt"', r"Expected first_day \(date\), found nothing"),
        ('[[text]]\nkey = 5\nfirst_day = 2027-01-01\nit = ""', r"Expected key \(str\), found 5"),
        ('[[phrase]]\nkey = "ddt"', "Expected text, found phrase"),
        ('[text]\nkey = "ddt"', "Expected text, found text"),
        ('[[text]]\nkey = "ddt"\nfirst_day = 2027-01-01\nit = "x"', r"Expected en \(str\)"),
    ],
)
def test_a_row_that_is_not_as_described_is_refused_with_what_was_found(
    law: Path, row: str, message: str
) -> None:
    (law / "papers.toml").write_text(row, encoding="utf-8")

    with pytest.raises(ShippedFileDamaged, match=message):
        read_legal_texts(law)


def test_a_reason_without_a_plain_yes_or_no_is_refused(law: Path) -> None:
    text = (law / "transport.toml").read_text(encoding="utf-8")
    (law / "transport.toml").write_text(text.replace("title = false", "title = 0", 1), "utf-8")

    with pytest.raises(ShippedFileDamaged, match=r"reason 1. Expected title \(bool\)"):
        read_transport(law)
