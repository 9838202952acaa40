"""Topics: lines of an interview that announce what somebody says about something.

*On her first job: “I hated it.” ¶ On working with Karl Roth: “He is a genius.”*: nobody whom such a
line mentions says the words below, but somebody does.
"""

from __future__ import annotations

from regex import Match

from quoteattr.detect.alphabet import MENTION
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


def chunks_of_topics(chunks: Chunks) -> frozenset[int]:
    """The chunks of the topics of an article, each up to the quote that it announces."""
    topics = (match for match in _TOPIC.finditer(chunks.tags) if _is_topic(chunks, match))
    return frozenset(i for match in topics for i in range(*match.span()))


def _is_topic(chunks: Chunks, match: Match[str]) -> bool:
    """Whether its preposition opens a topic, and no verb follows a subject: *on air Ida went*."""
    language, (start, stop) = chunks.language, match.span("phrase")
    opens = chunks.heads[match.start("opener")] in language.topic_openers
    return opens and not any(
        chunks.heads[i] in language.past_forms and chunks.tags[i - 1] in MENTION
        for i in range(start + 1, stop)
    )
