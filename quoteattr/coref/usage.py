"""How an article uses its names: which words it takes together, and which it uses apart.

A form counts as a name when the article itself uses it so: words that stand before a name here and
apart from it there (*Tresk Holt*, *Harbor Herald Holt*) are no part of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

import regex

from quoteattr.coref.acronyms import long_forms, words_of
from quoteattr.coref.forms import Words, is_body, is_office, is_part, key, keys, name_words
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.lexicon import PERSON_NOUNS, WORD_CLASS
from quoteattr.language.en import tables as en
from quoteattr.language.en.word_lists import given_names, ordinary_words

_LOWER_WORD = regex.compile(r"(?<![\p{L}\p{N}'’\-])\p{Ll}[\p{Ll}\-]++")
_INITIAL = regex.compile(r"\p{Lu}\.\s\p{Lu}")
_NICKNAME = regex.compile(r"\s?[\"“‘'(](\p{Lu}[\p{L}.'’\-]{1,14})[\"”’')]\s")
_ANY_WORD = regex.compile(r"\p{L}++")
#: capitalised words in a row on one line, a particle between them or not; one word alone matches
#: as well, since otherwise each of its capitals would be tried anew
_RUN = regex.compile(
    r"\p{Lu}[\p{L}.'’\-]*+(?:[^\S\r\n](?:\p{Ll}{2,3}[^\S\r\n])?\p{Lu}[\p{L}.'’\-]*+)*+"
)
#: classes of words that open no name: prepositions, auxiliaries, conjunctions
_GRAMMAR = frozenset("oxbu&tdh")
#: most words of a name, and most runs that end in one word, that are looked at one by one
_WORDS, _RUNS = 12, 8
#: share of its mentions that a place has after prepositions of place
_PLACED = 0.12
#: the share at which a last name is a place's after all
_OFTEN_PLACED = 0.3


class Usage:
    """The forms of the names of one article, each by its chunk."""

    def __init__(self, text: str, chunks: Chunks) -> None:
        self.text, self.chunks = text, chunks
        #: chunks with an office in capitals: they name nobody by themselves
        self.offices: set[int] = set()
        #: chunks whose name follows an office in the chunk before: *Secretary of State NAME*
        self.after_office: set[int] = set()
        as_written = dict(self._read())
        as_written.update(self._bare_surnames(as_written))
        #: the words that each acronym is short for
        self.spelt_out: dict[str, Words] = {}
        as_written.update(self._spell_out(as_written))
        self._counts = Counter(map(keys, as_written.values()))
        self._firsts = {form[0] for form in self._counts if len(form) > 1}
        self._lasts = Counter(form[-1] for form in self._counts if len(form) > 1)
        self._local = Counter(keys(form) for i, form in as_written.items() if self._after_place(i))
        #: how often each form opens a sentence, where a capital says little
        self._opening = Counter(keys(form) for i, form in as_written.items() if self._opens(i))
        #: the words of each name, cleaned of those that are no part of it
        self.forms: dict[int, Words] = dict(self._cleaned(as_written))

    def mention(self, i: int) -> str:
        """The name in chunk i."""
        return self.text[self.chunks.mention_starts[i] : self.chunks.ends[i]]

    def whole(self, i: int) -> str:
        """The name in chunk i with the title or office before it."""
        return self.text[self.chunks.starts[i] : self.chunks.ends[i]]

    def _read(self) -> Iterator[tuple[int, Words]]:
        """The words of each name; handles and offices are none, a nickname in marks joins two."""
        joined = -1
        for i, tag in enumerate(self.chunks.tags):
            if tag not in "NL":
                continue
            mention = self.mention(i)
            words = name_words(mention)
            if not words or mention[0] in "@#" or i == joined:
                continue
            further, more = self._goes_on_after(i)
            if further > i:
                joined = further
                words = (*words, *more)
                yield joined, words
            elif self._ends_office(i, words):
                self.after_office.add(i)
                words = words[1:]
            elif self._body_goes_on(i, words):
                words = (*words, self.chunks.heads[i + 1], *name_words(self.mention(i + 2)))
            elif is_office(mention, words) or _is_ministry(mention):
                self.offices.add(i)
                continue
            yield i, words

    def _bare_surnames(self, as_written: dict[int, Words]) -> list[tuple[int, Words]]:
        """Last names that are offices too, where they stand alone: *Dean* for *Howard Dean*."""
        lasts = {keys(words)[-1] for words in as_written.values() if len(words) > 1}
        heads = lasts & en.SURNAME_ROLES
        chunks = self.chunks
        found = [i for i, head in enumerate(chunks.heads) if head in heads]
        alone = ((i, self.whole(i)) for i in found if chunks.tags[i] == "D")
        return [(i, (word,)) for i, word in alone if word.istitle() and word.isalpha()]

    def _spell_out(self, as_written: dict[int, Words]) -> Iterator[tuple[int, Words]]:
        """The names that are, or are part of, the long form of an acronym; each with all of it."""
        acronyms = [w[0].replace(".", "") for w in as_written.values() if len(w) == 1]
        starts = self.chunks.starts
        for short, start, end in long_forms(self.text, filter(str.isupper, acronyms)):
            words = words_of(self.text, start, end)
            inside = range(bisect_left(self.chunks.ends, start + 1), bisect_left(starts, end))
            named = [i for i in inside if i in as_written]
            if named and not is_part(words, as_written[named[0]]):
                self.spelt_out[short] = words
                yield from ((i, words) for i in named)

    def _goes_on_after(self, i: int) -> tuple[int, Words]:
        """The later chunk of the same name, and what it adds; the chunk itself if there is none."""
        nickname = self._nickname(i)
        if nickname:
            return i + 2, (f'"{nickname}"', *name_words(self.mention(i + 2)))
        if self._initial_follows(i):
            return i + 1, name_words(self.mention(i + 1))
        return i, ()

    def _nickname(self, i: int) -> str:
        """The nickname in marks between this name and the next: *Robert C. “Bobby” Scott*."""
        if self.chunks.tags[i + 2 : i + 3] != "N":
            return ""
        match = _NICKNAME.fullmatch(self.text, self.chunks.ends[i], self.chunks.starts[i + 2])
        return match.group(1) if match else ""

    def _initial_follows(self, i: int) -> bool:
        """The next chunk goes on with an initial: *Walter* and *A. Clyburn Reed*."""
        chunks = self.chunks
        if chunks.tags[i + 1 : i + 2] != "N" or chunks.starts[i + 1] != chunks.ends[i] + 1:
            return False
        return _INITIAL.match(self.text, chunks.starts[i + 1]) is not None

    def _ends_office(self, i: int, words: Words) -> bool:
        """An office with *of* runs into the name: *Secretary of State Ada Berg*."""
        tags, heads = self.chunks.tags, self.chunks.heads
        if i < 2 or len(words) < 3 or tags[i - 1] != "o" or heads[i - 1] != "of":
            return False
        return heads[i - 2].rpartition("-")[2] in en.OFFICES_OF

    def _body_goes_on(self, i: int, words: Words) -> bool:
        """The name of a body goes on after *on*: *Commission on Presidential Debates*."""
        if words[-1].lower() not in en.ORGANISATION_WORDS:
            return False
        on = self.chunks.tags[i + 1 : i + 3] == "oN" and self.chunks.heads[i + 1] == "on"
        return on and self.mention(i + 2)[0].isupper()

    def _after_place(self, i: int) -> bool:
        """A preposition of place stands before the name, and no possessive ending after it."""
        tags = self.chunks.tags
        before = i > 0 and tags[i - 1] == "o" and self.chunks.heads[i - 1] in en.PLACE_PREPOSITIONS
        return before and tags[i + 1 : i + 2] != "'"

    def _opens(self, i: int) -> bool:
        """The name opens its sentence."""
        return i == 0 or self.chunks.tags[i - 1] in "./"

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """All words that the article has in lower case."""
        return frozenset(_LOWER_WORD.findall(self.text))

    def is_place(self, form: Words, often: bool = False) -> bool:
        """The form stands after prepositions of place, as often as places do."""
        if often and self._local[form] < 2:
            return False
        share = _OFTEN_PLACED if often else _PLACED
        return self._local[form] > 0 and self._local[form] >= share * self._counts[form]

    # -- what is part of a name -----------------------------------------------------------

    def _cleaned(self, as_written: dict[int, Words]) -> Iterator[tuple[int, Words]]:
        """Each name without the words that are no part of it, each form asked once."""
        cleaned: dict[Words, Words] = {}
        for i, words in as_written.items():
            if words not in cleaned:
                whole = words in self.spelt_out.values()
                cleaned[words] = words if whole else self._clean(words)
            if cleaned[words] != words and is_body(words):
                self.after_office.add(i)
            yield i, cleaned[words]

    def _clean(self, words: Words) -> Words:
        """The words without those that the article shows to be no part of the name."""
        if not 1 < len(words) <= _WORDS:
            return words
        form = keys(words)
        if is_body(words):
            return words[-2:] if self._holder_named(form) else words
        if self._acronym_before_country(words):
            return words[1:]
        k = self._given_name(words)
        if k:
            return words[k:]
        if self._runs_into_word(words, form):
            return words[:-1]
        for k in range(1, len(form)):
            if self._apart(form, k):
                return words[k:]
        for k in range(2, len(form)):
            known = form[:k] in self._counts and form[k:] not in self._counts
            if known and self._counts[form] == 1 and len(form) - k > 1:
                return words[:k]
        return words

    def _given_name(self, words: Words) -> int:
        """Where the given name stands behind an ordinary word or one in capitals, else 0.

        *Brack Junior Ada Berg*, *GSAS Dean Ada Berg*; but *North Carolina Panthers*, *JP Morgan*.
        """
        lower = [word.lower() for word in words]
        if lower[-1] in ordinary_words() or lower[-1] in en.THING_WORDS:
            return 0
        for k in reversed(range(1, len(words) - 1)):
            before = lower[k - 1]
            capitals = words[k - 1].isupper() and len(before) > 2 and "." not in before
            capitals = capitals or words[k - 1] in en.SHORT_BODIES
            plain = before in ordinary_words() or before in PERSON_NOUNS
            plain = plain and before not in en.DIRECTIONS and before not in given_names()
            office = before in en.SURNAME_ROLES and k > 1
            if lower[k] in given_names() and (capitals or plain or office):
                return k
        return 0

    def _runs_into_word(self, words: Words, form: Words) -> bool:
        """An ordinary word closes what is a name without it: *Donald Marsh Credit*, *… Drops*."""
        person = len(words) > 2 and words[0].lower() in given_names()
        if not person or form[-1] not in ordinary_words() or form[-1] in self._lasts_alone:
            return False
        return form[-2:-1] in self._counts or form[:-1] in self._counts

    @cached_property
    def _lasts_alone(self) -> frozenset[str]:
        """Names of one word."""
        return frozenset(form[0] for form in self._counts if len(form) == 1)

    def _holder_named(self, form: Words) -> bool:
        """A body's name runs into a person's: *Ministry of Finance Ada Berg*, and *Berg* alone."""
        if len(form) < 4 or form[-1] in en.ORGANISATION_WORDS or form[-2] in en.NAME_JOINTS:
            return False
        return form[-1:] in self._counts and not self.is_place(form[-1:])

    def _acronym_before_country(self, words: Words) -> bool:
        """*US Israel*, where *Israel* stands alone elsewhere and *Israeli* shows it a country."""
        if len(words) != 2 or not words[0].isupper() or words[1].isupper():
            return False
        return keys(words[1:]) in self._counts and self.has_demonym(words[1])

    def _known(self, form: Words) -> bool:
        """The article uses the form as a name by itself, or as somebody's last name."""
        return form in self._counts or (len(form) == 1 and self._lasts[form[0]] > 1)

    def _apart(self, form: Words, k: int) -> bool:
        """The first k words are no part of the name: a body, a place, an ordinary word."""
        before, rest = form[:k], form[k:]
        if form[k - 1] in en.ORGANISATION_WORDS:
            return self._known(rest) or (len(rest) > 1 and rest[-1:] in self._counts)
        if not self._known(rest):
            return False
        if before in self._counts and self.is_place(before):
            return len(rest) > 1 or self._lasts[rest[0]] > 1
        opens = self._opening[form] == self._counts[form] and len(rest) > 1
        opens = opens and form[0] not in given_names()
        if opens and (k == 1 or self._vocabulary.issuperset(before[1:])):
            return True
        if len(rest) == 1 and (self._lasts[rest[0]] or rest[0] not in self._firsts):
            return False
        return all(word in self._vocabulary for word in before)

    def has_demonym(self, word: str) -> bool:
        """The article has a name of people made from the word, as from that of a country."""
        return any(word + ending in self._words for ending in en.DEMONYM_ENDINGS)

    @cached_property
    def _words(self) -> frozenset[str]:
        """All words of the article, as they stand."""
        return frozenset(_ANY_WORD.findall(self.text))

    def fuller(self, word: str) -> Iterator[Words]:
        """The names anywhere in the text, also inside quotes, that end in the word."""
        for run in self._runs[word]:
            words = name_words(run)
            plain = {w for w in words if w.islower()}
            whole = len(words) > 1 and WORD_CLASS.get(key(words[0]), "w") not in _GRAMMAR
            if whole and words[-1] == word and plain <= en.PARTICLES:
                yield words

    @cached_property
    def _runs(self) -> defaultdict[str, list[str]]:
        """Runs of capitalised words, each up to a word and by that word."""
        runs: defaultdict[str, list[str]] = defaultdict(list)
        for match in _RUN.finditer(self.text):
            words = match.group().split()
            first = 0
            for k, word in enumerate(words):
                if k and _ends_sentence(words[k - 1]):
                    first = k
                bare = _bare(word)
                run = " ".join((*words[max(first, k - 4) : k], bare))
                if k > first and len(runs[bare]) < _RUNS and run not in runs[bare]:
                    runs[bare].append(run)
        return runs


def _bare(word: str) -> str:
    """A word of a name without the marks after it and without a possessive ending."""
    bare = word.rstrip(".'’-")
    return bare[:-2] if bare.endswith(("'s", "’s")) else bare


def _is_ministry(mention: str) -> bool:
    """An office and what it is over, and no name: *the Foreign Minister of Tresk*."""
    *_, office, of, _ = ["", "", "", *mention.lower().split()]
    return of == "of" and office in en.OFFICES_OF and office in PERSON_NOUNS


def _ends_sentence(word: str) -> bool:
    """The full stop after the word is neither that of an initial nor that of an abbreviation."""
    initial = word.count(".") > 1 or len(word) == 2
    return word.endswith(".") and not initial and word.lower() not in en.ABBREVIATIONS
