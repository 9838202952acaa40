"""The contract of a language: a made-up one is read with its own words alone."""

from __future__ import annotations

import ast
import pickle
import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from attrs import fields
from tables import for_each
from toy_language import TOY

import quoteattr
from quoteattr.errors import OptionError
from quoteattr.language import ENGLISH, Language
from quoteattr.language.tables import tables_of
from quoteattr.tag import embeddings

PACKAGE = Path(quoteattr.__file__).parent
CONTRACT = PACKAGE / "language" / "contract"
#: rooms that read their words from the language of the article
ROOMS = ["detect", "tag", "coref", "attribute"]


def extracted(text: str, **options: object) -> list[tuple[str | None, str, str | None]]:
    """Speaker, quote and cue of each record, read in the toy language."""
    records = quoteattr.extract(text, language=TOY, **options)
    return [(r.speaker, r.quote, r.cue.text if r.cue else None) for r in records]


@for_each(
    ("text", "expected"),
    [
        ("“Ni konstruos la ponton,” diris Ada Berg.", ("Ada Berg", "diris")),
        ("Ada Berg diris: “Ni konstruos la ponton.”", ("Ada Berg", "diris")),
        ("“Kiam venos la pluvo?” demandis la urbestro.", ("la urbestro", "demandis")),
        ("Laŭ Rolf Tanner, la ponto estas “tre malnova”.", ("Rolf Tanner", "Laŭ")),
        ("La registaro avertis: “La vojo estas longa.”", ("La registaro", "avertis")),
        # an unknown plural beside the cue is its subject
        ("“La ponto falis,” diris fiŝistoj.", ("fiŝistoj", "diris")),
    ],
)
def test_a_toy_language_is_read_by_its_own_words(text, expected):
    assert [(speaker, cue) for speaker, _, cue in extracted(text)] == [expected]


def test_a_last_name_stands_for_the_full_name():
    text = "La ministro Ada Berg venis hieraŭ. “Ni konstruos la ponton,” diris Berg."
    assert extracted(text) == [("Ada Berg", "Ni konstruos la ponton,", "diris")]


@for_each(
    "text",
    [
        "“We go,” said Ada Berg, the mayor.",
        "According to Rolf Tanner, the bridge is “old and rotten”.",
        "The council issued this statement:\n\nWe regret the delay.\n\nThe pier is shut.",
        "“WE GO.” the mayor told reporters in a statement.",
    ],
)
def test_no_english_word_is_known_in_a_toy_language(text):
    assert all(cue is None for _, _, cue in extracted(text, unattributed=True))


@pytest.mark.parametrize(
    "text",
    [
        "On May 6, 2024 at 3:47 PM Felix Brandt <f@example.org> wrote:\n\n> When?\n",
        "Q. Who pays?\nA. We do.\nQ. When?\nA. Soon.\n",
        "Mr. SMITH. We go.\nMr. JONES. We stay.\nMr. SMITH. Why?\nMr. JONES. Rain.\n",
    ],
)
def test_english_layouts_are_none_of_a_toy_language(text):
    assert quoteattr.extract(text)
    assert not extracted(text)


def test_a_language_without_words_reads_any_text():
    bare = Language(code="xx", name="Bare")
    text = "“We go,” said Ada Berg. SMITH: No.\n\n@ada wrote:\n> Why?\n— Ada (@ada) May 6\n"
    records = quoteattr.extract(text, language=bare, unattributed=True)
    assert "We go," in [record.quote for record in records]


def test_closed_classes_win_over_verbs():
    language = Language(
        code="xx",
        name="Toy",
        saying=frozenset(["on", "says"]),
        prepositions=frozenset(["on"]),
        tag_by_ending=lambda word: "y" if word.endswith("e") else "w",
    )
    assert [language.tag(word) for word in ("says", "on", "late", "barn")] == ["S", "o", "y", "w"]


def test_nouns_that_can_speak_have_plurals():
    assert {"ministro", "ministroj", "firmaoj"} <= TOY.speaking_nouns


def test_what_a_module_derives_is_made_once_for_a_language():
    calls = []

    def make(language: Language) -> str:
        calls.append(language.code)
        return language.code

    twice = [language.derived(make) for language in (TOY, TOY)]
    assert (twice, calls) == (["eo", "eo"], ["eo"])


def test_a_language_of_the_package_is_the_same_in_another_process():
    """A script whose processes end at once hung while all tables were sent to the first one."""
    sent = pickle.dumps(ENGLISH)
    assert pickle.loads(sent) is ENGLISH
    assert len(sent) < 100


def test_a_language_goes_to_another_process():
    assert TOY.speaking_nouns
    copy = pickle.loads(pickle.dumps(TOY))
    assert "speaking_nouns" not in vars(copy)  # made anew there
    assert copy.tag("diris") == "S"


