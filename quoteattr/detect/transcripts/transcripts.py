"""Decide whether a text is a transcript, by all its labels together.

Some forms are unambiguous, such as *NAME, OFFICE (via Skype):*. Others must recur, alternate, and
precede a good share of the paragraphs, in which somebody must speak; otherwise they are headings, a
table of results, or the entries of a list.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

import regex
from attrs import evolve

from quoteattr.detect.alphabet import COPULA, REPORTING, SAYING
from quoteattr.detect.transcripts.bare_names import NameReader
from quoteattr.detect.transcripts.labels import LabelForm, SpeakerLabel
from quoteattr.language import ENGLISH, Language
from quoteattr.language.marks import INVISIBLE
from quoteattr.language.patterns import any_of, lazy_regex
from quoteattr.records import Span

#: minimum share of labelled paragraphs from the first label to the last: for names, other labels
_DENSE_NAMES, _DENSE = 0.34, 0.2
#: minimum number of labels: for names between unlabelled paragraphs, and for others
_FEWEST_NAMES, _FEWEST = 4, 3
#: the same for answers, each below a question, of a person with a full name
_FEWEST_FULL_NAMES = 2
#: a line of its own is a label if this many with a time or brackets occur in the text
_LINES = 2
#: number of certain labels that suffice together with others, and their minimum share
_SURE, _SHARE = 2, 0.25
#: in longer texts a larger share of distinct labels indicates a list
_DIFFERENT, _LONG = 0.7, 4
#: a mean turn of fewer characters is an entry of a table
_SHORT = 6
#: minimum number of people with an office below their name
_PEOPLE = 2
#: maximum number of names without words after them, for each that has some
_HEADED = 1.25
#: minimum share of answers below a question mark
_ASKED = 0.6
#: minimum share of turns with words, and with words of dialogue
_WORDED, _SPOKEN = 0.8, 0.3

#: minimum share of words with capitals in a title
_TITLED = 0.6

_BRACKETED = lazy_regex(r"\(([^()]+)\)")
_ASIDE = lazy_regex(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = lazy_regex(r"\p{L}")
_HEADLINE_WORD = lazy_regex(r"\p{L}[\p{L}'’\-]{3,}")
_TIME_LINE = lazy_regex(r"[\s(\[]*+(?:\d{1,2}:){1,2}\d{2}[\s)\]]*+")
_TIME_AFTER = lazy_regex(r"[ \t]*+[(\[](?:\d{1,2}:){1,2}\d{2}[)\]]\s*+\Z")
_BLANK_LINE = lazy_regex(rf"\n[\s{INVISIBLE}]*?\n")
_SPACE = " \t\r\n\f\v" + INVISIBLE
_SENTENCE_ENDS = '.?!…”"'


def transcript_labels(
    text: str, labels: Sequence[SpeakerLabel], language: Language = ENGLISH
) -> list[SpeakerLabel]:
    """The labels that attribute turns; none if the text is not a transcript."""
    return _LabelFilter(text, language).transcript_labels(labels)


def _compile_talk(language: Language) -> regex.Pattern[str]:
    """Compile the signs of dialogue: a question mark, or *I*, *you* and the like."""
    return lazy_regex(rf"\?|\b(?i:{any_of(sorted(language.first_second))})\b")


class _LabelFilter:
    """Decides which of the possible labels of a text attribute turns."""

    def __init__(self, text: str, language: Language) -> None:
        self._text, self._language = text, language
        self._talk = language.derived(_compile_talk)

    def transcript_labels(self, labels: Sequence[SpeakerLabel]) -> list[SpeakerLabel]:
        """The labels that attribute turns; none if the text is not a transcript."""
        labels = self._without_offices(self._without_times(labels))
        marked = self._marked_labels(self._candidates(labels))
        return marked or self._plain_labels(labels, "set off") or self._plain_labels(labels, "line")

    def _without_times(self, labels: Sequence[SpeakerLabel]) -> Sequence[SpeakerLabel]:
        """The labels on lines of their own, without a time on the line below.

        *Ida Berg ¶ 00:01 ¶ We begin.*
        """
        if not any(label.form == "line" for label in labels):
            return labels
        below = {x.start: self._line_below(x) for x in labels if x.form == "line"}
        return [
            evolve(label, body=line.end, timed=True)
            if (line := below.get(label.start)) and _TIME_LINE.fullmatch(self._text, *line)
            else label
            for label in labels
        ]

    def _without_offices(self, labels: Sequence[SpeakerLabel]) -> Sequence[SpeakerLabel]:
        """The labels, without the line of an office between a name and its words.

        *Ida Berg ¶ Chair ¶ We begin.* At each label of a person who has several it is the same.
        """
        below = {label.start: self._line_below(label) for label in labels if label.form == "line"}
        offices = defaultdict[str, list[str]](list)
        for label in labels:
            if label.start in below:
                offices[label.words].append(self._text[slice(*below[label.start])].strip())
        same = [lines[0] for lines in offices.values() if len(lines) > 1 and len({*lines}) == 1]
        if len(same) < _PEOPLE or any(_is_sentence(office) for office in same):
            return labels
        starts = {span.start for span in below.values()}
        return [
            evolve(label, body=below[label.start].end) if label.start in below else label
            for label in labels
            if label.start not in starts
        ]

    def _line_below(self, label: SpeakerLabel) -> Span:
        """The line below a label."""
        start = self._text.find("\n", label.body) + 1 or len(self._text)
        end = self._text.find("\n", start)
        return Span(start, len(self._text) if end < 0 else end)

    def _plain_labels(self, labels: Sequence[SpeakerLabel], form: LabelForm) -> list[SpeakerLabel]:
        """Names that only a dash or the line end separates from the words of turns."""
        same = [x for x in labels if x.form == form and not self._reports(x)]
        if len(same) < _FEWEST:
            return []
        pairs = zip(same, self._bodies(same), strict=True)
        headed = [label for label, body in pairs if _is_sentence(body)]
        few = len(same) > _HEADED * len(headed)
        return [] if few or not self._alternate(headed) else headed

    def _marked_labels(self, labels: list[SpeakerLabel]) -> list[SpeakerLabel]:
        """Labels with more evidence than their position."""
        if labels and _is_headline(self._text, labels[0]):
            labels = labels[1:]
        sure = [label for label in labels if label.distinctive]
        if not sure and len(labels) < 2:
            return []
        if any(_is_sure_alone(label) for label in sure):
            return labels
        capitals = [x for x in labels if x.form == "capitals" or x.words.isupper()]
        enough = len(sure) >= _SURE or (sure and len(labels) == len(capitals) >= _SURE)
        if enough and self._have_words(labels):
            all_labels = len(sure) >= _SHARE * len(labels) or self._alternate(labels)
            return labels if all_labels else sure
        recurring = self._ask(labels) or self._alternate(labels)
        if recurring or self._fill_text(labels):
            return labels
        return self._below_questions(labels)

    def _candidates(self, labels: Sequence[SpeakerLabel]) -> list[SpeakerLabel]:
        """The labels without headings on their own line, and without names in reporting clauses."""
        marked = [x for x in labels if x.form == "line" and (x.timed or x.addition)]
        names = {name for x in marked for name in (x.words, *_BRACKETED.findall(x.addition))}
        several = len(marked) >= _LINES
        return [
            label
            for label in labels
            if (label.form not in ("set off", "line") and not self._reports(label))
            or (
                label.form == "line"
                and several
                and (label.words in names or self._is_office(label.words))
            )
        ]

    def _is_office(self, words: str) -> bool:
        """Whether a line of its own names a role or a member: *Operator*, *The Prime Minister*."""
        lower = words.lower()
        return lower in self._language.speaking_roles or lower.startswith(
            self._language.office_heads
        )

    def _reports(self, label: SpeakerLabel) -> bool:
        """Whether a reporting clause follows the name: *Berg, the mayor, said this:*."""
        after = _ASIDE.sub(" ", label.addition)
        words = after.split() if label.form in ("name", "role") else []
        tags, roles = self._language.word_tags, self._language.speaking_roles
        bare = (word.strip(",()[]") for word in words)
        return any(tags.get(w) in (SAYING, COPULA, REPORTING) and w not in roles for w in bare)

    def _below_questions(self, labels: Sequence[SpeakerLabel]) -> list[SpeakerLabel]:
        """The labels of the answers of one person, each to begin at the question in the line above.

        *Was it hard? ¶ BERG: It was.*; only the first question may have a label as well.
        """
        keys = _speaker_keys(labels, self._language)
        answers = [x for x, key in zip(labels, keys, strict=True) if key == keys[-1]]
        questions = [self._line_above(label) for label in answers]
        lines = (self._text[slice(*line)].rstrip(f"*_{_SPACE}") for line in questions)
        asked = sum(line.endswith("?") for line in lines)
        others = len(labels) - len(answers)
        full_name = " " in answers[0].words and asked == len(answers)
        few = len(answers) < (_FEWEST_FULL_NAMES if full_name else _FEWEST)
        if few or others > 1 or asked < _ASKED * len(answers):
            return []
        if not self._is_name(answers[0].words, labels[0].start):
            return []
        begun = [evolve(x, start=line.start) for x, line in zip(answers, questions, strict=True)]
        return [labels[0], answers[0], *begun[1:]] if others else begun

    def _is_name(self, words: str, start: int) -> bool:
        """Whether a label is no ordinary word, *Answer*, or a name before the first label."""
        ordinary = self._language.ordinary_words.issuperset(words.lower().split())
        return not ordinary or words in self._text[:start]

    def _line_above(self, label: SpeakerLabel) -> Span:
        """The last line before a label that is not empty."""
        end = label.start
        while end and self._text[end - 1] in _SPACE:
            end -= 1
        return Span(self._text.rfind("\n", 0, end) + 1, end)

    def _have_words(self, labels: Sequence[SpeakerLabel]) -> bool:
        """Whether words follow most labels: in a list of candidates they do not."""
        bodies = self._bodies(labels)
        return sum(_WORD.search(body) is not None for body in bodies) * 2 > len(labels)

    def _bodies(self, labels: Sequence[SpeakerLabel]) -> list[str]:
        """The text between each label and the next one."""
        ends = [label.start for label in labels[1:]] + [len(self._text)]
        return [self._text[x.body : end] for x, end in zip(labels, ends, strict=True)]

    def _ask(self, labels: Sequence[SpeakerLabel]) -> bool:
        """Whether *Q.* precedes another label, or in few turns a question precedes an answer."""
        for asking, answering in pairwise(labels):
            if asking.words == answering.words:
                continue
            words = self._text[asking.body : answering.start]
            asked = words.rstrip(f"*_{_SPACE}").endswith("?")
            if self._is_question(asking) and answering.form != "name":
                return asked or answering.words in self._language.answer_letters
            if self._is_question(answering) and asking.words.isupper() and asking.form == "role":
                return True
            distinct = asking.bold or asking.form in ("capitals", "role")
            same = answering.form == asking.form and answering.bold == asking.bold
            if asked and distinct and same and len(labels) <= _LONG:
                return True
        return False

    def _is_question(self, label: SpeakerLabel) -> bool:
        """Whether the label is the letter of a question: *Q.*."""
        return label.words in self._language.question_letters

    def _fill_text(self, labels: Sequence[SpeakerLabel]) -> bool:
        """Two labels or three fill the text, a line each: timed, or of full names that talk.

        Three or more may stand anywhere if an office or an age follows each name.
        """
        names = {label.words.lower() for label in labels}
        first = not self._text[: labels[0].start].strip(_SPACE) and len(labels) <= _FEWEST
        listed = len(labels) >= _FEWEST and all(label.addition for label in labels)
        if not (first or listed) or len(names) != _count_paragraphs(self._text, labels):
            return False
        return all(map(self._is_turn, labels, self._bodies(labels)))

    def _is_turn(self, label: SpeakerLabel, body: str) -> bool:
        """A label that no other bears out opens a turn: of a full name that talks, or at a time."""
        words = label.words.lower().split()
        full_name = len(words) > 1 and not self._language.ordinary_words.issuperset(words)
        talks = self._talk.search(body) is not None
        timed = label.timed and words[0] in self._language.given_names
        marked = label.addition or not _is_plain(label)
        spoken = talks and marked and not _is_titled(body)
        return full_name and _is_sentence(body) and bool(timed or spoken)

    def _alternate(self, labels: Sequence[SpeakerLabel]) -> bool:
        """Whether labels alternate, recur and precede many paragraphs, and somebody speaks."""
        plain = all(_is_plain(label) for label in labels)
        names = _speaker_keys(labels, self._language)
        distinct, count = len(set(names)), len(labels)
        changes = sum(name != following for name, following in pairwise(names))
        paragraphs = _count_paragraphs(self._text, labels)
        few = _FEWEST_NAMES if plain and count < paragraphs else _FEWEST
        if count < few or not 2 <= distinct < count:
            return False
        if changes < distinct or (distinct > _DIFFERENT * count and count > _LONG):
            return False
        dense = _DENSE_NAMES if plain else _DENSE
        lines = any(label.form in ("set off", "line") for label in labels)
        return self._talks(labels, plain or lines) and count >= dense * paragraphs

    def _talks(self, labels: Sequence[SpeakerLabel], plain: bool) -> bool:
        """Whether the turns are words, and for plain labels, words of dialogue."""
        turns = self._bodies(labels)[:-1]
        if sum(map(len, turns)) <= _SHORT * len(turns):
            return False
        worded = sum(_WORD.search(turn) is not None for turn in turns)
        spoken = sum(self._talk.search(turn) is not None for turn in turns)
        return worded >= _WORDED * len(turns) and (not plain or spoken >= _SPOKEN * len(turns))


def _is_headline(text: str, label: SpeakerLabel) -> bool:
    """Whether the label is at the start of the headline: *Blum: We Will Not Pay*."""
    if label.form != "name" or label.bold or label.addition or text[: label.start].strip(_SPACE):
        return False
    line = text[label.body : max(label.body, text.find("\n", label.body))]
    line = _TIME_AFTER.sub("", line).rstrip()
    return bool(line) and (_is_titled(line) or line[-1] not in _SENTENCE_ENDS)


def _is_titled(line: str) -> bool:
    """Whether most words begin with capitals, as in a headline or the title of a film."""
    words = _HEADLINE_WORD.findall(line)
    return bool(sum(word[0].isupper() for word in words) > _TITLED * len(words))


def _speaker_keys(labels: Sequence[SpeakerLabel], language: Language) -> list[str]:
    """A key of each label’s speaker: the last name, or the full one of two with one last name."""
    names = language.derived(NameReader)
    words = [
        [word.lower() for word in names.bare(_name_words(label, language))] for label in labels
    ]
    full_names = {" ".join(name) for name in words if len(name) > 1}
    counts = Counter(name.rpartition(" ")[2] for name in full_names)
    return [" ".join(name) if counts[name[-1]] > 1 else name[-1] for name in words]


def _name_words(label: SpeakerLabel, language: Language) -> list[str]:
    """The words of the name in a label, also in brackets: *The Minister (Ida Berg):*."""
    words = label.words.split()
    bracketed = _BRACKETED.fullmatch(label.addition)
    office = label.form == "role" or words[0].lower() in language.determiners
    return bracketed[1].split() if bracketed and office and bracketed[1].istitle() else words


def _is_plain(label: SpeakerLabel) -> bool:
    """Whether only a name, and its position at the start of a line, indicate a label."""
    if label.form == "line":
        return not (label.addition or label.timed or label.words.isupper())
    set_apart = label.bold or label.timed or label.addition.startswith("(")
    return label.form in ("name", "set off") and not set_apart


def _is_sentence(words: str) -> bool:
    """Whether words end like a sentence, unlike those of a table or a heading."""
    return words.rstrip(f"*_|{_SPACE}")[-1:] in _SENTENCE_ENDS and _WORD.search(words) is not None


def _is_sure_alone(label: SpeakerLabel) -> bool:
    """Whether one such label suffices: *[02:50:05] NAME, OFFICE (through translator):*."""
    office = label.form == "capitals" and bool(label.addition)
    return label.form == "voice" or (office and (label.timed or label.remarked))


def _count_paragraphs(text: str, labels: Sequence[SpeakerLabel]) -> int:
    """The number of paragraphs from the first label to the last."""
    region = text[labels[0].start : labels[-1].body]
    lines = sum(1 for line in region.splitlines() if line.strip())
    separated = len(_BLANK_LINE.findall(region)) + 1
    return min(lines, separated) if separated > len(labels) / 2 else lines
