"""English: the words that the finders and the rules know. Data only; no logic lists words.

Each name is a table of words in lower case, apostrophes straight. Verbs stand in their base form;
``IRREGULAR`` has the forms that cannot be built, and ``detect/lexicon.py`` builds the others.
"""

from __future__ import annotations


def _words(words: str) -> frozenset[str]:
    """Split words into a set."""
    return frozenset(words.split())


#: verbs whose object can be the whole quote: “…,” she VERB
SAYING = _words("""
    say tell add ask write tweet retweet explain note argue claim continue warn reply respond
    answer recall suggest insist state declare announce conclude acknowledge admit concede joke
    quip remark observe comment complain assert contend allege maintain stress emphasize
    emphasise reiterate repeat vow pledge promise predict caution advise shout yell scream cry
    chant whisper mutter murmur exclaim interject counter retort shoot snap quote post lament
    boast brag muse wonder think believe agree point confirm deny deadpan crack reflect reason
    plead demand urge stipulate testify confess reveal disclose recount relate narrate report
    inform email text opine posit theorize speculate surmise estimate summarize summarise
    theorise clarify elaborate expound volunteer venture offer chime echo intone bellow roar
    bark growl moan groan sigh laugh giggle chuckle smile sob fume rage thunder rant sneer scoff
    jeer heckle tease cheer sing pray preach proclaim pronounce enthuse gush rave marvel grumble
    gripe object protest interrupt inquire query enquire read go signal stammer stutter blurt
    utter gasp hiss apologize apologise bemoan rue quiz probe blog message caption phone fire
    chide exhort implore beg beseech assure reassure remind instruct counsel order tout champion
    brief divulge attest affirm reaffirm swear avow aver profess submit propose recommend
    forecast foresee project fear hope expect mean determine find rule hold underline underscore
    highlight hint imply indicate show advertise begin start finish end close open sum reckon
    figure guess guarantee correct scold grin nod shrug sniff wail weep beam hoot snarl drawl
    croak stage-whisper mouth mime lecture chirp coo purr squeal shriek squeak rasp trill burble
""")

#: verbs that report somebody's words or judgement, mostly with a few words in marks
REPORTING = _words("""
    call describe accuse criticize criticise praise blast dismiss reject denounce condemn label
    dub brand characterize characterise decry deride deem portray liken compare attack slam mock
    rip ridicule defend oppose support endorse blame challenge question refer cite mention
    discuss talk speak express voice thank welcome applaud commend salute hail laud celebrate
    credit castigate lambaste berate chastise rebuke lash rail assail excoriate pan
    knock bash disparage belittle insult taunt threaten invite encourage appeal
    request summon seek want wish need consider regard see view term nickname name title entitle
    address present paint depict cast frame identify list detail outline lay publish issue
    release deliver invoke allude trumpet play sign vote push press convince persuade teach
    share circulate broadcast air carry print run lobby campaign decide refuse
    decline backtrack revile trash torch skewer hammer savage slate scorch
    pillory diagnose assess rate judge evaluate analyse analyze advocate coin
    use
""")

#: verbs whose object is the one spoken to: *told reporters*, *asked her*
ADDRESSING = _words("""
    tell ask inform remind assure reassure warn advise urge email text message brief
""")

#: verbs of saying that news mostly uses as nouns
RATHER_NOUNS = _words("state")

#: what an apostrophe parts from a word: a possessive (after a plural nothing) or a short verb
ENDINGS = _words("s re ve d ll m") | {""}
#: those of them that are possessive, an empty one for the apostrophe alone
POSSESSIVE_ENDINGS = _words("s") | {""}
#: letters after which an apostrophe often ends a word: *the girls’*, *James’*, *goin’*
APOSTROPHE_AFTER = frozenset("sSxXzZnN")
#: what is left of words whose first letters an apostrophe replaces: *’em*, *’til*, *rock ’n’ roll*
CLIPPED = _words("""
    bout cause cept cos coz cuz em er ere fraid fore gainst m n neath nother nough nuff round s
    scuse spect t til till tis twas tween twere twill twould un ya
""")
#: participles that are nouns after a compound: *an early warning*
VERBAL_NOUNS = _words("warning")
#: endings of a verb in the third person, and of a plural
THIRD_PERSON_SUFFIXES = ("s",)
PLURAL_SUFFIXES = ("s",)

