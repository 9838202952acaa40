"""Learns which entity a description stands for: ``quoteattr/model/antecedents.json``.

    python -m quoteattr.training.antecedents CORPUS

reads ``nominals.tsv`` (document, start, end, full name or ``-``) and, for the descriptions that
speak, ``names.tsv`` of the corpus; prints the figures of five folds by article, and writes the
model that is learned from all. Maximum likelihood with a Gaussian prior, by L-BFGS (extra
``train``).
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from zlib import crc32

import numpy as np
from attrs import frozen
from scipy.optimize import minimize

from quoteattr.coref import antecedents
from quoteattr.coref.antecedents import FEATURES, AntecedentModel, Floats
from quoteattr.coref.coreference import Coreference
from quoteattr.coref.discourse import Discourse
from quoteattr.coref.entities import Entity
from quoteattr.coref.forms import keys, name_words
from quoteattr.detect.chunks import Chunks, find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.evaluation import brat

#: weight of the prior, parts of the corpus, and the least probability of a chosen entity
PRIOR, FOLDS, THRESHOLD = 1.0, 5, 0.4
#: how often each exercise is an example, and the document that it is in
EXERCISES, _OWN = 2, "exercise"


@frozen(eq=False)
class Example:
    """One annotated description."""

    document: str
    #: the article names whom it stands for
    named: bool
    table: Floats
    #: rows of the candidates that it stands for
    right: Sequence[int]


@frozen(eq=False)
class _Recorder(AntecedentModel):
    """A model that keeps the features of all that it is asked."""

    asked: dict[int, tuple[Floats, list[Entity]]]

    def choose(self, said: Discourse, i: int) -> Entity | None:
        """Keep the features, and choose as always."""
        d = antecedents.read_description(said, i)
        candidates = antecedents.find_candidates(said, d)
        self.asked[i] = antecedents.rows(said, d, candidates), [c.entity for c in candidates]
        return super().choose(said, i)


@frozen
class _Labels:
    """The annotated descriptions of one article: start, end, full name or ``-``."""

    document: str
    text: str
    spans: Sequence[tuple[int, int, str]]


def read(corpus: Path) -> Iterator[_Labels]:
    """Read the annotated descriptions of a corpus, article by article."""
    rows = defaultdict[str, list[tuple[int, int, str]]](list)
    for line in (corpus / "nominals.tsv").read_text(encoding="utf-8").splitlines():
        document, start, end, name = line.split("\t")
        rows[document].append((int(start), int(end), name))
    for article in brat.read_gold(corpus):
        for attribution in article.attributions:
            if attribution.source:
                name = attribution.name or brat.NEVER_NAMED
                rows[article.name].append((*attribution.source[0], name))
        spans = {row[0]: row for row in reversed(rows[article.name])}
        yield _Labels(article.name, article.text, list(spans.values()))


def exercises() -> list[_Labels]:
    """The descriptions of our own, for what the corpora show too seldom."""
    source = files("quoteattr.training").joinpath("descriptions.json")
    return [
        _Labels(_OWN, row["text"], [(row["start"], row["end"], row["name"] or "-")])
        for row in json.loads(source.read_text(encoding="utf-8"))
    ]


def examples(articles: Iterable[_Labels], model: AntecedentModel) -> Iterator[Example]:
    """The descriptions that the resolver asks the model about, as it meets them."""
    for article in articles:
        chunks = find_chunks(tokenize(article.text, find_quotes(article.text)))
        recorder = _Recorder(model.weights, model.nobody, model.threshold, {})
        Coreference(article.text, chunks, model=recorder)
        for start, end, name in article.spans:
            i = _chunk(chunks, start, end)
            if i in recorder.asked:
                table, entities = recorder.asked[i]
                right = [k for k, e in enumerate(entities) if _same(e, name)]
                yield Example(article.document, name != brat.NEVER_NAMED, table, right)


def _chunk(chunks: Chunks, start: int, end: int) -> int:
    """The chunk in which a description ends, -1 if none does."""
    return next(
        (i for i, e in enumerate(chunks.ends) if chunks.starts[i] < end <= e and e > start), -1
    )


def _same(entity: Entity, name: str) -> bool:
    """The entity has the name: the first and last words are equal."""
    words = keys(name_words(name))
    return bool(words) and (words[0], words[-1]) == tuple(keys(entity.words)[k] for k in (0, -1))


def fit(examples: Sequence[Example]) -> AntecedentModel:
    """Learn what each feature is worth."""

    def loss(values: Floats) -> tuple[float, Floats]:
        """The negative log posterior of the weights and of nobody's score, and its gradient."""
        weights, nobody = values[:-1], values[-1]
        total, slope = PRIOR / 2 * float((weights * weights).sum()), np.append(PRIOR * weights, 0.0)
        for example in examples:
            scores = np.append((example.table * weights).sum(axis=1), nobody)
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            right = list(example.right) if example.right else [-1]
            mass = shares[right].sum()
            total -= float(np.log(mass))
            shares[right] -= shares[right] / mass
            slope[:-1] += (example.table * shares[:-1, None]).sum(axis=0)
            slope[-1] += shares[-1]
        return total, slope

    values = minimize(loss, np.zeros(len(FEATURES) + 1), jac=True, method="L-BFGS-B").x
    return AntecedentModel(values[:-1], float(values[-1]), THRESHOLD)


def _judge(example: Example, model: AntecedentModel) -> str:
    """What the model says of an example: ``right``, ``other`` or ``nobody``."""
    if not len(example.table):
        return "nobody"
    scores = np.append((example.table * model.weights).sum(axis=1), model.nobody)
    shares = np.exp(scores - scores.max())
    best = int(scores[:-1].argmax())
    if shares[best] / shares.sum() < model.threshold:
        return "nobody"
    return "right" if best in example.right else "other"


def is_own(example: Example) -> bool:
    """The example is one of our own, and belongs to no article."""
    return example.document == _OWN


def cross_validate(found: Sequence[Example]) -> Counter[tuple[bool, str]]:
    """Count the verdicts, each by a model that has not seen the article: (named, verdict)."""
    folds = [crc32(example.document.encode()) % FOLDS for example in found]
    counts = Counter[tuple[bool, str]]()
    own = list(map(is_own, found))
    for fold in range(FOLDS):
        model = fit([e for e, k, o in zip(found, folds, own, strict=True) if o or k != fold])
        unseen = (e for e, k, o in zip(found, folds, own, strict=True) if k == fold and not o)
        counts.update((e.named, _judge(e, model)) for e in unseen)
    return counts


def learn(corpus: Path, rounds: int = 2) -> tuple[AntecedentModel, list[Example]]:
    """Learn from a corpus, in rounds: what was chosen before is among the features."""
    labels = [*read(corpus), *exercises() * EXERCISES]
    model = AntecedentModel(np.zeros(len(FEATURES)), 1.0, THRESHOLD)
    for _ in range(rounds):
        found = [example for example in examples(labels, model) if len(example.table)]
        model = fit(found)
    return model, found


def write(model: AntecedentModel, path: Path) -> None:
    """Write the model, a feature a line."""
    weights = dict(zip(FEATURES, model.weights.round(3).tolist(), strict=True))
    data = {"threshold": model.threshold, "nobody": round(model.nobody, 3), "weights": weights}
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    learned, asked = learn(Path(sys.argv[1]))
    for (named, verdict), count in sorted(cross_validate(asked).items()):
        print("named" if named else "nobody named", verdict, count)
    write(learned, Path(str(files("quoteattr.model").joinpath("antecedents.json"))))
