"""Resolve labels to speakers: *SANDS* is the person of that name who spoke last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

import regex

from quoteattr.detect.transcripts.bare_names import CAPITAL_WORD, NameReader
from quoteattr.detect.transcripts.interviews import announces_interview, interviewee
from quoteattr.detect.transcripts.label_patterns import LabelPatterns
from quoteattr.detect.transcripts.labels import SpeakerLabel
from quoteattr.language import Language
from quoteattr.language.patterns import any_of, lazy_regex

#: number of names with a common word to compare, most recent speakers first
_RECENT = 20
_INITIALS = lazy_regex(r"\p{Lu}{2,3}|\p{Lu}\.\p{Lu}\.")
_BRACKET = lazy_regex(r"\(([^()]+)\)")
#: maximum number of letters of a name in capitals that may be an acronym
_ACRONYM = 3
#: consecutive letters that only a word in capitals has
_IN_CAPITALS = lazy_regex(r"\p{Lu}{3}")

_Name = tuple[str, ...]


def resolve_labels(text: str, labels: Sequence[SpeakerLabel], language: Language) -> list[str]:
    """Find the speaker that each label names.

    Returns:
        For each label the fullest name in the labels or the text, without titles; the label's own
        words if nobody is named.
    """
    return _Resolver(text, labels, language).speakers()


class _SpeakerPatterns:
    """Patterns of speakers without a name in labels, in one language."""

    def __init__(self, language: Language) -> None:
        self.examines = lazy_regex(language.examination, regex.I)
        #: first-person pronouns in the singular
        self.first_singular = lazy_regex(rf"\b(?:{any_of(language.first_singular)})\b")


class _Resolver:
    """Resolves the labels of one transcript one by one."""

    def __init__(self, text: str, labels: Sequence[SpeakerLabel], language: Language) -> None:
        self._text, self._labels, self._language = text, labels, language
        self._patterns = language.derived(_SpeakerPatterns)
        self._reader = language.derived(NameReader)
        self._names = [label_name(label, language) for label in labels]
        self._intro = text[: labels[0].start]
        #: the number of the label at which each person, by full name, spoke last
        self._spoke: dict[_Name, int] = {}
        #: full names by their first and last words, the most recent speaker at the end
        self._by_word: dict[str, dict[_Name, None]] = {}
        #: the labels that give a full name, by its first and last words
        self._later: dict[str, list[tuple[int, _Name]]] = {}
        for k, name in enumerate(self._names):
            for word in _keys(name) if len(name) > 1 else ():
                self._later.setdefault(word, []).append((k, name))
        #: the full names of labels by their initials: *NK* may be one of them
        self._initials: dict[str, set[_Name]] = {}
        for name in filter(lambda name: len(name) > 1, self._names):
            self._initials.setdefault("".join(w[0] for w in name).upper(), set()).add(name)
        #: the holder of an office, in lower case
        self._holders: dict[str, str] = {}
        #: the spelling of a name in records
        self._spelling: dict[_Name, str] = {}

    def speakers(self) -> list[str]:
        """The speaker of each label."""
        return [self._speaker(k) for k in range(len(self._labels))]

    def _speaker(self, k: int) -> str:
        """The speaker of label k."""
        label, name = self._labels[k], self._names[k]
        if not name:
            return self._unnamed_speaker(label)
        full = self._full_name(k, name)
        self._record_turn(full, k)
        return self._spell(full)

    def _full_name(self, k: int, name: _Name) -> _Name:
        """The fullest form of a name: of an earlier speaker, of a later one, or in the text."""
        recent = self._recent(name)
        matches = [full for full in recent if _is_part(name, full) and len(full) > len(name)]
        if matches:
            return matches[0]
        if len(name) > 1:
            same = [full for full in recent if full[-1] == name[-1] and full[0] == name[0]]
            return max(same, key=len, default=name)
        by_initials = self._initials.get(name[0].replace(".", ""), ())
        if len(by_initials) == 1 and _INITIALS.fullmatch(name[0]):
            return next(iter(by_initials))
        later = self._later.get(_key(name[0]), [])
        following = bisect_right(later, k, key=lambda pair: pair[0])
        return later[following][1] if following < len(later) else self._name_in_text(name)

    def _recent(self, name: _Name) -> list[_Name]:
        """Earlier speakers with the same first or last word, most recent first."""
        groups = (list(self._by_word.get(word, {})) for word in _keys(name))
        near = {full for group in groups for full in group[-_RECENT:]}
        return sorted(near, key=self._spoke.__getitem__, reverse=True)

    def _record_turn(self, full: _Name, k: int) -> None:
        """Record that a person speaks at label k."""
        self._spoke[full] = k
        for word in _keys(full):
            names = self._by_word.setdefault(word, {})
            names.pop(full, None)
            names[full] = None  # a dict keeps the order, so that the most recent speaker is last

    def _name_in_text(self, name: _Name) -> _Name:
        """The full name in the running text for a single name, or for initials."""
        word, names = name[0], self._names_in_text
        full = names.get(self._reader.unpossessed(word).casefold(), "")
        if not full and _INITIALS.fullmatch(word):
            full = names.get(word.replace(".", ""), "")
        return tuple(full.split()) or name

    @cached_property
    def _names_in_text(self) -> dict[str, str]:
        """The full names in the running text by their first and last words and their initials.

        Of several names the first one that begins with a given name, or else the first one.
        """
        names: dict[str, str] = {}
        with_given_name: dict[str, str] = {}
        for match in self._reader.find(self._text):
            words = [*self._reader.unopened(self._reader.bare(match.group().split()))]
            if len(words) < 2 or " ".join(words).isupper():
                continue
            words[-1] = self._reader.unpossessed(words[-1])
            has_given_name = words[0].lower() in self._language.given_names
            chosen = with_given_name if has_given_name else names
            initials = "".join(word[0] for word in words)
            for key in (words[0].casefold(), words[-1].casefold(), initials):
                chosen.setdefault(key, " ".join(words))
        return names | with_given_name

    def _unnamed_speaker(self, label: SpeakerLabel) -> str:
        """The named person who answers or holds an office; else the label's own words."""
        lower = label.words.lower()
        if lower in self._language.answering:
            return self._interviewee or label.words
        if lower in self._language.asking:
            return self._examiner(label) or label.words
        article = _office_article(lower, self._language)
        if article:
            return self._holder(label.words[len(article) :]) or label.words
        return label.words

    @cached_property
    def _examiners(self) -> list[regex.Match[str]]:
        """The lawyers who examine a witness, in order."""
        return list(self._patterns.examines.finditer(self._text))

    @cached_property
    def _interviewee(self) -> str:
        """The person whom the text before the first label introduces, if answers say *I*."""
        span = interviewee(self._intro, self._language)
        own = announces_interview(self._intro, self._language) or (
            self._patterns.first_singular.search(self._text, len(self._intro))
        )
        return " ".join(self._intro[slice(*span)].split()) if span and own else ""

    def _examiner(self, label: SpeakerLabel) -> str:
        """The lawyer who examines the witness: *BY MS. HALE:*."""
        k = bisect_right(self._examiners, label.start, key=lambda match: match.start()) - 1
        if k < 0:
            return ""
        name = tuple(self._reader.bare(self._examiners[k]["name"].split()))
        return self._spell(self._name_in_text(name) if len(name) == 1 else name)

    def _holder(self, office: str) -> str:
        """The only person who is named with an office; empty if nobody or several are."""
        lower = office.lower()
        if lower not in self._language.titles and lower not in self._language.roles:
            return ""
        if lower not in self._holders:
            self._holders[lower] = self._search_holder(office)
        return self._holders[lower]

    def _search_holder(self, office: str) -> str:
        """The one person whom the text before the first label or a label names with an office."""
        pattern = regex.compile(
            rf"\b(?i:{regex.escape(office)})[ \t]+"
            rf"(?P<name>{CAPITAL_WORD}(?:[ \t]+{CAPITAL_WORD}){{0,3}})"
        )
        titled = "\n".join((self._intro, *(label.words for label in self._labels)))
        bare = (self._reader.bare(match["name"].split()) for match in pattern.finditer(titled))
        names = {tuple(words) for words in bare if words}
        name = names.pop() if len(names) == 1 else ()
        return self._spell(self._name_in_text(name) if len(name) == 1 else name) if name else ""

    def _spell(self, name: _Name) -> str:
        """A name as spelt in records: not in capitals, if the text or its words show more."""
        if name not in self._spelling:
            self._spelling[name] = self._spelt(" ".join(name))
        return self._spelling[name]

    def _spelt(self, name: str) -> str:
        """A name in capitals as spelt elsewhere in the text, or with capital initials."""
        if not name.isupper() and not _IN_CAPITALS.search(name):
            return name
        pattern = r"\s+".join(map(regex.escape, name.split()))
        for match in regex.finditer(rf"(?i:\b{pattern}\b)", self._text):
            if not _IN_CAPITALS.search(match.group()) and match.group()[:1].isupper():
                return " ".join(match.group().split())
        if " " not in name and len(name) <= _ACRONYM:
            return name
        return " ".join(map(self._reader.in_small_letters, name.split()))


