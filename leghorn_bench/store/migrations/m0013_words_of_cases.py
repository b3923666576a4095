"""Cases are found by their notes, files and devices as well, papers by what they are called."""

import unicodedata

CASE = "number, report, authorisation, note, rejected_reason"
OF_CASE = (
    "SELECT note FROM act WHERE case_id = {id} AND what = 'noted' AND NOT undone",
    "SELECT filename FROM evidence WHERE case_id = {id} AND withdrawn_at IS NULL",
    "SELECT symptom FROM case_device WHERE case_id = {id}",
    "SELECT condition FROM case_device WHERE case_id = {id}",
    "SELECT scanned FROM case_device WHERE case_id = {id}",
    "SELECT found FROM assessment JOIN case_device ON case_device.id = case_device_id"
    " WHERE case_id = {id}",
)
PAPERS = {
    "intake_receipt": "ricevuta di presa in carico intake receipt",
    "technical_report": "relazione tecnica technical report",
    "quote": "preventivo di riparazione repair quote",
    "time_estimate": "stima del tempo time estimate",
    "replacement_slip": "buono di sostituzione replacement slip",
    "ddt": "ddt documento di trasporto transport document",
    "proforma": "fattura proforma invoice",
    "reimbursement_note": "nota di rimborso reimbursement note",
    "charge_note": "nota di addebito charge note",
    "case_summary": "riepilogo della pratica case summary",
    "as_it_came_slip": "reso come è arrivato as it came slip",
}


def folded(text, longest):
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in apart if not unicodedata.combining(c))
    return " ".join(plain.split())[:longest]


def up(migrator, db):
    def rows(sql):
        return db.execute_sql(sql).fetchall()

    mark = db.param

    def write(subject, subject_id, text):
        db.execute_sql(
            f"UPDATE search_text SET folded = {mark} WHERE subject = {mark} AND subject_id = {mark}",
            (text, subject, subject_id),
        )

    for case_id, *words in rows(f"SELECT id, {CASE} FROM repair_case"):
        for question in OF_CASE:
            words += [word for (word,) in rows(question.format(id=case_id))]
        told = dict.fromkeys(word for word in words if word)
        write("repair_case", case_id, folded(" ".join(told), 4_000))
    for paper_id, label, kind in rows("SELECT id, label, kind FROM paper"):
        write("paper", paper_id, folded(f"{label} {kind} {PAPERS.get(kind, '')}", 500))
