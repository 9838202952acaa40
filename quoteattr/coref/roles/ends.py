"""Find the end of a role: *the mayor of Brack, Norland, | said*."""

from __future__ import annotations

from quoteattr.coref.roles.context import RoleContext, RoleReader
from quoteattr.detect.alphabet import (
    ADVERB,
    CLOSE_BRACKET,
    COMMA,
    CONJUNCTION,
    CUE,
    NAME,
    NOMINAL,
    OPEN_BRACKET,
    OTHER_WORD,
    PAST_FORM,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SPEAKING_NOMINAL,
    TIME,
)
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.detect.patterns.row_regex import one_of
from quoteattr.language.patterns import lazy_re, lazy_regex

#: maximum number of chunks of a role
_LONGEST = 40
#: maximum number of chunks between brackets in a role, of a list after a comma, and of roles
_BRACKETS, _LIST, _ROLES = 4, 8, 24
#: a name after a comma that locates a place: *in Houston, Texas,*
_AFTER_PLACE = one_of("COMMA|END|CLOSE_BRACKET|OPEN_BRACKET|QUOTE|SAYING|DASH|CONJUNCTION")
_PLACE = lazy_re(encode("{COMMA} {NAME}") + f"(?={_AFTER_PLACE})")
#: further members of a list inside a role: *of Health, Education and Labour*
_MEMBERS = lazy_regex(
    encode(
        "{COMMA} ({OTHER_WORD|ING_FORM|CUE_NOUN|NAME}{1,3} {COMMA}){0,3}"
        " ({OTHER_WORD|ING_FORM|CUE_NOUN|NAME}{1,3} {COMMA}?)?"
        " {CONJUNCTION} {OTHER_WORD|ING_FORM|CUE_NOUN|NAME|OTHER_NOMINAL}{1,3}"
    )
)
#: further nouns for the same person: *president, | chief executive and founder*
_NOUN = "{OTHER_WORD|CUE_NOUN|ING_FORM|NAME}{0,3} {NAME|NOMINAL|OTHER_WORD}"
_NOUNS = lazy_re(encode(f"({{COMMA}} {_NOUN})+ {{COMMA}}? {{CONJUNCTION}} {_NOUN}"))
#: what may follow nouns with articles, each of which could be somebody else
_AFTER_NOUNS = frozenset(("", *tags("COMMA|END|PREPOSITION|RELATIVE|CLOSE_BRACKET|DASH|QUOTE")))
#: tags that end a role anywhere, and tags that end one without a relative clause
_STOPS = frozenset(tags("END|QUOTE|COLON|DASH|CLOSE_BRACKET"))
_FINITE = frozenset(tags("SAYING|AUXILIARY|COPULA|PRONOUN|SUBORDINATOR|TIME|REPORTING"))
#: the end of an apposition inside a role
_CLOSERS = frozenset(("", *tags("COMMA|END|CLOSE_BRACKET|DASH")))
#: tags that a role does not end with
_NEVER_LAST = frozenset(tags("PREPOSITION|CONJUNCTION|SUBORDINATOR|POSSESSIVE"))
#: the start of a clause inside a role
_RELATIVE = tags("RELATIVE|COMPLEMENTIZER")
#: number of letters of a title in quotation marks, tags before it, and the end of an aside in it
_TITLE, _BEFORE_TITLE = (
    80,
    frozenset(tags("NAME|NOMINAL|OTHER_WORD|CUE_NOUN|PREPOSITION|ING_FORM|CONJUNCTION|POSSESSIVE")),
)
_CLOSING = frozenset(",.")
#: tags before a time that belongs to a nominal: *his wife of 20 years*
_BEFORE_TIME = tags("POSSESSIVE|PREPOSITION|NUMBER")
#: tags next to a noun that is spelt like a verb
_OPENING = tags("POSSESSIVE|NUMBER")
_NO_PERSON = tags("NAME|OTHER_NOMINAL")
_MODIFYING = tags("OTHER_WORD|ING_FORM|PREPOSITION")
_AFTER_NOUN = frozenset(tags("CONJUNCTION|CUE_NOUN|PREPOSITION|OTHER_WORD"))
_AFTER_COMPLEMENT = frozenset(tags("CONJUNCTION|COMMA|PREPOSITION|OTHER_WORD"))
_NOMINALS = frozenset(NOMINAL)
#: tags before a list, and tags that join its members
_LISTED = tags("NAME|OTHER_WORD|ING_FORM")
_JOINTS = tags("COMMA|CONJUNCTION")
#: *Berg left*, *Berg walked*
_NAME_AND_WORD = frozenset((NAME + OTHER_WORD, NAME + PAST_FORM))
#: *of the trust left*
_NOMINAL_AND_WORD = frozenset(tag + word for tag in NOMINAL for word in OTHER_WORD + PAST_FORM)
#: *for many | years*
_IN_RECENT = PREPOSITION + OTHER_WORD


