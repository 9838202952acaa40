"""Topics: lines that announce what somebody says about something.

*On her first job: “I hated it.” ¶ On working with Karl Roth: “He is a genius.”* in an interview, or
a heading of a section, *The Long Way Home ¶ “I hated it.”*: nobody whom such a line mentions says
the words below, but somebody does.
"""

from __future__ import annotations

from regex import Match

from quoteattr.coref.names.forms import is_organisation
from quoteattr.detect.alphabet import COLON, MENTION, PARAGRAPH_END, QUOTE
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.patterns.pattern import encode
from quoteattr.detect.patterns.row_regex import capture, one_of
from quoteattr.language.patterns import lazy_regex

#: a question, *on whether she would go*
_QUESTION = encode("{SUBORDINATOR|RELATIVE|COMPLEMENTIZER} {^END|QUOTE|COMMA|COLON|CUE}+")
#: words without a finite verb: *on fame*, *on never having won*
_PHRASE = encode(
    "{AUXILIARY|COPULA}{0,2} {^END|QUOTE|COMMA|COLON|CUE|COPULA|AUXILIARY|PAST_FORM|TIME}+"
)
_TOPIC = lazy_regex(
    f"(?:^|(?<={one_of('PARAGRAPH_END')})){capture('opener', 'PREPOSITION')}"
    f"(?:{_QUESTION}|(?P<phrase>{_PHRASE}))"
    + encode("({COLON|DASH} {PARAGRAPH_END}? | {PARAGRAPH_END})")
    + f"(?={one_of('QUOTE')})"
)
#: a noun for the words that follow: *The verdict: “…”*, *Message to fans: “…”*
_TITLE = lazy_regex(
    f"(?:^|(?<={one_of('PARAGRAPH_END')}))"
    + capture("noun", "LABEL|NOMINAL|CUE_NOUN|CUE|OTHER_WORD")
    + f"(?:{capture('link', 'PREPOSITION')}{one_of('NAME|NOMINAL')})?"
    + encode("{COLON}")
    + f"(?={one_of('QUOTE')})"
)
#: a line that does not begin with who may speak, and has no verb; no title is below it, *‘Tips’
#: archive*
_HEADING = lazy_regex(
    f"(?<={one_of('PARAGRAPH_END')})(?!{one_of('SPEAKING_NOMINAL')})"
    + encode("{^END|QUOTE|COMMA|COPULA|AUXILIARY|ANAPHOR}{1,12} {PARAGRAPH_END}")
    + f"(?={one_of('QUOTE')}(?:{one_of('END|COMMA')}|$))"
)
_WORD = lazy_regex(r"\p{L}++")
#: minimum number of words of a heading
_HEADING_WORDS = 2


def chunks_of_topics(text: str, chunks: Chunks) -> frozenset[int]:
    """The chunks of the topics of an article, each up to the quote that it announces."""
    topics = [match for match in _TOPIC.finditer(chunks.tags) if _is_topic(chunks, match)]
    if PARAGRAPH_END + QUOTE in chunks.tags:
        topics += [m for m in _HEADING.finditer(chunks.tags) if _is_heading(text, chunks, m)]
    return frozenset(i for match in topics for i in range(*match.span()))


def chunks_of_titles(chunks: Chunks) -> frozenset[int]:
    """The chunks of the nouns that announce words, said by somebody or nobody: *Motto: “…”*."""
    if COLON + QUOTE not in chunks.tags:
        return frozenset()  # no pattern is compiled
    titles = (match for match in _TITLE.finditer(chunks.tags) if _is_title(chunks, match))
    return frozenset(i for match in titles for i in range(*match.span()))


def _is_title(chunks: Chunks, match: Match[str]) -> bool:
    """Whether the noun is one for words, and no author follows: *statement from Ida Berg*."""
    language, heads = chunks.language, chunks.heads
    noun, link = heads[match.start("noun")], match["link"] and heads[match.start("link")]
    reports = noun in language.cue_nouns or noun in language.statement_nouns
    return reports and (not link or link in language.infinitive)


def _is_heading(text: str, chunks: Chunks, match: Match[str]) -> bool:
    """Whether all words of a line are ordinary, and it is no body's name: not *Labour Party*."""
    language, (first, stop) = chunks.language, match.span()
    line = text[chunks.starts[first] : chunks.ends[stop - 2]]
    heading = tuple(_WORD.findall(line))
    if len(heading) < _HEADING_WORDS or is_organisation(heading, language):
        return False
    ordinary = (language.ordinary_words, language.function_words, language.speaking_nouns)
    lower = [word.lower() for word in heading]
    named = lower[0] in language.given_names
    return not named and all(any(word in words for words in ordinary) for word in lower)


def _is_topic(chunks: Chunks, match: Match[str]) -> bool:
    """Whether its preposition opens a topic, and no verb follows a subject: *on air Ida went*."""
    language, (start, stop) = chunks.language, match.span("phrase")
    opens = chunks.heads[match.start("opener")] in language.topic_openers
    return opens and not any(
        chunks.heads[i] in language.past_forms and chunks.tags[i - 1] in MENTION
        for i in range(start + 1, stop)
    )
