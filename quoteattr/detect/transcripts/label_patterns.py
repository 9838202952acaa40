"""The patterns of the labels of a transcript in one language."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quoteattr.language import Language
from quoteattr.language.marks import INVISIBLE
from quoteattr.language.patterns import any_of, lazy_regex

#: *Kahn*, *J.*, *al-Kahn*, *SPEAKER_00*
_CAPITAL_WORD = r"(?:\p{Ll}{1,3}['’\-])?\p{Lu}(?:[\p{L}\p{M}\p{N}'’.\-]|_(?=\p{N}))*+"
_FULL_NAME = r"\p{Lu}[\p{Ll}'’\-]++(?:[ ]\p{Lu}[\p{L}'’\-]++){1,2}+"
_ALL_CAPITALS = r"\p{Lu}[\p{Lu}'’\-]++"
_BRACKET = r"\((?:[^()\r\n]{1,90})\)|\[(?:[^\[\]\r\n]{1,90})\]"
_OFFICE = r",[ \t]?[^:()\[\]\r\n]{1,110}+|[ \t]++[-–—][ \t]++[^:.()\[\]\r\n]{1,60}+"
_CLOSE = r"(?:[*_]{1,3}+|</(?:b|strong|em)>)?"
#: *03/05/2024*, *2024-05-03*
_DATE = r"\d{1,4}[./\-]\d{1,2}[./\-]\d{2,4}"
_NOT_BRACKETS = r"[^()\[\]\r\n]{0,30}"
#: *<v Nora Kahn>…*
VOICE = lazy_regex(r"[ \t]*+(?:-[ \t]*+)?(?P<cue><v(?:\.[\w.]++)?[ \t]++)(?P<name>[^>\r\n]{1,80})>")


class LabelPatterns:
    """Patterns of labels in one language."""

    def __init__(self, language: Language) -> None:
        time, name = _time(language), _name(language)
        head = _head(time, any_of(sorted(language.question_letters)))
        self.colon = _compile_colon(head, name)
        self.separator = _compile_separator(head, name, time)
        self.bracketed = _compile_bracketed(head, name)
        self.bold, self.sentence = _compile_bold(head, name), _compile_sentence(head)
        self.line = _compile_line(head, name, time)
        self.inner = _compile_inner(name)
        self.nickname = _compile_nickname(time, language.chat_directions)
        #: a name in small letters before a colon
        self.small = lazy_regex(
            r"[ \t]*+(?P<name>\p{Ll}[\w.\-]{1,20}(?:[ ]\p{Ll}[\w.'’\-]{1,20}){0,2}+)(?P<addition>)"
            r"(?P<cue>:)[ \t]++(?=\S)"
        )
        self.record = lazy_regex(language.record_label)
        self.letter = _compile_letter(language)
        self.remark = lazy_regex(any_of(sorted(language.transcript_remarks)), regex.I)
        #: a label that numbers the speakers: *Speaker 1*, *Speaker B*
        self.numbered = lazy_regex(
            rf"(?:{any_of(language.counted)})[ \t_]+\#?(?:\p{{L}}|\p{{N}}{{1,3}})", regex.I
        )
        self.small_prefix = lazy_regex(rf"\b(?:{any_of(language.small_prefixes)})(?=\p{{Lu}})")
        self.direction = _compile_direction(language)
        self.offices = language.roles | language.titles.keys() | language.speaking_roles


def _time(language: Language) -> str:
    """Pattern of the time of a turn: *[00:01:05]*, *3.15 pm –*, with or without the day."""
    return (
        rf"[\[(]?(?:{_DATE},?[ ])?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:[.,]\d{{1,3}})?"
        rf"(?:[ ]?(?:{language.half_days}))?(?:,[ ]{_DATE})?[\])]?[ \t]*+(?:[-–—|][ \t]++)?"
    )


def _name(language: Language) -> str:
    """Pattern of up to twelve words with capitals, and what joins them: *Speaker of the House*."""
    joints = any_of(sorted(language.particles | language.label_joints))
    return (
        rf"{_CAPITAL_WORD}(?:[ ]{{1,2}}+(?:{_CAPITAL_WORD}|(?:{joints})(?=[ ])"
        r"|\#?\d{1,2}\b(?![:.]\d))){0,11}+"
    )


def _head(time: str, questions: str) -> str:
    """Pattern before the name: signs of any kind, bullets, numbers, bold print, a time."""
    return (
        rf"[\s{INVISIBLE}]*+(?:[\p{{So}}\uFE0F]++[ \t]*+)?"
        r"(?P<marks>(?:(?:>>++|(?:&gt;){2})[ \t]*+|>[ \t]++|[-–—•|][ \t]++)?(?:\#{1,6}[ \t]++)?)"
        rf"(?:(?:{questions})?\d{{1,3}}[.)]?[ \t]++(?=[*_<\p{{Lu}}]))?"
        rf"(?P<bold>[*_]{{1,3}}+|</?(?:b|strong|em|p)>)?(?P<stamp>{time})?"
        r"(?P<bold2>[*_]{1,3}+|<(?:b|strong|em)>)?"
    )


def _compile_colon(head: str, name: str) -> regex.Pattern[str]:
    """*NAME, OFFICE (via Skype): …*."""
    return lazy_regex(
        rf"{head}(?P<name>{name})(?P<addition>(?:{_OFFICE}|[ \t]*+(?:{_BRACKET}))*+)[ \t]*+"
        rf"{_CLOSE}[ \t]*+(?P<cue>：|:(?::|[-–—](?=\s))?+(?=[*_<\s\"“‘«\p{{Lu}}]|$)){_CLOSE}",
    )


def _compile_separator(head: str, name: str, time: str) -> regex.Pattern[str]:
    """*NAME, OFFICE — …*, *NAME | …*, *NAME   03:15   …*."""
    return lazy_regex(
        rf"{head}(?P<name>{name})(?P<addition>(?:,[ \t]?[^:()\[\]\r\n–—]{{1,60}}?)?"
        rf"(?:[ \t]*+(?:{_BRACKET}))*+){_CLOSE}"
        rf"(?P<after>[ ]{{2,}}{time})?"
        r"(?P<cue>[ \t]*+—|[ \t]++(?:[–\-|]|(?:[=~→⇒]|>>|[\-=]>)(?=\s))|[ \t]*+>(?=\s)"
        r"|[ ]{3,}+|(?<=\d[ ]{2,9})|\t++|;)"
        r"[ \t]*+(?=\S)"
    )


def _compile_bracketed(head: str, name: str) -> regex.Pattern[str]:
    """*[NAME] …*, *(NAME): …*."""
    return lazy_regex(
        rf"{head}[\[(](?P<name>{name})(?P<addition>(?:,[ \t]?[^()\[\]\r\n]{{1,60}}+)?)"
        r"(?P<cue>[\])]:?+)"
        r"[ \t]*+(?=\S)"
    )


def _compile_bold(head: str, name: str) -> regex.Pattern[str]:
    """A name in bold print alone."""
    return lazy_regex(
        rf"{head}(?P<name>{name})(?P<addition>(?:,[ \t]?[^:()\[\]\r\n*_<]{{1,60}}+)?)"
        r"(?P<cue>[*_]{2,3}+|</(?:b|strong)>)[ \t]++(?=\p{L})"
    )


def _compile_sentence(head: str) -> regex.Pattern[str]:
    """*NAME. …*, as a play has it, *Nora Kahn. …*."""
    return lazy_regex(
        rf"{head}(?P<name>{_ALL_CAPITALS}(?:[ ]{_ALL_CAPITALS}){{0,3}}+|{_FULL_NAME})(?P<addition>)"
        r"(?P<cue>\.)[ \t]++(?=\S)"
    )


def _compile_line(head: str, name: str, time: str) -> regex.Pattern[str]:
    """A line of its own: *Nora Kahn (Harbor City) (Lab)*, *Nora Kahn - Analyst, Vale Bank*."""
    return lazy_regex(
        rf"{head}(?P<name>{name})(?P<addition>(?:[ \t]*+(?:{_BRACKET}))*+"
        rf"|(?:(?:[ \t]++(?:--|[-–—])|,)[ \t]++{name})+)"
        rf"(?P<after>[ \t,]++(?:[|·•][ \t]++)?{time})?{_CLOSE}(?P<cue>)[ \t]*+\r?$",
    )


def _compile_inner(name: str) -> regex.Pattern[str]:
    """In the middle of a line: *Good. NAME, OFFICE: …*."""
    return lazy_regex(
        rf"(?<=[.!?…)\]”\"][ \t])(?P<name>{name})(?P<addition>(?:,[ \t]?[^:.()\[\]\r\n]{{1,60}}+"
        rf"|[ \t]*+(?:{_BRACKET}))*+)(?P<cue>:)(?=[ \t]*+\S)",
    )


def _compile_nickname(time: str, directions: Sequence[str]) -> regex.Pattern[str]:
    """*<ida> …*, *[14:03] ida: …*, *@ida: …*, *14:03 From Ida Berg to Everyone: …*."""
    nickname = r"\w[\w.|`^\-]{0,30}"
    sent = r"(?!)"
    if directions:
        sender, receiver = directions
        sent = (
            rf"(?<=\d\s++){sender} (?P<name>\p{{Lu}}[^:\r\n]{{0,60}}?)"
            rf"(?: {receiver} [^:\r\n]{{1,60}}+)?[ ]*+(?P<cue>:)"
        )
    return lazy_regex(
        rf"[ \t]*+(?P<stamp>{time})?"
        rf"(?:<[@+%~&]?(?P<name>{nickname}(?:[ ]{nickname}){{0,2}})(?P<cue>>)"
        rf"|(?:(?<=[\])][ \t])(?P<name>{nickname})|(?P<name>@{nickname}))(?P<cue>:)|{sent})"
        r"[ \t]++(?=\S)"
    )


def _compile_letter(language: Language) -> regex.Pattern[str]:
    """*Q. …*, *A. …*, *Q* before a space or a capital, also after a line number."""
    questions = any_of(sorted(language.question_letters))
    letters = any_of(sorted(language.question_letters | language.answer_letters))
    return lazy_regex(
        rf"[\s{INVISIBLE}]*+(?:\d{{1,2}}[ \t]++)?{_CLOSE}(?P<name>{letters})\d{{0,2}}"
        rf"(?P<cue>[.:)]|(?<={letters})(?=[ \t]{{2}}|\t)|(?<={questions})(?=[ ]\p{{Lu}}))"
        rf"{_CLOSE}(?=[ \t]+\S|[ \t]*+$)"
    )


def _compile_direction(language: Language) -> regex.Pattern[str]:
    """*(APPLAUSE)*, *[laughter]*, the tags and times of captions."""
    directions = any_of(sorted(language.stage_directions))
    return lazy_regex(
        r"[(\[](?:\p{Lu}[\p{Lu}\p{N} ,.:'’/\-]{2,60}"
        rf"|(?i:{_NOT_BRACKETS}?\b(?:{directions})\b{_NOT_BRACKETS})"
        r"|\d{1,2}:\d\d(?::\d\d)?)[)\]]"
        r"|</?[vci](?:\.[\w.]*)?(?:[ ][^<>\n]*)?>"
        r"|(?m:^[ \t]*+(?:\d++[ \t]*+\r?\n)?[ \t]*+(?:\d\d:)?\d\d:\d\d[.,]\d{3}[ ]-->[^\r\n]*+)"
    )
