"""What several test modules share."""

import pytest

from quoteattr.learn import boost, tagging, train


@pytest.fixture(scope="module")
def quick_training():
    """Two rounds of boosting in one thread, one reading of the articles: that learning runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(train, "QUOTES", (2, 2))
        patch.setattr(train, "CLAUSES", (1, 2))
        patch.setitem(boost.PARAMETERS, "num_threads", 1)
        patch.setattr(tagging, "EPOCHS", 1)
        patch.setattr(tagging, "LENGTHS", (64,))
        patch.setattr(tagging, "BATCH", 512)
        yield
