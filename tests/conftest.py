"""What several test modules share."""

from functools import partial

import pytest

from quoteattr.learn import train


@pytest.fixture(scope="module")
def quick_training():
    """Two rounds of boosting in one thread: as good as all of them to show that learning runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(train, "fit", partial(train.fit, rounds=2))
        patch.setitem(train.PARAMETERS, "num_threads", 1)
        yield