#: base: third person, past, participle, -ing (where they cannot be built)
IRREGULAR: dict[str, str] = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thinking",
    "shoot": "shoots shot shooting",
    "read": "reads reading",
    "go": "goes went gone going",
    "sing": "sings sang sung singing",
    "swear": "swears swore sworn swearing",
    "foresee": "foresees foresaw foreseen foreseeing",
    "forecast": "forecasts forecast forecasted forecasting",
    "mean": "means meant meaning",
    "find": "finds found finding",
    "hold": "holds held holding",
    "show": "shows showed shown showing",
    "beg": "begs begged begging",
    "begin": "begins began begun beginning",
    "quip": "quips quipped quipping",
    "brag": "brags bragged bragging",
    "quiz": "quizzes quizzed quizzing",
    "blog": "blogs blogged blogging",
    "sob": "sobs sobbed sobbing",
    "snap": "snaps snapped snapping",
    "sum": "sums summed summing",
    "admit": "admits admitted admitting",
    "submit": "submits submitted submitting",
    "plead": "pleads pleaded pled pleading",
    "speak": "speaks spoke spoken speaking",
    "aver": "avers averred averring",
    "nod": "nods nodded nodding",
    "grin": "grins grinned grinning",
    "shrug": "shrugs shrugged shrugging",
    "weep": "weeps wept weeping",
    "beseech": "beseeches besought beseeched beseeching",
    "marvel": "marvels marvelled marveled marvelling marveling",
    "dub": "dubs dubbed dubbing",
    "slam": "slams slammed slamming",
    "rip": "rips ripped ripping",
    "pan": "pans panned panning",
    "refer": "refers referred referring",
    "seek": "seeks sought seeking",
    "see": "sees saw seen seeing",
    "cast": "casts cast casting",
    "lay": "lays laid laying",
    "teach": "teaches taught teaching",
    "run": "runs ran running",
    "label": "labels labelled labeled labelling labeling",
    "signal": "signals signalled signaled signalling signaling",
    "counsel": "counsels counselled counseled counselling counseling",
}

#: verbs that are of saying right beside a quote only: *he wept as the judge told him*
GESTURES = _words("nod grin shrug weep")
#: verbs of reporting that are of saying between the quote and a name: *“Come!” called Rolf*
INVERTED = _words("call")
#: plurals that are said and do not say
SAID_OBJECTS = _words("""
    things goodbyes byes thanks prayers words lots lies hellos noes yeses graces masses stories
    songs books poems jokes secrets lines hymns psalms
""")
#: endings in -s of words that are mostly no plurals
SINGULAR_ENDINGS = ("ss", "us", "is", "ics", "as", "os")

#: phrases that report: the speaker follows
ACCORDING = (
    "according to",
    "in the words of",
    "as told to",
    "in the opinion of",
    "in the view of",
    "attributed to",
    "quoted by",
    "described by",
    "told by",
)

#: nouns that report: *in a statement*, *his claim that*
CUE_NOUNS = _words("""
    statement statements comment comments remark remarks claim claims assertion assertions tweet
    tweets post posts message messages letter letters email emails memo memos speech speeches
    interview interviews testimony words warning warnings promise promises pledge vow call calls
    response reply answer question questions argument allegation allegations accusation
    accusations criticism complaint complaints announcement quote quip joke line mantra slogan
    motto phrase term refrain headline caption label description declaration conclusion
    admission op-ed column essay note transcript lines advice assurance assurances account
    suggestion suggestions rumour rumours rumor rumors insistence contention prediction predictions
    threat threats boast boasts jibe jibes taunt taunts demand demands plea pleas assessment
    characterisation characterization depiction portrayal insinuation insinuations explanation
    outburst verdict denial observation observations rant tirade opinion remark confession
""")

