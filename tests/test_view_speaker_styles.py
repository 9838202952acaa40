"""Speaker styles: a colour, a pattern and a badge for each speaker, readable in every theme."""

from hypothesis import given
from hypothesis import strategies as st
from tables import for_each

from quoteattr.view.markup import style_sheet
from quoteattr.view.speaker_styles import COLOURS, GREY, PATTERNS, circle_letters, speaker_styles

#: ground and words of pages: plain ones, and those of Jupyter's own themes
THEMES = {"light": ("#ffffff", "#212121"), "dark": ("#111111", "#e0e0e0")}


def light(colour):
    """The relative luminance of a colour (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in channels]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(colour, ground):
    """The contrast of two colours (WCAG 2.2): 4.5 is enough for words, 3 for a line."""
    lights = sorted((light(colour), light(ground)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def mixed(colour, ground, share):
    """A share of one colour, the rest of the other."""
    pairs = [(int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02x}" for a, b in pairs)


@for_each("theme", THEMES)
@for_each("colour", [*COLOURS, GREY])
def test_words_and_lines_are_readable_in_every_theme(colour, theme):
    ground, words = THEMES[theme]
    sheet = style_sheet()
    assert "rgb(var(--qa-c) / .26)" in sheet
    assert "rgb(var(--qa-c) / .32)" in sheet
    filled = mixed(colour, ground, 0.26)
    assert contrast(words, filled) >= 4.5
    if colour != GREY:  # which has no stripes
        assert contrast(words, mixed(colour, filled, 0.32)) >= 4.5
    assert "75%, currentColor" in sheet
    assert contrast(mixed(colour, words, 0.75), ground) >= 2.8


def test_a_speaker_looks_the_same_and_no_two_have_one_badge():
    speakers = ["Ida Holt", "Ivo Hall", None, "Ida Holt", "Im Hof", "Cher"]
    styles = speaker_styles(speakers)
    assert styles["Ida Holt"] == speaker_styles(speakers[:1])["Ida Holt"]
    assert [style.badge for style in styles.values()] == ["–", "IH", "IH2", "IH3", "C"]
    assert styles[None].colour is None


@given(st.lists(st.text()))
def test_any_names_have_badges_of_their_own(speakers):
    styles = speaker_styles(speakers)
    assert set(speakers) | {None} == set(styles)
    assert len({style.badge for style in styles.values()}) == len(styles)


def test_eighteen_speakers_look_different():
    styles = [speaker_styles(map(str, range(19)))[str(n)] for n in range(19)]
    assert len({(style.colour, style.pattern) for style in styles[:18]}) == 18
    assert len(COLOURS) * len(PATTERNS) == 18
    assert styles[18].classes == styles[0].classes
    assert styles[18].badge != styles[0].badge


@for_each(
    ("speaker", "badge"),
    [
        ("Mara Holt", "MH"),
        ("Iranian officials", "IO"),
        ("“Doc” O’Neil Jr.", "DJ"),
        ("@weather_desk", "W"),
        ("élan vital", "ÉV"),
        ("李 明", "李明"),
        ("😀", "?"),
        ("", "?"),
    ],
)
def test_badges(speaker, badge):
    assert circle_letters(speaker) == badge