class RoleEnds(RoleReader):
    """Finds the ends of the roles in one article."""

    def __init__(self, context: RoleContext) -> None:
        super().__init__(context)
        #: verb forms that are nouns here, since a singular subject does not agree with them
        self._base_forms = self._language.saying | self._language.reporting

    def stop(self, k: int) -> int:
        """The end of the role that begins with chunk k, exclusive."""
        j, most = k, min(len(self._tags), k + _LONGEST)
        while j < most:
            further = self._further(k, j)
            if further <= j or self.closes_aside(j):
                j = max(j, further)
                break
            j = further
        while j > k + 1 and self._never_last(k, j - 1):
            j -= 1
        return j

    def _never_last(self, k: int, j: int) -> bool:
        """Whether a role from chunk k on cannot end with chunk j; a clause can with an adverb."""
        adverb = self._tags[j] == ADVERB and self._tags[k] != RELATIVE
        return adverb or self._tags[j] in _NEVER_LAST

    def _further(self, k: int, j: int) -> int:
        """The chunk after chunk j or later, if the role from chunk k on includes j; else j."""
        tag = self._tags[j]
        if tag == QUOTE:
            return j + self._is_title(j)
        if tag == OPEN_BRACKET:
            if not self._language.places_in_picture.isdisjoint(self._heads[j + 1 : j + 2]):
                return j
            return self._tags.find(CLOSE_BRACKET, j, j + _BRACKETS) + 1
        if tag == COMMA:
            return self._goes_on(k, j)
        return j if tag in _STOPS or (j > k and self._ends_before(k, j)) else j + 1

    def _ends_before(self, k: int, j: int) -> bool:
        """Whether chunk j begins something after the role that begins with chunk k."""
        tag = self._tags[j]
        if tag == CONJUNCTION:  # *the mayor of Brack | and Ida Berg*, but *a friend of Bo and Ida*
            return self._context.is_person(j + 1) and not self._context.is_person(j - 1)
        infinitive = self._heads[j - 1] in self._context.language.infinitive
        verb = tag in _FINITE and not infinitive  # *the first surgeon to get there*
        finite = (verb and not self.is_noun(j)) or self._is_verb(k, j)
        return finite and not any(relative in self._tags[k:j] for relative in _RELATIVE)

    def _is_verb(self, k: int, j: int) -> bool:
        """Whether a past form after a name begins the predicate: *Berg of the trust left*."""
        word = self._tags[j - 1 : j + 1]
        after_body = self._tags[k] == PREPOSITION and word in _NOMINAL_AND_WORD
        language = self._table.language
        regular = self._context.first_word(j).endswith(language.past_suffixes)
        past = regular or self._heads[j] in language.past_forms
        return past and (word in _NAME_AND_WORD or after_body)

    def _is_title(self, j: int) -> bool:
        """Whether the quoted span in chunk j is inside the role: *author of “Rill Days”*."""
        start, end = self._chunks.starts[j], self._chunks.ends[j]
        inside = end - start <= _TITLE and self._tags[j - 1] in _BEFORE_TITLE
        return inside and self._table.text[self._chunks.ends[j - 1] : start] in (" ", "\u00a0")

    def closes_aside(self, j: int) -> bool:
        """Whether chunk j is a title that ends in a comma or full stop: *“Rill Days,”*."""
        return self._tags[j] == QUOTE and self._table.text[self._chunks.ends[j] - 2] in _CLOSING

    def is_noun(self, j: int) -> bool:
        """Whether a chunk that looks like a verb, a time or a subject is part of a nominal.

        *for Canadian rates and analysis*; *a think tank*; *a support worker*; *and close friend
        of*; *a group called Vale*; *his wife of 20 years*; *mother of two*; *and one of the
        founders*.
        """
        tag, before, after = self._tags[j], self._tags[j - 1], self._tags[j + 1 : j + 2]
        if tag == TIME:
            return before in _BEFORE_TIME or self._tags[j - 2 : j] == _IN_RECENT
        if tag == PRONOUN:
            several = self._heads[j] in self._table.language.indefinite
            return several and (
                before == PREPOSITION or (before == CONJUNCTION and after == PREPOSITION)
            )
        if tag not in CUE:
            return False
        if self._heads[j] in self._table.language.called:
            return after == NAME
        if (
            before == SPEAKING_NOMINAL
            and self._tags[j - 2 : j - 1] == PREPOSITION
            and after in _AFTER_COMPLEMENT
        ):
            return not self._context.is_determined(j - 1)
        compound = before in _NO_PERSON and self._is_bare_noun(j + 1)
        if compound or (before == CONJUNCTION and after in _NOMINALS):
            return self._heads[j] in self._base_forms
        if before in CUE and self._heads[j] in self._base_forms:
            return self.is_noun(j - 1)
        return before in _OPENING or (before in _MODIFYING and after in _AFTER_NOUN)

    def _is_bare_noun(self, j: int) -> bool:
        """Whether chunk j is a word, or a noun for a person without a determiner."""
        tag = self._tags[j : j + 1]
        return tag == OTHER_WORD or (tag == SPEAKING_NOMINAL and not self._context.is_determined(j))

    def _goes_on(self, k: int, comma: int) -> int:
        """The chunk where the role from chunk k on continues after a comma; else the comma."""
        if self._table.text[self._chunks.starts[comma]] != ",":
            return comma
        return max(
            self._after_place(k, comma),
            self._after_list(k, comma),
            self._after_nouns(k, comma),
            self._after_body(k, comma),
        )

    def _after_place(self, k: int, comma: int) -> int:
        """The end of a place or body after a comma: *a baker in Dalby, Norland*."""
        place = _PLACE.match(self._tags, comma)
        if place is None or self._context.is_person(comma + 1):
            return comma
        named = self._tags[comma - 1] == NAME and comma > k + 1
        return place.end() if named or self._context.is_body(comma + 1) else comma

    def _after_list(self, k: int, comma: int) -> int:
        """The end of a list in a complement: *minister of Health, Education and Labour*."""
        members = _MEMBERS.match(self._tags, comma, comma + _LIST)
        if (
            not members
            or PREPOSITION not in self._tags[k:comma]
            or self._tags[comma - 1] not in _LISTED
        ):
            return comma
        people = any(map(self._context.is_person, range(comma + 1, members.end())))
        return comma if people else members.end()

    def _after_nouns(self, k: int, comma: int) -> int:
        """The end of further nouns for the person: *a nurse, mother and author*.

        With articles they could be of others: *Ida Berg, a nurse, a baker and a driver left*.
        """
        nouns = _NOUNS.match(self._tags, comma, comma + _ROLES)
        if nouns is None:
            return comma
        end = nouns.end()
        edges = [j for j in range(comma, end) if self._tags[j] in _JOINTS]
        lasts = [j - 1 for j in (*edges[1:], end) if self._tags[j - 1] not in _JOINTS]
        articles = any(self._context.is_determined(j + 1) for j in edges)
        others = articles and self._tags[end : end + 1] not in _AFTER_NOUNS
        owned = any(self._context.is_definite(j + 1) for j in edges[:-1])
        same = not others and not owned and all(map(self._context.is_head, lasts))
        return end if same else comma

    def _after_body(self, k: int, comma: int) -> int:
        """The end of an apposition to the body that a role ends in.

        *head of Rillco, a water company in Vale,*
        """
        tags, context, body = self._tags, self._context, comma + 1
        if not self._is_name_of_body(comma - 1) or PREPOSITION not in tags[k:comma]:
            return comma
        if self._is_name_of_body(k - 2):
            return comma  # an apposition to a body has none of its own
        if tags[body : body + 1] not in _NOMINALS or not context.is_determined(body):
            return comma
        end = self.stop(body)
        return end if tags[end : end + 1] in _CLOSERS and self._is_group(body) else comma

    def _is_name_of_body(self, k: int) -> bool:
        """Whether chunk k is a name, but not a person's."""
        return self._tags[k : k + 1] == NAME and not self._context.is_person(k)

    def _is_group(self, k: int) -> bool:
        """Whether the head of the nominal from chunk k on is a noun for groups or enterprises.

        *a company*, *a think tank*; *a monthly magazine*
        """
        language, last = self._table.language, k
        while self._tags[last + 1 : last + 2] == OTHER_WORD:
            last += 1
        for head in (self._heads[k], self._heads[last]):
            if head in language.group_nouns or head in language.undertakings:
                return True
        return "-".join(self._context.words_at(k)[-2:]) in language.group_nouns

    def before(self, stop: int) -> int:
        """The end of the last chunk before this one."""
        return self._chunks.ends[stop - 1]