#: nouns that stand for somebody who can speak, singular
ROLES = _words("""
    spokesman spokeswoman spokesperson official aide adviser advisor senator congressman
    congresswoman lawmaker governor mayor president vice-president chairman chairwoman chair
    chairperson director manager leader minister secretary ambassador diplomat judge justice
    lawyer attorney prosecutor defendant sheriff detective officer policeman policewoman cop
    inspector superintendent sergeant captain commander colonel lieutenant general admiral
    soldier marine veteran professor researcher scientist expert analyst economist historian
    academic scholar lecturer teacher principal headteacher student pupil graduate doctor
    physician nurse surgeon paramedic psychologist psychiatrist therapist engineer architect
    developer programmer designer founder co-founder owner boss chief executive ceo banker
    broker trader investor entrepreneur businessman businesswoman tycoon mogul billionaire
    millionaire magnate worker employee staffer driver farmer fisherman miner chef waiter author
    writer novelist poet journalist reporter editor columnist correspondent anchor host
    presenter broadcaster blogger critic reviewer commentator pundit pollster strategist
    consultant operative activist campaigner organizer organiser advocate volunteer supporter
    opponent rival protester protestor demonstrator voter resident neighbour neighbor villager
    local tourist traveller traveler passenger customer shopper consumer patient victim survivor
    witness bystander relative father mother dad mum mom parent son daughter brother sister
    husband wife partner fiance fiancee boyfriend girlfriend friend uncle aunt cousin nephew
    niece grandfather grandmother grandson granddaughter widow widower man woman boy girl child
    teenager teen youth baby person guy lady gentleman individual member candidate nominee
    contender challenger incumbent front-runner frontrunner hopeful delegate representative
    deputy assistant coordinator administrator commissioner councillor councilor councilman
    councilwoman councilmember clerk treasurer trustee regulator watchdog actor actress singer
    rapper musician artist comedian filmmaker producer performer star celebrity model dancer
    player coach goalkeeper striker midfielder defender athlete runner swimmer boxer golfer
    champion trainer jockey referee umpire fan pastor priest bishop archbishop cardinal pope
    rabbi imam cleric preacher monk nun king queen prince princess duke duchess lord baron
    emperor sultan prime-minister premier chancellor republican democrat conservative liberal
    socialist progressive independent source insider whistleblower informant observer operator
    moderator narrator speaker caller user commenter poster reader viewer listener donor
    lobbyist freshman mp mep pm negotiator mediator envoy spokesman-designate successor
    predecessor colleague counterpart ally enemy foe skeptic sceptic believer detractor landlord
    tenant homeowner guard agent spy hacker pilot astronaut sailor crewman conductor librarian
    curator archivist geologist biologist chemist physicist astronomer ecologist epidemiologist
    virologist botanist meteorologist forecaster climatologist archaeologist anthropologist
    sociologist statistician philosopher theologian linguist ethicist dietitian nutritionist
    midwife carer caregiver cleaner plumber electrician builder firefighter fireman neurosurgeon
    cardiologist oncologist pediatrician paediatrician dentist vet veterinarian pharmacist
    publicist pensioner retiree migrant refugee immigrant asylum-seeker detainee inmate prisoner
    suspect accuser complainant plaintiff juror bailiff barrister solicitor qc kc coroner
    magistrate politician statesman legislator parliamentarian backbencher whip sen rep
    freeholder outlet attendee participant respondent applicant interviewee guest businessperson
    handler breeder keeper ranger guide mountaineer skipper bloke chap lad kid toddler newborn
    twin newlywed bride groom mourner worshipper pilgrim speechwriter screenwriter playwright
    songwriter biographer documentarian cinematographer technologist futurist environmentalist
    conservationist feminist unionist nationalist centrist evangelical christian muslim catholic
    jew jewish protestant hindu sikh buddhist atheist sergeant-at-arms major corporal private
    cadet constable chief-of-staff counsel fellow head stakeholder shareholder subscriber
    creditor debtor borrower lender insurer underwriter auditor accountant bookkeeper actuary
    paralegal notary realtor surveyor planner violinist pianist cellist guitarist drummer
    bassist vocalist soprano tenor baritone composer lyricist choreographer ballerina agronomist
    agriculturalist grower rancher shepherd herder beekeeper winemaker brewer baker butcher
    fishmonger grocer shopkeeper bookseller publican barman barmaid bartender barista
    housekeeper maid butler nanny childminder babysitter gardener landscaper carpenter joiner
    mason bricklayer roofer welder mechanic machinist technician trucker courier postman cabbie
    stationmaster lifeguard trapper hunter angler diver climber cyclist rower skater skier
    sprinter gymnast wrestler fencer bowler batsman batter pitcher quarterback winger fly-half
    scrum-half prop hooker linesman rector dean provost vicar deacon curate chaplain lama sheikh
    chieftain headman alderman reeve undersecretary attache consul viceroy paleontologist
    palaeontologist zoologist entomologist marine-biologist oceanographer hydrologist
    seismologist volcanologist cosmologist astrophysicist mathematician geneticist immunologist
    neuroscientist neurologist radiologist anaesthetist anesthesiologist gynaecologist
    obstetrician dermatologist gp optometrist physiotherapist chiropractor criminologist
    demographer cartographer geographer essayist dramatist illustrator cartoonist sculptor
    painter potter weaver tailor cobbler jeweller jeweler watchmaker photographer cameraman
    videographer animator stuntman magician clown acrobat puppeteer fisher boatman ferryman
    lighthouse-keeper miller blacksmith engraver printer typist receptionist stenographer
    interpreter translator tutor headmaster headmistress preceptor don warden custodian janitor
    caretaker porter usher undertaker gravedigger orphan heir squatter peacekeeper militiaman
    rebel insurgent fighter gunman hostage captive deserter conscript reservist arsonist burglar
    thief robber rapist killer murderer attacker assailant abuser predator paedophile
""")

#: nouns that stand for a group or an organisation that can speak
GROUPS = _words("""
    company firm corporation business group organisation organization agency department ministry
    government administration campaign party committee commission council board court tribunal
    union association federation alliance coalition network newspaper paper magazine outlet
    broadcaster station channel website site university college school hospital church charity
    foundation institute bank airline police force army military navy team club family community
    parliament congress senate house cabinet embassy office bureau service authority regulator
    watchdog chamber league camp staff crowd audience panel jury majority minority public media
    press establishment leadership opposition regime kremlin pentagon state nation country city
    town people authorities couple pair duo trio band tabloid publisher publication manufacturer
    carmaker maker supplier retailer operator startup start-up studio brand label chain giant
    developer consortium trust society lab laboratory observatory museum gallery theatre theater
    library side wing faction movement division chunk squad brigade legislature assembly
    secretariat consulate delegation mission taskforce task-force think-tank nonprofit
    non-profit ngo pac super-pac collective generation youth electorate workforce
""")

#: nouns for documents that speak for their authors
DOCUMENTS = _words("""
    report study survey poll statement article story editorial column letter email memo document
    lawsuit complaint filing indictment affidavit ruling opinion order book memoir ad
    advertisement advert video website page post tweet message note sign poster banner leaflet
    flyer flier headline transcript record analysis review paper draft bill law constitution
    agreement treaty resolution declaration manifesto platform petition notice advisory bulletin
    release script narrator caption text slogan placard invitation guide guidelines rules data
    figures results findings account blog newsletter dossier cable summary passage section
    clause inscription plaque label card
""")

