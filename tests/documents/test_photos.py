from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from leghorn_bench.documents import quote, technical_report
from leghorn_bench.documents.photos import (
    DOTS_PER_POINT,
    PictureTooLarge,
    PictureUnreadable,
    picture,
)
from leghorn_bench.domain.papers.report import Photo
from tests.documents import samples
from tests.documents.more_samples import photo_file
from tests.documents.more_samples import technical_report as sample_report
from tests.documents.pages import one_line


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    target = BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def test_a_photo_is_made_as_small_as_its_place_on_paper() -> None:
    shown = picture(photo_file("grande", (4000, 3000)), "grande.jpg", most_points=200)
    assert max(shown.width, shown.height) == round(200 * DOTS_PER_POINT)


def test_a_photo_of_forty_megabytes_leaves_a_small_report() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (3700, 3700, 3), np.uint8)
    file = saved(Image.fromarray(noise), "PNG")
    assert len(file) > 40_000_000
    content = sample_report()
    finding = replace(content.findings[0], photos=(Photo("enorme.png", file),))
    assert len(technical_report.render(replace(content, findings=(finding,)))) < 2_000_000


def test_a_photo_is_turned_as_it_was_held() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = saved(Image.new("RGB", (300, 200), "red"), "JPEG", exif=exif.tobytes())
    shown = picture(lying, "a.jpg", most_points=500)
    assert (shown.width, shown.height) == (200, 300)
    assert b"Exif" not in shown.jpeg_or_png


def test_transparency_becomes_white() -> None:
    logo = saved(Image.new("RGBA", (40, 20), (255, 0, 0, 0)), "PNG")
    with Image.open(BytesIO(picture(logo, "logo", most_points=100).jpeg_or_png)) as shown:
        assert shown.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("broken", [b"", b"GIF89a", photo_file("halb")[:400], b"\x00" * 50])
def test_a_broken_picture_is_named(broken: bytes) -> None:
    with pytest.raises(PictureUnreadable, match=r"logo\.png"):
        picture(broken, "logo.png", most_points=100)


def test_a_picture_of_endless_size_is_refused() -> None:
    bomb = saved(Image.new("1", (20_000, 12_000)), "PNG")
    with pytest.raises(PictureTooLarge, match="20000 × 12000"):
        picture(bomb, "bomb.png", most_points=100)


def test_the_companys_logo_heads_the_paper() -> None:
    sample = samples.quote()
    logo = saved(Image.new("RGB", (300, 90), "navy"), "PNG")
    company = replace(sample.head.company, logo=logo)
    paper = quote.render(replace(sample, head=replace(sample.head, company=company)))
    assert b"/Image" in paper
    assert "Sigilli Esempio S.r.l., Via delle Prove 1" in one_line(paper)


def test_a_broken_logo_is_told_and_not_printed_around() -> None:
    sample = samples.quote()
    company = replace(sample.head.company, logo=b"no logo")
    with pytest.raises(PictureUnreadable):
        quote.render(replace(sample, head=replace(sample.head, company=company)))
