"""Find the regions of a text by its layout: posts, replies, letters, turns and quoted spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from attrs import frozen

from quoteattr.detect.posts.letters import Letter, find_letters
from quoteattr.detect.posts.posts import Post, find_posts
from quoteattr.detect.posts.replies import Reply, find_replies
from quoteattr.detect.quotes import QuotedSpan, find_quotes
from quoteattr.detect.statements import find_statements
from quoteattr.detect.transcripts.answers import find_answers
from quoteattr.detect.transcripts.turns import Turn, find_turns
from quoteattr.language import ENGLISH, Language
from quoteattr.records import Span


@frozen
class Regions:
    """The regions of one text, each in order of the text."""

    #: embedded social posts
    posts: Sequence[Post] = ()
    #: lines quoted in e-mail replies
    replies: Sequence[Reply] = ()
    #: letters with their author below
    letters: Sequence[Letter] = ()
    #: turns, if the text is a transcript or an interview
    turns: Sequence[Turn] = ()
    #: quoted spans outside posts and replies, and statements without quotation marks
    quoted: Sequence[QuotedSpan] = ()

    @property
    def separate(self) -> list[Span]:
        """Posts, replies and letters, in order: each is one record with everything in it."""
        posts = [post.span for post in self.posts]
        signed: list[Reply | Letter] = [*self.replies, *self.letters]
        return sorted([*posts, *(Span(x.spans[0].start, x.spans[-1].end) for x in signed)])


def find_regions(text: str, kinds: Collection[str], language: Language = ENGLISH) -> Regions:
    """Find the regions of a text that the requested kinds of quotes need.

    Args:
        text: the text of the article.
        kinds: the requested kinds of quotes, some of ``records.QUOTE_KINDS``.
        language: the language of the text.
    """
    posts = find_posts(text, language)
    replies = find_replies(text, language) if "direct" in kinds else []
    if set(kinds) <= {"post"}:
        return Regions(posts, replies)
    letters = find_letters(text, language) if "direct" in kinds and not replies else []
    turns = find_turns(text, language) or find_answers(text, language)
    marked = find_quotes(text, language)
    statements = [] if turns else find_statements(text, marked, language)
    separate = Regions(posts, replies).separate  # the marks in a letter are other people's words
    quoted = _outside(separate, _merge(statements, marked))
    return Regions(posts, replies, letters, turns, quoted)


def _outside(separate: Sequence[Span], quoted: Sequence[QuotedSpan]) -> list[QuotedSpan]:
    """The quoted spans that begin outside posts, replies and letters."""
    starts = [span.start for span in separate]
    ends = [-1, *(span.end for span in separate)]
    return [span for span in quoted if span.start >= ends[bisect_right(starts, span.start)]]


def _merge(statements: Sequence[QuotedSpan], marked: Sequence[QuotedSpan]) -> Sequence[QuotedSpan]:
    """Merge statements and quoted spans in order; marks inside a statement are ignored."""
    if not statements:
        return marked
    outside = _outside([Span(span.start, span.end) for span in statements], marked)
    return sorted([*outside, *statements], key=lambda span: span.outer_start)
