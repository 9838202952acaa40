"""The tagger: labels for every token of any text, linear in the text, from a file that fits."""

import ast
import math
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.errors import ModelError
from quoteattr.model.model import default_tagger
from quoteattr.tag import embeddings as vectors
from quoteattr.tag.neural_tagger import read_tagger
from quoteattr.tag.paragraphs import LONGEST_PARAGRAPH, split_paragraphs
from quoteattr.tag.tagger import BEGIN, CUE, INSIDE, LABELS, OUTSIDE, SOURCE


def tagged(text):
    tokens = tokenize(text, find_quotes(text))
    return tokens, default_tagger().tag(text, tokens)


def words(text, *wanted):
    tokens, output = tagged(text)
    pairs = zip(tokens, output.labels, strict=True)
    return [text[token.start : token.end] for token, label in pairs if label in wanted]


def test_a_sentence_that_reports():
    text = "Mara Lindqvist said the old bridge would be closed until the spring."
    assert words(text, SOURCE) == ["Mara", "Lindqvist"]
    assert words(text, CUE) == ["said"]
    assert " ".join(words(text, BEGIN, INSIDE)) == "the old bridge would be closed until the spring"


def test_a_sentence_that_does_not():
    text = "The bridge opened in 1911 and closed a hundred years later."
    assert words(text, BEGIN, INSIDE, CUE, SOURCE) == []


def test_verbs_that_nobody_listed_are_known_by_their_company():
    text = "Otto Marx grumbled that the tickets were too dear."
    assert " ".join(words(text, BEGIN, INSIDE)).endswith("the tickets were too dear")


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["“", "”", "said", "that", " ", "\n\n", "Ida", ",", ".", "é", "\ud800", "x" * 40]
        ),
        max_size=60,
    )
)
def test_any_text_gets_one_label_a_token(pieces):
    tokens, output = tagged("".join(pieces))
    assert len(output.labels) == len(tokens) == len(output.probabilities)
    assert set(output.labels) <= set(range(len(LABELS)))
    assert np.allclose(output.probabilities.sum(axis=1), 1, atol=1e-4)
    assert all(
        label == OUTSIDE
        for token, label in zip(tokens, output.labels, strict=True)
        if token.tag == "/"
    )


def test_paragraphs_are_read_apart():
    first, second = "Ida Berg said the well was dry.", "It rained, the mayor said."
    labels = [*tagged(first)[1].labels, OUTSIDE, *tagged(second)[1].labels]
    assert tagged(f"{first}\n{second}")[1].labels == labels


def test_a_paragraph_without_end_is_read_in_parts():
    tokens = tokenize("word " * (LONGEST_PARAGRAPH + 3), [])
    assert [end - start for start, end in split_paragraphs(tokens)] == [LONGEST_PARAGRAPH, 3]


#: what NumPy lets a BLAS do
PRODUCTS = {"matmul", "dot", "vdot", "inner", "tensordot", "einsum", "multi_dot", "linalg"}


def products(path):
    """The matrix products that a module makes; only one that may is parsed, which takes long."""
    source = path.read_text(encoding="utf-8")
    has_arrays = any(f"import {library}" in source for library in ("numpy", "jax", "torch"))
    may_have_any = has_arrays and (" @ " in source or any(name in source for name in PRODUCTS))
    for node in ast.walk(ast.parse(source)) if may_have_any else ():
        if isinstance(node, ast.MatMult):
            yield "@"
        elif isinstance(node, ast.Attribute) and node.attr in PRODUCTS:
            yield node.attr


def test_matrix_products_are_made_in_two_modules():
    package = Path(vectors.__file__).parents[1]
    made = {path.name: set(products(path)) for path in package.rglob("*.py")}
    # tagger_network.py and encoder_network.py learn, with JAX and PyTorch, which have threads of
    # their own; bootstrap.py makes one product an audit
    elsewhere = {"tagger_network.py", "encoder_network.py", "bootstrap.py"}
    assert {name for name, calls in made.items() if calls} == {"matrices.py", "crf.py"} | elsewhere
    assert made["matrices.py"] == made["crf.py"] == {"matmul"}


PIECES = ["word ", "word.\n", "Ida said it rained. "]


