"""Records whose speaker a signature or a header names: embedded posts, quoted e-mail."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.posts import Post
from quoteattr.detect.regions import Regions
from quoteattr.detect.replies import Reply
from quoteattr.records import Article, Cue, Mention, QuoteRecord

#: the signature of a post is sure to be its author's
_POST_CONFIDENCE = 0.99
#: so is the header of an e-mail, but for lines that were typed behind it
_REPLY_CONFIDENCE = 0.95


def signed_records(article: Article, regions: Regions) -> Iterator[QuoteRecord]:
    """The records of the posts and replies of an article."""
    yield from (_post_record(article, post) for post in regions.posts)
    yield from (_reply_record(article, reply) for reply in regions.replies)


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


def _reply_record(article: Article, reply: Reply) -> QuoteRecord:
    """The record of the lines that a reply quotes."""
    text = article.text
    return QuoteRecord(
        speaker=reply.name,
        quote=" ".join(text[slice(*span)] for span in reply.spans),
        source=article.source,
        kind="direct",
        spans=reply.spans,
        quoted=reply.spans,
        mention=Mention(*reply.author, text[slice(*reply.author)], "name"),
        cue=Cue(*reply.cue, text[slice(*reply.cue)]),
        rule="reply-header",
        confidence=_REPLY_CONFIDENCE,
        speaker_confidence=_REPLY_CONFIDENCE,
    )
