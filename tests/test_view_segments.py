"""Segments: a text cut where what is marked in it begins and ends, whatever overlaps."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from sample_records import NAMED, NOBODY, TEXT

from quoteattr.view.segments import Highlight, after_mark, cut_segments, highlights_of

HIGHLIGHTS = st.lists(
    st.builds(
        lambda start, length, role, index: Highlight(start, start + length, role, index),
        st.integers(0, 30),
        st.integers(0, 30),
        st.sampled_from(["verbatim", "reported", "mention", "cue"]),
        st.integers(0, 3),
    )
)


@given(st.integers(0, 40), HIGHLIGHTS, st.lists(st.integers(-5, 50)))
def test_segments_are_the_whole_text_and_list_what_covers_them(length, highlights, cuts):
    segments = list(cut_segments(length, highlights, cuts))
    assert [place for s in segments for place in range(s.start, s.end)] == list(range(length))
    assert {cut for cut in cuts if 0 < cut < length} <= {s.end for s in segments}
    for segment in segments:
        assert segment.start < segment.end
        assert set(segment.highlights) == {
            s for s in highlights if s.start <= segment.start and segment.end <= s.end
        }


def test_what_lies_in_something_comes_after_it():
    outer, inner = Highlight(0, 9, "reported", 1), Highlight(0, 5, "verbatim", 0)
    assert next(cut_segments(9, [inner, outer])).highlights == (outer, inner)


def test_what_stands_in_marks_is_verbatim_and_the_rest_reported():
    mixed = evolve(NAMED, kind="mixed", spans=[(1, 17), (52, 79)], quoted=[(4, 8), (10, 17)])
    own = [s for s in highlights_of(mixed, 7) if s.role in ("verbatim", "reported")]
    assert sorted(own) == [
        (1, 4, "reported", 7),
        (4, 8, "verbatim", 7),
        (8, 10, "reported", 7),
        (10, 17, "verbatim", 7),
        (52, 79, "reported", 7),
    ]
    assert {s.role for s in highlights_of(mixed, 7)} == {"verbatim", "reported", "mention", "cue"}


def test_direct_quotes_of_an_older_file_and_posts_are_verbatim_indirect_ones_reported():
    for kind, role in [("direct", "verbatim"), ("post", "verbatim"), ("indirect", "reported")]:
        assert [s.role for s in highlights_of(evolve(NOBODY, kind=kind), 0)] == [role]


def test_a_sign_stands_after_the_closing_mark():
    assert TEXT[: after_mark(TEXT, 17)].endswith(",”")
    assert after_mark("''Go'' he", 4) == 6
    assert after_mark("Go", 2) == 2
    assert after_mark("Go on", 2) == 2