#: plurals that cannot be built, and nouns that are their own plural
IRREGULAR_PLURALS: dict[str, str] = {
    "child": "children",
    "thief": "thieves",
    "analysis": "analyses",
    "police": "police",
    "media": "media",
    "data": "data",
    "staff": "staff",
}
#: last parts of nouns whose plural cannot be built, with that of the plural: *spokesman*, *midwife*
PLURAL_ENDINGS: dict[str, str] = {"man": "men", "wife": "wives"}

#: what else stands for several people
PLURALS = _words("""
    people spokespeople families companies agencies ministries parties committees communities
    universities authorities countries cities charities studies surveys polls folks others analyses
    juries dailies police staff media themselves
""")

#: pronouns that can be the speaker
SUBJECT_PRONOUNS = _words("he she they i we you it")
HE_SHE = _words("he she")
THEY = _words("they")
IT = _words("it")
FIRST_SECOND = _words("""
    i we you my our your me us i'm i've we're we've you're i'll we'll i’m we’re i’ve
""")
#: indefinite pronouns and quantifiers that can be the speaker
INDEFINITE = _words("""
    some many others most several few both another all none one someone somebody everyone
    everybody anyone anybody nobody neither either two three four five six those half two-thirds
    a-third
""")
#: what goes back to two who were named together
PAIRS = _words("both two pair couple duo they")
#: what joins several speakers
JOINING = _words("and &")
#: what stands between two speakers of one quote
NAME_JOINER = " and "
#: verbs of one subject
SINGULAR = _words("says has is was does 's isn't wasn't hasn't doesn't")
RELATIVE = _words("who which whom whose")
#: what makes a habit of the verb after *to*: *used to say*
HABITUAL = _words("used continue continues continued")
OBJECT_PRONOUNS = _words("him her them us me himself herself themselves itself myself ourselves")
#: gender and number of a pronoun: m, f, p (several), o (speaker himself), n (thing)
PRONOUN_GENDER: dict[str, str] = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
    "it": "n", "its": "n", "itself": "n",
}  # fmt: skip


_TITLES_HE = _words("""
    mr mr. mister sir lord father king prince señor senhor signor sr. monsieur herr baron duke
    brother congressman chairman councilman pope imam sheikh ayatollah uncle emir sultan emperor
    datuk dato dato' datuk' haji shri msgr. msgr monsignor fr. fr tunku tengku alderman herr
    archduke viscount marquess maharaja sheik shaikh shaykh
""")

_TITLES_SHE = _words("""
    mrs mrs. ms ms. miss madam lady dame queen princess señora señorita senhora signora madame mme
    frau baroness duchess sister congresswoman chairwoman councilwoman aunt smt smt. datin puan
    mlle countess viscountess marchioness abbess maharani hajiya
""")

_TITLES_ANY = _words("""
    m. rabbi pastor dr dr. prof prof. professor doctor sen sen. sens. rep rep. reps. gov gov.
    govs. comandante senator representative governor president vice vice-president prime minister
    premier chancellor secretary ambassador judge justice gen gen. general lt lt. col col. colonel
    maj maj. major capt capt. captain cmdr. commander sgt sgt. sergeant adm. admiral lieutenant cpl.
    pvt. rev rev. reverend bishop archbishop cardinal mayor sheriff chief officer detective
    constable inspector superintendent commissioner councillor cllr mp hon hon. speaker director
    coach supreme leader deputy attorney acting interim former ex-president assistant associate
    foreign defense defence finance interior chairperson chair ceo engineer chef nurse sri atty.
    supt. insp. det. const. sr advocate comrade republican democratic gop labour conservative
    democrat majority minority adv adv. engr engr. atty supt insp det cdr del. supervisor
    undersecretary rt hon. honourable honorable honourable hrh mx mx. seri datuk-seri
    tan-sri pehin dasho barrister barr barr. arc. pharm. eng eng. ing. dipl.-ing. mag. advocaat
    avv. avv canon archdeacon archimandrite patriarch chaplain presbyter
    swami ald ald. clr cr cr. cpl pte pte. pfc spc spc. cpt cpt. lcpl
    corporal trooper gunner sapper bombardier ltc brig brig. brigadier commodore
    midshipman ensign ssgt msgt tsgt sfc retd retd. ret. rtd emeritus emerita
    adjunct provost rector assoc asst asst. hajj al-hajj alhaji otunba mallam malam
    maulana mufti hojatoleslam grand-ayatollah ustad ustaz pandit ven ven. venerable
""")
#: offices and positions that news puts in capitals before a name: *Metix GM Rolf Dagel*
JOB_ACRONYMS = _words("""
    CEO CFO COO CTO CIO CMO CHRO CPO CRO CSO CEC GM MD VP SVP EVP AVP MP MEP MSP MLA MLC TD PM DPM
    FM CM LG AG DA DPP DG IG DIG DCS DCI DSI DC DS DI PC WPC PS DCC ACP DCP ASP DSP SHO QB RB WR
    TE OL DL LB CB DB DE DT SS FS GK HC SP PRO
""")
#: titles without which a single name is not what its bearer is called: *Pope Francis*, *Lady Gaga*
REGNAL = _words("""
    pope prince princess king queen lady emperor empress saint st. sheikh sheikha mother mullah
""")
#: titles before a name, with the gender they show (an empty string shows none)
TITLES: dict[str, str] = (
    dict.fromkeys(_TITLES_HE, "m")
    | dict.fromkeys(_TITLES_SHE, "f")
    | dict.fromkeys(_TITLES_ANY, "")
)

