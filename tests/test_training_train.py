"""Training on a few made-up articles: files that are read back, and a file of another version."""

import json
import os
from importlib.util import find_spec

import numpy as np
import pytest
from gold_folder import write_examples

import quoteattr
from quoteattr.attribute.trees import COLUMNS, grow
from quoteattr.errors import ModelError
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution, read_gold
from quoteattr.model import model
from quoteattr.records import Span
from quoteattr.training import tagging, train
from quoteattr.training.annotated import annotated_quotes

# looked for, not imported: JAX would start threads here
if missing := [p for p in ("jax", "lightgbm", "optax", "sklearn") if find_spec(p) is None]:
    pytest.skip(f"the extra train is not installed: no {missing}", allow_module_level=True)


@pytest.fixture(scope="module")
def golds(tmp_path_factory):
    return list(read_gold(write_examples(tmp_path_factory.mktemp("gold"))))


@pytest.fixture(scope="module")
def trained(golds, quick_training):
    """The model of the example articles, in which hardly a clause is annotated."""
    return train.train(golds)


@pytest.fixture(scope="module")
def reporting():
    """Articles with clauses: each says who said that something is so."""
    golds = []
    for k, name in enumerate(("Ida Berg", "Otto Marx", "The mayor", "A firm", "Lena Fors") * 6):
        content = f"number {k} is dry"
        text = f"{name} said that {content}. The road is long. “No,” he said.\n"
        start = text.index(content)
        spans = Span(start, start + len(content)), Span(0, len(name))
        clause = GoldAttribution("1", spans[:1], spans[1:], ())
        golds.append(GoldArticle(str(k), text, (clause,), corpus="made/up"))
    return golds


@pytest.mark.slow
def test_trees_and_calibration_of_quotes(trained):
    quotes = trained[0]["quotes"]
    assert len(quotes["trees"]) == train.QUOTE_TREES.models * train.QUOTE_TREES.rounds
    shares, rights = np.array(quotes["calibration"]).T
    assert (np.diff(shares) >= 0).all()
    assert (np.diff(rights) >= 0).all()
    assert 0 <= rights.min() <= rights.max() <= 1


@pytest.mark.slow
def test_where_only_marks_are_annotated_clauses_stay_as_they_are(trained):
    data, tagger = trained
    assert data["clauses"] == model.read_data()["clauses"]
    assert tagger is model.default_tagger()


@pytest.mark.slow
def test_the_same_articles_give_the_same_model(golds, trained):
    assert train.train(golds)[0] == trained[0]


@pytest.mark.slow
def test_clauses_are_trained_where_they_are_annotated(reporting, quick_training, monkeypatch):
    monkeypatch.setattr(train, "MIN_CLAUSES", 10)
    monkeypatch.setattr(tagging, "EPOCHS", 40)
    monkeypatch.setattr(tagging, "LENGTHS", (24,))
    monkeypatch.setattr(tagging, "BATCH", 24 * 12)
    data, tagger = train.train(reporting)
    assert len(data["clauses"]["trees"]) == train.CLAUSE_TREES.models * train.CLAUSE_TREES.rounds
    assert data["clauses"] != model.read_data()["clauses"]
    assert tagger is not model.default_tagger()
    assert set(data["measured"]) == {"made/up"}
    assert "tokens_f" in data["measured"]["made/up"]


@pytest.mark.slow
def test_a_model_reads_back_as_they_were_written(trained, tmp_path):
    path = tmp_path / "model.json"
    train.write(*trained, path)
    assert json.loads(path.read_text("utf-8")) == trained[0]
    rows = np.random.default_rng(7).integers(0, 3, (20, len(COLUMNS))).astype(np.float32)
    quotes = trained[0]["quotes"]
    built = grow(quotes["trees"], quotes["calibration"])
    back = model.load_model(path)
    assert (back.quotes.scores(rows) == built.scores(rows)).all()
    for name, array in back.tagger.arrays.items():
        assert (array == model.default_tagger().arrays[name]).all()


@pytest.mark.slow
def test_a_trained_model_attributes(trained, golds, tmp_path):
    train.write(*trained, tmp_path / "mine.json")
    records = quoteattr.extract(golds[0].text, model=model.load_model(tmp_path / "mine.json"))
    assert any(record.speaker for record in records)
    assert all(0 <= record.confidence <= 1 for record in records)


@pytest.mark.slow
def test_a_rule_of_another_version_is_named(trained, tmp_path):
    data, tagger = trained
    tree = {"rule": "no-such-rule", "above": 0.5, "value": 0.0, "no": 0.0, "yes": 1.0}
    path = tmp_path / "model.json"
    quotes = {**data["quotes"], "trees": [tree]}
    train.write({**data, "quotes": quotes}, tagger, path)
    with pytest.raises(ModelError, match=r"no-such-rule.*learn the model anew"):
        model.load_model(path)


def test_a_model_takes_the_place_of_another_once_it_is_whole(tmp_path, monkeypatch):
    data = {"measured": {}, **{k: {"calibration": [], "trees": []} for k in ("quotes", "clauses")}}
    files = [tmp_path / "w.json", tmp_path / "w.npz"]
    for path in files:
        path.write_text("before", encoding="utf-8")
        os.link(path, tmp_path / f"{path.name}.kept")

    def fail(tagger, file):
        file.write(b"half")
        raise OSError("No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(tagging, "write", fail)
        with pytest.raises(OSError, match="No space left"):
            train.write(data, model.default_tagger(), files[0])
    assert [path.read_text(encoding="utf-8") for path in files] == ["before", "before"]
    train.write(data, model.default_tagger(), files[0])
    assert json.loads(files[0].read_text(encoding="utf-8")) == data
    assert files[1].read_bytes()[:2] == b"PK"
    assert [(tmp_path / f"{path.name}.kept").read_text() for path in files] == ["before"] * 2
    assert len(list(tmp_path.iterdir())) == 4


def test_a_tagger_was_not_fitted_on_the_article_that_it_labels():
    folds = [f"without {fold}" for fold in range(train.TAGGER_FOLDS)]
    taggers = train.FittedTaggers("of all", folds, [0])
    assert [taggers.unseen(k) for k in range(5)] == [*folds, folds[0]]
    assert train.FittedTaggers("of the package", [], []).unseen(3) == "of the package"


def test_quotes_of_other_news_are_repeated_in_training(monkeypatch):
    counts = []
    monkeypatch.setattr(train, "fit", lambda examples, *size: counts.append(len(examples)) or [])
    documents = [annotated_quotes(GoldArticle("a", "“No,” said Ida Berg.", ()))] * 2
    train.fit_trees(documents, train.CLAUSE_TREES, repeats=[train.OTHER_NEWS_REPEATS, 1])
    once, more = 1, train.OTHER_NEWS_REPEATS
    rounds = [once, more, *(3 * [more + once])]  # without the first article, the second, none
    assert counts == [*rounds, *rounds, more + once]