@for_each("room", ROOMS)
def test_no_module_reads_english_directly(room):
    for path in (PACKAGE / room).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        modules = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
        assert not [m for m in modules if m.startswith("quoteattr.language.en")], path.name


def test_a_language_without_word_vectors_has_no_reported_clauses():
    text = "Mara Lindqvist said the old bridge would be closed."
    assert quoteattr.extract(text, kinds=["indirect"])
    assert not quoteattr.extract(text, kinds=["indirect"], language=TOY)
    assert embeddings.load_vectors(TOY).row("said") == 0


def test_more_words_reach_what_was_derived():
    text = "“We go,” zegde Ada Berg."
    assert ENGLISH.tag("zegde") == "w"
    (record,) = quoteattr.extract(text, language=ENGLISH.extended(saying=["zegde"]))
    assert record.cue
    assert record.cue.text == "zegde"


def test_a_language_is_shown_by_its_name_without_its_tables():
    assert repr(ENGLISH) == "Language(code='en', name='English')"


def test_tables_may_be_lists():
    language = Language(code="xx", name="Toy", saying=["zeg"], according=["naar"])
    assert (language.saying, language.according) == (frozenset(["zeg"]), ("naar",))


@for_each("words", ["zeg", 3, None, [3], {"zeg": "m"}])
def test_a_table_that_is_no_list_of_words_is_refused(words):
    with pytest.raises(OptionError, match="the table saying of a language is"):
        Language(code="xx", name="Toy", saying=words)
    with pytest.raises(OptionError, match="the table saying of a language is"):
        ENGLISH.extended(saying=words)


def test_a_table_of_entries_takes_a_mapping():
    assert ENGLISH.extended(titles={"drs.": "m"}).titles["drs."] == "m"
    with pytest.raises(OptionError, match="not a mapping of words"):
        ENGLISH.extended(titles=["drs."])


# What ``word_forms`` asks for are functions, and files that are read when they are needed.
TABLES = sorted(path.stem for path in CONTRACT.glob("[!_]*.py") if path.stem != "word_forms")


@for_each("module", TABLES)
def test_a_module_of_english_fills_the_contract_of_its_name(module):
    (contract,) = (
        value
        for value in vars(import_module(f"quoteattr.language.contract.{module}")).values()
        if isinstance(value, type) and value in Language.__mro__
    )
    english = tables_of(import_module(f"quoteattr.language.en.{module}"))
    assert {field.name for field in fields(contract)} == set(english)


def test_every_table_of_the_contract_is_read_somewhere():
    modules = (p for p in PACKAGE.rglob("*.py") if p.parent.name not in ("contract", "en"))
    code = "\n".join(path.read_text("utf-8") for path in modules)
    read = set(re.findall(r"(?:\.|\")(\w+)\b", code))
    assert [field.name for field in fields(Language) if field.name not in read] == []


#: words that only a language can know: pronouns, determiners, auxiliaries, conjunctions
CLOSED_CLASS = (
    ENGLISH.subject_pronouns
    | ENGLISH.object_pronouns
    | ENGLISH.possessives
    | ENGLISH.determiners
    | ENGLISH.auxiliaries
    | ENGLISH.be
    | ENGLISH.conjunctions
    | ENGLISH.complementizers
    | ENGLISH.relative
)
#: those of them that are names of something in the code, with the reason
NAMED = {
    ("attribute/documents/joint.py", "and"): "a group of a pattern",
    ("attribute/results/naming.py", "several"): "how a speaker was named",
    (
        "attribute/results/explanation.py",
        "is",
    ): "the sentence of explain() is English for every language",
    ("attribute/results/explanation.py", "several"): "how a speaker was named",
    ("coref/certainty.py", "who"): "the name of a category",
    ("coref/pronouns/gender_votes.py", "both"): "both genders",
    ("detect/alphabet.py", "that"): "what a chunk tag means",
}


def function_words_in(path: Path) -> set[str]:
    """English function words among the strings of a module, docstrings and messages excepted."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    excepted: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr | ast.Raise) or (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "Rule"
        ):
            excepted.update(map(id, ast.walk(node)))
    strings = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in excepted)
    words = {n.value.strip() for n in strings if isinstance(n.value, str)}
    return {word for word in words & CLOSED_CLASS if len(word) > 1 and word.isalpha()}


@for_each("room", ROOMS)
def test_no_function_word_of_english_stands_in_the_logic(room):
    assert {
        (path.relative_to(PACKAGE).as_posix(), word)
        for path in (PACKAGE / room).rglob("*.py")
        for word in function_words_in(path)
    } == {place for place in NAMED if place[0].startswith(f"{room}/")}


def test_no_table_stands_in_two_modules_of_the_contract():
    named = Counter(
        name for tables in Language.__mro__[1:] for name in vars(tables).get("__annotations__", ())
    )
    assert [name for name, count in named.items() if count > 1] == []
