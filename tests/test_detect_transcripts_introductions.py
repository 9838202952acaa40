"""The names that a cast above the turns, or the turns themselves, give for labels without one."""

from tables import for_each

from quoteattr.detect.transcripts.turns import find_turns

TURNS = "Host: Is it open?\n\nGuest: It is not, I fear.\n\nHost: Why?\n\nGuest: Ask the mayor."


def speakers(text: str) -> list[str]:
    """The speakers of a transcript, each once, in order."""
    return list(dict.fromkeys(turn.speaker for turn in find_turns(text)))


@for_each(
    "cast",
    ["Host: Ida Berg\nGuest: Otto Marx", "Host – Ida Berg\nGuest – Otto Marx, diver"],
)
def test_a_cast_names_the_speakers_and_is_no_turn(cast: str) -> None:
    assert speakers(f"{cast}\n\n{TURNS}") == ["Ida Berg", "Otto Marx"]
    assert len(find_turns(f"{cast}\n\n{TURNS}")) == 4


@for_each("line", ["Host: Ida Berg.", "Host: Is it Ida Berg?", "Host: Harbour Council"])
def test_what_is_no_cast(line: str) -> None:
    assert speakers(f"{line}\n\n{TURNS}") == ["Host", "Guest"]


def test_a_name_below_the_first_turn_is_an_answer() -> None:
    assert speakers(f"{TURNS}\n\nHost: Who else knows?\n\nGuest: Ida Berg\n") == ["Host", "Guest"]


@for_each(
    ("first", "expected"),
    [
        ("I’m Ida Berg, and with me is Otto Marx.", ["Ida Berg", "Otto Marx"]),
        ("I am Ida Berg.", ["Ida Berg", "Guest"]),
        (
            f"I am Ida Berg, and with me is {'a very ' * 9}old friend, Otto Marx.",
            ["Ida Berg", "Guest"],
        ),
        ("With me is Otto Marx.", ["Host", "Guest"]),
        ("I am Old Labour.", ["Host", "Guest"]),
    ],
)
def test_a_host_gives_names(first: str, expected: list[str]) -> None:
    assert speakers(f"Host: {first}\n\nGuest: Good morning.\n\n{TURNS}") == expected


def test_only_the_first_turn_introduces() -> None:
    assert speakers(f"{TURNS}\n\nHost: I am Ida Berg.") == ["Host", "Guest"]


def test_a_guest_is_not_named_among_three() -> None:
    text = f"Host: I am Ida Berg, and with me is Otto Marx.\n\nCaller: Is it?\n\n{TURNS}"
    assert speakers(text) == ["Ida Berg", "Caller", "Guest"]
