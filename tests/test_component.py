"""The spaCy component: the records of ``extract`` on any pipeline, through all ways of keeping."""

from __future__ import annotations

import pickle
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.tokens.underscore import Underscore
from spacy.util import registry
from spacy.vocab import Vocab

from quoteattr import InputError, ModelError, OptionError, QuoteRecords, component, extract

TEXT = (
    "The word “flood” is old.\n\nMara Lindqvist, the mayor, spoke. “If it goes,” she said, “we go.”"
    "\n\nOtto Marx said: “Nobody asked us.\n\n“We would have said no.”\n\n"
    "Dry at last! — Dalby Weather (@dalbyweather) May 3, 2020\n\nHOLT: “No comment.”\n"
)
TEXTS = {
    "all kinds": TEXT,
    "empty": "",
    "blank": " \n\n\t ",
    "no quotes": "Nobody spoke.",
    "carriage returns": TEXT.replace("\n", "\r\n"),
    "emoji": "“Go 👩🏽‍🚒🛟!” said Ada Berg 🛳. “Não — é só isso…” she\u00a0added.",
    "markup": "“<script>alert('x')</script> & so on,” said <b>Ada Berg</b>.",
    "never closed": "“We sail, said Ada Berg.\n\n”“” “Go” said. ''“",
    "glued": "Ada Berg said:“We sail.”And then:“Now.”",
    "long": "“We sail,” said Ada Berg. Nobody went.\n\n" * 50,
}


