"""Settings of a server: its address, and the names by which browsers may call it."""

import pytest
from tables import for_each

from quoteattr.errors import OptionError
from quoteattr.serve.settings import Settings, host_name

TOKEN = "a token of twenty characters"


@for_each("host", ["0.0.0.0", "::", "192.168.0.7", "news.example"])
def test_another_host_needs_a_token_or_a_proxy(host):
    with pytest.raises(OptionError, match="--token TOKEN, or --behind-proxy"):
        Settings(host=host)
    assert Settings(host=host, token=TOKEN)
    assert Settings(host=host, behind_proxy=True)


@for_each("host", ["127.0.0.1", "127.0.0.7", "::1", "localhost"])
def test_this_machine_alone_needs_none(host):
    assert Settings(host=host)


def test_a_token_that_can_be_guessed_is_refused():
    with pytest.raises(OptionError, match="--token: must have at least 16 characters"):
        Settings(token="secret")


def test_a_token_is_not_shown():
    assert TOKEN not in repr(Settings(token=TOKEN))


@for_each(
    ("host", "name"),
    [
        ("News.example:80", "news.example"),
        ("[::1]:80", "::1"),
        ("::1", "::1"),
        ("a", "a"),
        ("", ""),
    ],
)
def test_the_name_of_a_host(host, name):
    assert host_name(host) == name


def test_a_local_server_is_known_by_the_names_of_this_machine_alone():
    local = Settings(host_names=frozenset({"news.example"}))
    allowed = ["localhost", "localhost:1", "127.0.0.1:1", "[::1]:1", "news.example:1"]
    refused = ["evil.example", "localhost.evil.example", "10.0.0.1", "", "127.0.0.1.evil.example"]
    assert [host for host in allowed if not local.allows_host(host)] == []
    assert [host for host in refused if local.allows_host(host)] == []


def test_another_server_is_known_by_addresses_too_since_nobody_can_point_these_elsewhere():
    public = Settings(host="0.0.0.0", token=TOKEN)
    assert public.allows_host("10.0.0.1:80")
    assert not public.allows_host("evil.example")
