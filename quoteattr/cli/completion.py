"""``quoteattr completion``: print a script that lets the shell complete the command."""

from __future__ import annotations

import argparse

from quoteattr.cli.command import open_output
from quoteattr.cli.messages import SUCCESS
from quoteattr.cli.parser import Command
from quoteattr.extras import require

SHELLS = ("bash", "zsh")

EPILOG = """\
examples:
  quoteattr completion bash > ~/.local/share/bash-completion/completions/quoteattr
  quoteattr completion zsh > ~/.zfunc/_quoteattr   a folder in $fpath, before compinit

The script does not run quoteattr; print it again after an upgrade.
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr completion``."""
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=" or ".join(SHELLS))


def _run(args: argparse.Namespace) -> int:
    """Print the script."""
    require("completion", "shtab")
    import shtab

    args.parser.complete_all()
    with open_output(None) as file:
        file.write(shtab.complete(args.parser, args.shell) + "\n")
    return SUCCESS


COMMAND = Command(EPILOG, _add_arguments, _run)
