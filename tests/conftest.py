"""What several test modules share."""

import shutil
import sys

import learning
import pytest
from archive_articles import ARTICLES, rows
from command_line import call, simple_engine
from hypothesis import HealthCheck, settings

from quoteattr import api
from quoteattr.training import boost, tagging, train

# Neither limit of hypothesis that a clock watches, and the same texts each time: what fails on one
# machine on one day fails on every other.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


@pytest.fixture(autouse=True, scope="module")
def without_threads_of_jax():
    """JAX starts threads, which forbid a fork; ``learning.py`` has a process for it."""
    yield
    assert "jax" not in sys.modules


@pytest.fixture
def simply(monkeypatch):
    """An engine so simple that every test can tell what it must find."""
    monkeypatch.setattr(api, "find_records", simple_engine)


@pytest.fixture(scope="module")
def quick_training():
    """Two rounds of boosting in one thread, one epoch: enough to see that training runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(train, "QUOTE_TREES", train.EnsembleSize(2, 2))
        patch.setattr(train, "CLAUSE_TREES", train.EnsembleSize(1, 2))
        patch.setitem(boost.PARAMETERS, "num_threads", 1)
        patch.setattr(tagging, "fit", learning.fit)
        patch.setattr(tagging, "EPOCHS", 1)
        patch.setattr(tagging, "LENGTHS", (64,))
        patch.setattr(tagging, "BATCH_TOKENS", 512)
        yield


@pytest.fixture
def news_folder(tmp_path, monkeypatch):
    """The folder where a command is called, with a file of articles."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news.jsonl").write_text(rows(ARTICLES))
    return tmp_path


@pytest.fixture(scope="session")
def filled_archive(tmp_path_factory):
    """An archive of the articles, of which each test takes a copy."""
    place = tmp_path_factory.mktemp("filled")
    (place / "news.jsonl").write_text(rows(ARTICLES))
    assert call("archive", "add", place / "news.db", place / "news.jsonl") == 0
    return place / "news.db"


@pytest.fixture
def news_archive(filled_archive, news_folder):
    """The path of an archive of the articles."""
    shutil.copy(filled_archive, news_folder / "news.db")
    return "news.db"
