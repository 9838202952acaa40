"""The bodies of requests, and the OpenAPI descriptions of responses."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from quoteattr.archive.corrections.reviews import Scope
from quoteattr.coref.entities.people import Gender, Person
from quoteattr.records import Act, Article, QuoteKind
from quoteattr.serve.corrections import Addition, Change, Selection

#: an invented article for all examples
_TEXT = "“The ferry will sail,” said Ingrid Holm. She denied that fares would rise."
_ARTICLE: JsonDict = {"text": _TEXT, "source": "herald/1", "publisher": "Harbour Herald"}
_PLACED: JsonDict = {"source": "herald/1", "start": 1, "end": 21, "words": "The ferry will sail,"}

Text = Annotated[str, Field(description="The article; offsets in answers are its code points.")]
Offset = Annotated[int, Field(ge=0, le=2**31)]
Name = Annotated[str, Field(min_length=1, max_length=500)]


class _Body(BaseModel):
    """A body that accepts no other fields."""

    model_config = ConfigDict(extra="forbid")


class ArticleBody(_Body):
    """An article, with the fields of ``quoteattr.Article``."""

    text: Text
    source: str | None = Field(None, description="What the records call the article.")
    url: str | None = None
    title: str | None = None
    authors: list[str] = []
    publisher: str | None = None
    published: str | None = Field(None, description="ISO 8601.")
    section: str | None = None
    language: str | None = None

    def article(self) -> Article:
        """The article."""
        return Article(
            self.text,
            id=self.source,
            url=self.url,
            title=self.title,
            authors=tuple(self.authors),
            publisher=self.publisher,
            published=self.published,
            section=self.section,
            language=self.language,
        )


class QuotesBody(ArticleBody):
    """An article, and which of its quotes to return."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [_ARTICLE, {"text": _TEXT, "kinds": ["direct", "mixed"]}]}
    )
    kinds: list[QuoteKind] | None = Field(None, min_length=1, description="All by default.")
    acts: list[Act] | None = Field(None, min_length=1, description="Speech by default.")
    min_confidence: float | None = Field(None, ge=0, le=1)
    unattributed: bool = False

    def options(self) -> dict[str, Any]:
        """The options of ``quoteattr.extract``."""
        chosen = {"kinds": self.kinds, "acts": self.acts, "min_confidence": self.min_confidence}
        options: dict[str, Any] = {
            name: value for name, value in chosen.items() if value is not None
        }
        return options | {"unattributed": self.unattributed}


class VerifyBody(_Body):
    """Quotes, or a draft with quotes, and the articles (or the archive) to verify them against."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"quotes": ["The ferry will not sail."], "articles": [_ARTICLE]},
                {"draft": "“The ferry will sail,” said Bo Lund.", "articles": [_ARTICLE]},
                {"quotes": ["The ferry will never sail."]},
            ]
        }
    )
    quotes: list[Annotated[str, Field(max_length=20_000)]] = Field([], max_length=100)
    draft: str | None = None
    articles: list[ArticleBody] = Field(
        [], max_length=100, description="By default those of the archive that may have the quotes."
    )


class SelectionBody(_Body):
    """A span of an article, and the words there, to check it."""

    start: Offset = Field(description="The first code point.")
    end: Offset = Field(description="One past the last.")
    words: str

    def selection(self) -> Selection:
        """The selection."""
        return Selection(self.start, self.end, self.words)


class CorrectionBody(SelectionBody):
    """A correction of a quote: only the given fields are changed."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                _PLACED | {"speaker": "Bo Lund"},
                _PLACED | {"nobody": True, "note": "A title."},
                _PLACED | {"bounds": {"start": 1, "end": 10, "words": "The ferry"}},
            ]
        }
    )
    source: str
    speaker: Name | None = Field(None, description="null: the speaker is not known.")
    kind: QuoteKind | None = None
    bounds: SelectionBody | None = None
    nobody: bool = Field(False, description="Nobody said this.")
    allow_overlap: bool = False
    note: str = Field("", max_length=2_000)

    def change(self) -> Change:
        """The change."""
        return Change(
            self.source,
            self.selection(),
            speaker=self.speaker if "speaker" in self.model_fields_set else ...,
            kind=self.kind or ...,
            bounds=None if self.bounds is None else self.bounds.selection(),
            nobody=self.nobody,
            allow_overlap=self.allow_overlap,
            note=self.note,
        )


class AdditionBody(SelectionBody):
    """A quote that was missed."""

    model_config = ConfigDict(json_schema_extra={"examples": [_PLACED | {"speaker": "Bo Lund"}]})
    source: str
    speaker: Name | None = Field(None, description="null: the speaker is not known.")
    kind: QuoteKind = "direct"
    allow_overlap: bool = False
    note: str = Field("", max_length=2_000)

    def addition(self) -> Addition:
        """The addition."""
        return Addition(
            self.source,
            self.selection(),
            self.words,
            self.speaker,
            self.kind,
            self.allow_overlap,
            self.note,
        )


class ReviewBody(_Body):
    """A review of all quotes of an article."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"source": "herald/1", "scope": "marks"}]}
    )
    source: str
    scope: Scope = Field("marks", description="All words in quotation marks, or all speech.")
    blind: bool = Field(False, description="The machine's answer was not seen.")
    note: str = Field("", max_length=2_000)


class PersonBody(_Body):
    """The person whose names are merged, with the fields of ``quoteattr.Person``."""

    name: Name
    aliases: list[Name] = Field([], max_length=100)
    id: str | None = Field(None, max_length=500)
    role: str | None = Field(None, max_length=500)
    gender: Gender | None = None


class MergeBody(_Body):
    """Names that are one person's in all articles."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"names": ["the mayor"], "into": {"name": "Otto Marx", "id": "Q1"}}]
        }
    )
    names: list[Name] = Field(max_length=100, description="As records have them.")
    into: PersonBody
    note: str = Field("", max_length=2_000)

    def person(self) -> Person:
        """The person."""
        return Person(**self.into.model_dump())


class ErrorAnswer(BaseModel):
    """The reason why there is no result; it repeats nothing of the request."""

    error: str


class QuotesAnswer(BaseModel):
    """The records of an article, each as in the JSONL of ``quoteattr extract``."""

    source: str | None
    quotes: list[dict[str, Any]]


class BatchLine(BaseModel):
    """The result for a line of a batch: quotes, or a failure."""

    line: int = Field(description="The number of the line, from 1.")
    source: str | None = None
    quotes: list[dict[str, Any]] | None = None
    failure: str | None = None


class VerifyAnswer(BaseModel):
    """A verification for each quote."""

    results: list[dict[str, Any]]


class Page(BaseModel):
    """A page of results."""

    items: list[dict[str, Any]]
    next: int | None = Field(description="The offset of the next page; null on the last.")


class AddedCounts(BaseModel):
    """The numbers of added articles and quotes."""

    new: int
    changed: int
    known: int
    records: int


#: responses that any path may return, for OpenAPI
ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorAnswer, "description": description}
    for status, description in {
        401: "The token is missing or wrong.",
        403: "A page of another site calls.",
        404: "The archive has no such article.",
        408: "The body does not come.",
        409: "The article has other words there, or the words overlap with another quote.",
        413: "The body or the text is too long.",
        421: "The server is not known by this name.",
        422: "The request is not valid; it is not repeated.",
        503: "Too many articles wait, the article took too long, or the archive is locked.",
    }.items()
}