#: short forms that end in a full stop without ending the sentence
ABBREVIATIONS = _words("""
    mr. mrs. ms. dr. prof. sen. sens. rep. reps. gov. govs. gen. lt. col. maj. capt. cmdr. sgt.
    adm. cpl. pvt. rev. hon. st. jr. sr. ste. mt. ft. no. vs. v. u.s. u.k. u.n. e.u. d.c. inc.
    corp. co. ltd. llc. dept. univ. assn. bros. jan. feb. mar. apr. jun. jul. aug. sept. sep.
    oct. nov. dec. mon. tue. wed. thu. fri. ala. ariz. ark. calif. colo. conn. del. fla. ga.
    ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y.
    n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. tex. vt. va. wash. w.va. wis. wyo. a.m. p.m.
    e.g. i.e. etc. al. ph.d. m.d. b.a. m.a. d. r. atty. supt. insp. det. const. msgr. fr.
    ald. brig. barr. engr. pte. spc. cpt. ret. retd. rtd. ven. adv. pharm. approx. est. fig. ed.
    eds. vol. pp. dist.
""")

#: parts that join a name's words: *Ursula von der Leyen*, *Muqtada al-Sadr*
PARTICLES = _words("""
    de la del della di da dos das do du des le von van der den ten ter bin ibn bint al el ben
    abu af av zu zum zur y e san st st. ap o' mac
""")
#: particles that have lost their vowel: *D'Souza*
ELIDED = _words("d")
#: what may follow a name without being part of it, or be part of its end
SUFFIXES = _words("""
    jr jr. sr sr. ii iii iv phd ph.d. md m.d. esq esq. qc kc sc sc. mp msp mep mla mlc mhk td
    ao ac oam om ch cc oc cm mbe obe cbe kbe dbe gbe kcb dcb cb cmg kcmg gcb cvo kcvo lvo mvo bem
    dso dsc dfc mc gc vc qpm pc jp frs frse frcp frcs mrcp facs facp fba rn dds dmd dvm dphil
    edd psyd jd llm llb mba msc bsc mph cpa cfa fcpa
""")
#: those of them that tell a father from his son
GENERATIONS = _words("jr jr. sr sr. ii iii iv")
#: those of the generations that are Roman numerals
GENERATION_NUMBERS = _words("ii iii iv")
#: words in brackets between a title and the name: *Gen (Retd) Ada Berg*
RETIRED = _words("retd retd. ret ret. retired rtd rtd.")

#: last words of the names of organisations
ORGANISATION_WORDS = _words("""
    university college school institute foundation association society council committee
    commission department ministry office agency bureau board court party union federation
    league club team company corporation corp corp. inc inc. ltd ltd. llc plc group holdings
    bank fund trust times post news journal herald tribune guardian telegraph mail express
    gazette chronicle magazine press tv radio network media church hospital centre center museum
    congress senate parliament assembly house administration campaign police force army navy
    embassy organization organisation authority service services alliance coalition movement
    front project initiative institution nations states airlines airways motors industries
    technologies systems records watch international pac act street caucus conference convention
    chamber laboratory studio studios pictures games entertainment partners capital ventures lab
    labs brands stores foods energy pharma pharmaceuticals software solutions consulting
    consultants associates securities insurance financial investments properties realty hotels
    resorts theatres theaters cinemas productions publishing publishers comics broadcasting
    communications telecom wireless aerospace aviation railways logistics shipping mining minerals
    chemicals electronics semiconductor networks interactive analytics academy schools colleges
    universities clinic hospice hospitals nhs charity charities diocese ministries orchestra ballet
    fc afc rfc gmbh pty clg zoo secretariat directorate taskforce
""")

WEEKDAYS_MONTHS = _words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december mon tue wed thu fri sat sun jan feb mar
    apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov.
    dec.
""")
#: months that are names of people as well
NAME_MONTHS = _words("april may june august")
TIME_WORDS = _words("""
    yesterday today tomorrow tonight week weeks month months year years day days night morning
    afternoon evening weekend hour hours minute minutes moment later earlier ago recently now
    spring summer autumn fall winter decade century noon midnight
""")

#: forms of *be*, which make a passive of a verb that reports: *was asked*
BE = _words("be is are was were been being am 're 'm isn't aren't wasn't weren't")
#: the preposition of the agent: *described as “…” by*
AGENT = _words("by")
AUXILIARIES = _words("""
    has have had having will would can could may might must shall should do does did not never
    won't wouldn't can't cannot couldn't didn't doesn't don't hasn't haven't hadn't 's 've 'd
    'll gets got get going
""")
#: those of them that make a verb of the unknown word after them: *visitors would coo*
MODALS = _words("will would can could may might must shall should 'd 'll")
ADVERBS = _words("""
    also then later once again still even just already ever often sometimes always soon now only
    too so well instead meanwhile though however therefore thus perhaps maybe almost further
    simply nearly quite rather repeatedly recently previously famously reportedly allegedly yet
    first next finally afterwards afterward subsequently elsewhere online aloud there here else
    indeed moreover furthermore nevertheless nonetheless otherwise likewise similarly earlier
    back out up down off away over on-air twice much more less least
