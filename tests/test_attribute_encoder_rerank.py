"""Asking an encoder: about which quotes, and how its scores count."""

import numpy as np
from attrs import evolve
from documents import document_of
from tables import for_each

from quoteattr import Article, QuoteArchive, extract, load_model
from quoteattr.attribute.decision.calibration import Calibration
from quoteattr.attribute.decision.decode import attribute
from quoteattr.attribute.decision.fusion import EncoderScores, Fusion, softmax
from quoteattr.attribute.encoder.rerank import rerank
from quoteattr.model.model import load_default

TEXT = "“We will go home,” said Mara Holt. Otto Marx laughed. “We will never go,” he said."
#: probability one half for all that was asked
HALF = Calibration.of(((0.0, 0.5), (1.0, 0.5)))
FUSION = Fusion(rules=0.5, encoder=1.0, nobody=0.0, threshold=1.1, calibration=HALF)


class Prefers:
    """An encoder that is sure of one mention, and keeps what it was asked."""

    def __init__(self, mention, fusion=FUSION):
        self.mention, self.fusion, self.asked = mention, fusion, []

    def scores(self, document, asked):
        """Twenty for the mention that it prefers, else zero."""
        self.asked += [a.quote.text for a in asked]
        return [
            np.array([20.0 * ((c.text if c else None) == self.mention) for c in a.candidates])
            for a in asked
        ]


def reranked(encoder, text=TEXT):
    return rerank(attribute(document_of(text), load_default().quotes), encoder)


def chosen(attributed):
    return [a.chosen.text if a.chosen else None for a in attributed.attributions]


def test_the_encoder_may_outvote_the_rules():
    assert chosen(attribute(document_of(TEXT), load_default().quotes))[0] == "Mara Holt"
    assert chosen(reranked(Prefers("Otto Marx"))) == ["Otto Marx", "Otto Marx"]
    assert chosen(reranked(Prefers(None))) == [None, None]


def test_it_is_asked_only_where_the_rules_are_not_sure():
    attributed = attribute(document_of(TEXT), load_default().quotes)
    low, high = sorted(map(attributed.confidence, attributed.attributions))
    assert low < high
    encoder = Prefers("Otto Marx", evolve(FUSION, threshold=high))
    again = rerank(attributed, encoder)
    asked = [a.quote.text for a in attributed.attributions if attributed.confidence(a) == low]
    assert encoder.asked == asked
    assert [a.encoder_scores is not None for a in again.attributions] == [
        a.quote.text in asked for a in attributed.attributions
    ]


def test_nothing_changes_where_the_rules_are_sure_of_all():
    attributed = attribute(document_of(TEXT), load_default().quotes)
    encoder = Prefers("Otto Marx", evolve(FUSION, threshold=0.0))
    assert rerank(attributed, encoder) is attributed
    assert not encoder.asked


def test_asked_and_not_asked_have_a_calibration_each():
    again = reranked(Prefers("Mara Holt"))
    assert [again.confidence(a) for a in again.attributions] == [0.5, 0.5]


def test_scores_come_together_by_their_weights_and_nobody_gets_its_own():
    fusion = Fusion(0.5, 2.0, -1.0, 1.0, HALF)
    encoder_scores = EncoderScores(np.array([1.0, 0.0, 3.0]), (None, None, None), fusion)
    assert encoder_scores.combine(np.array([4.0, 2.0, 0.0])).tolist() == [4.0, 1.0, 5.0]
    assert encoder_scores.lead(0, 2) == 2.0 - (6.0 - 1.0)
    assert softmax(np.array([1.0, 1.0])).tolist() == [0.5, 0.5]


def test_what_each_would_have_said_is_told():
    model = load_model().with_encoder(Prefers("Otto Marx"))
    first = extract(TEXT, model=model, kinds=["direct"])[0]
    assert (first.speaker, first.rule) == ("Otto Marx", "encoder")
    best, other = first.verdicts
    assert best.by_encoder > 0.99 > 0.5 > best.by_rules
    assert (other.mention.text, other.by_encoder < 0.01 < 0.5 < other.by_rules) == (
        "Mara Holt",
        True,
    )
    assert best.evidence[0].rule == "encoder"
    sentence, *details = first.explain(rules=True).splitlines()
    assert sentence.startswith("The encoder, which reads the sentence, prefers “Otto Marx” (rules ")
    assert "to “Mara Holt”" in sentence
    assert any("encoder alone" in line for line in details)


def test_nobody_may_be_the_encoders_choice():
    model = load_model().with_encoder(Prefers(None))
    first = extract(TEXT, model=model, kinds=["direct"], unattributed=True)[0]
    assert (first.speaker, first.rule) == (None, "encoder")
    assert first.explain().startswith("The encoder, which reads the sentence, prefers nobody")


def test_where_both_agree_a_rule_leads_and_the_encoder_is_evidence():
    model = load_model().with_encoder(Prefers("Mara Holt"))
    first = extract(TEXT, model=model, kinds=["direct"])[0]
    assert first.speaker == "Mara Holt"
    assert first.rule != "encoder"
    assert "encoder" in [e.rule for e in first.verdicts[0].evidence]


@for_each("text", ["", "No quotes.", "“Alone.”", "“a” “b” “c”"])
def test_texts_with_little_in_them(text):
    extract(text, model=load_model().with_encoder(Prefers(None)), min_confidence=0)


def test_an_archive_takes_a_model(tmp_path):
    model = load_model().with_encoder(Prefers("Otto Marx"))
    with QuoteArchive(tmp_path / "news.db") as archive:
        archive.add([Article(TEXT, id="a")], model=model, kinds=["direct"])
        assert {record.speaker for record in archive.search()} == {"Otto Marx"}


def test_scores_of_other_candidates_do_not_count():
    """What the encoder changes of who spoke before may leave a later quote other candidates."""
    text = (
        "“Who has the key?” asked Mara Holt.\n\n“Not me,” said Otto Marx.\n\n"
        "“Then who?”\n\n“Ask the cook.”\n\n“Which cook?”"
    )
    before = attribute(document_of(text), load_default().quotes)
    assert len(before.attributions[-1].candidates) == 1  # whose turn it is
    again = reranked(Prefers("Otto Marx"), text)
    assert chosen(again)[:2] == ["Otto Marx", "Otto Marx"]
    last = again.attributions[-1]
    assert len(last.candidates) > 1
    assert last.encoder_scores is None
