"""``quoteattr serve``: start a server with web pages and a JSON interface."""

from __future__ import annotations

import argparse
import getpass
import logging
import os
from typing import get_args

from quoteattr.cli.articles import (
    add_model_option,
    add_people_option,
    known_people,
    positive,
    read_model,
)
from quoteattr.cli.command import complete_files
from quoteattr.cli.messages import SUCCESS, print_message
from quoteattr.cli.parser import Command
from quoteattr.extras import require
from quoteattr.serve.settings import Compat, Limits, Settings

#: the environment variable for a token that other users of the machine must not see
TOKEN_VARIABLE = "QUOTEATTR_TOKEN"

_LIMITS = Limits()

EPILOG = """\
examples:
  quoteattr serve news.db                          pages at http://127.0.0.1:8020/
  quoteattr serve                                  the same; what is added ends with the server
  quoteattr serve news.db --host 0.0.0.0 --token TOKEN --host-name news.example
  quoteattr serve news.db --compat corenlp --port 9000
  curl http://127.0.0.1:8020/api/quotes --json '{"text": "“It will rain,” said Mara Holt."}'

The interface is described at /openapi.json; /live and /ready are for supervisors. Nothing that is
sent is logged, or repeated in errors. An article that takes too long gets 503, and its process is
ended; what is too large gets 413. Other sites cannot use the server by their readers' browsers.
Browsers ask for a name and a password: the name is who corrects, the password the token. It needs
pip install 'quoteattr[serve]'.
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr serve``."""
    archive = "the archive; created if it does not exist (default: one that ends with the server)"
    complete_files(parser.add_argument("archive", metavar="DB", nargs="?", help=archive))
    _add_address(parser)
    _add_limits(parser)
    add_model_option(parser)
    add_people_option(parser)
    parser.add_argument(
        "--compat",
        choices=get_args(Compat),
        help="answer as BBC Citron (/quotes) or as Stanford CoreNLP (/?properties=…) does, too",
    )


def _add_address(parser: argparse.ArgumentParser) -> None:
    """Add the options for the address and for access control."""
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="address to listen at (default: 127.0.0.1, this machine only); another one needs"
        " --token or --behind-proxy",
    )
    parser.add_argument("--port", type=_port, default=8020, help="(default: 8020)")
    parser.add_argument(
        "--token",
        help="the password of every call, 16 characters or more (default: that of the variable"
        f" {TOKEN_VARIABLE}, if it is set)",
    )
    parser.add_argument(
        "--behind-proxy",
        action="store_true",
        help="a proxy asks who calls, and says so in X-Forwarded-User or Remote-User",
    )
    parser.add_argument(
        "--host-name",
        metavar="NAME",
        action="append",
        default=[],
        help="a further name by which browsers call the server, such as news.example",
    )
    parser.add_argument(
        "--by", metavar="NAME", help="who corrects, where no password is asked (default: you)"
    )


def _add_limits(parser: argparse.ArgumentParser) -> None:
    """Add the options on limits."""
    options = {
        "max-body": ("BYTES", "body", "largest body, and line of a batch"),
        "max-text": ("N", "text", "longest text, in characters"),
        "max-batch": ("BYTES", "batch", "largest batch"),
        "max-seconds": ("N", "seconds", "longest time for one article, in seconds"),
        "max-idle": ("N", "idle", "longest pause of a body, in seconds"),
        "workers": ("N", "workers", "processes that read articles"),
        "max-waiting": ("N", "waiting", "most articles that wait for a process"),
        "max-connections": ("N", "connections", "most open connections"),
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


def settings(args: argparse.Namespace) -> Settings:
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
    chosen = settings(args)
    read_model(args)  # report its errors at once
    import uvicorn

    from quoteattr.serve.app import make_app
    from quoteattr.serve.desk import Desk
    from quoteattr.serve.jobs import Preparation

    desk = Desk(chosen, args.archive, Preparation(args.model, known_people(args)))
    logging.basicConfig(format="quoteattr: %(message)s")
    host = f"[{chosen.host}]" if ":" in chosen.host else chosen.host
    print_message(f"http://{host}:{chosen.port}/ (Ctrl-C ends it)", SUCCESS)
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