""")
#: -ly words that are not adverbs of manner
NOT_ADVERBS = _words("""
    family only early daily weekly monthly ally reply supply rally assembly italy july
""")

#: words that negate what follows; whatever ends in *n't* does, too
NEGATIONS = _words("""
    not never no nobody nothing none neither nor nowhere cannot hardly scarcely barely without aint
""")
NEGATED_ENDING = "n't"
#: after these a negation does not negate: *not only*
NO_NEGATION = _words("only just merely simply least doubt matter")
#: what may stand between a negation and what it negates: *not be*, *never even*, *not yet to*
NEGATION_JOINTS = _words("""
    be been being have had to yet ever even really actually currently necessarily so a an the any
""")

PREPOSITIONS = _words("""
    of in on at by for with from to about against into through during after before between among
    under over above below behind beyond near since until till toward towards upon within
    without across along around despite except inside outside like unlike off out via amid
    amidst regarding concerning following including alongside beneath beside besides throughout
    versus
""")
#: the preposition of a part, an owner or an office: *part of the*, *Secretary of State*
GENITIVE = _words("of")
#: prepositions of a complement that is told with its nominal: *a spokesman for the ministry*
COMPLEMENTS = _words("of for at with from")
#: what stands for further authors in a reference: *(Holt et al., 2019)*
AND_OTHERS = _words("et al al.")
CONJUNCTIONS = _words("and or but nor plus & yet")
SUBORDINATORS = _words("""
    because although though while when where whereas if unless whether since as than why how
    what after before until once lest
""")
THAT = _words("that")
DETERMINERS = _words("""
    the a an this these those his her their its my our your no every each any some many several
    few another other both two three four five six seven eight nine ten dozens hundreds
    thousands most one such what certain various numerous more all half
""")
#: determiners of what is known already
DEFINITE = _words("the this that")
#: determiners that are pronouns
POSSESSIVES = _words("his her their its my our your")

#: what makes words unsaid: nobody said what somebody *never says*, or what *no one* says
DENIED = _words("""
    not never cannot can't won't wouldn't couldn't didn't doesn't don't hasn't haven't hadn't yet
    nobody none neither no nor nothing without
""")
#: what somebody sends, and whose words it has: *a text from Rolf Tanner*
MESSAGES = _words("text letter email e-mail message note postcard telegram tweet")
#: what stands between a message and who sent it
SENDING = _words("from by")
#: subjects of whom nothing is said
NEGATIVE = _words("nobody none neither no noone no-one")
#: what who refuses does not do: *declined to comment*
REFUSED = _words("comment elaborate respond answer speak talk discuss say reply")
#: what opens an infinitive: *to say*, *declined to comment*
INFINITIVE = _words("to")
#: verbs of refusing
REFUSING = _words("decline declines declined declining refuse refuses refused refusing")
#: what makes words imagined: what somebody *would say* or *could have called*
IMAGINED = _words("would could should might may must 'd imagine imagined imagining if")

#: words before the meaning of a word: *which means “good morning”*
GLOSSING = _words("means meant mean meaning translates signifies signifying denotes")

#: common words that open a sentence with a capital and never open a name
OPENERS = _words("""
    yes no ok okay well oh ah hey hi hello please thanks look let what why when where how who
    there here it's that's he's she's they're we're i'm you're i've we've don't can't isn't
    there's let's asked speaking according responding addressing referring writing given despite
    photo image related read more watch listen share advertisement getty reuters/file updated
    published full abstract credit caption file breaking exclusive video live analysis opinion
    correction
""")


_KIN_HE = _words("""
    father dad son brother husband uncle nephew grandfather grandson boyfriend widower man boy
    businessman spokesman chairman actor congressman policeman king prince gentleman guy
""")

_KIN_SHE = _words("""
    mother mum mom daughter sister wife aunt niece grandmother granddaughter girlfriend widow
    woman girl businesswoman spokeswoman chairwoman actress congresswoman policewoman queen
    princess lady duchess bride
""")
#: relations of kin, with the gender they show
KINSHIP: dict[str, str] = dict.fromkeys(_KIN_HE, "m") | dict.fromkeys(_KIN_SHE, "f")

#: offices and bodies whose names go on with *of*: *Secretary of State*
OFFICES_OF = _words("""
    secretary minister ministry republic commonwealth kingdom undersecretary duke prince
""")

#: words after which a stretch in marks is a name, a title or a term rather than words said
NAMING = _words("""
    term word phrase title titled entitled called known dubbed nicknamed song album film movie
    book novel show series programme program episode play poem painting article essay column
    headline headlined hashtag slogan sign banner chapter section so-called version hit single
    track podcast documentary magazine newspaper exhibition exhibit project operation named
    category label labeled labelled marked stamped reading words phrases terms concept policy
    theory forum headlines hymn anthem sitcom drama thriller musical opera symphony sequel
    trilogy franchise movies films books songs albums shows episodes poems plays tracks singles
    sketch segment broadcast newsletter website award prize nickname moniker alias codename tag
    dubbing styled billed banners signs
