"""How often the contents of a cue are clauses."""

from tables import for_each

from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.records import Span
from quoteattr.training.cue_counts import LEAST_SEEN, count_cues


def gold(marked, cue):
    """An article of which the words in square brackets are a content of a cue."""
    before, content, after = marked.replace("[", "|").replace("]", "|").split("|")
    text = before + content + after
    start = text.index(cue)
    place = Span(len(before), len(before) + len(content))
    attribution = GoldAttribution("a", (place,), (), (Span(start, start + len(cue)),))
    return GoldArticle("town", text, (attribution,))


def share(marked, cue):
    """The share of clauses among the contents of a cue that are all like one."""
    ((_, (share, count)),) = count_cues([gold(marked, cue)] * LEAST_SEEN).items()
    assert count == LEAST_SEEN
    return share


@for_each(
    ("marked", "is_clause"),
    [
        ("Ivo said [the road is shut].", True),
        ("Ivo said [that he hoped for rain].", True),
        ("Ivo said that [he hoped for rain].", True),
        ("Ivo said that, on Monday, [he hoped for rain].", False),
        ("Ivo said [a “bad” road].", True),
        ('Ivo said [a "bad" road].', True),
        ("Ivo said [the old road by the mill of Rill Bay is shut].", False),
        ("Ivo said [to be there by noon].", False),
        ("Ivo said [the plan to be bad].", False),
        ("Ivo said [a long road].", False),
    ],
)
def test_clauses_among_the_contents_of_a_cue(marked, is_clause):
    assert share(marked, "said") == (1 if is_clause else 0)


def test_cues_are_counted_by_their_base_form():
    rain = [gold("Ivo praised [the rain].", "praised")] * 3
    shine = [gold("Ivo will praise [the sun].", "praise")] * 2
    assert count_cues([*rain, *shine]) == {"praise": [0, 5]}


def test_rare_cues_and_contents_without_a_cue_are_not_kept():
    rare = [gold("Ivo said [it is late].", "said")] * (LEAST_SEEN - 1)
    silent = [gold("Ivo said [it is late].", "")] * LEAST_SEEN
    assert count_cues([*rare, *silent]) == {}


def test_the_share_is_drawn_to_the_mean_of_all_cues():
    clauses = [gold("Ivo said [it is late].", "said")] * 6
    phrases = [gold("Ivo praised [the rain].", "praised")] * 6
    assert count_cues([*clauses, *phrases]) == {"praise": [0.12, 6], "say": [0.88, 6]}
