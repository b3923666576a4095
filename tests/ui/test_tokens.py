"""The contrasts of both looks, computed (WCAG 2.2)."""

import pytest

from leghorn_bench.ui.tokens import DARK, LIGHT, Tokens, Tone, contrast

LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


@LOOKS
@pytest.mark.parametrize("tone", list(Tone))
def test_words_of_every_tone_reach_aa_on_their_ground(look: Tokens, tone: Tone) -> None:
    tint = look.tint(tone)
    assert contrast(tint.ink, tint.ground) >= 4.5


@LOOKS
@pytest.mark.parametrize("tone", list(Tone))
def test_words_of_every_tone_reach_aa_on_cards_and_window(look: Tokens, tone: Tone) -> None:
    for ground in (look.surface, look.page, look.hover):
        assert contrast(look.tint(tone).ink, ground) >= 4.5


@LOOKS
def test_words_on_the_primary_button_reach_aa(look: Tokens) -> None:
    assert contrast(look.on_accent, look.accent) >= 4.5


@LOOKS
def test_borders_of_fields_and_the_focus_ring_can_be_seen(look: Tokens) -> None:
    for border in (look.edge, look.accent):
        for ground in (look.surface, look.page):
            assert contrast(border, ground) >= 3


@LOOKS
def test_quiet_words_reach_aa_everywhere(look: Tokens) -> None:
    for ground in (look.surface, look.page, look.hover, look.accent_ground):
        assert contrast(look.quiet, ground) >= 4.5
