"""Labels: what stands before the words of a turn, in the forms that transcripts have."""

from tables import for_each

from quoteattr.detect.transcripts.labels import find_labels, stage_directions
from quoteattr.records import Span


@for_each(
    ("line", "words", "form", "body"),
    [
        ("NORA KAHN, ANCHOR: Good evening.", "NORA KAHN", "capitals", "Good evening."),
        ("OLA BERG (via Skype): No.", "OLA BERG", "capitals", "No."),
        ("[02:50:05] IDA HOLM, DOCTOR (through translator): No.", "IDA HOLM", "capitals", "No."),
        ("**Nora Kahn:** How?", "Nora Kahn", "name", "How?"),
        ("**Nora Kahn**: How?", "Nora Kahn", "name", "How?"),
        ("<b>Nora Kahn:</b> How?", "Nora Kahn", "name", "How?"),
        (">> MAYOR BERG: No.", "MAYOR BERG", "capitals", "No."),
        ("GOV. PRICE: No.", "GOV. PRICE", "capitals", "No."),
        ("Speaker 1: We begin.", "Speaker 1", "role", "We begin."),
        ("Speaker A (2026-07-22T14:03Z): No.", "Speaker A", "role", "No."),
        ("Speaker 2 (00:09): No.", "Speaker 2", "role", "No."),
        ("Q. Who pays?", "Q", "letter", "Who pays?"),
        ("Q: Who pays?", "Q", "letter", "Who pays?"),
        ("A. You do.", "A", "letter", "You do."),
        ("Q    Who pays?", "Q", "letter", "Who pays?"),
        ("12  Q.  Who pays?", "Q", "letter", "Who pays?"),
        ("  Mr. SMITH. Mr. Speaker, I rise.", "Mr. SMITH", "record", "Mr. Speaker, I rise."),
        ("Ms. McDOWELL of Ohio. No.", "Ms. McDOWELL of Ohio", "record", "No."),
        ("The PRESIDING OFFICER. Order.", "The PRESIDING OFFICER", "record", "Order."),
        ("The SPEAKER pro tempore. Order.", "The SPEAKER pro tempore", "record", "Order."),
        ("<v Nora Kahn>Why?", "Nora Kahn", "voice", "Why?"),
        ("Mr DUGGAN (Port Hewitt—Treasurer) (14:02): No.", "Mr DUGGAN", "capitals", "No."),
        ("Nora Kahn 00:01:05", "Nora Kahn", "line", ""),
        ("Nora Whitcombe (Harbor East) (Lab)", "Nora Whitcombe", "line", ""),
        ("SPEAKER_00: We begin.", "SPEAKER_00", "role", "We begin."),
        ("[SPEAKER_00] We begin.", "SPEAKER_00", "set off", "We begin."),
        ("**Nora Kahn** How?", "Nora Kahn", "set off", "How?"),
        ("<strong>Nora Kahn</strong> How?", "Nora Kahn", "set off", "How?"),
        ("NORA KAHN. How?", "NORA KAHN", "set off", "How?"),
        ("Nora Kahn> How?", "Nora Kahn", "set off", "How?"),
        ("[08:11, 09/01/2025] Nora Kahn: How?", "Nora Kahn", "name", "How?"),
        ("Nora Kahn · 00:01:05", "Nora Kahn", "line", ""),
        ("3. Nora Kahn: How?", "Nora Kahn", "name", "How?"),
        ("Q11 Nora Kahn: How?", "Nora Kahn", "name", "How?"),
        ("Q) How?", "Q", "letter", "How?"),
        ("Nora Kahn：How?", "Nora Kahn", "name", "How?"),
        ("Nora Kahn:How?", "Nora Kahn", "name", "How?"),
    ],
)
def test_one_label(line, words, form, body):
    (label,) = find_labels(f"Before it.\n{line}\nBehind it.")
    text = f"Before it.\n{line}\nBehind it."
    assert (label.words, label.form) == (words, form)
    assert " ".join(text[slice(*label.name)].split()) == words
    assert text[label.body : text.find("\n", label.body)].strip() == body


@for_each(
    "line",
    [
        "Note: The pier is shut.",
        "Updated: The pier is shut.",
        "READ MORE: The pier is shut.",
        "The pier is shut: nobody knows why.",
        "He said: no.",
        "A man walked in.",
        "https://example.org/pier: shut",
        "14:03: The pier is shut.",
        "",
    ],
)
def test_no_label(line):
    assert [label.words for label in find_labels(f"{line}\n") if label.form != "line"] == []


@for_each(
    ("text", "expected"),
    [
        ("We go. (APPLAUSE) Now.", ["(APPLAUSE)"]),
        ("We go. [laughter] Now.", ["[laughter]"]),
        ("We (the council) go.", []),
        ("We go. (BEGIN VIDEO CLIP)", ["(BEGIN VIDEO CLIP)"]),
        ("[20:14:31] We go.", ["[20:14:31]"]),
    ],
)
def test_stage_directions(text, expected):
    spans = stage_directions(text, Span(0, len(text)))
    assert [text[slice(*span)] for span in spans] == expected
