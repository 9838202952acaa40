"""Collect the names of an article, by chunk, without the words that are not part of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from quoteattr.coref.names.acronyms import long_forms, name_words_between
from quoteattr.coref.names.boundaries import NameBoundaries
from quoteattr.coref.names.counts import NameCounts
from quoteattr.coref.names.forms import NameForm, is_body, is_organisation, is_part, keys
from quoteattr.coref.names.full_names import FullNames
from quoteattr.coref.names.name_words import name_words
from quoteattr.coref.names.offices import is_office, is_office_phrase
from quoteattr.detect.alphabet import CONJUNCTION, NAME, NAMING, SPEAKING_NOMINAL
from quoteattr.detect.chunks import Chunks
from quoteattr.language.patterns import lazy_regex

#: words of a name
_NAME = (2, 3)
_NICKNAME = lazy_regex(r"\s?[\"“‘'(]((?:\p{L}{2,4}[^\S\n])?\p{Lu}[\p{L}.'’\-]{1,14})[\"”’')]\s")


class ArticleNames:
    """The names of one article, each by its chunk."""

    def __init__(self, text: str, chunks: Chunks) -> None:
        """Read the names of an article."""
        self.text, self.chunks, self.language = text, chunks, chunks.language
        #: chunks with an office in capitals, which by themselves name nobody
        self.offices: set[int] = set()
        #: chunks whose name follows an office in the previous chunk: *Secretary of State NAME*
        self.after_office: set[int] = set()
        #: the words that each acronym abbreviates
        self.spelt_out: dict[str, NameForm] = {}
        as_written = dict(self._read())
        as_written.update(self._bare_surnames(as_written))
        as_written.update(self._spell_out(as_written))
        self._counts = NameCounts(text, chunks, as_written)
        self.is_place, self.has_demonym = self._counts.is_place, self._counts.has_demonym
        self.is_noun = self._counts.is_noun
        #: the words of each name, without those that are not part of it
        self.forms: dict[int, NameForm] = dict(self._cleaned(as_written))
        self.forms.update(self._share_last_names())

    def mention(self, i: int) -> str:
        """The name in chunk i."""
        return self.text[self.chunks.mention_starts[i] : self.chunks.ends[i]]

    def whole(self, i: int) -> str:
        """The name in chunk i with the title or office before it."""
        return self.text[self.chunks.starts[i] : self.chunks.ends[i]]

    @cached_property
    def full_names(self) -> FullNames:
        """Full names anywhere in the text, including quotes."""
        return FullNames(self.text, self.language)

    # -- as written -----------------------------------------------------------------------

    def _read(self) -> Iterator[tuple[int, NameForm]]:
        """The words of each name; handles and offices have none, a nickname in marks joins two."""
        joined = -1
        for i, tag in enumerate(self.chunks.tags):
            if tag not in NAMING or i == joined or self.mention(i)[0] in "@#":
                continue
            mention = self.mention(i)
            words = self._words(i)
            later, added = self._continued(i)
            if later > i:
                joined = later
                yield joined, (*words, *added)
                yield i, (*words, *added)
            elif fields := self._office_fields(i, words):
                self.after_office.add(i)
                yield i, words[fields:]
            elif is_office(mention, words, self.language) or self._is_ministry(mention):
                self.offices.add(i)
            else:
                yield i, words

    def _words(self, i: int) -> NameForm:
        """The words of the name in chunk i."""
        return name_words(self.mention(i), self.language)

    def _continued(self, i: int) -> tuple[int, NameForm]:
        """The later chunk of the same name, and its further words; the chunk itself if none."""
        nickname = self._nickname(i)
        if nickname:
            return i + 2, (f'"{nickname}"', *self._words(i + 2))
        return i, ()

    def _nickname(self, i: int) -> str:
        """The nickname in marks between this name and the next: *Robert C. “Bobby” Scott*."""
        if self.chunks.tags[i + 2 : i + 3] != NAME:
            return ""
        match = _NICKNAME.fullmatch(self.text, self.chunks.ends[i], self.chunks.starts[i + 2])
        return match.group(1) if match else ""

    def _office_fields(self, i: int, words: NameForm) -> int:
        """The number of words of an office that run into the name: *Secretary of State Ada Berg*.

        They are its field, *Minister for Water Affairs Ada Berg*, else what precedes a given name:
        *Governor of Brack Ada Berg*, *Governor of Austin Ada Berg*, but *General of Police Musa Abu
        Bello*, without the police, and *Director of Ada Marie Berg*.
        """
        heads, language = self.chunks.heads, self.language
        if i < 2 or len(words) < 3 or heads[i - 1] not in language.office_joints:
            return 0
        lower = [word.lower() for word in words]
        if not self.is_office(i - 2) or not language.joining.isdisjoint(lower[-2:]):
            return 0
        end = self._end_of_body(lower) if is_organisation(words, language) else 0
        if end or is_body(words, language):
            return end
        fields = next((k for k, word in enumerate(lower[:-2]) if not self._is_field(word)), 0)
        fields = fields or (len(words) - 2) * all(map(self._is_field, lower[:-2]))
        if not fields and lower[0] not in language.given_names:
            positions = (k for k, word in enumerate(lower[:-1]) if word in language.given_names)
            fields = next(positions, 0)
        office = heads[i - 2].rpartition("-")[2]
        of_field = office in language.offices_of or office in language.offices_of_places
        named = lower[0] in language.given_names and lower[1] not in language.given_names
        named = named and lower[0] not in language.shared_given_names  # *India Rajan Iyer*
        return fields or int(of_field and heads[i - 1] in language.genitive and not named)

    def _end_of_body(self, lower: list[str]) -> int:
        """The end of the body in an office, before a given name and a last one; 0 if there is none.

        *Chairman of the Water Committee of the Dalby Assembly | Ada Berg*; *Imam of the Great
        Mosque | Sabir Hasan*: the last two words are a name if they are not ordinary words.
        """
        bodies, given_names = self.language.organisation_words, self.language.given_names
        last = next((k for k in reversed(range(len(lower))) if lower[k] in bodies), -1)
        unknown = not any(map(self._is_field, lower[last + 1 :]))
        if unknown and len(lower) - last - 1 in _NAME:
            return last + 1
        for k in range(last + 1, len(lower) - 1):
            joined = lower[k - 1] in self.language.name_joints
            if lower[k] in given_names and not joined:
                return k
        return 0

    def is_office(self, i: int) -> bool:
        """Whether the nominal in chunk i is an office: *director*, *Minister of State*."""
        language = self.language
        if i > 1 and self.chunks.heads[i - 2] in language.offices_of:
            return True  # *State* of *Minister of State*
        words = self.whole(i).lower().split()
        if not words:
            return False  # the end of a paragraph
        joint = next((k for k, word in enumerate(words) if word in language.genitive), len(words))
        noun = words[max(0, joint - 1)].rpartition("-")[2]
        if noun in language.family or noun in language.spokespeople:
            return False
        return noun in language.titles or noun in language.person_nouns

    def _is_field(self, word: str) -> bool:
        """Whether the word, in lower case, is a noun rather than a name: *affairs*, *water*."""
        language = self.language
        noun = word in language.ordinary_words or word in language.organisation_words
        noun = noun or word in language.joining
        return (noun or language.looks_plural(word)) and word not in language.given_names

    def _is_ministry(self, mention: str) -> bool:
        """Whether it is an office with its field, not a name: *the Foreign Minister of Tresk*."""
        *_, office, of, _ = ["", "", "", *mention.lower().split()]
        language = self.language
        if of not in language.genitive:
            return False
        return office in language.offices_of and office in language.person_nouns

    def _bare_surnames(self, as_written: dict[int, NameForm]) -> Iterator[tuple[int, NameForm]]:
        """Last names that are also offices, if they occur alone: *Dean* for *Howard Dean*."""
        lasts = {keys(words)[-1] for words in as_written.values()}
        surnames = lasts & self.language.surname_roles
        for i, (tag, head) in enumerate(zip(self.chunks.tags, self.chunks.heads, strict=True)):
            if tag == SPEAKING_NOMINAL and head in surnames:
                word = self.whole(i)
                if word.istitle():
                    yield i, (word,)
        for i in sorted(self.offices):
            word = self.mention(i)
            if keys([word])[0] in lasts:
                self.offices.discard(i)
                yield i, (word,)

    def _spell_out(self, as_written: dict[int, NameForm]) -> Iterator[tuple[int, NameForm]]:
        """The names that are, or are part of, the long form of an acronym, completed.

        If the long form only modifies other names, *Norland Rail Service chief Ida Holt*, *Norland
        Highway Patrol Sgt. Ida Holt*, it is the name of the acronym instead.
        """
        acronyms = defaultdict(list)
        for i, words in as_written.items():
            if len(words) == 1 and words[0].isupper():
                acronyms[words[0].replace(".", "")].append(i)
        for short, start, end in long_forms(self.text, acronyms, self.language):
            words = name_words_between(self.text, start, end)
            first = bisect_left(self.chunks.ends, start + 1)
            inside = range(first, bisect_left(self.chunks.starts, end))
            around = [i for i in inside if i in as_written]
            named = [
                i
                for i in around
                if self.chunks.mention(i).start < end and not set(words).isdisjoint(as_written[i])
            ]
            office = is_office_phrase(words, self.language)
            part = named and is_part(words, as_written[named[0]])
            if around and not (office or part):
                self.spelt_out[short] = words
                yield from ((i, words) for i in named or acronyms[short])

    # -- cleaned --------------------------------------------------------------------------

    def _cleaned(self, as_written: dict[int, NameForm]) -> Iterator[tuple[int, NameForm]]:
        """Each name without the words that are not part of it, computed once per form."""
        boundaries = NameBoundaries(self._counts)
        cleaned = {words: words for words in self.spelt_out.values()}
        for i, words in as_written.items():
            if words not in cleaned:
                cleaned[words] = boundaries.clean(words)
            name = cleaned[words]
            if name != words and (is_body(words, self.language) or self._ends_body(words, name)):
                self.after_office.add(i)
            yield i, name

    def _ends_body(self, words: NameForm, name: NameForm) -> bool:
        """Whether the words right before the name itself are a body: *Vale Bank | Ada Berg*."""
        before = words[: -len(name)] if words[-len(name) :] == name else ()
        last = before[-1].lower() if before else ""
        return last in self.language.organisation_words or last in self.language.thing_words

    def _share_last_names(self) -> Iterator[tuple[int, NameForm]]:
        """The full name of the first of two people with one last name: *Ivo and Mara Berg*.

        The given name occurs nowhere as a last name, and before no other one. Of *Mr and Mrs Berg*,
        it is the last name.
        """
        for i in [i for i, words in self.forms.items() if len(words) == 1]:
            second = self.forms.get(i + 2, ())
            if second and self.is_bare_title(i):
                yield i, second[-1:]
            elif len(second) == 2 and self._is_couple(i) and self._is_bare_given(self.forms[i][0]):
                yield i, (self.forms[i][0], second[1])

    def is_bare_title(self, i: int) -> bool:
        """Whether it is a title that shows a gender, and shares a last name: *Mr and Mrs Berg*."""
        if self.chunks.tags[i + 1 : i + 3] != CONJUNCTION + NAME:
            return False
        gender_of = self.language.titles.get
        title, *name = self.whole(i + 2).lower().split() or [""]
        return bool(name and gender_of(title) and gender_of(self.whole(i).lower()))

    def _is_couple(self, i: int) -> bool:
        """Whether it is a given name, *and*, and a name with a given name, without titles."""
        if self.chunks.tags[i + 1 : i + 2] != CONJUNCTION or self.whole(i + 2) != self.mention(
            i + 2
        ):
            return False
        first, second = self.forms[i][0], self.forms[i + 2][0]
        given_names = self.language.given_names
        has_given_names = first.lower() in given_names and second.lower() in given_names
        return has_given_names and len(self.mention(i + 2).split()) == 2

    def _is_bare_given(self, word: str) -> bool:
        """Whether the article has the word only alone, or before one last name."""
        short = keys((word,))[0]
        return short not in self._counts.lasts and short not in self._counts.firsts
