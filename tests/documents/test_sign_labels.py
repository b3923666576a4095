"""The labels of shelves and the badges of people: read by a person and by every scanner."""

from dataclasses import replace

import pytest

from leghorn_bench.documents import sign_label
from leghorn_bench.documents.label_stocks import label_stocks
from leghorn_bench.domain.papers.labels import SignLabel
from tests.documents import label_samples
from tests.documents.pages import codes, one_line, sheet_count

STOCKS = label_stocks()
LONG = SignLabel("Maria Giovanna Esempio-Rossi", "LB:O:maria.giovanna.esempio.rossi")


@pytest.mark.parametrize("stock", STOCKS)
def test_a_shelf_scans_by_either_code_from_every_stock_at_203_dots_an_inch(stock: str) -> None:
    paper = sign_label.render(label_samples.shelf_labels(stock=stock))
    assert sorted(codes(paper)) == [("Code128", "LB:S:A-12"), ("QRCode", "LB:S:A-12")]
    assert "Scaffale A-12" in one_line(paper)


@pytest.mark.parametrize("stock", STOCKS)
def test_a_long_badge_still_has_its_square_code_on_every_stock(stock: str) -> None:
    paper = sign_label.render(replace(label_samples.badge_labels(stock=stock), labels=(LONG,)))
    assert ("QRCode", LONG.code) in codes(paper)
    assert "Operatore Maria Giovanna Esempio-Rossi" in one_line(paper)


def test_a_badge_says_who_it_is_in_any_script() -> None:
    there = SignLabel("محمد المثال", "LB:O:operator")
    paper = sign_label.render(replace(label_samples.badge_labels(), labels=(there,)))
    assert ("QRCode", "LB:O:operator") in codes(paper)


def test_a_sheet_that_was_begun_goes_on_where_it_was_left() -> None:
    shelves = label_samples.shelf_labels(stock="a4-3x7")
    many = replace(shelves, labels=shelves.labels * 20)
    assert sheet_count(sign_label.render(many)) == 1
    assert sheet_count(sign_label.render(replace(many, skip=2))) == 2


def test_a_code_beyond_ascii_has_no_bars() -> None:
    odd = SignLabel("Ж-1", "LB:O:Ж-1")
    paper = sign_label.render(replace(label_samples.badge_labels(), labels=(odd,)))
    assert codes(paper) == [("QRCode", "LB:O:Ж-1")]


def test_the_drawing_can_be_stopped() -> None:
    assert sign_label.render(label_samples.shelf_labels(), lambda _done, _of: False) == b""
