"""A text as a document, for tests of what comes after detection and coreference."""

from quoteattr.attribute.documents.document import Document
from quoteattr.detect.quotes import find_quotes
from quoteattr.options import Options
from quoteattr.pipeline import read_document


def document_of(text: str) -> Document:
    """The document of a text, its quotes not attributed yet."""
    return read_document(text, find_quotes(text), Options())