""")

#: words in capitals that are names, though they spell a pronoun in small letters
CAPITAL_NAMES = frozenset({"US"})
#: bodies and countries of two letters, which open an office and no name: *UN envoy Ada Berg*
SHORT_BODIES = _words("UN US UK EU UAE")
#: past forms that could be nouns by their ending: *Google met Ada Berg*
PAST_FORMS = _words("""
    beat became began bit blew bought broke brought built burst came caught chose cost cut dealt
    drew drove fed fell felt fled flew forgave forgot fought found gave got had held heard hid hit
    hurt kept knew laid led left lent let lost made met paid put quit ran read rode rose sat saw
    sent shook shot showed shut slammed sold sought spent spoke stole stood struck sued swept taught
    threw told took tore understood was went were woke won wore wrote
""")

#: small words that an acronym may leave out: *People for the Ethical Treatment of Animals*
ACRONYM_JOINTS = _words("of and for the on in to at against de la del des du &")

#: words inside names that do not part a name from what stands before it
NAME_JOINTS = _words("of and for the on in to without y e & d'")
#: what may follow the first words of an organisation's name: *Commission on …*
BODY_JOINTS = _words("of for on")
#: family names that stand before the given name: *Lee Jae-myung*, *Tan See Leng*
FAMILY_FIRST = _words("""
    bai cai cao chan chang chen cheng cheong chew chi chia chin ching chiu cho choi chong chou chow
    chu chua chung deng ding dong duan fan fang feng fong foo fu gao goh gong gu guo han hao he ho
    hong hou hsieh hsu hu hua huang hui jang jeon jeong ji jia jiang jin jung kang kim ko koh koo
    kwok kwon lai lam lau lee leong leung li liang liao lien lim lin ling liu lo loh low lu lui luo
    ma mao meng mo moon nam ng ngo nguyen oh ong ou pan pang park pei peng poon qian qin quan ren
    seo shao shen shi shim shin sim sin sohn son song soo suh sun sung tam tan tang tay teh teo ting
    tran tsai tsang tse tseng tsui wan wang wee wei wen wong wu xi xia xiao xie xing xiong xu xue
    yam yan yang yao yap ye yee yeo yeoh yi yim yin ying yip yoo yoon yu yuan yun zeng zhang zhao
    zheng zhong zhou zhu zhuang zou
""")
#: roles that are last names as well
SURNAME_ROLES = _words("""
    king pope bishop lord prince duke baron judge cardinal major chase private cook page marine
    miner coach pastor monk priest abbot dean mayor driver farmer fisher baker don miller
    provost vicar deacon warden printer hooker prop blacksmith draper mason carpenter potter
    weaver butler porter marshal steward gardener archer hunter piper singer shepherd squire
    knight guy
""")
#: prepositions that stand before places rather than people
PLACE_PREPOSITIONS = _words("in near across throughout outside inside")
#: short titles and the nouns that stand for them alone
TITLE_ROLES: dict[str, str] = {
    "sen.": "senator",
    "sen": "senator",
    "rep.": "representative",
    "rep": "representative",
    "gov.": "governor",
    "gov": "governor",
    "gen.": "general",
    "lt.": "lieutenant",
    "sgt.": "sergeant",
    "col.": "colonel",
    "capt.": "captain",
    "comandante": "commander",
    "prof.": "professor",
    "prof": "professor",
    "dr.": "doctor",
    "dr": "doctor",
    "rev.": "reverend",
    "del.": "delegate",
    "adv": "lawyer",
    "advocate": "lawyer",
    "premier": "premier",
    "chancellor": "chancellor",
    "sec.": "secretary",
}
#: nouns for organisations: the words that organisations of the kind have in their names
BODY_KINDS: dict[str, frozenset[str]] = {
    "company": _words(
        "company inc inc. corp corp. corporation ltd ltd. plc llc group holdings motors"
    ),
    "firm": _words(
        "company inc inc. corp corp. corporation ltd ltd. llp llc group partners associates"
    ),
    "newspaper": _words(
        "times post journal herald tribune guardian telegraph mail express gazette"
    ),
    "magazine": _words("magazine weekly monthly review"),
    "network": _words("network news tv television radio"),
    "agency": _words("agency administration bureau service department office"),
    "union": _words("union association federation brotherhood alliance"),
    "organisation": _words("organisation organization association society council"),
    "organization": _words("organisation organization association society council"),
    "group": _words("group association society alliance coalition council project"),
    "association": _words("association federation"),
    "bank": _words("bank"),
    "university": _words("university college institute"),
    "startup": _words("inc inc. ltd ltd. technologies labs"),
    "start-up": _words("inc inc. ltd ltd. technologies labs"),
    "manufacturer": _words("company inc inc. corp corp. motors industries"),
    "airline": _words("airlines airways air"),
    "foundation": _words("foundation fund trust"),
    "charity": _words("charity foundation fund trust society"),
    "think-tank": _words("institute institution center centre foundation"),
}
#: last words of the names of firms, which news leaves out when it names them again: *Peabody*
FIRM_ENDINGS = _words("""
    company corporation corp corp. inc inc. ltd ltd. llc plc gmbh group holdings motors industries
    technologies systems airlines airways studio studios pictures games entertainment partners
    capital ventures labs brands stores foods energy pharma pharmaceuticals software solutions
    consulting consultants associates insurance financial investments properties realty hotels
    resorts productions publishing publishers comics communications telecom wireless aerospace
    logistics shipping mining minerals chemicals electronics semiconductor networks
