"""``quoteattr completion``: what makes the shell complete the command."""

from __future__ import annotations

import argparse

from quoteattr.cli.command import DONE, Command, open_output
from quoteattr.extras import require

SHELLS = ("bash", "zsh")

EPILOG = """\
examples:
  quoteattr completion bash > ~/.local/share/bash-completion/completions/quoteattr
  quoteattr completion zsh > ~/.zfunc/_quoteattr   a folder in $fpath, before compinit

The script is made once and does not run quoteattr; make it anew with another version.
"""


def _arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr completion`` takes."""
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=" or ".join(SHELLS))


def _run(args: argparse.Namespace) -> int:
    """Print the script."""
    require("completion", "shtab")
    import shtab

    with open_output(None) as file:
        file.write(shtab.complete(args.parser, args.shell) + "\n")
    return DONE


COMMAND = Command(
    "completion", "print what completes the command in a shell", EPILOG, _arguments, _run
)
