"""Whom the labels of a transcript name: *SANDS* is the one of that name who spoke last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

import regex

from quoteattr.detect.labels import NUMBERED, Label
from quoteattr.language.en import tables as en
from quoteattr.language.en import transcripts as en_transcripts
from quoteattr.language.en.word_lists import given_names, ordinary_words
from quoteattr.records import Span

_WORD = r"\p{Lu}[\p{L}\p{M}'’\-]*+\.?"
_PARTICLES = "|".join(sorted(map(regex.escape, en.PARTICLES)))
#: a name of two words or more in running text, titles among them
_NAMES = regex.compile(rf"\b{_WORD}(?:[ \t]+(?:(?:{_PARTICLES})[ \t]+)*{_WORD}){{1,4}}")
_PHRASES = regex.compile(
    rf"\b(?:{'|'.join(map(regex.escape, en_transcripts.INTERVIEW_PHRASES))})\b", regex.I
)
#: *I* in an answer
_I = regex.compile(rf"\b(?:{'|'.join(en_transcripts.FIRST_SINGULAR)})\b")
_ASKED = 60
#: how many of those with a word in common are looked at, who spoke last first
_RECENT = 20
_SMALL = regex.compile(
    rf"(?:{'|'.join(map(regex.escape, en_transcripts.SMALL_PREFIXES))})(?=\p{{Lu}}{{2}})"
)
_INITIALS = regex.compile(r"\p{Lu}{2,3}|\p{Lu}\.\p{Lu}\.")


def resolve_labels(text: str, labels: Sequence[Label]) -> list[str]:
    """Find the speaker that each label names.

    Args:
        text: the transcript.
        labels: its labels, in order.

    Returns:
        For each the fullest name that the labels or the text give, without titles; where nobody is
        named the label's own words.
    """
    return _Resolver(text, labels).speakers()


class _Resolver:
    """The speakers of one transcript, as its labels come."""

    def __init__(self, text: str, labels: Sequence[Label]) -> None:
        self._text, self._labels = text, labels
        self._cores = [core_name(label) for label in labels]
        self._intro = text[: labels[0].start]
        #: when the bearer of a full name spoke last
        self._spoke: dict[tuple[str, ...], int] = {}
        #: the same by their first and last words, who spoke last at the end
        self._by_word: dict[str, dict[tuple[str, ...], None]] = {}
        #: the labels that give a full name, by its first and last words
        self._later: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for k, core in enumerate(self._cores):
            for word in {_bare_key(core[0]), _bare_key(core[-1])} if len(core) > 1 else ():
                self._later.setdefault(word, []).append((k, core))
        self._known: dict[str, str] = {}
        self._shown: dict[tuple[str, ...], str] = {}

    def speakers(self) -> list[str]:
        """The speaker of each label."""
        return [self._speaker(k) for k in range(len(self._labels))]

    def _speaker(self, k: int) -> str:
        """The speaker of label k."""
        label, core = self._labels[k], self._cores[k]
        if not core:
            return self._unnamed(label)
        key = self._full(k, core)
        self._speaks(key, k)
        return self._show(key)

    def _full(self, k: int, core: tuple[str, ...]) -> tuple[str, ...]:
        """The fullest form of a name: who spoke, who will speak, or whom the text names."""
        spoke = self._recent(core)
        fits = [full for full in spoke if _fits(core, full) and len(full) > len(core)]
        if fits:
            return fits[0]
        if len(core) > 1:
            same = [f for f in spoke if f[-1] == core[-1] and f[0] == core[0]]
            return max(same, key=len, default=core)
        later = self._later.get(_bare_key(core[0]), [])
        at = bisect_right(later, k, key=lambda pair: pair[0])
        return later[at][1] if at < len(later) else self._named(core)

    def _recent(self, core: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Those who spoke with a first or last word in common, who spoke last first."""
        words = {_bare_key(core[0]), _bare_key(core[-1])}
        near = {f for word in words for f in list(self._by_word.get(word, {}))[-_RECENT:]}
        return sorted(near, key=self._spoke.__getitem__, reverse=True)

    def _speaks(self, key: tuple[str, ...], k: int) -> None:
        """Note that somebody speaks at label k."""
        self._spoke[key] = k
        for word in {_bare_key(key[0]), _bare_key(key[-1])}:
            names = self._by_word.setdefault(word, {})
            names.pop(key, None)
            names[key] = None  # a dict keeps the order, so that who spoke last is last

    def _named(self, core: tuple[str, ...]) -> tuple[str, ...]:
        """A single name, as the running text gives it in full."""
        word = core[0]
        if word not in self._known:
            self._known[word] = self._search(word)
        full = self._known[word]
        return tuple(full.split()) if full else core

    def _search(self, word: str) -> str:
        """The first full name in the text that ends with a word, or has such initials."""
        initials = word.replace(".", "") if _INITIALS.fullmatch(word) else ""
        plain, first = _unpossessed(word).casefold(), ""
        for match in _NAMES.finditer(self._text):
            words = _bare(match.group().split())
            if len(words) < 2 or " ".join(words).isupper():
                continue
            words[-1] = _unpossessed(words[-1])
            short = initials and "".join(w[0] for w in words) == initials
            if short or plain in (words[-1].casefold(), words[0].casefold()):
                first = first or " ".join(words)
                if words[0].lower() in given_names():
                    return " ".join(words)
        return first

    def _unnamed(self, label: Label) -> str:
        """Who answers, or who holds an office, where the text tells; else the label's own words."""
        lower = label.words.lower()
        if lower in en_transcripts.ANSWERING:
            return self._asked or label.words
        if lower in en_transcripts.ASKING:
            return self._examiner(label) or label.words
        if lower.startswith("the "):
            return self._holder(label.words[4:]) or label.words
        return label.words

    @cached_property
    def _examiners(self) -> list[regex.Match[str]]:
        """Who examines a witness, in order."""
        return list(_EXAMINES.finditer(self._text))

    @cached_property
    def _asked(self) -> str:
        """Whom the text before the first label introduces, if answers are somebody's own."""
        span = interviewee(self._intro)
        own = announces_interview(self._intro) or _I.search(self._text, len(self._intro))
        if not own:
            return ""
        return " ".join(self._intro[slice(*span)].split()) if span else ""

    def _examiner(self, label: Label) -> str:
        """Who examines the witness: *BY MS. HALE:*."""
        at = bisect_right(self._examiners, label.start, key=lambda match: match.start()) - 1
        if at < 0:
            return ""
        core = tuple(_bare(self._examiners[at]["name"].split()))
        return self._show(self._named(core) if len(core) == 1 else core)

    def _holder(self, office: str) -> str:
        """The one person whom the text before the first label names with an office."""
        if not {office.lower()} & (en.TITLES.keys() | en.ROLES):
            return ""
        pattern = regex.compile(
            rf"\b(?i:{regex.escape(office)})[ \t]+(?P<name>{_WORD}(?:[ \t]+{_WORD}){{0,3}})"
        )
        names = {" ".join(_bare(m["name"].split())) for m in pattern.finditer(self._intro)}
        names.discard("")
        single = names.pop() if len(names) == 1 else ""
        return self._show(self._named((single,))) if single and " " not in single else single

    def _show(self, key: tuple[str, ...]) -> str:
        """A name as it is shown: not in capitals, if its spelling can be told."""
        if key not in self._shown:
            self._shown[key] = self._spelt(" ".join(key))
        return self._shown[key]

    def _spelt(self, name: str) -> str:
        """A name in capitals as the text spells it elsewhere, or with capital initials."""
        if not name.isupper() and not regex.search(r"\p{Lu}{3}", name):
            return name
        pattern = r"\s+".join(map(regex.escape, name.split()))
        for match in regex.finditer(rf"(?i:\b{pattern}\b)", self._text):
            if not regex.search(r"\p{Lu}{3}", match.group()) and match.group()[:1].isupper():
                return " ".join(match.group().split())
        return " ".join(map(_titled, name.split())) if " " in name or len(name) > 3 else name


