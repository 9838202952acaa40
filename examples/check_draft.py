"""Does every quote of a draft stand in the notes, word for word, and did that person say it?

    pip install 'quoteattr[verify,html]'
    python examples/check_draft.py examples/draft.txt examples/pages

The first argument is the draft, the others are what it was written from: any file or folder that
`quoteattr.read` reads. The exit status is 1 where somebody should look.
"""

import sys
from pathlib import Path

import quoteattr


def check(draft: str, *notes: str) -> int:
    """Print what is wrong with each quote of a draft; count those that are not right."""
    text = Path(draft).read_text(encoding="utf-8")
    articles = [found for found in quoteattr.read(*notes) if isinstance(found, quoteattr.Article)]
    records = quoteattr.extract(text, draft, kinds=["direct", "mixed"])
    # Piece by piece: an article may well report in one sentence what the draft parts.
    said = [(text[start:end], record) for record in records for start, end in record.quoted]
    found = quoteattr.verify_many((words for words, _ in said), articles)
    wrong = 0
    for (_, record), verification in zip(said, found, strict=True):
        same_speaker = verification.speaker in (record.speaker, None)
        if verification.faithful and same_speaker:
            continue
        wrong += 1
        print(f"{record.speaker}, {verification.explain()}\n")
    print(f"{len(said) - wrong} of {len(said)} quotes stand in the notes as they are.")
    return wrong


if __name__ == "__main__":
    sys.exit(1 if check(*sys.argv[1:]) else 0)