def label_name(label: SpeakerLabel, language: Language) -> tuple[str, ...]:
    """The words of a label that are a name, without titles; none if it names a role."""
    holder = _holder_in_brackets(label, language)
    if holder:
        return holder
    if language.derived(LabelPatterns).numbered.fullmatch(label.words):
        return ()
    titled_name = _named_with_article(label.words.split(), language)
    if titled_name:
        return titled_name
    reader, words = language.derived(NameReader), label.words.split()
    if label.form in ("letter", "role") or _office_article(label.words.lower(), language):
        titled = words[0].lower().rstrip(".") in language.titles
        bare = reader.bare(words) if titled else _named_with_role(words, language)
        role = not bare or bare[-1].lower() in language.speaking_roles or bare == words
        return () if role else tuple(bare)
    if label.form == "record":
        of = next((k for k, word in enumerate(words) if word in language.genitive), len(words))
        words = words[:of]
    bare = reader.bare(words)
    numbered = bare[-1][-1].isdigit()  # *JUROR NO. 4*
    office = numbered or (len(bare) < len(words) and bare[-1].lower() in language.speaking_roles)
    return () if office else tuple(bare)


def _named_with_role(words: Sequence[str], language: Language) -> list[str]:
    """The full name after a role: *MODERATOR LENA KRAUS*; empty without one."""
    role, *name = (word.lower() for word in words)
    if len(name) < 2 or role not in language.speaking_roles:
        return []
    has_given_name = name[0] in language.given_names and name[-1] not in language.speaking_roles
    named = has_given_name or language.ordinary_words.isdisjoint(name)
    return list(words[1:]) if named else []


