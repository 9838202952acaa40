"""Pieces: a text cut where what is marked in it begins and ends, whatever overlaps."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from sample_records import NAMED, NOBODY, TEXT

from quoteattr.view.pieces import Stretch, after_mark, pieces, stretches

STRETCHES = st.lists(
    st.builds(
        lambda start, length, role, number: Stretch(start, start + length, role, number),
        st.integers(0, 30),
        st.integers(0, 30),
        st.sampled_from(["verbatim", "reported", "mention", "cue"]),
        st.integers(0, 3),
    )
)


@given(st.integers(0, 40), STRETCHES, st.lists(st.integers(-5, 50)))
def test_pieces_are_the_whole_text_and_know_what_they_are_part_of(length, marked, cuts):
    found = list(pieces(length, marked, cuts))
    assert [place for p in found for place in range(p.start, p.end)] == list(range(length))
    assert {cut for cut in cuts if 0 < cut < length} <= {p.end for p in found}
    for piece in found:
        assert piece.start < piece.end
        assert set(piece.quoted) == {
            s for s in marked if s.start <= piece.start and piece.end <= s.end
        }


def test_what_lies_in_something_comes_after_it():
    outer, inner = Stretch(0, 9, "reported", 1), Stretch(0, 5, "verbatim", 0)
    assert next(pieces(9, [inner, outer])).quoted == (outer, inner)


def test_what_stands_in_marks_is_verbatim_and_the_rest_reported():
    mixed = evolve(NAMED, kind="mixed", spans=[(1, 17), (52, 79)], quoted=[(4, 8), (10, 17)])
    own = [s for s in stretches(mixed, 7) if s.role in ("verbatim", "reported")]
    assert sorted(own) == [
        (1, 4, "reported", 7),
        (4, 8, "verbatim", 7),
        (8, 10, "reported", 7),
        (10, 17, "verbatim", 7),
        (52, 79, "reported", 7),
    ]
    assert {s.role for s in stretches(mixed, 7)} == {"verbatim", "reported", "mention", "cue"}


def test_direct_quotes_of_an_older_file_and_posts_are_verbatim_indirect_ones_reported():
    for kind, role in [("direct", "verbatim"), ("post", "verbatim"), ("indirect", "reported")]:
        assert [s.role for s in stretches(evolve(NOBODY, kind=kind), 0)] == [role]


def test_a_sign_stands_after_the_closing_mark():
    assert TEXT[: after_mark(TEXT, 17)].endswith(",”")
    assert after_mark("''Go'' he", 4) == 6
    assert after_mark("Go", 2) == 2
    assert after_mark("Go on", 2) == 2
