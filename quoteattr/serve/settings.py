"""The settings of a server: its limits, its address, and access control."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Literal

from attrs import field, frozen

from quoteattr.errors import OptionError

Compat = Literal["citron", "corenlp"]

#: minimum length of a token, so that it cannot be guessed
_TOKEN_LENGTH = 16


@frozen
class Limits:
    """The limits on one request, and on all requests together."""

    #: number of bytes in the body of a request, or in a line of a batch
    body: int = 10_000_000
    #: number of characters in the text of an article
    text: int = 500_000
    #: number of bytes in a whole batch
    batch: int = 1_000_000_000
    #: seconds for one article
    seconds: float = 30.0
    #: seconds to wait for the next part of a body
    idle: float = 30.0
    #: processes that extract quotes
    workers: int = 2
    #: number of articles that may wait for a process
    waiting: int = 64
    #: number of open connections
    connections: int = 1_000


@frozen
class Settings:
    """The address of a server, its access control, and its limits.

    Raises:
        OptionError: an address that others can reach has neither a token nor a proxy in front, or
            the token is too short.
    """

    host: str = "127.0.0.1"
    port: int = 8020
    #: the password that every request must carry; None for none
    token: str | None = field(default=None, repr=False)
    #: whether a proxy in front of the server authenticates callers
    behind_proxy: bool = False
    #: further names by which browsers may reach the server
    host_names: frozenset[str] = frozenset()
    #: the author of corrections if neither a token nor a proxy identifies one
    by: str = ""
    compat: Compat | None = None
    limits: Limits = Limits()

    def __attrs_post_init__(self) -> None:
        """Check that the server is not open to strangers."""
        if not is_loopback(self.host) and self.token is None and not self.behind_proxy:
            raise OptionError(
                "others could reach this server, and read and change the archive",
                where="--host",
                remedy="add --token TOKEN, or --behind-proxy if a proxy authenticates users",
            )
        if self.token is not None and len(self.token) < _TOKEN_LENGTH:
            raise OptionError(
                f"must have at least {_TOKEN_LENGTH} characters",
                where="--token",
                remedy="use one that nobody can guess, as from python -c"
                " 'import secrets; print(secrets.token_urlsafe())'",
            )

    def allows_host(self, host: str) -> bool:
        """Whether a browser may reach the server by a name: DNS rebinding needs another one.

        Args:
            host: the header ``Host``, with or without a port.

        >>> Settings().allows_host("localhost:8020"), Settings().allows_host("evil.example")
        (True, False)
        """
        name = host_name(host)
        if is_loopback(name) or name in self.host_names:
            return True
        return not is_loopback(self.host) and is_address(name)


def host_name(host: str) -> str:
    """The name in the header ``Host``, in lower case, without the port.

    >>> host_name("News.example:8020"), host_name("[::1]:8020")
    ('news.example', '::1')
    """
    name = host.strip().lower()
    if name.startswith("["):
        return name[1:].partition("]")[0]
    return name.rpartition(":")[0] if name.count(":") == 1 else name


def is_address(name: str) -> bool:
    """Whether a name is an IP address, which nobody can point elsewhere."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(name: str) -> bool:
    """Whether a name means this machine only."""
    return name == "localhost" or (is_address(name) and ip_address(name).is_loopback)
