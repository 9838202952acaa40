"""Whom labels name: the fullest name, and of two the one who spoke last."""

from string import ascii_lowercase

from tables import for_each
from timing import is_linear

from quoteattr.detect.transcripts.turns import find_turns


def speakers(text: str) -> list[str]:
    """The speaker of each turn."""
    return [turn.speaker for turn in find_turns(text)]


@for_each(
    ("text", "names"),
    [
        (
            "BERNARD SANDS, SENATOR: No.\n\nSARAH HALE SANDS, SECRETARY: Yes.\n\nSANDS: Friday.",
            ["Bernard Sands", "Sarah Hale Sands", "Sarah Hale Sands"],
        ),
        (
            "BERNARD SANDS, SENATOR: No.\n\nSARAH HALE SANDS, SECRETARY: Yes.\n\n"
            "BERNARD SANDS: I repeat.\n\nSANDS: No.",
            ["Bernard Sands", "Sarah Hale Sands", "Bernard Sands", "Bernard Sands"],
        ),
        (
            "KAHN: Go.\n\nBRANDT: Go.\n\nNORA KAHN, ANCHOR: Go on.\n\nFELIX BRANDT, MAYOR: No.",
            ["Nora Kahn", "Felix Brandt", "Nora Kahn", "Felix Brandt"],
        ),
        (
            "Nora Kahn met Felix Brandt.\n\nNK: How?\n\nFB: By phone.\n\nNK: And?\n\nFB: I went.",
            ["Nora Kahn", "Felix Brandt"] * 2,
        ),
        (
            "Priya Raman talks to Jonas Ekberg.\n\nPriya: Why?\nJonas: I fell.\n"
            "Priya: Where?\nJonas: I forget.",
            ["Priya Raman", "Jonas Ekberg"] * 2,
        ),
        (
            "MS. HALE     Where is it?\nMR. TOLL     In here.\nMS. HALE     Is it?\n"
            "MR. TOLL     It is.",
            ["Hale", "Toll"] * 2,
        ),
        (
            "JUROR NO. 4: May I go?\n\nTHE COURT: You may.\n\nJUROR NO. 5: May I?\n\n"
            "THE COURT: You may not.",
            ["JUROR NO. 4", "THE COURT", "JUROR NO. 5", "THE COURT"],
        ),
        (
            "DR. FATOU CEESAY, MINISTER: We go.\n\nSEN. LAMIN JALLOW (D-OH): No.",
            ["Fatou Ceesay", "Lamin Jallow"],
        ),
        ("DON McDOWELL, HOST: We go.\n\nMcDOWELL: Now.", ["Don McDowell"] * 2),
        ("Q. Will you resign?\n\nMAYOR BLUM: No.", ["Q", "Blum"]),
        ("Speaker A (0:01): We go.\n\nSpeaker B (0:02): No.", ["Speaker A", "Speaker B"]),
        (
            "Remarks by President Marian Castell\n\nTHE PRESIDENT: I go.\n\nQ  When?",
            ["Marian Castell", "Q"],
        ),
        ("BY MS. HALE:\n\nQ. Who?\n\nA. Me.", ["Hale", "A"]),
        (
            "The Prime Minister (Ida Holm): We go.\n\nMr Speaker: Order.\n\nIda Holm: I go on.\n\n"
            "Mr Speaker: Order!",
            ["Ida Holm", "Mr Speaker"] * 2,
        ),
    ],
)
def test_speakers(text, names):
    assert speakers(text) == names


def test_time_grows_with_the_names():
    def transcript(letters: str) -> str:
        labels = [f"K{a}{b}{c}n" for a in letters for b in letters for c in "aeiou"]
        return "\n".join(f"{label}: Do you see?" for label in labels * 2)

    short, long = transcript(ascii_lowercase[:9]), transcript(ascii_lowercase[:18])
    assert len(find_turns(short)) == 2 * 9 * 9 * 5
    assert is_linear(lambda: find_turns(short), lambda: find_turns(long))
