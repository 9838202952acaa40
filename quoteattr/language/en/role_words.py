"""English words that say who somebody is: offices, occupations, ages. Data only."""

from __future__ import annotations

from quoteattr.language.words import words

#: offices and bodies whose names go on with *of*: *Secretary of State*
OFFICES_OF = words("""
    secretary minister ministry republic commonwealth kingdom undersecretary duke prince
""")

#: offices before *of* and where they are held: *Governor of Brack*
OFFICES_OF_PLACES = words("""
    governor mayor president king queen emperor sultan emir bishop archbishop justice commissioner
    ambassador premier general
""")

#: bodies that are named after who holds the office: *Prime Minister’s Office*
OFFICES_HELD = words("office bureau department court council commission")

#: prepositions that an office goes on with: *ambassador to the UN*
OFFICE_JOINTS = words("of to for")

#: words before a rank: *world number two*
RANKED = words("number no no.")

#: for a noun the verbs for what its bearers do: *coach*, who coaches
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

#: for a description in lower case another noun for the same role: *chief executive*, CEO
PHRASE_ROLES: dict[str, str] = {
    "chief executive": "ceo",
    "chief executive officer": "ceo",
    "ceo": "executive",
    "prime minister": "premier",
    "premier": "minister",
}

#: numbers in words that say of how many somebody is: *mother of three*
COUNTS = words("one two three four five six seven eight nine ten eleven twelve")

#: nouns for what people run, which speaks no more than its name: *Rill Rides, an app for riders*
UNDERTAKINGS = words("""
    operation utility supplier provider publisher retailer maker manufacturer producer developer
    magazine newspaper journal newsletter podcast blog website site app platform festival campaign
    project programme program initiative mission startup start-up venture shop store brand
""")

#: letters for parties before a hyphen: *R-Texas*
PARTY_LETTERS = words("d r i l g dfl")

#: words after a name that say who is who in a picture: *Ida Berg, left,*
PLACES_IN_PICTURE = words("left right center centre middle pictured above below seated standing")

#: words that name the field of an office among the titles: *finance*
TITLE_FIELDS = words("foreign defense defence finance interior")

#: what stands after a hyphen and an office: *mayor-elect*
OFFICE_SUFFIXES = words("elect designate in-residence at-large in-training")

#: prepositions between a role and a body whose it is: *a nurse at Brack Hospital*
EMPLOYING = words("at with")

#: who leads a body or speaks for it, so that *the company* in their sentence is theirs
OFFICERS = words("""
    ceo cfo coo cto cio cmo gm md vp svp evp executive head founder co-founder cofounder chairman
    chairwoman chair spokesman spokeswoman spokesperson
""")

#: roles whose holders work for a body, whatever its name: *Rillco CEO Ida Berg*
CORPORATE_ROLES = OFFICERS | words("""
    analyst economist editor correspondent reporter columnist anchor employee engineer scientist
    researcher
""")

#: prefixes of nouns for people: *co-organiser*, *ex-soldier*
OFFICE_PREFIXES = words("co ex vice sub half step")

#: prepositions between a spokesman and the body that he speaks for
REPRESENTING = words("for of from at")

#: participles between a nominal and a name: *a baker named Ida Berg*
CALLED = words("named called")

#: those of them that are verbs of a judgement as well: *called Ida Berg a bore*
JUDGING = words("called")

#: the same before *as*: *a baker identified only as Ida Berg*
IDENTIFIED = words("identified known")

#: verbs by which somebody gives their own name: *who identified herself as Ida Berg*
SELF_NAMING = words("""
    identified identify identifies identifying introduced introduces introducing named names naming
    called calls calling
""")

#: nouns for a name: *who gave her name as Ida Berg*
NAME_NOUNS = words("name")

#: verbs before *by* and a name: *who goes by NAME*
GOING = words("go goes going went")

#: who serves another: *an aide to the president*
ASSISTING = words("""
    adviser advisor ambassador aide assistant consultant counsel counsellor counselor deputy envoy
    secretary
""")

#: what stands after its noun, and a preposition after it: *a person familiar with the talks*
POSTPOSED = words("""
    familiar close briefed involved knowledgeable privy acquainted loyal opposed linked connected
    related aware based stationed affiliated knowledge
""")

#: verbs of what somebody does for a living: *works as a baker*
OCCUPIED = words("""
    works worked working serves served serving retired resigned trained took began started sworn
    hired chosen employed earns earned makes made
""")

#: words between these and the occupation: *as*
CAPACITY = words("as")

#: verbs of what somebody does somewhere: *teaches at the school*
ENGAGED = words("""
    works lives teaches studies volunteers plays performs taught worked volunteered
""")

#: prepositions between such a verb and the place or body
ACTIVITY_JOINTS = words("at for with in")

#: verbs of what somebody does with an object: *owns a mill*
MANAGING = words("""
    owns runs leads heads chairs manages directs operates represents coaches teaches studies
    founded co-founded cofounded edits hosts oversees
""")

#: verbs that give their subject a role: *became mayor*
BECOMING = words("became become becomes remains remained")

#: participles between a form of *be* and a role: *was elected mayor*
APPOINTED = words("appointed named elected re-elected reelected")

#: nouns for a number of people: *a handful of officials*
QUANTITIES = words(
    "number series handful dozen dozens hundreds thousands scores range variety string"
)

#: prepositions between a person and what they are of: *Ida Berg of Brack Council*
ROLE_JOINTS = words("of from with at")

#: words before an age: *aged 41*
AGED = words("aged age")

#: participles that say where somebody is from, for whom they are, or what they do there: *based in
#: Dalby*, *visiting from Norland*
BELONGING = words("""
    based born known representing responsible educated employed ranked assigned visiting
    specialising specializing volunteering prosecuting defending studying stationed living
    accused charged convicted suspected married trained raised
""")

#: participles that say by themselves for whom somebody is in court: *Ida Berg, prosecuting,*
PLEADING = words("prosecuting defending mitigating")

#: nouns after a preposition that say what somebody is there for: *in charge of the rescue*
STATIONS = words("charge command loan behalf trial bail duty remand secondment")

#: adjectives that distinguish one holder of an office from the others: *the former mayor*
IDENTIFYING = words("former")

#: words before what somebody was once: *former Rill and Vale coach Ada Berg*
PAST_HOLDERS = words("former ex one-time onetime sometime erstwhile")

#: endings of words that give an age: *the 73-year-old*; hyphens plain
AGE_ENDINGS = ("-old",)

#: endings of words before a name that give an age, a rank or an origin: *the top-ranked Berg*
EPITHET_ENDINGS = ("-old", "-ranked", "-seeded", "-rated", "-based", "-born", "-winning")

#: adjectives that stand before a name without a determiner: *Outspoken Ada Berg*
EPITHETS = words("""
    brave furious tearful heartbroken grieving devastated disgraced outspoken embattled hero
    proud angry shocked popular beloved late retired longtime legendary famous notorious
    controversial veteran convicted accused jailed troubled wealthy
""")
