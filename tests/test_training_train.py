"""Training on a few made-up articles: files that are read back, and a file of another version."""

import json
import os
from importlib.util import find_spec
from itertools import islice

import numpy as np
import pytest
from gold_folder import write_examples

import quoteattr
from quoteattr.attribute.decision.trees import RULE_COLUMNS, grow
from quoteattr.errors import ModelError
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution, read_gold
from quoteattr.model import model
from quoteattr.records import Span
from quoteattr.training import folds, tagging, train
from quoteattr.training.annotated import annotated_quotes
from quoteattr.training.rule_examples import rule_examples

# looked for, not imported: JAX would start threads here
if missing := [p for p in ("jax", "lightgbm", "optax", "sklearn") if find_spec(p) is None]:
    pytest.skip(f"the extra train is not installed: no {missing}", allow_module_level=True)


@pytest.fixture(scope="module")
def golds(tmp_path_factory):
    return list(read_gold(write_examples(tmp_path_factory.mktemp("gold"))))


@pytest.fixture(scope="module")
def trained(golds, quick_training):
    """The models of the example articles, in which hardly a clause is annotated."""
    return train.train(golds)


@pytest.fixture(scope="module")
def model_files(trained):
    return trained.model


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
def test_trees_and_calibration_of_quotes(model_files):
    quotes = model_files.data["quotes"]
    assert len(quotes["trees"]) == train.QUOTE_TREES.models * train.QUOTE_TREES.rounds
    shares, rights = np.array(quotes["calibration"]).T
    assert (np.diff(shares) >= 0).all()
    assert (np.diff(rights) >= 0).all()
    assert 0 <= rights.min() <= rights.max() <= 1


@pytest.mark.slow
def test_where_only_marks_are_annotated_clauses_stay_as_they_are(model_files):
    data, tagger = model_files
    assert data["clauses"] == model.read_data()["clauses"]
    assert tagger is model.default_tagger()


@pytest.mark.slow
def test_the_same_articles_give_the_same_model(golds, trained):
    again = train.train(golds)
    assert again.model.data == trained.model.data
    assert [m.data for m in again.held_out] == [m.data for m in trained.held_out]


@pytest.mark.slow
def test_clauses_are_trained_where_they_are_annotated(reporting, quick_training, monkeypatch):
    few = list(islice(rule_examples(), 10))  # the tagger learns from them, too
    monkeypatch.setattr(train, "rule_examples", lambda: few)
    monkeypatch.setattr(train, "MIN_CLAUSES", 10)
    monkeypatch.setattr(tagging, "EPOCHS", 40)
    monkeypatch.setattr(tagging, "LENGTHS", (24,))
    monkeypatch.setattr(tagging, "BATCH_TOKENS", 24 * 12)
    (data, tagger), held_out = train.train(reporting)
    assert len(data["clauses"]["trees"]) == train.CLAUSE_TREES.models * train.CLAUSE_TREES.rounds
    assert data["clauses"] != model.read_data()["clauses"]
    assert tagger is not model.default_tagger()
    assert set(data["measured"]) == {"made/up"}
    assert "tokens_f" in data["measured"]["made/up"]
    assert len({str(model.data["clauses"]["trees"]) for model in held_out}) > 1
    assert len({id(model.tagger) for model in held_out} - {id(tagger)}) == folds.FOLDS


@pytest.mark.slow
def test_a_model_reads_back_as_it_was_written(model_files, tmp_path):
    path = tmp_path / "model.json"
    train.write(model_files, path)
    assert json.loads(path.read_text("utf-8")) == model_files.data
    rows = np.random.default_rng(7).integers(0, 3, (20, len(RULE_COLUMNS))).astype(np.float32)
    quotes = model_files.data["quotes"]
    built = grow(quotes["trees"], quotes["calibration"])
    back = model.load_model(path)
    assert (back.quotes.scores(rows) == built.scores(rows)).all()
    for name, array in back.tagger.arrays.items():
        assert (array == model.default_tagger().arrays[name]).all()


@pytest.mark.slow
def test_a_trained_model_attributes(model_files, golds, tmp_path):
    train.write(model_files, tmp_path / "mine.json")
    records = quoteattr.extract(golds[0].text, model=model.load_model(tmp_path / "mine.json"))
    assert any(record.speaker for record in records)
    assert all(0 <= record.confidence <= 1 for record in records)


