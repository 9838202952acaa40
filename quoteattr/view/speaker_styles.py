"""Give each speaker a style: a colour, a pattern and a badge, the same everywhere on a page.

The colours are the *vibrant* scheme of Paul Tol, *Colour Schemes* (SRON/EPS/TN/09-002, issue 3.2,
2021, https://personal.sron.nl/~pault/), which colour-blind readers can distinguish; grey is for
nobody. They tint only the background of the words, so that black and white text are both readable.
There are only six colours: the next six speakers have the same colours with stripes, and each
speaker has a badge, which needs no colour at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

#: the colours of the speakers in order: neighbours are as different as possible
COLOURS = ("#0077BB", "#EE7733", "#009988", "#EE3377", "#33BBEE", "#CC3311")
#: the colour of quotes without a speaker, and of all speakers that have no colour of their own
GREY = "#BBBBBB"
#: background patterns: each is used with all colours before the next one
PATTERNS = ("plain", "rising", "falling")

#: the badge of quotes without a speaker
NO_SPEAKER_BADGE = "–"


class SpeakerStyle(NamedTuple):
    """The style of a speaker."""

    #: an index into ``COLOURS``; None is grey
    colour: int | None
    #: an index into ``PATTERNS``
    pattern: int
    #: a few letters that no other speaker on the page has
    badge: str

    @property
    def classes(self) -> str:
        """The classes of the style sheet for the colour and the pattern."""
        colour = "none" if self.colour is None else str(self.colour)
        return f"qa-c{colour}" + (f" qa-{PATTERNS[self.pattern]}" if self.pattern else "")


def speaker_styles(speakers: Iterable[str | None]) -> dict[str | None, SpeakerStyle]:
    """Assign a style to each speaker, in order of first appearance; None is for no speaker.

    >>> speaker_styles(["Mara Holt", None, "Mark Hale", "Mara Holt"])["Mark Hale"]
    SpeakerStyle(colour=1, pattern=0, badge='MH2')
    """
    named = dict.fromkeys(speaker for speaker in speakers if speaker is not None)
    styles: dict[str | None, SpeakerStyle] = {None: SpeakerStyle(None, 0, NO_SPEAKER_BADGE)}
    used: dict[str, int] = {}
    for number, speaker in enumerate(named):
        letters = circle_letters(speaker)
        used[letters] = used.get(letters, 0) + 1
        badge = letters if used[letters] == 1 else f"{letters}{used[letters]}"
        pattern, colour = divmod(number, len(COLOURS))
        styles[speaker] = SpeakerStyle(colour, pattern % len(PATTERNS), badge)
    return styles


def circle_letters(speaker: str) -> str:
    """One or two letters of a name: the first letters of its first and last capitalised words.

    >>> [circle_letters(name) for name in ("Mara Elin van Holt", "a campaign aide", "Cher", "…")]
    ['MH', 'CA', 'C', '?']
    """
    words = [letters for word in speaker.split() if (letters := [c for c in word if c.isalpha()])]
    firsts = [word[0] for word in words]
    capitals = [letter for letter in firsts if letter.isupper()]
    chosen = capitals if len(capitals) > 1 else firsts[-2:]
    return "".join(chosen[:1] + chosen[1:][-1:]).upper() or "?"


def display_name(speaker: str | None) -> str:
    """The name of a speaker, or “nobody” if there is none."""
    return "nobody" if speaker is None else speaker