""")
#: nouns for the press, and for what it prints in its own name
PRESS = _words("newspaper magazine")
PRESS_PIECES = _words("article story piece editorial")
#: nouns for companies, whose names need not tell that they are one
FIRMS = _words("company firm startup start-up manufacturer airline")
#: adjectives that news puts before a name, with a capital where they open a sentence
EPITHETS = _words("""
    brave furious tearful heartbroken grieving devastated disgraced outspoken embattled hero
    proud angry shocked popular beloved late retired longtime legendary famous notorious
    controversial veteran convicted accused jailed troubled wealthy
""")
#: last words of the names of things, places and events
THING_WORDS = _words("""
    summit forum festival expo bill act law laws amendment treaty accord agreement report review
    day war games series cup award awards prize medal building tower bridge park river lake
    valley mountain mountains county province city state street avenue road boulevard highway
    island islands beach bay sea ocean ranch airport station square plaza hall theatre theater
    stadium arena show clause section chapter book album song film movie constitution bible code
    plan deal project east west north south coast strip bank district region hotel restaurant
    protocol program
""")
#: words with which names of places and bodies open: *North Carolina*, *New York*
DIRECTIONS = _words(
    "north south east west northern southern eastern western new central upper lower"
)
#: endings that make the name of a people from that of a country
DEMONYM_ENDINGS = ("i", "n", "an", "ian", "ese", "is", "ns", "ans", "ians")

#: nouns for people who come with an event: the article says *the judge*, and has named none
BRIDGED = _words("""
    accuser adviser advisor agent aide analyst attorney auditor author bailiff boss bystander caller
    colleague complainant constable cop coroner counsel counterpart critic customer defendant
    detective doctor donor editor friend guard host inspector insider interviewer journalist judge
    juror justice landlord lawyer magistrate mediator member midwife moderator narrator negotiator
    neighbor neighbour nurse observer official officer operator opponent owner partner paramedic
    passenger patient physician plaintiff policeman policewoman poster presenter prosecutor
    referee regulator relative reporter representative resident rival sergeant solicitor source
    speaker spokesman spokesperson spokeswoman staffer suspect tenant translator umpire user
    victim viewer watchdog whistleblower witness worker
""")
#: members of a family, where ``KINSHIP`` has other nouns that show a gender as well
FAMILY = _words("""
    aunt brother child dad daughter father grandfather grandmother grandson granddaughter
    husband mom mother mum nephew niece sibling sister son spouse stepfather stepmother uncle
    widow widower wife
""")
#: nouns for members of parties and parliaments, and the offices that such people have
PARTISANS = _words("conservative democrat lawmaker legislator liberal republican")
ELECTED = _words("""
    assemblyman assemblywoman congressman congresswoman councilman councilwoman councillor
    governor mayor minister mp president representative senator speaker
""")

#: what short forms stand for whose ending does not tell it
CONTRACTIONS: dict[str, tuple[str, ...]] = {
    "won't": ("will", "not"),
    "can't": ("can", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
}
#: what one newspaper writes in letters and another in figures, or in one word and in two
SPELLINGS: dict[str, tuple[str, ...]] = {
    "two": ("2",),
    "three": ("3",),
    "four": ("4",),
    "five": ("5",),
    "six": ("6",),
    "seven": ("7",),
    "eight": ("8",),
    "nine": ("9",),
    "ten": ("10",),
    "eleven": ("11",),
    "twelve": ("12",),
    "hundred": ("100",),
    "first": ("1st",),
    "second": ("2nd",),
    "third": ("3rd",),
    "%": ("per", "cent"),
    "percent": ("per", "cent"),
    "ok": ("okay",),
}
#: what stands after an apostrophe, and the word that it is short for; *'s* is *is*, *has* or a
#: genitive, and *'d* is *had* or *would*: neither tells much
CONTRACTED: dict[str, tuple[str, ...]] = {
    "ll": ("will",),
    "ve": ("have",),
    "re": ("are",),
    "m": ("am",),
    "s": (),
    "d": (),
}

#: words that join what is said and tell nothing by themselves
FUNCTION_WORDS = (
    SUBJECT_PRONOUNS | OBJECT_PRONOUNS | FIRST_SECOND | INDEFINITE | RELATIVE | BE | AUXILIARIES
    | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | THAT | DETERMINERS | POSSESSIVES | NEGATIONS
)  # fmt: skip

#: last words of organisations that are last names, too
AMBIGUOUS_ORGANISATION_WORDS = _words("post church house street court guardian press bank mail")
#: further last words of organisations, which other rules have not been tried with
ORGANISATION_ENDINGS = _words("""
    economics equities securities comics games studios software pharmaceuticals energy analytics
    partners consulting insurance airport railway zoo palace pool cloud theatre theater orchestra
""")
#: acronyms of countries, which are no organisations
COUNTRY_ACRONYMS = _words("us usa uk uae drc ussr gdr")
#: first words of names that are no person's
NO_GIVEN_NAMES = _words("""
    north south east west northern southern eastern western central new united international
    national federal royal general great saint white red black green blue big old upper lower
    local public human global world american british european african asian
    saudi sri hong puerto costa el los las san santa
""")