@pytest.fixture(autouse=True)
def _extensions():
    """What a test makes known to spaCy is forgotten after it."""
    state = Underscore.get_state()
    Underscore.load_state(tuple(dict(part) for part in state))
    yield
    Underscore.load_state(state)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A pipeline of nothing but the component, as it comes."""
    return pipeline()


def pipeline(**config: object) -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("quoteattr", config=config)
    return nlp


class EachCharacter:
    """A tokenizer that splits everything."""

    def __init__(self, vocab):
        self.vocab = vocab

    def __call__(self, text):  # noqa: D102
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text))


class OneToken(EachCharacter):
    """A tokenizer that splits nothing: marks and names stand inside its token."""

    def __call__(self, text):  # noqa: D102
        return Doc(self.vocab, words=[text], spaces=[False]) if text else Doc(self.vocab)


# -- the records and their spans ----------------------------------------------------------------


@pytest.mark.parametrize("tokenizer", [None, EachCharacter, OneToken])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_records_are_those_of_extract_however_the_text_is_split(
    nlp, monkeypatch, text, tokenizer
):
    if tokenizer:
        monkeypatch.setattr(nlp, "tokenizer", tokenizer(nlp.vocab))
    doc = nlp(text)
    assert doc.text == text
    assert doc._.quotes == extract(text)
    pieces = [(r, start, end) for r in doc._.quotes for start, end in r.spans]
    assert len(doc.spans["quotes"]) == len(pieces)
    for span, (record, start, end) in zip(doc.spans["quotes"], pieces, strict=True):
        assert span.start_char <= start < end <= span.end_char
        assert span._.quote == record
        assert span._.speaker == record.speaker
        assert span.label_ == record.kind


def test_spans_are_the_words_where_tokens_allow_it(nlp):
    doc = nlp(TEXT)
    assert [(span.text, span.label_, span._.speaker) for span in doc.spans["quotes"]] == [
        ("If it goes,", "direct", "Mara Lindqvist"),
        ("we go.", "direct", "Mara Lindqvist"),
        ("Nobody asked us.", "direct", "Otto Marx"),
        ("We would have said no.", "direct", "Otto Marx"),
        ("Dry at last!", "post", "Dalby Weather"),
        ("No comment.", "direct", "HOLT"),
    ]


def test_the_records_know_their_article_and_their_reasons(nlp):
    (article,) = nlp(TEXT)._.quotes.articles
    assert article.text == TEXT
    assert nlp(TEXT)._.quotes[0].explain() == extract(TEXT)[0].explain()


def test_a_span_that_is_no_quote_has_no_record(nlp):
    doc = nlp(TEXT)
    ids = ["", "quotes:99", "quotes:x", "quotes:", ":0", "3", "else:0"]
    for span in (
        *(Span(doc, 0, 3, span_id=known) for known in ids),
        Span(doc, 0, 3, span_id=12345678),
    ):
        assert span._.quote is None
        assert span._.speaker is None


def test_a_document_that_the_component_has_not_read_has_no_records(nlp):
    assert nlp.make_doc(TEXT)._.quotes == QuoteRecords()


def test_records_do_not_move_to_another_text(nlp):
    doc = nlp(TEXT)
    assert doc[5:20].as_doc(copy_user_data=True)._.quotes == QuoteRecords()
    with pytest.warns(UserWarning, match="quoteattr"):
        both = Doc.from_docs([doc, doc])
    assert both._.quotes == QuoteRecords()
    assert [span._.quote for span in both.spans["quotes"]] == [None] * 12


# -- config -------------------------------------------------------------------------------------


def test_names_of_group_and_extensions_can_be_chosen():
    config = {
        "spans_key": "said",
        "doc_attr": "sayings",
        "quote_attr": "saying",
        "speaker_attr": "by",
    }
    doc = pipeline(**config)(TEXT)
    assert set(doc.spans) == {"said"}
    assert doc._.sayings == extract(TEXT)
    assert doc.spans["said"][2]._.saying == extract(TEXT)[1]
    assert doc.spans["said"][2]._.by == "Otto Marx"


def test_two_components_stand_side_by_side():
    nlp = pipeline()
    options = {"spans_key": "marks", "doc_attr": "marks", "unattributed": True}
    nlp.add_pipe("quoteattr", name="marks", config=options)
    doc = nlp(TEXT)
    assert doc._.quotes == extract(TEXT)
    assert doc._.marks == extract(TEXT, unattributed=True) != doc._.quotes
    assert doc.spans["marks"][0]._.quote.quote == "flood"
    assert doc.spans["quotes"][0]._.quote.quote == "If it goes, we go."


@pytest.mark.parametrize(("owner", "name"), [(Doc, "quotes"), (Span, "quote"), (Span, "speaker")])
def test_an_extension_of_somebody_else_is_left_to_them(owner, name):
    owner.set_extension(name, default="theirs", force=True)
    with pytest.raises(
        OptionError, match=rf"{owner.__name__}\._\.{name} is an extension of another"
    ):
        pipeline()
    assert owner.get_extension(name)[0] == "theirs"


def test_the_source_is_what_an_extension_of_the_document_says():
    Doc.set_extension("link", default=None)
    nlp = pipeline(source_attr="link")
    doc = nlp.make_doc(TEXT)
    doc._.link = "https://example.org/a"
    assert nlp(doc)._.quotes == extract(TEXT, "https://example.org/a")
    assert nlp(TEXT)._.quotes == extract(TEXT)


def test_weights_are_read_from_their_file_at_once(tmp_path):
    path = tmp_path / "model.json"
    trees = (
        '{"trees": [{"rule": "nobody", "above": 0.5, "yes": 9.0, "no": 0.0, "value": 1}],'
        ' "calibration": [[0, 0.5], [1, 0.5]]}'
    )
    path.write_text(f'{{"quotes": {trees}, "clauses": {trees}}}')
    assert [
        r.speaker for r in pipeline(model=str(path))("“We must go now,” said Ada Berg.")._.quotes
    ] == []
    with pytest.raises(ModelError, match="cannot read the model"):
        pipeline(model=str(tmp_path / "none.json"))


def test_only_the_kinds_in_the_config_are_given(tmp_path):
    nlp = pipeline(kinds=["post"])
    assert {record.kind for record in extract(TEXT)} == {"direct", "post"}
    assert nlp(TEXT)._.quotes == extract(TEXT, kinds=["post"])
    nlp.to_disk(tmp_path)
    doc = spacy.load(tmp_path)(TEXT)
    assert [span.label_ for span in doc.spans["quotes"]] == ["post"]
    with pytest.raises(OptionError, match="kinds must be one or more of"):
        pipeline(kinds=["free"])


def test_unknown_config_is_refused():
    with pytest.raises(ValueError, match="span_key"):
        pipeline(span_key="said")


# -- evidence of the pipeline -------------------------------------------------------------------

LINKED = "Ada Berg ran the United Sea Union. “We sail,” the UWT said."


def test_entities_with_one_id_are_one_speaker(nlp):
    assert [r.speaker for r in nlp(LINKED)._.quotes] == ["UWT"]
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    for name in ("UWT", "United Sea Union"):
        ruler.add_patterns([{"label": "ORG", "pattern": name, "id": "usu"}])
    ruler.add_patterns([{"label": "PERSON", "pattern": "Ada Berg"}])
    nlp.add_pipe("quoteattr", config={"clusters": "ents"})
    assert [r.speaker for r in nlp(LINKED)._.quotes] == ["United Sea Union"]


def test_places_and_unlinked_names_tell_nothing(nlp):
    doc = nlp(LINKED)
    doc.ents = [
        Span(doc, 0, 2, "PERSON", kb_id="NIL"),
        Span(doc, 4, 7, "ORG", kb_id="NIL"),
        Span(doc, 12, 13, "GPE", kb_id="Q1"),
    ]
    assert list(component.linked_ents(doc)) == []


def test_clusters_of_another_component_are_evidence():
    @Language.component("test_coreference")
    def coreference(doc):
        doc.spans["coref_1"] = [doc[3:5], doc[11:12]]
        return doc

    @registry.misc("test_clusters")
    def clusters(doc):
        return [group for key, group in doc.spans.items() if key.startswith("coref_")]

    nlp = spacy.blank("en")
    nlp.add_pipe("test_coreference")
    nlp.add_pipe("quoteattr", config={"clusters": "test_clusters"})
    doc = nlp("Ada Berg met Ines Kolar. “We sail,” she said.")
    assert [span.text for span in doc.spans["coref_1"]] == ["Ines Kolar", "she"]
    assert [r.speaker for r in doc._.quotes] == ["Ines Kolar"]


def test_clusters_that_are_none_are_refused():
    registry.misc("test_flat", func=lambda doc: [doc[0:2]])
    with pytest.raises(InputError, match="returned 0 instead of a span"):
        pipeline(clusters="test_flat")(TEXT)
    with pytest.raises(OptionError, match="'test_missing' is neither"):
        pipeline(clusters="test_missing")


# -- ways of keeping ----------------------------------------------------------------------------


def same(doc: Doc) -> bool:
    """The document has the records, and its spans know theirs."""
    spans = [span for record in extract(TEXT) for span in record.spans]
    known = [(span.label_, span._.quote, span._.speaker) for span in doc.spans["quotes"]]
    wanted = [(r.kind, r, r.speaker) for r in extract(TEXT) for _ in r.spans]
    return doc._.quotes == extract(TEXT) and known == wanted and len(spans) == len(known)


def _through_docbin(nlp):
    packed = DocBin(docs=[nlp(TEXT)], store_user_data=True).to_bytes()
    (doc,) = DocBin().from_bytes(packed).get_docs(Vocab())
    return doc


KEEPING = {
    "docbin": _through_docbin,
    "bytes": lambda nlp: Doc(Vocab()).from_bytes(nlp(TEXT).to_bytes()),
    "twice": lambda nlp: Doc(nlp.vocab).from_bytes(
        Doc(nlp.vocab).from_bytes(nlp(TEXT).to_bytes()).to_bytes()
    ),
    "pickle": lambda nlp: pickle.loads(pickle.dumps(nlp(TEXT))),
    "copy": lambda nlp: nlp(TEXT).copy(),
    "again": lambda nlp: nlp(nlp(TEXT)),
}


@pytest.mark.parametrize("keep", KEEPING.values(), ids=KEEPING)
def test_a_kept_document_has_equal_records(nlp, keep):
    doc = keep(nlp)
    assert same(doc)
    assert doc._.quotes.articles[0].text == TEXT


def test_streams_in_several_processes_and_with_contexts(nlp):
    assert [same(doc) for doc in nlp.pipe([TEXT, "", TEXT], n_process=2, batch_size=1)] == [
        True,
        False,
        True,
    ]
    pairs = [(TEXT, {"id": 1}), (TEXT, {"id": 2})]
    contexts = [(same(doc), context["id"]) for doc, context in nlp.pipe(pairs, as_tuples=True)]
    assert contexts == [(True, 1), (True, 2)]


def test_a_written_pipeline_comes_back_with_its_config(tmp_path):
    pipeline(spans_key="said", unattributed=True).to_disk(tmp_path)
    nlp = spacy.load(tmp_path)
    assert nlp.pipe_names == ["quoteattr"]
    doc = nlp(TEXT)
    assert doc._.quotes == extract(TEXT, unattributed=True)
    assert len(doc.spans["said"]) == 7
    again = spacy.blank("en").from_config(nlp.config).from_bytes(nlp.to_bytes())
    assert again(TEXT)._.quotes == doc._.quotes


def test_documents_are_read_without_a_pipeline(nlp):
    packed = nlp(TEXT).to_bytes()
    Underscore.load_state(({}, {}, {}))
    component.set_extensions()
    assert same(Doc(Vocab()).from_bytes(packed))


# -- displaCy and the entry points --------------------------------------------------------------


def installed() -> bool:
    """The package is installed, not just on the path, so that its entry points are known."""
    try:
        return distribution("quoteattr") is not None
    except PackageNotFoundError:
        return False


needs_install = pytest.mark.skipif(not installed(), reason="entry points need pip install -e .")


@pytest.mark.slow
@needs_install
def test_spacy_finds_the_component_and_its_colours_by_itself():
    code = (
        "import spacy; from spacy import displacy\n"
        "nlp = spacy.blank('en'); nlp.add_pipe('quoteattr')\n"
        "doc = nlp('“Go,” said Ada Berg.')\n"
        "print(doc._.quotes[0].speaker)\n"
        "print(displacy.render(doc, style='span', options={'spans_key': 'quotes'}, jupyter=False))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    speaker, _, html = done.stdout.partition("\n")
    assert speaker == "Ada Berg"
    assert component.COLORS["DIRECT"] in html


def test_displacy_shows_the_kinds_and_escapes_the_text(nlp):
    doc = nlp(TEXTS["markup"])
    options = {"spans_key": "quotes", "colors": component.COLORS}
    html = displacy.render(doc, style="span", options=options, jupyter=False)
    assert "direct" in html
    assert component.COLORS["DIRECT"] in html
    assert "<script" not in html


def test_how_sure_the_speaker_is_comes_along(nlp):
    doc = nlp("“It rains,” said Ada Berg.")
    (span,) = doc.spans["quotes"]
    assert 0 < span._.quote.speaker_confidence <= span._.quote.confidence
    again = type(doc)(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.quotes[0].speaker_confidence == span._.quote.speaker_confidence


def test_the_id_of_an_entity_reaches_the_speaker():
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "Ada Berg", "id": "Q42"},
            {"label": "ORG", "pattern": "Rillco", "id": "R1"},
            {"label": "GPE", "pattern": "Brack", "id": "Q1"},
        ]
    )
    nlp.add_pipe("quoteattr")
    doc = nlp(
        "“The bridge is safe,” said Ada Berg of Brack. “No,” she said. “Yes,” said Bo Holm."
        " “So,” a Rillco spokesman said."
    )
    ids = [(r.speaker_id, [s.id for s in r.speakers]) for r in doc._.quotes]
    assert ids == [("Q42", ["Q42"]), ("Q42", ["Q42"]), (None, [None]), (None, ["R1"])]


def test_a_linked_id_comes_before_that_of_a_ruler_and_nil_is_none():
    nlp = spacy.blank("en")
    nlp.add_pipe("quoteattr")
    linked = []
    for kb_id in ("Q7", "NIL"):
        doc = nlp.make_doc("“No,” said Ada Berg.")
        doc.ents = [spacy.tokens.Span(doc, 5, 7, "PERSON", kb_id=kb_id, span_id="own")]
        linked.append(nlp.get_pipe("quoteattr")(doc)._.quotes[0].speaker_id)
    assert linked == ["Q7", "own"]
