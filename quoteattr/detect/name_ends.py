"""Find where a name ends: *Ministry of Women and Child Care*, *Ludwig van der Meer, MP*."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.detect.alphabet import COMMA, NAME, NUMBER, POSSESSIVE
from quoteattr.detect.token import Token, tag_at, word_at
from quoteattr.language import Language

#: maximum number of consecutive particles, and of the words of a body after *and*
_MOST_PARTICLES, _LONGEST_BODY = 3, 4
#: maximum number of words from an office to the end of the name after it
_LONGEST_OFFICE = 5


class NameEnds:
    """Finds the ends of the names of one article."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self._tokens, self._language = tokens, language

    def begins(self, i: int) -> bool:
        """Whether a name begins with the particles from token i on: *said | von Lindt*."""
        return tag_at(self._tokens, self._after_joint(i)) == NAME

    def end(self, i: int) -> int:
        """The end of the name that begins at token i, exclusive."""
        tokens, suffixes = self._tokens, self._language.suffixes
        n, j = len(tokens), i + 1
        while j < n:
            if tokens[j].tag == NAME or self._owns_body(j):
                j += 1
            elif (k := self._after_joint(j)) < n and tokens[k].tag == NAME:
                j = k + 1
            elif self._joins_fields(i, j) or self._goes_on(i, j) or self._is_numbered(j):
                j += 2
            elif tokens[j].word in suffixes and (tokens[j].capital or not tokens[i].capital):
                j += 1
            elif tokens[j].tag == COMMA and self._is_suffix(j + 1):
                j += 2
            else:
                break
        return j

    def _is_numbered(self, j: int) -> bool:
        """Whether token j is the number of a body whose officer follows: *Local 12 Chair Ada*."""
        tokens, stop = self._tokens, j + 1
        if tokens[j].tag != NUMBER or not tokens[j].word.isdigit():
            return False
        while stop - j <= _LONGEST_OFFICE and tag_at(tokens, stop) == NAME:
            stop += 1
        people = self._language.person_nouns
        return any(tokens[k].word in people for k in range(j + 1, stop - 1))

    def _is_suffix(self, k: int) -> bool:
        """Whether token k ends a name after a comma, and begins none: *Ada Berg, MP, said*.

        Also the legal form of a company: *Vantro, Inc., said*.
        """
        tokens, language, word = self._tokens, self._language, word_at(self._tokens, k)
        suffix = word in language.suffixes or word in language.legal_forms
        return suffix and tokens[k].capital and tag_at(tokens, k + 1) != NAME

    def _owns_body(self, j: int) -> bool:
        """Whether a possessive is part of the name of a body: *Makers’ Federation*."""
        tokens, language, following = self._tokens, self._language, word_at(self._tokens, j + 1)
        if tokens[j].word == "'":
            return following in language.organisation_words
        if tokens[j].tag != POSSESSIVE or not tokens[j - 1].capital:
            return False
        held = tokens[j - 1].word in language.person_nouns and tag_at(tokens, j + 1) == NAME
        return held and following in language.offices_held

    def _after_joint(self, j: int) -> int:
        """The index after the particles at token j, or after *of* in an office or a body."""
        tokens, language = self._tokens, self._language
        k = j
        while k < len(tokens) and k - j < _MOST_PARTICLES and tokens[k].word in language.particles:
            k += 1
        if k > j:
            return k
        word, before = tokens[j].word, tokens[j - 1].word
        of_body = self._is_body_joint(j) and self._opens_body(j - 1)
        of_office = word in language.genitive and before in language.offices_of
        if of_body and word_at(tokens, j + 1) in language.definite:
            return j + 2  # *Friends of the Lake*
        return j + 1 if word == "&" or of_body or of_office else len(tokens)

    def _joins_fields(self, i: int, j: int) -> bool:
        """Whether *and* at token j joins two fields of a body: *Ministry of Women and Child Care*.

        The body precedes them, with *of* or the like, or follows them: *Food and Drug Office*. Also
        of an office: *Commissioner for Works and Housing*.
        """
        tokens, language = self._tokens, self._language
        if tokens[j].word not in language.joining or tag_at(tokens, j + 1) != NAME:
            return False
        if not (self._is_field(tokens[j - 1].word) and self._is_field(tokens[j + 1].word)):
            return False
        office = word_at(tokens, i - 1) in language.office_joints
        held = office and word_at(tokens, i - 2) in language.person_nouns
        return held or self._opened(i, j - 1) or self._closes_body(j + 2)

    def _is_body_joint(self, j: int) -> bool:
        """Whether token j continues a body: *of*, or *to* before a capital: *to Protect*."""
        tokens, language = self._tokens, self._language
        word = tokens[j].word
        if word in language.infinitive:
            following = word_at(tokens, j + 1)
            return following in language.ordinary_words and tokens[j + 1].capital
        return word in language.body_joints

    def _opened(self, i: int, j: int) -> bool:
        """Whether a body begins between token i and token j, and *of* or the like continues it."""
        tokens, joints = self._tokens, self._language.body_joints
        return any(tokens[k].word in joints and self._opens_body(k - 1) for k in range(i + 1, j))

    def _goes_on(self, i: int, j: int) -> bool:
        """Whether token j, *of* or *for*, continues a body: *Society for the Care of Birds*."""
        language, word = self._language, self._tokens[j].word
        if tag_at(self._tokens, j + 1) != NAME or word not in language.body_joints:
            return False
        field = self._is_field(self._tokens[j + 1].word)
        return (field or word in language.genitive) and self._opened(i, j - 1)

    def _closes_body(self, j: int) -> bool:
        """Whether the names from token j on end with a noun for bodies: *… Enforcement Agency*."""
        tokens, language = self._tokens, self._language
        stop = j
        while stop < min(len(tokens), j + _LONGEST_BODY) and tokens[stop].tag == NAME:
            stop += 1
        last = tokens[stop - 1].word
        return stop > j and (last in language.organisation_words or last in language.no_last_names)

    def _is_field(self, word: str) -> bool:
        """Whether a word with a capital is an ordinary noun, not a name or another body."""
        language = self._language
        if word in language.body_fields:
            return True
        ordinary = word in language.ordinary_words or language.looks_plural(word)
        return ordinary and not (
            word in language.given_names or word in language.organisation_words
        )

    def _opens_body(self, i: int) -> bool:
        """Whether token i can begin a body that a preposition continues: *Friends of*."""
        token, language = self._tokens[i], self._language
        opens = token.capital and token.word in language.body_openers
        return opens or token.word in language.organisation_words
