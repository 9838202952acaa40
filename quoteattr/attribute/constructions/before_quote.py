"""The constructions before a quote, in the order of trial: *X said Y had told her: “…”*."""

from __future__ import annotations

from quoteattr.attribute.constructions.claims import (
    CLAIMS_OF_OTHERS,
    JUDGED_CLAIMS,
    REPROACHES,
    VIEWS,
)
from quoteattr.attribute.constructions.messages import MESSAGES
from quoteattr.attribute.constructions.passives import PASSIVES, QUOTED_SPEAKERS
from quoteattr.attribute.constructions.reports import REPORTS_IN_REPORTS
from quoteattr.attribute.constructions.subjects import (
    BELONGING_SUBJECTS,
    CLEFTS,
    DISTANT_SUBJECTS,
    RELATIVE_CLAUSES,
)

#: a claim that somebody judges, *X called Y’s claim that the port is safe “…”*, precedes one that
#: somebody reacts to
BEFORE_QUOTE = (
    *REPORTS_IN_REPORTS,
    *QUOTED_SPEAKERS,
    *MESSAGES,
    *DISTANT_SUBJECTS,
    *VIEWS,
    *JUDGED_CLAIMS,
    *CLAIMS_OF_OTHERS,
    *PASSIVES,
    *REPROACHES,
    *CLEFTS,
    *RELATIVE_CLAUSES,
    *BELONGING_SUBJECTS,
)
