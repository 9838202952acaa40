"""Build records whose speaker a signature or a header names: posts, quoted e-mail, letters."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.posts.letters import Letter
from quoteattr.detect.posts.posts import Post
from quoteattr.detect.posts.replies import Reply
from quoteattr.detect.regions import Regions
from quoteattr.records import Article, Cue, Mention, QuoteRecord

#: confidence that the signature of a post names its author
_POST_CONFIDENCE = 0.99
#: the same for the header of an e-mail, except for lines that were typed after it
_REPLY_CONFIDENCE = 0.95
#: the same for the name below a letter
_LETTER_CONFIDENCE = 0.95


def signed_records(article: Article, regions: Regions) -> Iterator[QuoteRecord]:
    """The records of the posts, replies and letters of an article."""
    yield from (_post_record(article, post) for post in regions.posts)
    for reply in regions.replies:
        yield _signed_record(article, reply, "reply-header", _REPLY_CONFIDENCE)
    for letter in regions.letters:
        yield _signed_record(article, letter, "letter-signature", _LETTER_CONFIDENCE)


def _post_record(article: Article, post: Post) -> QuoteRecord:
    """The record of an embedded post."""
    text = article.text
    return QuoteRecord(
        speaker=post.name,
        quote=text[slice(*post.text)],
        source=article.source,
        kind="post",
        spans=(post.text,),
        mention=Mention(*post.author, text[slice(*post.author)], "handle"),
        cue=Cue(*post.cue, text[slice(*post.cue)]),
        rule="post-signature",
        confidence=_POST_CONFIDENCE,
        speaker_confidence=_POST_CONFIDENCE,
    )


def _signed_record(
    article: Article, signed: Reply | Letter, rule: str, confidence: float
) -> QuoteRecord:
    """The record of lines whose author a header or a signature names."""
    text = article.text
    return QuoteRecord(
        speaker=signed.name,
        quote=" ".join(text[slice(*span)] for span in signed.spans),
        source=article.source,
        kind="direct",
        spans=signed.spans,
        quoted=signed.spans,
        mention=Mention(*signed.author, text[slice(*signed.author)], "name"),
        cue=Cue(*signed.cue, text[slice(*signed.cue)]),
        rule=rule,
        confidence=confidence,
        speaker_confidence=confidence,
    )
