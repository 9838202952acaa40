"""Decides whether a text is a transcript, by its labels together.

Some forms nothing else has, such as *NAME, OFFICE (via Skype):*. Others must come again, by turns,
and stand before a good share of the paragraphs, in which somebody speaks; else they are headings, a
table of results, or the entries of a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from quoteattr.detect.labels import Label
from quoteattr.detect.lexicon import WORD_CLASS
from quoteattr.language.en import tables as en
from quoteattr.language.en import transcripts as en_transcripts
from quoteattr.language.marks import INVISIBLE

#: least share of labelled paragraphs from the first label to the last: names, and other labels
_DENSE_NAMES, _DENSE = 0.34, 0.2
#: fewest labels: names, and others
_FEWEST_NAMES, _FEWEST = 4, 3
#: a line of its own is a label where so many with a time or brackets stand in the text
_LINES = 2
#: sure labels that are enough where others stand beside them, and their least share
_SURE, _SHARE = 2, 0.25
#: in longer texts more than this share of different labels is a list
_DIFFERENT, _LONG = 0.7, 4
#: a mean turn of fewer characters is an entry of a table
_SHORT = 6
#: least share of turns with words in them, and with words of those who talk to each other
_WORDED, _SPOKEN = 0.8, 0.3

_BRACKETED = regex.compile(r"\(([^()]+)\)")
_WORD = regex.compile(r"\p{L}")
_TALK = regex.compile(rf"\?|\b(?i:{'|'.join(sorted(map(regex.escape, en.FIRST_SECOND)))})\b")
_HEADLINE_WORD = regex.compile(r"\p{L}[\p{L}'’\-]{3,}")
_BLANK_LINE = regex.compile(rf"\n[\s{INVISIBLE}]*?\n")
_SPACE = " \t\r\n\f\v" + INVISIBLE
_SENTENCE_ENDS = '.?!…”"'


def transcript_labels(text: str, labels: Sequence[Label]) -> list[Label]:
    """The labels that attribute turns; none where the text is no transcript.

    Args:
        text: the text.
        labels: what may be labels in it, in order.
    """
    labels = _candidates(labels)
    if labels and _is_headline(text, labels[0]):
        labels = labels[1:]
    sure = [label for label in labels if label.sure]
    if not sure and len(labels) < 2:
        return []
    if any(_is_sure_alone(label) for label in sure):
        return labels
    capitals = [x for x in labels if x.form == "capitals" or x.words.isupper()]
    enough = len(sure) >= _SURE or (sure and len(labels) == len(capitals) >= _SURE)
    if enough and _says(text, labels):
        return labels if len(sure) >= _SHARE * len(labels) or _alternates(text, labels) else sure
    return labels if _asks(text, labels) or _alternates(text, labels) else []


def _candidates(labels: Sequence[Label]) -> list[Label]:
    """The labels without headings on a line of their own, and without names that report."""
    own_line = [label for label in labels if label.form == "line"]
    told = [label for label in own_line if label.timed or label.rest]
    names = {name for label in told for name in (label.words, *_BRACKETED.findall(label.rest))}
    several = len(told) >= _LINES
    return [
        label
        for label in labels
        if (label.form != "line" and not _reports(label))
        or (label.form == "line" and several and (label.words in names or _is_office(label.words)))
    ]


def _is_office(words: str) -> bool:
    """A line of its own names an office or a member: *The Prime Minister*, *Mr Speaker*."""
    return words.lower().startswith(en_transcripts.OFFICE_HEADS)


def _reports(label: Label) -> bool:
    """What stands behind the name is a clause that reports: *Berg, the mayor, said this:*."""
    words = label.rest.lower().split() if label.form in ("name", "role") else []
    return any(WORD_CLASS.get(word.strip(",()[]")) in ("S", "b", "R") for word in words)


def _is_headline(text: str, label: Label) -> bool:
    """The label opens the headline: *Blum: We Will Not Pay*."""
    if label.form != "name" or label.bold or text[: label.start].strip(_SPACE):
        return False
    line = text[label.body : max(label.body, text.find("\n", label.body))].rstrip()
    words = _HEADLINE_WORD.findall(line)
    titled = sum(word[0].isupper() for word in words) > 0.6 * len(words)
    return bool(line) and (titled or line[-1] not in _SENTENCE_ENDS)


def _is_sure_alone(label: Label) -> bool:
    """One such label is enough: *[02:50:05] NAME, OFFICE (through translator):*."""
    office = label.form == "capitals" and bool(label.rest)
    return label.form == "voice" or (office and (label.timed or label.remarked))


def _says(text: str, labels: Sequence[Label]) -> bool:
    """Words stand behind most labels: a list of candidates has none."""
    return sum(_WORD.search(body) is not None for body in _bodies(text, labels)) * 2 > len(labels)


def _bodies(text: str, labels: Sequence[Label]) -> list[str]:
    """What stands between each label and the next one."""
    ends = [label.start for label in labels[1:]] + [len(text)]
    return [text[label.body : end] for label, end in zip(labels, ends, strict=True)]


def _asks(text: str, labels: Sequence[Label]) -> bool:
    """A *Q.* stands before another label, or in few turns a question before another's answer."""
    for asking, answering in pairwise(labels):
        if asking.words == answering.words:
            continue
        asked = text[asking.body : answering.start].rstrip(f"*_{_SPACE}").endswith("?")
        if asking.words == "Q" and answering.form != "name":
            return asked or answering.words == "A"
        if answering.words == "Q" and asking.words.isupper() and asking.form == "role":
            return True
        told_apart = asking.bold or asking.form in ("capitals", "role")
        same = answering.form == asking.form and answering.bold == asking.bold
        if asked and told_apart and same and len(labels) <= _LONG:
            return True
    return False


def _alternates(text: str, labels: Sequence[Label]) -> bool:
    """Labels come again, by turns, before a good share of the paragraphs, and somebody talks."""
    plain = all(label.form == "name" and not label.bold for label in labels)
    names = [label.words.lower().split()[-1] for label in labels]
    distinct, count = len(set(names)), len(labels)
    changes = sum(one != other for one, other in pairwise(names))
    if count < (_FEWEST_NAMES if plain else _FEWEST) or not 2 <= distinct < count:
        return False
    if changes < distinct or (distinct > _DIFFERENT * count and count > _LONG):
        return False
    dense = _DENSE_NAMES if plain else _DENSE
    lines = any(label.form == "line" for label in labels)
    return _talks(text, labels, plain or lines) and count >= dense * _blocks(text, labels)


def _talks(text: str, labels: Sequence[Label], plain: bool) -> bool:
    """The turns are words, and where the labels tell little those of people who talk."""
    turns = _bodies(text, labels)[:-1]
    if sum(map(len, turns)) <= _SHORT * len(turns):
        return False
    worded = sum(_WORD.search(turn) is not None for turn in turns)
    spoken = sum(_TALK.search(turn) is not None for turn in turns)
    return worded >= _WORDED * len(turns) and (not plain or spoken >= _SPOKEN * len(turns))


def _blocks(text: str, labels: Sequence[Label]) -> int:
    """The number of paragraphs from the first label to the last."""
    region = text[labels[0].start : labels[-1].body]
    lines = sum(1 for line in region.splitlines() if line.strip())
    separated = len(_BLANK_LINE.findall(region)) + 1
    return min(lines, separated) if separated > len(labels) / 2 else lines