def _unpossessed(word: str) -> str:
    """A word without a possessive ending."""
    return word.removesuffix("’s").removesuffix("'s")


_EXAMINES = regex.compile(
    r"\bBY[ \t]+(?P<name>(?:MR|MS|MRS|DR)\.?[ \t]+\p{Lu}[\p{L}'’\-]+)", regex.I
)


def core_name(label: Label) -> tuple[str, ...]:
    """The words of a label that are a name, without titles; none where it names a role."""
    inside = _in_brackets(label)
    if inside:
        return inside
    words = label.words.split()
    if NUMBERED.fullmatch(label.words):
        return ()
    if label.form in ("letter", "role") or label.words.lower().startswith("the "):
        bare = _bare(words) if words[0].lower().rstrip(".") in en.TITLES else []
        role = not bare or bare[-1].lower() in en_transcripts.SPEAKING_ROLES or bare == words
        return () if role else tuple(bare)
    if label.form == "record" and "of" in words:
        words = words[: words.index("of")]
    bare = _bare(words)
    office = len(bare) < len(words) and bare[-1].lower() in en_transcripts.SPEAKING_ROLES
    return () if office else tuple(bare)


def _in_brackets(label: Label) -> tuple[str, ...]:
    """The holder of an office in brackets behind it: *The Prime Minister (Nora Kahn)*."""
    if not label.words.lower().startswith(en_transcripts.OFFICE_HEADS):
        return ()
    match = regex.match(r"\(([^()]+)\)", label.rest)
    words = _bare(match[1].split()) if match else []
    return tuple(words) if len(words) > 1 and all(w[:1].isupper() for w in words) else ()