@pytest.mark.slow
def test_models_that_have_not_seen_an_article_are_written_and_read(trained, golds, tmp_path):
    train.write_held_out(trained.held_out, tmp_path / "folds")
    models = folds.HeldOutModels(tmp_path / "folds")
    for gold in golds:
        quotes = trained.held_out[folds.fold_of(gold.name)].data["quotes"]
        built, unseen = grow(quotes["trees"], quotes["calibration"]), models.of(gold.name)
        rows = np.ones((3, len(RULE_COLUMNS)), dtype=np.float32)
        assert (unseen.quotes.scores(rows) == built.scores(rows)).all()
    assert len({str(model.data["quotes"]["trees"]) for model in trained.held_out}) == folds.FOLDS


@pytest.mark.slow
def test_a_rule_of_another_version_is_named(model_files, tmp_path):
    data, tagger = model_files
    tree = {"rule": "no-such-rule", "above": 0.5, "value": 0.0, "no": 0.0, "yes": 1.0}
    path = tmp_path / "model.json"
    quotes = {**data["quotes"], "trees": [tree]}
    train.write(train.ModelFiles({**data, "quotes": quotes}, tagger), path)
    with pytest.raises(ModelError, match=r"no-such-rule.*train the model again"):
        model.load_model(path)


def test_a_model_takes_the_place_of_another_once_it_is_whole(tmp_path, monkeypatch):
    data = {"measured": {}, **{k: {"calibration": [], "trees": []} for k in ("quotes", "clauses")}}
    model_files = train.ModelFiles(data, model.default_tagger())
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
            train.write(model_files, files[0])
    assert [path.read_text(encoding="utf-8") for path in files] == ["before", "before"]
    train.write(model_files, files[0])
    assert json.loads(files[0].read_text(encoding="utf-8")) == data
    assert files[1].read_bytes()[:2] == b"PK"
    assert [(tmp_path / f"{path.name}.kept").read_text() for path in files] == ["before"] * 2
    assert len(list(tmp_path.iterdir())) == 4


def test_a_tagger_was_not_fitted_on_the_article_that_it_labels():
    taggers = train.FittedTaggers("of all", [f"without {fold}" for fold in range(folds.FOLDS)])
    for name in ("a.txt", "b.txt", "exercise-7"):
        assert taggers.unseen(name) == f"without {folds.fold_of(name)}"
    assert train.FittedTaggers("of the package", []).unseen("a.txt") == "of the package"


def test_a_tagger_is_fitted_without_the_articles_and_examples_of_a_fold(monkeypatch):
    monkeypatch.setattr(tagging, "as_written", lambda tagger: tagger)
    monkeypatch.setattr(tagging, "fit", lambda *sets: [[gold.name for gold in s] for s in sets])
    sets = [
        [GoldArticle(f"{kind}-{k}", "", ()) for k in range(20)] for kind in ("clauses", "quotes")
    ]
    for fold in (None, *range(folds.FOLDS)):
        *fitted, trained = train.fit_tagger(*sets, (), fold)
        for golds, names in zip(sets, fitted, strict=True):
            assert names == [g.name for g in golds if folds.fold_of(g.name) != fold]
        assert trained == []


def in_folds(*chosen):
    """The name of an article in each of these folds."""
    return [next(n for n in map(str, range(99)) if folds.fold_of(n) == fold) for fold in chosen]


def test_quotes_of_other_news_are_repeated_in_training(monkeypatch):
    counts = []
    monkeypatch.setattr(train, "fit", lambda examples, *size: counts.append(len(examples)) or [])
    documents = [
        annotated_quotes(GoldArticle(name, "“No,” said Ida Berg.", ())) for name in in_folds(0, 1)
    ]
    train.fit_trees(documents, train.CLAUSE_TREES, repeats=[train.OTHER_NEWS_REPEATS, 1])
    once, more = 1, train.OTHER_NEWS_REPEATS
    rounds = [once, more, *(3 * [more + once])]  # without the first article, the second, none
    assert counts == [*rounds, *rounds, more + once]
