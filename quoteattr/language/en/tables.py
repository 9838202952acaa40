"""All tables of English under one name, until nobody imports them from here any more."""

from __future__ import annotations

from quoteattr.language.en.function_words import *  # noqa: F403
from quoteattr.language.en.names import *  # noqa: F403
from quoteattr.language.en.nouns import *  # noqa: F403
from quoteattr.language.en.spelling import *  # noqa: F403
from quoteattr.language.en.verbs import *  # noqa: F403
