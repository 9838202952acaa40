"""Check that every quote of a draft is in the notes, word for word, and by that speaker.

    pip install 'quoteattr[verify,html]'
    python examples/check_draft.py examples/draft.txt examples/pages

The first argument is the draft, the others are its sources: any file or folder that
`quoteattr.read` reads. The exit status is 1 if a quote needs attention. `quoteattr verify --draft`
does the same without a script.
"""

import sys
from pathlib import Path

import quoteattr


def check(draft: str, *notes: str) -> int:
    """Print each problem with a quote of a draft; return the number of problematic quotes."""
    text = Path(draft).read_text(encoding="utf-8")
    articles = [item for item in quoteattr.read(*notes) if isinstance(item, quoteattr.Article)]
    checked = quoteattr.verify_draft(quoteattr.Article(text, id=draft), articles)
    wrong = [quote for quote in checked if not quote.right]
    for quote in wrong:
        print(f"{quote.record.speaker}, {quote.verification.explain()}\n")
    print(f"{len(checked) - len(wrong)} of {len(checked)} quotes are right.")
    return len(wrong)


if __name__ == "__main__":
    sys.exit(1 if check(*sys.argv[1:]) else 0)
