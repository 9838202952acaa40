"""Learns how sure it is that a reported clause is speech: ``quoteattr/model/speech.json``.

    python -m quoteattr.training.speech SAID POLNEAR HELD_OUT

``SAID`` is a corpus in which all reported speech is annotated, in quotation marks and without, with
``names.tsv`` and, for what was only thought or denied, ``acts.tsv`` (document, id of the
attribution, ``speech``, ``thought`` or ``negated``). A clause that the engine finds there is right
if half of its words or more lie in one annotated speech content, and its mention touches the
annotated source or its speaker has the annotated name.

``POLNEAR`` is a corpus that counts thoughts and noun objects as reported, too. What of it fits are
clauses that touch nothing annotated (wrong), those that are annotated and are clauses with a cue
that mostly has clauses (as right as their speaker), and those that are noun phrases (wrong); they
weigh a tenth. The share of clauses among the contents of each cue is counted there, too.

``HELD_OUT`` is the folder of ``quoteattr train --held-out``: what is found in an article is found
by a model that has not seen it.

Small trees are boosted on both (LightGBM, extra ``train``, fixed seeds); their sums are calibrated
by a logistic curve (Platt 1999) on parts of the corpus that were not learned from, ten by article.
Metrics of these parts are printed for each threshold, and kept in the file for the one that is
chosen: it comes nearest to ``WANTED``, or leaves most room above.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from attrs import evolve, field, frozen
from numpy.typing import NDArray

from quoteattr.attribute.acts import words_of
from quoteattr.attribute.records import RecordBuilder, quote_records, reported_clauses
from quoteattr.attribute.reported import ReportedClause
from quoteattr.attribute.speech import SpeechModel, features, head_of
from quoteattr.detect.regions import find_regions
from quoteattr.evaluation import brat
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.evaluation.score import WordPositions, same_name
from quoteattr.language import ENGLISH
from quoteattr.model.model import Model
from quoteattr.options import Options
from quoteattr.pipeline import analyse, find_records
from quoteattr.records import QUOTE_KINDS, Article, QuoteRecord
from quoteattr.training.folds import HeldOutModels

#: what is wanted by default, in per cent: of the records, and of the annotated contents
WANTED = {"right": 90.0, "contents_found": 87.0}
#: the corpus is divided into so many parts for a cross-validation
PARTS = 10
#: articles of the second corpus that are read, and what each of their clauses weighs
MORE_ARTICLES, MORE_WEIGHT = 150, 0.1
#: models that are averaged, and trees of each
MODELS, TREES = 2, 100
#: cues seen fewer times are not kept
LEAST_SEEN = 5
#: a cue whose contents are clauses at least so often has clauses
CLAUSAL = 0.55
PARAMETERS: dict[str, Any] = {
    "objective": "binary",
    "num_leaves": 8,
    "max_depth": 3,
    "learning_rate": 0.06,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "min_data_in_leaf": 10,
    "lambda_l2": 3.0,
    "num_threads": 1,
    "verbose": -1,
    "deterministic": True,
}
Floats = NDArray[np.float64]


@frozen
class Judged:
    """A record, and what the annotation says of it."""

    record: QuoteRecord
    #: the numbers of its words
    words: frozenset[int]
    #: its words lie in an annotated content, and that is speech
    reported: bool
    is_speech: bool
    #: its speaker is the annotated one
    speaker: bool
    #: of a clause, None of any other record
    clause: ReportedClause | None = None
    #: of one with words in marks, the records of these alone
    alone: tuple[Judged, ...] = ()
    known: dict[str, float] = field(factory=dict)

    @property
    def right(self) -> bool:
        """It is speech, and by its speaker."""
        return self.is_speech and self.speaker


@frozen
class JudgedArticle:
    """An annotated article, and what comes out of it."""

    name: str
    judged: tuple[Judged, ...]
    #: the words of each annotated speech content
    contents: tuple[frozenset[int], ...]


def judge_article(
    gold: GoldArticle, acts: Mapping[tuple[str, str], str], model: Model
) -> JudgedArticle:
    """Read an annotated article, and judge all that a model finds in it."""
    words = WordPositions(gold.text)
    annotated = [(_words(a.content, words), a) for a in gold.attributions]
    speech = [x for x in annotated if acts.get((gold.name, x[1].identifier), "speech") == "speech"]
    judged = []
    for record, clause, alone in _extracted(gold, model):
        judged_alone = tuple(_judge(part, annotated, speech, words) for part in alone)
        one = _judge(record, annotated, speech, words)
        judged.append(evolve(one, clause=clause, alone=judged_alone))
    return JudgedArticle(gold.name, tuple(judged), tuple(content for content, _ in speech))


#: a record, the clause that it is of, and the records of its words in marks alone
Found = tuple[QuoteRecord, ReportedClause | None, Sequence[QuoteRecord]]


def _extracted(gold: GoldArticle, model: Model) -> Iterator[Found]:
    """All records of an article; those of clauses as they were attributed, with their clause."""
    options = Options(frozenset(QUOTE_KINDS), min_confidence=0.0, chosen_model=model)
    article = Article(gold.text, gold.name)
    regions = find_regions(gold.text, options.kinds, options.language)
    analysis = analyse(gold.text, regions.quoted, options, regions.closed)
    quotes = RecordBuilder(analysis.quotes, model.certainty, gold.name)
    clauses = RecordBuilder(analysis.clauses, model.certainty, gold.name, analysis.tagged.cues)
    of_spans = {tuple(c.spans): c for c in reported_clauses(clauses, quotes, analysis.tagged)}
    every = set(range(len(regions.quoted)))
    for record in find_records(article, options):
        clause = of_spans.get(record.spans) if record.kind in ("mixed", "indirect") else None
        alone = every - clause.quoted_indices if clause and record.quoted else every
        yield record, clause, list(quote_records(quotes, alone, unattributed=False))


Content = tuple[frozenset[int], GoldAttribution]


def _words(spans: Iterable[Any], words: WordPositions) -> frozenset[int]:
    """The numbers of the words in some spans."""
    return frozenset(word for span in spans for word in words.inside(span))


def _judge(
    record: QuoteRecord,
    annotated: Sequence[Content],
    speech: Sequence[Content],
    words: WordPositions,
) -> Judged:
    """What the annotation says of a record."""
    own = _words(record.spans, words)
    best = max(speech, key=lambda content: len(own & content[0]), default=None)
    is_speech = best is not None and 2 * len(own & best[0]) >= len(own)
    reported = any(2 * len(own & content) >= len(own) for content, _ in annotated)
    speaker = best is not None and _is_speaker(record, best[1])
    return Judged(record, own, reported, is_speech, speaker)


def _is_speaker(record: QuoteRecord, attribution: GoldAttribution) -> bool:
    """The mention touches the annotated source, or the speaker has the annotated name."""
    mention, name = record.mention, attribution.name
    if mention and any(s < mention.end and mention.start < e for s, e in attribution.source):
        return True
    if mention is None and not attribution.source:
        return True
    return bool(record.speaker and name and same_name(record.speaker, name))


def read_acts(folder: Path) -> dict[tuple[str, str], str]:
    """The acts of the annotated attributions, by document and id, where they are annotated."""
    path = folder / "acts.tsv"
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {(d, i): act for d, i, act in (line.split("\t") for line in lines if line.strip())}


def count_cues(golds: Iterable[GoldArticle]) -> dict[str, list[float]]:
    """Of each cue how often its contents are clauses, and how many contents it has."""
    seen, clauses = Counter[str](), Counter[str]()
    for gold in golds:
        for attribution in gold.attributions:
            cue = " ".join(gold.text[s:e] for s, e in attribution.cue)
            if words := words_of(cue):
                head = head_of(words, ENGLISH)
                seen[head] += 1
                clauses[head] += _is_clause(gold.text, attribution)
    mean = sum(clauses.values()) / max(1, sum(seen.values()))
    return {
        head: [round((clauses[head] + 2 * mean) / (count + 2), 2), count]
        for head, count in sorted(seen.items())
        if count >= LEAST_SEEN
    }


#: words of a content among which a clause has its finite verb
_VERB_WITHIN = 8


def _is_clause(text: str, attribution: GoldAttribution) -> bool:
    """A content has words in marks, a *that*, or soon a finite verb."""
    start, end = attribution.content[0].start, attribution.content[-1].end
    content = text[start:end]
    words = words_of(content)
    after_that = words_of(text[max(0, start - len("that  ")) : start])[-1:] == ["that"]
    finite = (ENGLISH.auxiliaries | ENGLISH.be) - ENGLISH.not_finite
    soon = words[:1] != ["to"] and not finite.isdisjoint(words[:_VERB_WITHIN])
    return "“" in content or '"' in content or words[:1] == ["that"] or after_that or soon


def more_label(judged: Judged, cues: Mapping[str, Sequence[float]]) -> bool | None:
    """Whether a clause of the second corpus is right; None where that is not known."""
    known = judged.known
    if not judged.reported:
        return False
    if known["cue is no speech"]:
        return None
    if known["no finite verb"]:
        plain = not known["opens with to"] and not known["marks inside"]
        return False if plain else None
    good = not known["opens with to"] and known["cue with clauses"] > CLAUSAL
    return judged.speaker if good else None


def with_features(
    articles: Iterable[JudgedArticle], cues: Mapping[str, Sequence[float]]
) -> list[JudgedArticle]:
    """The articles, the features of their clauses computed."""
    return [
        evolve(
            article,
            judged=tuple(
                evolve(j, known=features(j.clause, cues)) if j.clause else j for j in article.judged
            ),
        )
        for article in articles
    ]


@frozen
class Examples:
    """Clauses to learn from: their features, whether they are right, and what they weigh."""

    rows: list[dict[str, float]] = field(factory=list)
    right: list[bool] = field(factory=list)
    weight: list[float] = field(factory=list)

    def add(self, known: dict[str, float], right: bool, weight: float) -> None:
        """Add a clause."""
        self.rows.append(known)
        self.right.append(right)
        self.weight.append(weight)


def fit(examples: Examples) -> list[Any]:
    """Boost trees, several times with other samples, their sum the mean of all."""
    import lightgbm  # an extra: only training needs it

    names = list(examples.rows[0])
    table = np.array([[row[name] for name in names] for row in examples.rows])
    data = lightgbm.Dataset(
        table, np.array(examples.right, dtype=float), weight=np.array(examples.weight)
    )
    trees = []
    for seed in range(MODELS):
        model = lightgbm.train(PARAMETERS | {"seed": seed + 1}, data, TREES)
        trees += [
            _nested(tree["tree_structure"], names) for tree in model.dump_model()["tree_info"]
        ]
    return trees


def _nested(node: dict[str, Any], names: Sequence[str]) -> Any:
    """A tree as a file has it."""
    if "leaf_value" in node:
        return round(node["leaf_value"] / MODELS, 3)
    below, above = (_nested(node[f"{side}_child"], names) for side in ("left", "right"))
    return [names[node["split_feature"]], round(node["threshold"], 3), below, above]


def parts_of(articles: Sequence[JudgedArticle]) -> list[int]:
    """The part of the corpus that each article is in: neighbours in the alphabet are one apart.

    Articles whose names open with digits are of one publisher, and in one part.
    """
    names = [article.name for article in articles]
    return [0 if name[:1].isdigit() else k % PARTS for k, name in enumerate(names)]


def learn(articles: Sequence[JudgedArticle], more: Examples) -> tuple[list[Any], dict[int, float]]:
    """Trees from all articles, and the score of each clause by trees that have not seen it."""
    part_numbers = parts_of(articles)

    def examples(left_out: int) -> Examples:
        out = Examples(list(more.rows), list(more.right), list(more.weight))
        for article, part in zip(articles, part_numbers, strict=True):
            for judged in article.judged if part != left_out else ():
                if judged.clause:
                    out.add(judged.known, judged.right, 1.0)
        return out

    scores: dict[int, float] = {}
    for part in range(PARTS):
        model = SpeechModel({}, fit(examples(part)), (1.0, 0.0), 0.0)
        for article, own in zip(articles, part_numbers, strict=True):
            for judged in article.judged if own == part else ():
                if judged.clause:
                    scores[id(judged)] = model.score(judged.known)
    return fit(examples(-1)), scores


def calibrate(scores: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """Slope and offset of the logistic curve from scores to how often they are right."""
    from sklearn.linear_model import LogisticRegression  # an extra: only training needs it

    curve = LogisticRegression(C=1e6).fit(np.array(scores)[:, None], right)
    return round(float(curve.coef_[0, 0]), 3), round(float(curve.intercept_[0]), 3)


def metrics_at(
    articles: Sequence[JudgedArticle], sure: Mapping[int, float], threshold: float
) -> dict[str, float]:
    """What comes out from a threshold on: records, those said, those right, contents found."""
    count = Counter[str]()
    for article in articles:
        chances = ((j, sure.get(id(j))) for j in article.judged)
        kept = [kept for j, chance in chances for kept in _come_out(j, chance, threshold)]
        count["records"] += len(kept)
        count["said"] += sum(j.is_speech for j in kept)
        count["right"] += sum(j.right for j in kept)
        count["contents"] += len(article.contents)
        count["contents_found"] += sum(
            any(2 * len(content & j.words) >= len(content) for j in kept)
            for content in article.contents
        )
    totals = {"said": "records", "right": "records", "contents_found": "contents"}
    shares = {name: round(100 * count[name] / max(1, count[of]), 1) for name, of in totals.items()}
    return {"threshold": threshold, "records": count["records"], **shares}


def _come_out(judged: Judged, sure: float | None, threshold: float) -> Iterable[Judged]:
    """What comes out of a record by default, if this is the threshold."""
    clause = judged.clause
    if clause is None:
        return (judged,)
    if sure is not None and sure < threshold:
        return judged.alone
    is_speech = clause.act == "speech" and clause.factuality is None
    return (judged,) if is_speech else ()


def calibration_error(sure: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """The expected calibration error, in points."""
    gaps: defaultdict[int, float] = defaultdict(float)
    for chance, good in zip(sure, right, strict=True):
        gaps[min(bins - 1, int(bins * chance))] += chance - good
    return round(100 * sum(map(abs, gaps.values())) / max(1, len(sure)), 1)


def write(data: Mapping[str, Any], path: Path) -> None:
    """Write the model, a cue or a tree a line."""
    entries = []
    for name, value in data.items():
        if name == "trees":
            lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in value)
            entries.append(f'"trees": [\n{lines}\n]')
        else:
            entries.append(f'"{name}": {json.dumps(value)}')
    path.write_text("{\n" + ",\n".join(entries) + "\n}\n", encoding="utf-8")


def more_examples(
    golds: Iterable[GoldArticle], cues: Mapping[str, Sequence[float]], models: HeldOutModels
) -> Examples:
    """What fits of a corpus that counts thoughts and noun objects as reported, too.

    Args:
        golds: its articles, of which the first are read.
        cues: what :func:`count_cues` gives of them.
        models: those that have not seen them.
    """
    examples = Examples()
    judged_articles = (
        judge_article(gold, {}, models.of(gold.name)) for gold in islice(golds, MORE_ARTICLES)
    )
    for article in with_features(judged_articles, cues):
        for judged in article.judged:
            right = more_label(judged, cues) if judged.clause else None
            if right is not None:
                examples.add(judged.known, right, MORE_WEIGHT)
    return examples


def measure(
    articles: Sequence[JudgedArticle], confidences: Mapping[int, float], clauses: Sequence[Judged]
) -> dict[str, Any]:
    """The metrics of the threshold that is chosen and of none; prints those of all that are tried.

    Args:
        articles: of the corpus in which all reported speech is annotated.
        confidences: of each clause, by its identity.
        clauses: these.
    """
    tried = [metrics_at(articles, confidences, round(0.3 + 0.01 * k, 2)) for k in range(40)]
    print(*tried, sep="\n")
    everything = metrics_at(articles, {id(clause): 1.0 for clause in clauses}, 0.0)
    error = calibration_error([confidences[id(c)] for c in clauses], [c.right for c in clauses])
    return {
        "by default": max(tried, key=lambda row: min(row[name] - WANTED[name] for name in WANTED)),
        "everything": everything,
        "expected calibration error of clauses": error,
    }


def main(speech: str, polnear: str, held_out: str) -> None:
    """Learn the model, print and keep its metrics."""
    cues, models = count_cues(brat.read_gold(Path(polnear))), HeldOutModels(Path(held_out))
    acts = read_acts(Path(speech))
    judged_articles = (
        judge_article(gold, acts, models.of(gold.name)) for gold in brat.read_gold(Path(speech))
    )
    articles = with_features(judged_articles, cues)
    trees, scores = learn(articles, more_examples(brat.read_gold(Path(polnear)), cues, models))
    clauses = [judged for article in articles for judged in article.judged if judged.clause]
    curve = calibrate([scores[id(c)] for c in clauses], [c.right for c in clauses])
    model = SpeechModel(cues, trees, curve, 0.0)
    confidences = {id(clause): model.calibrated(scores[id(clause)]) for clause in clauses}
    measured = measure(articles, confidences, clauses)
    print(measured)
    data = {
        "measured": measured,
        "threshold": measured["by default"]["threshold"],
        "calibration": curve,
        "cues": cues,
        "trees": trees,
    }
    write(data, Path(str(files("quoteattr.model").joinpath("speech.json"))))


if __name__ == "__main__":
    main(*sys.argv[1:])
