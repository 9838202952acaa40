"""The files with which a server is run: their commands are ones that the command takes."""

import json
import shlex
from pathlib import Path

import pytest

from quoteattr.cli import _parser
from quoteattr.cli.serve import TOKEN_VARIABLE, settings_of_arguments

DEPLOY = Path(__file__).parent.parent / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text("utf-8")
UNIT = (DEPLOY / "quoteattr.service").read_text("utf-8")


def lines(text, start):
    """What follows a word at the start of lines."""
    return [line.removeprefix(start) for line in text.splitlines() if line.startswith(start)]


def parsed(command):
    """The settings of a command."""
    program, *args = command
    assert Path(program).name == "quoteattr"
    return settings_of_arguments(_parser(args).parse_args(args))


def test_the_image_runs_a_server_that_needs_a_token(monkeypatch):
    command = json.loads(lines(DOCKERFILE, "CMD ")[-1])
    monkeypatch.delenv(TOKEN_VARIABLE, raising=False)
    with pytest.raises(ValueError, match="--token"):
        parsed(command)
    monkeypatch.setenv(TOKEN_VARIABLE, "a token of twenty characters")
    assert parsed(command).host == "0.0.0.0"


def test_the_image_is_not_run_by_root_and_keeps_the_folder_of_the_archive():
    assert lines(DOCKERFILE, "USER ") == ["10001"]
    (volume,) = lines(DOCKERFILE, "VOLUME ")
    command = json.loads(lines(DOCKERFILE, "CMD ")[-1])
    assert Path(command[2]).parent == Path(volume)


def test_the_service_runs_behind_a_proxy_in_its_own_folder():
    (command,) = lines(UNIT, "ExecStart=")
    chosen = parsed(shlex.split(command))
    assert (chosen.behind_proxy, chosen.host) == (True, "127.0.0.1")
    assert "/var/lib/" + lines(UNIT, "StateDirectory=")[0] in command
