from dataclasses import replace

import pytest

from leghorn_bench.documents import gs1_matrix
from leghorn_bench.documents.registry import RENDERERS, render
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.phrase import Phrase
from leghorn_bench.domain.party import NO_COMPANY, Address
from tests.documents import more_samples, samples
from tests.documents.pages import codes, one_line, sheet_count, text_of


def test_every_kind_of_paper_has_its_renderer() -> None:
    assert set(RENDERERS) == set(PaperKind)
    assert render(PaperKind.QUOTE, samples.quote()).startswith(b"%PDF-1.7")


def test_a_case_without_events_is_summed_up() -> None:
    content = replace(more_samples.case_summary(), devices=(), events=(), papers=())
    assert "Tempi e importi" in one_line(render(PaperKind.CASE_SUMMARY, content))


def test_a_register_without_movements_says_so() -> None:
    content = replace(more_samples.eu_register(), movements=())
    assert "Nessun bene movimentato" in one_line(render(PaperKind.EU_REGISTER, content))


def test_a_parcel_that_came_as_announced_misses_nothing() -> None:
    content = replace(more_samples.intake_receipt(), missing=(), parcel_condition="")
    assert "Mancanti" not in one_line(render(PaperKind.INTAKE_RECEIPT, content))


def test_a_quote_may_have_no_devices_and_a_draft_no_number() -> None:
    sample = samples.quote()
    draft = replace(sample, head=replace(sample.head, number=""), devices=(), revision=2)
    said = one_line(render(PaperKind.QUOTE, draft))
    assert "Bozza" in said
    assert "Revisione 2" in said


def test_a_paper_of_no_case_has_no_code() -> None:
    sample = more_samples.eu_register()
    assert codes(render(PaperKind.EU_REGISTER, sample)) == []


def test_a_ddt_says_only_what_is_known() -> None:
    sample = more_samples.ddt()
    bare = replace(
        sample, by_carrier=False, carrier=None, destination=None, volume_l=0, batteries=(),
        goods=(replace(sample.goods[0], serials=()),), appearance=Phrase(""),
    )  # fmt: skip
    said = one_line(render(PaperKind.DDT, bare))
    assert "Destinazione merce" not in said
    assert "Batterie" not in said


def test_a_proforma_says_only_what_is_known() -> None:
    sample = more_samples.proforma()
    goods = (replace(sample.goods[0], model="", serials=()),)
    bare = replace(sample, goods=goods, repair_value=None)
    assert "Value of the repair" not in one_line(render(PaperKind.PROFORMA, bare))


def test_a_report_without_tests_shows_no_table() -> None:
    sample = more_samples.technical_report()
    finding = replace(sample.findings[0], tests=(), photos=())
    bare = replace(sample, findings=(finding,))
    assert "Valore misurato" not in one_line(render(PaperKind.TECHNICAL_REPORT, bare))


def test_a_reimbursement_may_name_no_device() -> None:
    bare = replace(more_samples.reimbursement_note(), devices=())
    assert "Rimborso della spedizione" in one_line(render(PaperKind.REIMBURSEMENT_NOTE, bare))


def test_a_company_without_data_still_prints_a_quote() -> None:
    sample = samples.quote()
    head = replace(sample.head, company=NO_COMPANY, recipient=Address(""), case_number="")
    assert sheet_count(render(PaperKind.QUOTE, replace(sample, head=head))) >= 1


@pytest.mark.parametrize("words", ["parola " * 40, "P" * 200])
def test_a_name_of_any_length_keeps_its_place(words: str) -> None:
    sample = samples.quote()
    party = replace(sample.head.party, address=Address(words, words, "0", words))
    paper = render(PaperKind.QUOTE, replace(sample, head=replace(sample.head, party=party)))
    assert one_line(paper).replace(" ", "").count(words.strip().replace(" ", "")) >= 3


def test_the_gs1_code_is_for_printing_only() -> None:
    with pytest.raises(LookupError):
        "x".encode("datamatrix.gs2")
    with pytest.raises(ValueError, match="only printing"):
        b"\x01".decode(f"datamatrix.{gs1_matrix.CODEC}")


def test_a_long_company_name_and_customer_share_the_running_head() -> None:
    sample = samples.with_lines(samples.quote(), 60)
    company = replace(sample.head.company, address=Address("Sigilli " * 12, "Via 1", "0", "Prova"))
    party = replace(sample.head.party, address=Address("Porto " * 30, "Calata 1", "0", "Prova"))
    head = replace(sample.head, company=company, party=party)
    assert sheet_count(render(PaperKind.QUOTE, replace(sample, head=head))) > 2


@pytest.mark.parametrize("lines", range(20, 26))
def test_small_print_is_never_left_alone_on_a_sheet(lines: int) -> None:
    sample = more_samples.charge_note()
    note = replace(sample, notes="riga\n" * lines)
    last = text_of(render(PaperKind.CHARGE_NOTE, note)).split("\f")[-1]
    assert ("Documento non valido ai fini fiscali" in last) == ("Fattura n. e data" in last)
