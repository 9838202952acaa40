"""What stands around a quote, and between it and a candidate."""

from documents import document_of
from tables import for_each


def test_the_frame_is_the_sentence():
    document = document_of("It rained. Mara Holt said “no” again. It rained.")
    frame = document.quotes[0].frame
    assert (frame.left, frame.right) == ("NS", "y.")
    assert frame.paragraph == document.tags
    assert frame.beside == ("holt", "said", "again")


@for_each(
    ("text", "denied", "imagined"),
    [
        ("Mara Holt said “no”.", False, False),
        ("Mara Holt never said “no”.", True, False),
        ("No neighbour said “no”.", True, False),
        ("Mara Holt would say “no”.", False, True),
        ("Mara Holt did not blink. She said “no”.", False, False),
    ],
)
def test_a_cue_may_be_denied_or_imagined(text, denied, imagined):
    frame = document_of(text).quotes[0].frame
    assert (frame.denied, frame.imagined) == (denied, imagined)


def test_paths_lead_either_way():
    document = document_of("Mara Holt said “no” to Otto Marx.")
    (quote,) = document.quotes
    before, after = document.paths(quote, [*map(document.candidate, document.window(quote))])
    assert (before.before, before.chunks) == (True, "S")
    assert (after.before, after.chunks) == (False, "o")
