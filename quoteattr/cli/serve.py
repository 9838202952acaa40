"""``quoteattr serve``: start a server with web pages and a JSON interface."""

from __future__ import annotations

import argparse
import getpass
import logging
import os
from typing import get_args

from quoteattr.cli.articles import people_of_arguments, read_model
from quoteattr.cli.command import complete_files
from quoteattr.cli.messages import SUCCESS, print_message
from quoteattr.cli.options import add_model_option, add_people_option, positive
from quoteattr.cli.parser import Command
from quoteattr.extras import require
from quoteattr.serve.settings import Compat, Limits, Settings

#: the environment variable for a token that other users of the machine must not see
TOKEN_VARIABLE = "QUOTEATTR_TOKEN"

_LIMITS = Limits()

EPILOG = """\
examples:
  quoteattr serve news.db                          pages at http://127.0.0.1:8020/
  quoteattr serve                                  the same, with a temporary archive
  quoteattr serve news.db --host 0.0.0.0 --token TOKEN --host-name news.example
  quoteattr serve news.db --compat corenlp --port 9000
  curl http://127.0.0.1:8020/api/quotes --json '{"text": "“It will rain,” said Mara Holt."}'

The interface is described at /openapi.json; /live and /ready are for supervisors. No
content of a request is logged, or repeated in errors. An article that takes too long gets 503, and
its process is terminated; a request that is too large gets 413. Other sites cannot use the server
through their visitors' browsers. Browsers ask for a name, which is recorded with corrections, and a
password, which is the token. The server requires pip install 'quoteattr[serve]'.
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr serve``."""
    archive = "the archive; created if it does not exist (default: a temporary one)"
    complete_files(parser.add_argument("archive", metavar="DB", nargs="?", help=archive))
    _add_address(parser)
    _add_limits(parser)
    add_model_option(parser)
    add_people_option(parser)
    parser.add_argument(
        "--compat",
        choices=get_args(Compat),
        help="also emulate BBC Citron (/quotes) or Stanford CoreNLP (/?properties=…)",
    )


def _add_address(parser: argparse.ArgumentParser) -> None:
    """Add the options for the address and for access control."""
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="address to listen on (default: 127.0.0.1, this machine only); others require"
        " --token or --behind-proxy",
    )
    parser.add_argument("--port", type=_port, default=8020, help="(default: 8020)")
    parser.add_argument(
        "--token",
        help="the password of every request, at least 16 characters (default: the value of the"
        f" variable {TOKEN_VARIABLE}, if it is set)",
    )
    parser.add_argument(
        "--behind-proxy",
        action="store_true",
        help="a proxy authenticates users, and names them in X-Forwarded-User or Remote-User",
    )
    parser.add_argument(
        "--host-name",
        metavar="NAME",
        action="append",
        default=[],
        help="another host name of the server, such as news.example",
    )
    parser.add_argument(
        "--by",
        metavar="NAME",
        help="who makes corrections, if no password is required (default: you)",
    )


def _add_limits(parser: argparse.ArgumentParser) -> None:
    """Add the options on limits."""
    options = {
        "max-body": ("BYTES", "body", "maximum size of a body, and of a line of a batch"),
        "max-text": ("N", "text", "maximum length of a text, in characters"),
        "max-batch": ("BYTES", "batch", "maximum size of a batch"),
        "max-seconds": ("N", "seconds", "maximum time for one article, in seconds"),
        "max-idle": ("N", "idle", "maximum pause within a body, in seconds"),
        "workers": ("N", "workers", "number of processes that read articles"),
        "max-waiting": ("N", "waiting", "maximum number of articles that wait for a process"),
        "max-connections": ("N", "connections", "maximum number of open connections"),
    }
    for option, (metavar, name, help_text) in options.items():
        default = int(getattr(_LIMITS, name))
        parser.add_argument(
            f"--{option}",
            metavar=metavar,
            dest=name,
            type=positive,
            default=default,
            help=f"{help_text} (default: {default:,})",
        )


def _port(argument: str) -> int:
    """Parse the number of a port."""
    number = positive(argument)
    if number > 65_535:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65,535")
    return number


def settings_of_arguments(args: argparse.Namespace) -> Settings:
    """The settings of the options.

    Raises:
        OptionError: the server would be open to strangers.
    """
    limits = Limits(**{name: getattr(args, name) for name in _limit_names()})
    return Settings(
        host=args.host,
        port=args.port,
        token=args.token or os.environ.get(TOKEN_VARIABLE) or None,
        behind_proxy=args.behind_proxy,
        host_names=frozenset(name.lower() for name in args.host_name),
        by=args.by if args.by is not None else _user(),
        compat=args.compat,
        limits=limits,
    )


def _limit_names() -> list[str]:
    """The names of the limits."""
    return [name for name in Limits.__annotations__ if not name.startswith("_")]


def _user() -> str:
    """The name of the user who started the server; empty if the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _run(args: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    require("serve", "fastapi", "uvicorn", "multipart")
    chosen = settings_of_arguments(args)
    read_model(args)  # report its errors at once
    import uvicorn

    from quoteattr.serve.app import make_app
    from quoteattr.serve.desk import Desk
    from quoteattr.serve.jobs import Preparation

    desk = Desk(chosen, args.archive, Preparation(args.model, people_of_arguments(args)))
    logging.basicConfig(format="quoteattr: %(message)s")
    host = f"[{chosen.host}]" if ":" in chosen.host else chosen.host
    print_message(f"http://{host}:{chosen.port}/ (Ctrl-C to stop)", SUCCESS)
    uvicorn.run(
        make_app(desk),
        host=chosen.host,
        port=chosen.port,
        access_log=False,  # the access log would contain the words of searches
        log_level="warning",
        limit_concurrency=chosen.limits.connections,
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    return SUCCESS


COMMAND = Command(EPILOG, _add_arguments, _run)
