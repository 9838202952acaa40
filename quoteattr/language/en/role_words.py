"""English words that say who somebody is: offices, occupations, ages.

Data only; ``contract/role_words.py`` describes each table.
"""

from __future__ import annotations

from quoteattr.language.words import words

OFFICES_OF = words("""
    secretary minister ministry republic commonwealth kingdom undersecretary duke prince
""")

OFFICES_OF_PLACES = words("""
    governor mayor president king queen emperor sultan emir bishop archbishop justice commissioner
    ambassador premier general
""")
OFFICES_HELD = words("office bureau department court council commission")
OFFICE_JOINTS = words("of to for")
RANKED = words("number no no.")

AGENT_VERBS: dict[str, frozenset[str]] = {
    "coach": words("coach"),
    "teacher": words("teach"),
    "leader": words("lead head"),
    "founder": words("found co-found establish"),
    "co-founder": words("co-found"),
    "owner": words("own run"),
    "boss": words("run head"),
    "manager": words("manage run"),
    "director": words("direct"),
    "author": words("write author"),
    "writer": words("write author"),
    "novelist": words("write"),
    "editor": words("edit"),
    "publisher": words("publish"),
    "singer": words("sing"),
    "composer": words("compose"),
    "conductor": words("conduct"),
    "painter": words("paint"),
    "sculptor": words("sculpt"),
    "designer": words("design"),
    "inventor": words("invent"),
    "builder": words("build"),
    "driver": words("drive"),
    "pilot": words("pilot fly"),
    "farmer": words("farm"),
    "trainer": words("train"),
    "host": words("host present"),
    "presenter": words("present host"),
    "chair": words("chair"),
    "chairman": words("chair"),
    "chairwoman": words("chair"),
    "captain": words("captain skipper"),
    "skipper": words("captain skipper"),
    "prosecutor": words("prosecute"),
    "organiser": words("organise organize"),
    "organizer": words("organise organize"),
    "producer": words("produce"),
    "translator": words("translate"),
    "winner": words("win"),
    "champion": words("win"),
    "survivor": words("survive"),
    "swimmer": words("swim"),
    "climber": words("climb"),
    "rider": words("ride"),
    "governor": words("govern"),
    "player": words("play"),
    "actor": words("play star"),
    "actress": words("play star"),
}

PHRASE_ROLES: dict[str, str] = {
    "chief executive": "ceo",
    "chief executive officer": "ceo",
    "ceo": "executive",
    "prime minister": "premier",
    "premier": "minister",
}

COUNTS = words("one two three four five six seven eight nine ten eleven twelve")

UNDERTAKINGS = words("""
    operation utility supplier provider publisher retailer maker manufacturer producer developer
    magazine newspaper journal newsletter podcast blog website site app platform festival campaign
    project programme program initiative mission startup start-up venture shop store brand
""")

PARTY_LETTERS: dict[str, str] = {
    "d": "democrat",
    "r": "republican",
    "i": "independent",
    "l": "libertarian",
    "g": "green",
    "dfl": "democrat",
}
BODY_AGENTS = words("""
    contractor builder owner operator landlord developer producer broker employer partner rival
    buyer seller organiser organizer defendant plaintiff claimant bidder investor shareholder
    competitor client customer tenant
""")
PLACES_IN_PICTURE = words("left right center centre middle pictured above below seated standing")
TITLE_FIELDS = words("foreign defense defence finance interior")
OFFICE_SUFFIXES = words("elect designate in-residence at-large in-training")
EMPLOYING = words("at with")

OFFICERS = words("""
    ceo cfo coo cto cio cmo gm md vp svp evp executive head founder co-founder cofounder chairman
    chairwoman chair spokesman spokeswoman spokesperson
""")

CORPORATE_ROLES = OFFICERS | words("""
    analyst economist editor correspondent reporter columnist anchor employee engineer scientist
    researcher
""")

OFFICE_PREFIXES = words("co ex vice sub half step")
REPRESENTING = words("for of from at")
CALLED = words("named called")
JUDGING = words("called")
IDENTIFIED = words("identified known")
SELF_NAMING = words("""
    identified identify identifies identifying introduced introduces introducing named names naming
    called calls calling
""")
NAME_NOUNS = words("name")
GOING = words("go goes going went")

ASSISTING = words("""
    adviser advisor ambassador aide assistant consultant counsel counsellor counselor deputy envoy
    secretary
""")

POSTPOSED = words("""
    familiar close briefed involved knowledgeable privy acquainted loyal opposed linked connected
    related aware based stationed affiliated knowledge
""")

OCCUPIED = words("""
    works worked working serves served serving retired resigned trained took began started sworn
    hired chosen employed earns earned makes made
""")

CAPACITY = words("as")

ENGAGED = words("""
    works lives teaches studies volunteers plays performs taught worked volunteered
""")

ACTIVITY_JOINTS = words("at for with in")

MANAGING = words("""
    owns runs leads heads chairs manages directs operates represents coaches teaches studies
    founded co-founded cofounded edits hosts oversees
""")

BECOMING = words("became become becomes remains remained")
APPOINTED = words("appointed named elected re-elected reelected")

QUANTITIES = words(
    "number series handful dozen dozens hundreds thousands scores range variety string"
)

ROLE_JOINTS = words("of from with at")
AGED = words("aged age")

BELONGING = words("""
    based born known representing responsible educated employed ranked assigned visiting
    specialising specializing volunteering prosecuting defending studying stationed living
    accused charged convicted suspected married trained raised
""")

PLEADING = words("prosecuting defending mitigating")
STATIONS = words("charge command loan behalf trial bail duty remand secondment")
IDENTIFYING = words("former")
PAST_HOLDERS = words("former ex one-time onetime sometime erstwhile")
AGE_ENDINGS = ("-old",)
EPITHET_ENDINGS = ("-old", "-ranked", "-seeded", "-rated", "-based", "-born", "-winning")

EPITHETS = words("""
    brave furious tearful heartbroken grieving devastated disgraced outspoken embattled hero
    proud angry shocked popular beloved late retired longtime legendary famous notorious
    controversial veteran convicted accused jailed troubled wealthy
""")
