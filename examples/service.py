"""A web service for a newsroom: send an article, get its quotes as JSON or as a page.

pip install quoteattr 'fastapi[standard]'
fastapi dev examples/service.py

Then http://127.0.0.1:8000/docs documents it, and any program can call it:

curl http://127.0.0.1:8000/quotes --json '{"text": "“It will rain,” said Mara Holt."}'
"""

from typing import Annotated, Any, Literal

from fastapi import Body, FastAPI
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

import quoteattr

app = FastAPI(title="Who said what")


class Story(BaseModel):
    """The article that the newsroom's editing system sends."""

    text: str = Field(max_length=200_000)
    source: str | None = None
    kinds: set[Literal["direct", "mixed", "indirect", "post", "turn"]] = {
        "direct",
        "mixed",
        "post",
        "turn",
    }


# Plain functions instead of async ones: FastAPI runs them in threads, so that a long article does
# not block the others.
# keep the others waiting.
@app.post("/quotes")
def quotes(story: Story) -> list[dict[str, Any]]:
    """The records as JSON, as from `quoteattr extract --format jsonl`."""
    return [r.to_dict() for r in quoteattr.extract(story.text, story.source, kinds=story.kinds)]


@app.post("/page")
def page(text: Annotated[str, Body(media_type="text/plain", max_length=200_000)]) -> HTMLResponse:
    """The article as a page with its quotes highlighted."""
    return HTMLResponse(quoteattr.render(quoteattr.extract(text)))