@pytest.fixture
def multiplied(monkeypatch):
    """The rows, columns and what both have in common of each product, and how many there are."""
    made, matmul = [], np.matmul

    def watched(one, other, **options):
        result = matmul(one, other, **options)
        (*_, rows, common), columns = one.shape, other.shape[-1]
        made.append((rows, columns, common, result.size // (rows * columns)))
        return result

    monkeypatch.setattr(np, "matmul", watched)
    return made


@pytest.mark.parametrize("piece", PIECES)
def test_no_matrix_product_is_shared_among_threads(piece, multiplied):
    default_tagger().tag(piece * 500, tokenize(piece * 500, []))
    assert max(rows * columns * common for rows, columns, common, _ in multiplied) > 50_000
    for rows, columns, common, _ in multiplied:
        # OpenBLAS: interface/gemm.c, and interface/gemv.c for a product with a single row or column
        limit = 9216 if 1 in (rows, columns) else 125_000
        assert rows * columns * common < limit


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_cost_is_linear(piece, multiplied):
    def cost(times):
        multiplied.clear()
        default_tagger().tag(piece * times, tokenize(piece * times, []))
        return len(multiplied), sum(map(math.prod, multiplied))

    for short, long in zip(cost(2_000), cost(8_000), strict=True):
        assert long <= 4.5 * short


#: extracts, and prints how often other threads than the first have been woken by that
WOKEN = """
import os, sys, time
from pathlib import Path
import numpy as np
from quoteattr import extract

def woken():
    threads = [t for t in Path("/proc/self/task").iterdir() if t.name != str(os.getpid())]
    lines = [line.split() for t in threads for line in (t / "status").read_text().splitlines()]
    states = {words[1] for words in lines if words[0] == "State:"}
    times = [int(words[1]) for words in lines if "ctxt_switches" in words[0]]
    return len(threads), sum(times), states <= {"S"}

def asleep():
    before, now = None, woken()
    while before != now or not now[-1]:  # a thread that was busy looks around for more, a while
        time.sleep(0.1)
        before, now = now, woken()
    return now

extract("“Yes,” said Ida Berg.")
threads, before, _ = asleep()
if sys.argv[1] == "large":
    np.ones((500, 500), dtype=np.float32) @ np.ones((500, 500), dtype=np.float32)
else:
    extract("Ida Berg said that it rained, and Otto Marx said that it did not.\\n" * 500)
print(threads, asleep()[1] - before)
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells of threads")
def test_no_thread_of_blas_is_woken():
    def run(what):
        environment = {k: v for k, v in os.environ.items() if not k.endswith("_NUM_THREADS")}
        environment |= {"OPENBLAS_NUM_THREADS": "4", "PYTHONPATH": str(Path(__file__).parents[1])}
        command = [sys.executable, "-c", WOKEN, what]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
        return [*map(int, done.stdout.split())]

    threads, woken = run("large")
    if not woken:
        pytest.skip("this NumPy shares no product among threads")
    assert threads
    assert run("text") == [threads, 0]


def test_what_is_no_tagger_is_refused(tmp_path):
    np.savez(tmp_path / "other.npz", word=np.zeros(3))
    (tmp_path / "text.npz").write_text("no arrays at all")
    for name in ("other.npz", "text.npz"):
        with pytest.raises(ModelError, match="is not a tagger file"):
            read_tagger(tmp_path / name)


def test_vectors_know_what_is_written_otherwise():
    row = vectors.default_vectors().row
    assert row("said")
    assert row("’") == row("'")
    assert row("didn't") == row("hasn't")
    assert row("pro-bridge") == row("bridge")
    assert row("1,234,567.89")
    assert row("qqqzzz") == 0
    assert not vectors.default_vectors().table[0].any()


def test_vectors_are_shrunk_from_the_published_file(tmp_path):
    lines = ["the 1.0 -2.0", "of 0.5 0.25", "é 0 4"]
    (tmp_path / "glove.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    vectors.shrink(tmp_path / "glove.txt", tmp_path / "small.npz")
    data = np.load(tmp_path / "small.npz")
    assert data["words"].tobytes().decode("utf-8").split("\n") == ["the", "of", "é"]
    table = data["table"] * data["scale"]
    wanted = np.array([[1.0, -2.0], [0.5, 0.25], [0, 4]])
    assert np.allclose(table * wanted.std(), wanted, atol=0.05)
