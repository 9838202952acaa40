"""How a speaker looks: a colour, a pattern and a sign, the same everywhere on a page.

The colours are the *vibrant* scheme of Paul Tol, *Colour Schemes* (SRON/EPS/TN/09-002, issue 3.2,
2021, https://personal.sron.nl/~pault/), chosen there to be told apart by the colour-blind; grey is
for nobody. They tint the words rather than cover them, so that both black and white text stay
readable on them. Six colours do not go far: the next six speakers have the same with stripes, and
each speaker has a sign, which needs no colour at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

#: the colours of the speakers in order: neighbours are as unlike as can be
COLOURS = ("#0077BB", "#EE7733", "#009988", "#EE3377", "#33BBEE", "#CC3311")
#: the colour of what nobody said, and of all others together
GREY = "#BBBBBB"
#: how the background is drawn, once the colours are used up; then all begins anew
PATTERNS = ("plain", "rising", "falling")

#: stands for nobody
NOBODY = "–"


class Look(NamedTuple):
    """How a speaker looks."""

    #: an index into ``COLOURS``; None is grey
    colour: int | None
    #: an index into ``PATTERNS``
    pattern: int
    #: a few letters that no other speaker on the page has
    sign: str

    @property
    def classes(self) -> str:
        """The look as classes of the style sheet."""
        colour = "none" if self.colour is None else str(self.colour)
        return f"qa-c{colour}" + (f" qa-{PATTERNS[self.pattern]}" if self.pattern else "")


def looks(speakers: Iterable[str | None]) -> dict[str | None, Look]:
    """The look of each speaker, given by who comes first; what is None is nobody's.

    >>> looks(["Mara Holt", None, "Mark Hale", "Mara Holt"])["Mark Hale"]
    Look(colour=1, pattern=0, sign='MH2')
    """
    named = dict.fromkeys(speaker for speaker in speakers if speaker is not None)
    found: dict[str | None, Look] = {None: Look(None, 0, NOBODY)}
    used: dict[str, int] = {}
    for number, speaker in enumerate(named):
        letters = initials(speaker)
        used[letters] = used.get(letters, 0) + 1
        sign = letters if used[letters] == 1 else f"{letters}{used[letters]}"
        pattern, colour = divmod(number, len(COLOURS))
        found[speaker] = Look(colour, pattern % len(PATTERNS), sign)
    return found


def initials(speaker: str) -> str:
    """One or two letters of a name: those that begin its first and its last word with a capital.

    >>> initials("Mara Elin van Holt"), initials("a campaign aide"), initials("Cher"), initials("…")
    ('MH', 'CA', 'C', '?')
    """
    words = [letters for word in speaker.split() if (letters := [c for c in word if c.isalpha()])]
    firsts = [word[0] for word in words]
    capitals = [letter for letter in firsts if letter.isupper()]
    chosen = capitals if len(capitals) > 1 else firsts[-2:]
    return "".join(chosen[:1] + chosen[1:][-1:]).upper() or "?"