def _bare(words: Sequence[str]) -> list[str]:
    """The words of a name without the titles and offices before it, and degrees behind it."""
    words = list(words)
    titles = [
        k
        for k, word in enumerate(words[:-1])
        if word.lower().rstrip(".") in en_transcripts.SHORT_TITLES
    ]
    words = words[titles[-1] + 1 :] if titles else words
    words[:] = words[
        next((k + 1 for k, w in enumerate(words[:-1]) if w.endswith(("’s", "'s"))), 0) :
    ]
    if words and len(words[-1]) > 3 and words[-1].lower() not in en.GENERATIONS:
        words[-1] = words[-1].rstrip(".")
    while len(words) > 1 and _is_title(words[0], len(words)):
        words = words[1:]
    while len(words) > 2 and words[-1].strip(".,").lower() in _DEGREES:
        words = words[:-1]
    return words


_DEGREES = frozenset(w.strip(".,") for w in en.SUFFIXES) - en.GENERATIONS


def _is_title(word: str, count: int) -> bool:
    """A word before a name is a title or an office."""
    lower = word.lower()
    if lower in en.TITLES or lower + "." in en.TITLES:
        return count > 2 or lower not in given_names() or lower in en_transcripts.SHORT_TITLES
    return lower in en.ROLES and lower not in given_names()


def _bare_key(word: str) -> str:
    """A word of a name, as names are looked up."""
    return word.casefold().rstrip(".")


def _fits(part: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """The words are the last or the first ones of a full name."""
    one = tuple(word.casefold().rstrip(".") for word in part)
    other = tuple(word.casefold().rstrip(".") for word in full)
    return other[-len(one) :] == one or other[: len(one)] == one


def _titled(word: str) -> str:
    """A word of a name in capitals, with a capital initial only; initials stay."""
    generation = word.lower().strip(".") in en.GENERATIONS - {"jr", "sr"}
    if len(word.strip(".")) < 2 or "." in word[:-1] or generation:
        return word
    small = _SMALL.match(word)
    if small:
        return small[0] + word[small.end() :].capitalize()
    if not word.isupper():
        return word
    titled = regex.sub(r"[\p{L}\p{M}]+", lambda m: m.group().capitalize(), word)
    titled = regex.sub(r"^(Mc)(\p{Ll})", lambda m: m[1] + m[2].upper(), titled)
    return regex.sub(r"(?<=['’])S$", "s", titled)


def interviewee(intro: str) -> Span | None:
    """Find the person whom the text before an interview names: who is asked, or else most often.

    >>> interviewee("Ola Berg runs the harbour. We asked him about the pier.")
    Span(start=0, end=8)
    """
    people = list(_people(intro))
    for phrase in _PHRASES.finditer(intro):
        near = [span for span in people if 0 <= span.start - phrase.end() < _ASKED]
        if near:
            return near[0]
    return max(people, key=lambda span: intro.count(_last_word(intro, span)), default=None)


def announces_interview(intro: str) -> bool:
    """The text before questions says that somebody is asked them."""
    return _PHRASES.search(intro) is not None


def _last_word(text: str, name: Span) -> str:
    """The last word of a name."""
    return text[slice(*name)].split()[-1]


def _people(text: str) -> Iterator[Span]:
    """The full names of people in a text, without titles."""
    for match in _NAMES.finditer(text):
        words = _bare(match.group().split())
        while len(words) > 2 and words[0].lower() in ordinary_words():
            words = words[1:]
        if len(words) > 1 and _is_person(words):
            end = match.start() + len(_unpossessed(match.group()).rstrip("."))
            yield Span(match.group().index(words[0]) + match.start(), end)


def _is_person(words: Sequence[str]) -> bool:
    """A name of a person: it begins with a given name, or with no ordinary word."""
    lower = [word.lower().rstrip(".") for word in words]
    if any(word in en.ORGANISATION_WORDS or word in en.WEEKDAYS_MONTHS for word in lower):
        return False
    return lower[0] in given_names() or not any(word in ordinary_words() for word in lower)
