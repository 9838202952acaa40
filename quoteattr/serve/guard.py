"""Control access to the server, and add headers that protect its pages.

A page of another site may make the reader's browser call this server. Three headers that scripts
cannot set distinguish our own pages: ``Host`` (which reveals a foreign name that points here),
``Sec-Fetch-Site`` and ``Origin``.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import logging
import traceback
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quoteattr.serve.answers import JsonAnswer, error_answer
from quoteattr.serve.settings import Settings, host_name

LOG = logging.getLogger("quoteattr.serve")

#: methods that change nothing
_READING = ("GET", "HEAD", "OPTIONS")
#: paths for health checks, which need no token and reveal nothing about the archive
_OPEN = ("/live", "/ready")
#: the headers in which a proxy names the user, in order of preference
_USER_HEADERS = ("x-forwarded-user", "remote-user")

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline';"
        " img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
        " base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


class Guard:
    """Middleware that rejects requests, adds headers, and hides the reasons of errors."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sender = _GuardedSender(send)
        answer = self._refusal(scope)
        try:
            await (answer or self._app)(scope, receive, sender)
        except Exception as error:
            # the error message may contain words of an article
            place = traceback.extract_tb(error.__traceback__)[-1]
            LOG.error("%s at %s:%s", type(error).__name__, place.filename, place.lineno)
            if not sender.started:
                await error_answer(500, "the server failed; its log has the place")(
                    scope, receive, sender
                )

    def _refusal(self, scope: Scope) -> JsonAnswer | None:
        """Why a request is rejected; None if it is not."""
        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        if not self._settings.allows_host(headers.get("host", "")):
            return error_answer(
                421, "the server is not known by this name; start it with --host-name NAME"
            )
        if scope["path"] not in _OPEN and not self._is_known(headers):
            answer = error_answer(401, "a password is needed: the token of --token")
            answer.headers["WWW-Authenticate"] = 'Basic realm="quoteattr", charset="UTF-8"'
            return answer
        if scope["method"] not in _READING and not self._is_own(headers):
            return error_answer(403, "a page of another site may not do this")
        scope.setdefault("state", {})["by"] = self._caller(headers)
        return None

    def _is_known(self, headers: Mapping[str, str]) -> bool:
        """Whether the request carries the token, if there is one."""
        token = self._settings.token
        if token is None:
            return True
        _, password = _credentials(headers.get("authorization", ""))
        return hmac.compare_digest(password.encode(), token.encode())

    def _is_own(self, headers: Mapping[str, str]) -> bool:
        """Whether the request comes from one of our own pages, or not from a browser."""
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        origin = headers.get("origin")
        if origin is None or (origin == "null" and "sec-fetch-site" in headers):
            return True
        try:
            called = urlsplit(origin).netloc.lower()
        except ValueError:
            return False
        own = called != "" and called == headers.get("host", "").lower()
        return own or host_name(called) in self._settings.host_names

    def _caller(self, headers: Mapping[str, str]) -> str:
        """The user, for the table of corrections."""
        names = [self._settings.by]
        if self._settings.token is not None:
            names.insert(0, _credentials(headers.get("authorization", ""))[0])
        if self._settings.behind_proxy:
            names = [*(headers.get(name, "") for name in _USER_HEADERS), *names]
        return next(filter(None, names), "")[:200]


def _credentials(authorization: str) -> tuple[str, str]:
    """The name and password in a header: ``Basic``, for which browsers ask, or ``Bearer``.

    >>> _credentials("Bearer secret"), _credentials("Basic aWRhOnNlY3JldA==")
    (('', 'secret'), ('ida', 'secret'))
    """
    scheme, _, value = authorization.partition(" ")
    if scheme.lower() == "bearer":
        return "", value.strip()
    try:
        name, _, password = base64.b64decode(value, validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return "", ""
    return (name, password) if scheme.lower() == "basic" else ("", "")


class _GuardedSender:
    """Sends a response with the headers that all of ours have."""

    def __init__(self, send: Send) -> None:
        self._send = send
        #: whether the response has begun
        self.started = False

    async def __call__(self, message: Message) -> None:
        """Send a message."""
        if message["type"] == "http.response.start":
            self.started = True
            present = {name.lower() for name, _ in message["headers"]}
            message["headers"] = [*message["headers"]] + [
                (name.lower().encode(), value.encode())
                for name, value in HEADERS.items()
                if name.lower().encode() not in present
            ]
        await self._send(message)
