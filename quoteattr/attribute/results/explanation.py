"""Explain a record in words: one sentence for general readers, then the rules.

The sentence has two parts: the words between the quote and the mention, and how the mention led to
the speaker's name. Both use only the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from quoteattr.attribute.decision.fusion import BY_ENCODER
from quoteattr.attribute.rules import ATTRIBUTING, RULES
from quoteattr.attribute.structure.headings import REPEATED
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Mention, QuoteRecord, Verdict
from quoteattr.text import clip, one_line, percent

#: maximum number of characters of a quote and of a mention to repeat
_QUOTE, _MENTION = 60, 80
#: the condition of every rule, without its examples
_CONDITIONS = {rule.name: rule.condition.partition(": *")[0].rstrip(".") for rule in RULES}
#: rules whose value is a degree: these explain nothing in words
_DEGREES = frozenset(rule.name for rule in RULES if rule.counts)
#: rules on the relation of quote and speaker: only these explain a speaker
_EXPLAINING = frozenset(rule.name for rule in ATTRIBUTING) - _DEGREES
_CANDIDATE = lazy_regex(r"\b[Tt]he (?:candidate|speaker)\b")
_EMPHASIS = str.maketrans("", "", "*")

#: the start of a sentence of our own words, which needs a capital
_A_COLON, _OF_ALL = "a colon", "among all candidates"
_OWN_WORDS = (_A_COLON, _OF_ALL)

Side = Literal["before", "after", "between", "inside"]


def explain(record: QuoteRecord, rules: bool) -> str:
    """Explain a record, with details if ``rules`` is set; behind ``QuoteRecord.explain``."""
    return "\n".join([sentence(record), *(details(record) if rules else ())])


def sentence(record: QuoteRecord) -> str:
    """Why the quote has this speaker, in one sentence."""
    if record.rule == BY_ENCODER and record.verdicts:
        return f"{_encoder(record)}."
    if record.mention is None:
        return f"{_nobody(record)}."
    if record.rule == REPEATED:
        return f"{_repeated(record, record.mention)}."
    if record.kind == "post":
        return f"The post is signed {_quoted(record.mention)}."
    between, name = _between(record, record.mention), _name(record, record.mention)
    start = between[0].upper() if between.startswith(_OWN_WORDS) else between[0]
    return f"{start}{between[1:]}; {name}." if name else f"{start}{between[1:]}."


def details(record: QuoteRecord) -> Iterator[str]:
    """The leading rules, the contribution of each, and the runner-up, line by line."""
    speaker = record.speaker if record.speaker is not None else "nobody"
    quote = clip(record.quote, _QUOTE)
    sure = percent(record.overall_confidence)
    yield f"“{quote}” — {speaker} ({sure}, {record.rule or 'no rule'})"
    for place, verdict in zip(("chosen", "runner-up"), record.verdicts, strict=False):
        alone = f" ({_shares(verdict)})" if verdict.by_encoder is not None else ""
        yield f"  {place}: {_placed(verdict.mention)}, {percent(verdict.probability)}{alone}"
        for e in verdict.evidence:
            yield f"    {e.weight:+.2f}  {'' if e.holds else 'not '}{e.rule}"
    if record.cue is not None:
        yield f"  cue: “{record.cue.text}” at {record.cue.start}–{record.cue.end}"


def _shares(verdict: Verdict) -> str:
    """The shares of a candidate by the rules alone and by the encoder alone."""
    rules, encoder = percent(verdict.by_rules or 0.0), percent(verdict.by_encoder or 0.0)
    return f"rules alone {rules}, encoder alone {encoder}"


def condition(rule: str) -> str:
    """The condition of a rule, in words; its name if there is no such rule."""
    return _CONDITIONS.get(rule, rule).translate(_EMPHASIS)


def _placed(mention: Mention | None) -> str:
    """A mention, its kind and its position."""
    if mention is None:
        return "nobody"
    return f"“{mention.text}” ({mention.kind}) at {mention.start}–{mention.end}"


def _quoted(part: Mention) -> str:
    """The words of a mention between marks, on one line."""
    return f"“{clip(one_line(part.text), _MENTION)}”"


# -- quote and mention ---------------------------------------------------------------------------


def _speaker(record: QuoteRecord, mention: Mention) -> str:
    """The name of the speaker; the mention’s own words if several speak or nobody is named."""
    named = record.naming is not None and record.naming.by not in ("nobody", "several")
    return clip(record.speaker, _MENTION) if named and record.speaker else _quoted(mention)


def _between(record: QuoteRecord, mention: Mention) -> str:
    """The words between the quote and the mention."""
    who = _speaker(record, mention)
    if record.cue is None:
        return _by_rule(record, who)
    cue = _A_COLON if record.cue.text == ":" else f"“{one_line(record.cue.text)}”"
    place, of_cue = _side(record, mention.start), _side(record, record.cue.start)
    if place != of_cue:
        return f"{who} stands {_WHERE[place]}, and {cue} {_WHERE[of_cue]}"
    cue_first = record.cue.start < mention.start
    if (place, cue_first) in (("after", True), ("before", False)):
        return f"{cue} stands between the quote and {who}"
    if cue != _A_COLON and 1 in (mention.start - record.cue.end, record.cue.start - mention.end):
        words = (record.cue.text, mention.text) if cue_first else (mention.text, record.cue.text)
        return f"“{clip(one_line(' '.join(words)), _MENTION)}” stands {_WHERE[place]}"
    first, last = (cue, who) if cue_first else (who, cue)
    return f"{first} and then {last} stand {_WHERE[place]}"


_WHERE: dict[Side, str] = {
    "before": "before the quote",
    "after": "after the quote",
    "between": "between two parts of the quote",
    "inside": "within the quote",
}


def _side(record: QuoteRecord, place: int) -> Side:
    """The side of the quote on which a position is."""
    if place < record.spans[0].start:
        return "before"
    if place >= record.spans[-1].end:
        return "after"
    return "inside" if any(start <= place < end for start, end in record.spans) else "between"


def _by_rule(record: QuoteRecord, who: str) -> str:
    """The condition of the leading rule, with the speaker in place of the candidate."""
    if record.rule not in _EXPLAINING:
        return f"{_OF_ALL}, {who} is the most likely speaker"
    return _CANDIDATE.sub(lambda _: who, condition(record.rule))


def _nobody(record: QuoteRecord) -> str:
    """Why the record has no speaker."""
    if record.cue is not None:
        return f"“{one_line(record.cue.text)}” reports these words, and the text names no speaker"
    evidence = record.verdicts[0].evidence if record.verdicts else ()
    why = next((e.rule for e in evidence if e.holds and e.rule in _CONDITIONS), None)
    if why is None or why in _DEGREES:
        return "The text names nobody who says these words"
    return f"The text names nobody who says these words: {_lower(condition(why))}"


def _repeated(record: QuoteRecord, mention: Mention) -> str:
    """The speaker of the quote that a heading repeats."""
    named = record.naming is not None and record.naming.by == "full name"
    sentence = f"A heading repeats words of a quote of {_speaker(record, mention)}"
    return sentence if named else f"{sentence}; {_name(record, mention)}"


def _encoder(record: QuoteRecord) -> str:
    """The decision of the encoder against the rules."""
    chosen, *others = record.verdicts
    who = "nobody" if chosen.mention is None else _quoted(chosen.mention)
    sentence = f"The encoder, which reads the sentence, prefers {who} ({_shares(chosen)})"
    if others:
        other = others[0].mention
        sentence += f" to {'nobody' if other is None else _quoted(other)} ({_shares(others[0])})"
    name = _name(record, record.mention) if record.mention else ""
    return f"{sentence}; {name}" if name else sentence


def _lower(words: str) -> str:
    """A sentence in the form that follows a colon."""
    return words[:1].lower() + words[1:]


# -- mention and name ----------------------------------------------------------------------------


def _name(record: QuoteRecord, mention: Mention) -> str:
    """How the mention led to the speaker's name."""
    words, speaker = _quoted(mention), clip(record.speaker or "nobody", _MENTION)
    naming = record.naming
    if naming is None:
        return "" if speaker == mention.text else f"{words} refers to {speaker}"
    if naming.by == "nobody":
        if speaker == one_line(mention.text):
            return "the text gives no name"
        relation = "is part of" if one_line(mention.text) in speaker else "refers to"
        return f"{words} {relation} “{speaker}”, and the text gives no name"
    if naming.by == "full name":
        return "the text gives the full name there"
    verb = {"part": "is", "pronoun": "refers to", "description": "describes"}.get(naming.by)
    if verb is None:
        return (
            f"{words} refers to {speaker}"
            if mention.kind == "pronoun"
            else "the text names each of them"
        )
    where = f", named in full in paragraph {naming.paragraph}" if naming.paragraph else ""
    why = f", because {naming.reason}" if naming.reason else ""
    return f"{words} {verb} {speaker}{where}{why}"
