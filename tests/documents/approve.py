"""Write the approved texts and pictures anew, to be looked at before they are committed."""

from tests.documents.catalogue import PAPERS, name_of, picture_names, resolution
from tests.documents.likeness import sheet_pictures
from tests.documents.pages import APPROVED, text_of


def main() -> None:
    APPROVED.mkdir(parents=True, exist_ok=True)
    for stale in APPROVED.glob("*.*"):
        stale.unlink()
    for key, render in PAPERS.items():
        paper = render()
        (APPROVED / f"{name_of(key)}.txt").write_text(text_of(paper), "utf-8")
        sheets = sheet_pictures(paper, resolution(key))
        for name, sheet in zip(picture_names(key, len(sheets)), sheets, strict=True):
            sheet.save(APPROVED / name, optimize=True, bits=4)


if __name__ == "__main__":
    main()
