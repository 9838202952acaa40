"""The fixed segmenter of quoted spans."""

from hypothesis import given
from hypothesis import strategies as st
from tables import for_each

from quoteattr.evaluation.segmenter import find_quoted_spans


@for_each(
    ("text", "spans"),
    [
        ("“A,” he said, “b.”", ["A,", "b."]),
        ('"A," he said, "b."', ["A,", "b."]),
        ("``A,'' he said", ["A,"]),
        ("“Not closed\n“but opened anew.”", ["Not closed", "but opened anew."]),
        ("„So“ «ici» said,“No”", ["So", "ici", "No"]),
        ('the 6" gun', []),
    ],
)
def test_the_segmenter(text, spans):
    assert [text[slice(*span)].strip("` ") for span in find_quoted_spans(text)] == spans


@given(st.text("“”„\"«»`'ab. \n"))
def test_quoted_spans_lie_in_order_inside_the_text(text):
    last = 0
    for start, end in find_quoted_spans(text):
        assert last <= start <= end <= len(text)
        last = end
