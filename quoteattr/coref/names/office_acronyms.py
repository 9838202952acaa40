"""Find who holds the office of an acronym: *the CJI*, *the CM*, *the PPRO*.

The article has the office in words or in capitals beside a name: *Chief Minister Ada Berg*, *the
Chief Minister of Brack, Ada Berg,*, *Ada Berg, the chief minister,*, *CM Ada Berg*.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from quoteattr.coref.names.acronyms import spelt_out
from quoteattr.coref.names.article_names import ArticleNames
from quoteattr.coref.names.offices import is_office_phrase
from quoteattr.language.patterns import lazy_regex

#: number of letters of an acronym
_LETTERS = range(2, 6)
#: maximum number of acronyms to examine: the text is searched for each
_ACRONYMS = 24
#: chunks between an office and the name of its holder
_APART = 7
#: between an office and the name after it: *(CM)*, *of Brack*, a comma, a title
_BEFORE_NAME = lazy_regex(
    r"(?:\s\(\p{Lu}++\))?(?:\s\p{Ll}{2,3}\s\p{Lu}[^\s,]*+)?,?\s(?:\p{Lu}\S*+\s)?"
)
#: between a name and the office after it: a comma and a determiner
_AFTER_NAME = lazy_regex(r",\s(?:(?P<determiner>\p{L}++)\s)?")


class OfficeAcronyms:
    """The acronyms of offices in one article, and who holds each office."""

    def __init__(self, names: ArticleNames) -> None:
        """Take the names of the article."""
        self._names, self._language = names, names.language
        self._chunks, self._text = names.chunks, names.text
        definite = (i for i in names.forms if self._is_definite(i))
        acronyms = islice(dict.fromkeys(names.forms[i][0] for i in definite), _ACRONYMS)
        holders = ((word, sorted(set(self._holders(word)))) for word in acronyms)
        #: the chunks that name the holders of each office, by its acronym as written
        self.holders: dict[str, list[int]] = {word: chunks for word, chunks in holders if chunks}

    def holder(self, word: str, i: int) -> int | None:
        """The name of the holder named last before chunk i, or else first; None without any."""
        chunks = self.holders.get(word)
        return chunks[max(0, bisect_right(chunks, i) - 1)] if chunks else None

    def _is_definite(self, i: int) -> bool:
        """Whether the name in chunk i is one word in capitals after *the*."""
        form, (first, *_) = self._names.forms[i], self._names.whole(i).lower().split()
        short = len(form) == 1 and form[0].isupper() and len(form[0]) in _LETTERS
        return short and first in self._language.definite

    def _holders(self, word: str) -> Iterator[int]:
        """The chunks of the names with the office that the acronym stands for."""
        for i, form in self._names.forms.items():
            if self._names.whole(i).split()[: -len(form)][-1:] == [word]:
                yield i
        for start, end in spelt_out(self._text, word, self._language):
            if not is_office_phrase(self._text[start:end].split(), self._language):
                continue
            first = bisect_right(self._chunks.ends, end)
            near = range(first - _APART, first + _APART)
            yield from (
                i for i in near if i in self._names.forms and self._is_beside(i, start, end)
            )

    def _is_beside(self, i: int, start: int, end: int) -> bool:
        """Whether the name in chunk i is right before or after the office."""
        begins, ends, text = self._chunks.starts[i], self._chunks.ends[i], self._text
        if ends <= start:
            between = _AFTER_NAME.fullmatch(text, ends, start)
            determiner = between["determiner"] if between else None
            determined = determiner is None or determiner.lower() in self._language.determiners
            return between is not None and determined
        name = text.find(self._names.forms[i][0], max(end, begins), ends)
        return name >= 0 and _BEFORE_NAME.fullmatch(text, end, name) is not None
