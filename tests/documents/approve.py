"""Write the approved texts and pictures anew, to be looked at before they are committed."""

from tests.documents.catalogue import PAPERS, picture_paper
from tests.documents.pages import APPROVED, pictures, text_of

PICTURE_DPI = 48


def main() -> None:
    APPROVED.mkdir(parents=True, exist_ok=True)
    for (kind, language), render in PAPERS.items():
        (APPROVED / f"{kind}-{language}.txt").write_text(text_of(render()), "utf-8")
    for kind, language in sorted(picture_paper(PAPERS)):
        first = pictures(PAPERS[kind, language](), PICTURE_DPI)[0]
        first.save(APPROVED / f"{kind}-{language}.png", optimize=True)


if __name__ == "__main__":
    main()