def _named_with_article(words: Sequence[str], language: Language) -> tuple[str, ...]:
    """The full name after an article and a title: *The Hon. Lena Kraus*; empty without one."""
    bare = language.derived(NameReader).bare(words[1:])
    lower = {word.lower() for word in bare}
    is_office = not lower.isdisjoint(language.label_joints | language.speaking_roles)
    article = f"{words[0].lower()} " in language.office_articles
    titled = 1 < len(bare) < len(words) - 1
    return tuple(bare) if article and titled and not is_office else ()


def _office_article(lower: str, language: Language) -> str:
    """The article before the office that a label in lower case names; empty without one."""
    return next((x for x in language.office_articles if lower.startswith(x)), "")


def _holder_in_brackets(label: SpeakerLabel, language: Language) -> tuple[str, ...]:
    """The holder of an office in brackets after it: *The Prime Minister (Nora Kahn)*."""
    lower = label.words.lower()
    joined = not language.label_joints.isdisjoint(lower.split())  # *Minister of State*
    if not (joined or lower.startswith(language.office_heads)):
        return ()
    match = _BRACKET.match(label.addition)
    words = language.derived(NameReader).bare(match[1].split()) if match else []
    return tuple(words) if len(words) > 1 and all(w[:1].isupper() for w in words) else ()


def _key(word: str) -> str:
    """The lookup key of a word of a name."""
    return word.casefold().rstrip(".")


def _keys(name: _Name) -> set[str]:
    """The lookup keys of a name: its first and its last word."""
    return {_key(name[0]), _key(name[-1])}


def _is_part(name: _Name, full: _Name) -> bool:
    """Whether the words of a name are the last or the first ones of a full name."""
    words, all_words = tuple(map(_key, name)), tuple(map(_key, full))
    return words in (all_words[-len(words) :], all_words[: len(words)])
