"""English nouns: cues, roles, groups, documents. Data only.

Nouns are in the singular; ``morphology.py`` builds the plural.
"""

from __future__ import annotations

from quoteattr.language.words import words

#: nouns that report: *in a statement*, *his claim that*
CUE_NOUNS = words("""
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

#: nouns for what somebody thinks, with a clause that says it: *her view that*
STANCES = words("""
    view views finding findings judgment judgement ruling belief conviction theory notion idea
    argument position stance feeling fear worry concern charge charges contention impression
""")

#: nouns for people who can speak, singular
ROLES = words("""
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
    laureate co-leader co-chair co-host co-author co-owner co-director co-pilot restaurateur
    ombudsman registrar bursar sommelier stylist influencer streamer youtuber podcaster vlogger
    showrunner paratrooper seaman oarsman jogger skateboarder snowboarder surfer biker motorist
    pedestrian commuter hiker camper landowner smallholder crofter barber hairdresser beautician
    florist tattooist mortician medic doula churchgoer parishioner abbot friar missionary
    evangelist gamekeeper forester logger lumberjack drover herdsman cowboy convict parolee
    fugitive onlooker passer-by eyewitness castaway stowaway evacuee expat homesteader islander
    townsman townswoman bachelor triplet sibling stepfather stepmother stepson stepdaughter
    stepbrother stepsister godfather godmother godson goddaughter fiancé fiancée ex-husband
    ex-wife ex-boyfriend ex-girlfriend ex-partner father-in-law mother-in-law brother-in-law
    sister-in-law son-in-law daughter-in-law grandparent great-grandmother great-grandfather
    hooligan full-back centre-back playmaker linebacker shortstop goaltender hurdler decathlete
    sculler canoeist paddler kayaker yachtsman yachtswoman helmsman coxswain deckhand stevedore
    docker longshoreman plasterer tiler scaffolder haulier dispatcher signalman
    chauffeur valet concierge chambermaid waitress landlady hotelier innkeeper distiller vintner
    cheesemaker greengrocer newsagent bookmaker punter gambler croupier pawnbroker auctioneer
    draughtsman coder gamer cashier financier claimant appellant litigant petitioner picketer
    attaché arbitrator adjudicator frontbencher baroness mayoress lieutenant-governor
    assemblyman assemblywoman assemblymember selectman selectwoman comptroller assessor
    headteacher teammate roommate housemate flatmate classmate workmate shipmate mentor protégé
    adventurer airman all-rounder announcer apprentice benefactor biogeochemist
    biostatistician bosun brigadier catcher clinician co-chairman co-chairwoman co-ordinator
    coauthor cofounder commodore congressperson constituent contractor cornerback cosmonaut
    counsellor counselor cricketer defenceman defenseman dissident dropout educator employer
    examiner explorer fielder flanker footballer fraudster frontman frontwoman fullback fundraiser
    goalie grader granddad grandma grandpa halfback handyman healer heiress heroine holidaymaker
    householder humanitarian impresario infielder instructor intern inventor laborer
    labourer left-hander lineman locksmith masseur militant mla msp netminder newcomer newscaster
    newsreader obgyn olympian outfielder paleoclimatologist pathologist philanthropist
    photojournalist postdoc proprietor psychoanalyst psychotherapist recipient recruit
    right-hander runner-up schoolboy schoolgirl seamstress shooter slugger smuggler socialite
    sophomore specialist spectator sportsman sportswoman spouse stateswoman stewardess sufferer
    supervisor taoiseach taxpayer toxicologist trainee trooper undergraduate vendor visitor
    warlord wicketkeeper zookeeper mother-of-one mother-of-two mother-of-three mother-of-four
    father-of-one father-of-two father-of-three father-of-four superstar offender pedophile
    heavyweight medallist medalist debutant emcee entertainer showman starlet supermodel
    industrialist oligarch strongman ruler dictator mastermind ringleader culprit perpetrator
    octogenarian septuagenarian nonagenarian youngster infant londoner monarch pontiff prelate
    jurist diva crooner hitmaker trailblazer defector matriarch homemaker housewife anchorman
    anchorwoman extremist terrorist bomber hijacker kidnapper stalker conman scammer impostor
    imposter goalscorer right-back left-back stranger recruiter hawker peddler foreman forewoman
    lorry-driver taxi-driver jailer gaoler optician helper schoolmate passerby hostess lodger
    settler granny gran grandad lass co-worker coworker marcher rioter looter gunner informer
    outsider leaker mugger worshiper admirer follower disciple client farmhand poacher scavenger
    beggar vagrant busker go-between facilitator chaperone bouncer doorman mailman messenger
    deliveryman emissary bureaucrat bidder decorator sniper rapporteur contributor creator
    personality
    investigator steward ombudswoman harbourmaster accomplice acolyte adversary amateur ancestor
    appointee aristocrat assassin astrologer attendant aviator beachgoer beneficiary birdwatcher
    boater bookie boatbuilder bodyguard buyer canvasser caddie captor caterer celebrant
    churchwarden citizen coachman coastguard collaborator collector colonist companion
    competitor concertgoer connoisseur conservator contestant convener convenor countess
    craftsman craftswoman cryptographer dairyman daredevil dealer descendant dietician docent
    dockworker dressmaker emigrant exporter fanatic farmworker festivalgoer festival-goer
    fiddler filmgoer fisherwoman flautist forger gallerist gatekeeper goatherd goldsmith
    governess groundsman groundskeeper guerrilla guru harpist headhunter heckler herbalist
    hermit hitchhiker hobbyist homeopath horseman horsewoman hygienist hypnotist importer
    inhabitant innovator instigator laird layman laywoman librettist luthier maestro marshal
    masseuse matron merchant metalworker middleman milkman moneylender motorcyclist musicologist
    naturalist navigator nomad novice officeholder organist ornithologist outlaw panelist
    panellist partygoer paymaster peasant philatelist policymaker policy-maker postmaster
    postmistress practitioner proponent provocateur purser quartermaster racegoer rambler
    reformer rescuer responder revolutionary rider ringmaster roadie saddler salesman saleswoman
    salesperson scoutmaster scribe seafarer secretary-general seller sentry servant serviceman
    servicewoman shaman sharecropper shipbroker shipowner signatory silversmith singer-
    songwriter slave sleuth stableboy stagehand stallholder steelworker stockbroker stonemason
    storyteller subcontractor subeditor swordsman tactician taxidermist theatregoer theatre-goer
    theorist thug toolmaker townsperson tradesman tradeswoman tradesperson traditionalist
    traitor trawlerman trekker trombonist trumpeter vaccinator verger violist virtuoso warrior
    watchman weightlifter whaler whistle-blower woodcutter woodworker zealot adjuster midshipman
    crewmember patrolman patrolwoman searcher breadwinner benefactress clergyman clergywoman
    countryman comrade dignitary doubter fieldworker aunt grandmaster hairstylist bridesmaid
    kinsman lawman leaseholder licensee loyalist millworker monarchist muralist naysayer newsman
    nurseryman occupant occupier oilman old-timer peacemaker potholer caver purist repairman
    returnee sculptress seminarian separatist shipwright skydiver squaddie stuntwoman superfan
    survivalist sympathiser sympathizer timekeeper torchbearer understudy vacationer vigilante
    weatherman well-wisher windsurfer workman wrongdoer clansman tribesman tribeswoman
    geochemist glaciologist nephrologist rheumatologist urologist ethnographer ethnologist
    folklorist egyptologist sinologist philologist lexicographer primatologist herpetologist
    ichthyologist mycologist parasitologist pulmonologist hematologist haematologist
    endocrinologist gastroenterologist neurobiologist bioethicist metallurgist mineralogist
    speleologist limnologist
""")

#: nouns for groups and organisations that can speak, singular
GROUPS = words("""
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
    carrier zoo franchise guild bloc conglomerate automaker chipmaker drugmaker planemaker
    shipbuilder homebuilder steelmaker brokerage clinic festival orchestra choir ensemble academy
    seminary diocese archdiocese mosque synagogue cooperative co-op syndicate cartel militia gang
    junta caucus directorate subsidiary municipality hospice shelter restaurant hotel supermarket
    brewery bakery provider distributor wholesaler railway railroad airport county tribe faculty
    fraternity sorority aquarium insurer lender brewer utility pharmacy lobby co-operative troupe
    inspectorate
""")

#: nouns for bodies of any kind that have officers: *the company*
ANY_BODY = words("""
    company firm corporation business group organisation organization startup start-up nonprofit
    non-profit
""")

#: nouns for documents that speak for their authors, singular
DOCUMENTS = words("""
    report study survey poll statement article story editorial column letter email memo document
    lawsuit complaint filing indictment affidavit ruling opinion order book memoir ad
    advertisement advert video website page post tweet message note sign poster banner leaflet
    flyer flier headline transcript record analysis review paper draft bill law constitution
    agreement treaty resolution declaration manifesto platform petition notice advisory bulletin
    release script narrator caption text slogan placard invitation guide guidelines rules data
    figures results findings account blog newsletter dossier cable summary passage section
    clause inscription plaque label card
""")

#: plurals for people that ``plural`` does not build from ``roles``: *people*
PLURALS = words("""
    people spokespeople families companies agencies ministries parties committees communities
    universities authorities countries cities charities studies surveys polls folks others analyses
    juries dailies police staff media themselves passers-by schoolchildren grandchildren townsfolk
    alumni alumnae clergy gentry townspeople salespeople tradespeople
    businesspeople sportspeople fisherfolk
""")

#: roles that are last names as well: *Baker*
SURNAME_ROLES = words("""
    king pope bishop lord prince duke baron judge cardinal major chase private cook page marine
    miner coach pastor monk priest abbot dean mayor driver farmer fisher baker don miller
    provost vicar deacon warden printer hooker prop blacksmith draper mason carpenter potter
    weaver butler porter marshal steward gardener archer hunter piper singer shepherd squire
    knight guy christian rider merchant laird goldsmith fiddler coachman dealer rambler
    hermit navigator warrior amateur herbalist nomad outlaw slave theorist servant saddler
    seller
""")

#: roles that an event brings along, without a name in the article: *the judge*
BRIDGED = words("""
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

_KIN_HE = words("""
    father dad son brother husband uncle nephew grandfather grandson boyfriend widower man boy
    businessman spokesman chairman actor congressman policeman king prince gentleman guy
    gunman frontman fireman cameraman barman cowboy schoolboy headmaster bachelor groom monk friar
    stepfather stepson stepbrother godfather godson grandpa granddad fiancé ex-husband ex-boyfriend
    frenchman dutchman englishman irishman welshman scotsman ulsterman yorkshireman cornishman
""")

_KIN_SHE = words("""
    mother mum mom daughter sister wife aunt niece grandmother granddaughter girlfriend widow
    woman girl businesswoman spokeswoman chairwoman actress congresswoman policewoman queen
    princess lady duchess bride gunwoman frontwoman firewoman camerawoman barmaid schoolgirl
    headmistress waitress heiress stewardess landlady nun sportswoman stateswoman townswoman
    stepmother stepdaughter stepsister godmother goddaughter grandma fiancée ex-wife ex-girlfriend
    frenchwoman dutchwoman englishwoman irishwoman welshwoman scotswoman yorkshirewoman
""")

#: nouns for people that show a gender: *mother*, *spokesman*; the gender is m or f
KINSHIP: dict[str, str] = dict.fromkeys(_KIN_HE, "m") | dict.fromkeys(_KIN_SHE, "f")

#: nouns of ``kinship`` and titles that are used of women and men alike: *chairman*
GENERIC_NOUNS = words("chairman actor councilman")

#: nouns for those who speak for a body: *spokesman*
SPOKESPEOPLE = words("""
    spokesman spokeswoman spokesperson spokesmen spokeswomen spokespersons spokespeople
    representative representatives
""")

#: things that words stand on, which are no documents: *T-shirt*
INSCRIBED = words("""
    t-shirt t-shirts tshirt shirt shirts sweatshirt hoodie jersey hat cap badge button sticker
    stickers mural graffiti billboard storefront window screen bio biography translation research
    claim description tattoo mug bag banners signs
""")

#: how a text says that a name is withheld, as a pattern: *who asked not to be named*
ANONYMITY = (
    r"(?:(?:who|and|he|she|they)\s+)?(?:(?:also\s+)?(?:asked|requested|wished|wanted|wishes|preferred)"
    r"\s+(?:not\s+to\s+be\s+(?:named|identified|quoted\s+by\s+name)|to\s+(?:remain|stay)\s+"
    r"(?:anonymous|unnamed|nameless))"
    r"|(?:declined|refused)\s+to\s+(?:be\s+(?:named|identified)|give\s+(?:his|her|their|a)\s+name)"
    r"|(?:requested|asked\s+for|insisted\s+on)\s+anonymity"
    r"|(?:did\s+not|didn['’]t)\s+(?:want|wish)\s+to\s+be\s+(?:named|identified)"
    r"|(?:cannot|could\s+not|can['’]t)\s+be\s+(?:named|identified)"
    r"|(?:spoke|speaking|talked|agreed\s+to\s+speak)\s+(?:only\s+)?(?:on|under)\s+"
    r"(?:the\s+)?condition\s+of\s+anonymity)"
    r"|(?:on|under)\s+(?:the\s+)?condition\s+of\s+anonymity"
)

#: nouns for members of a family
FAMILY = words("""
    aunt brother child dad daughter father grandfather grandmother grandson granddaughter
    husband mom mother mum nephew niece sibling sister son spouse stepfather stepmother uncle
    widow widower wife
""")

#: nouns for members of parties and parliaments: *Republican*
PARTISANS = words("conservative democrat lawmaker legislator liberal republican")

#: offices that partisans hold: *senator*
ELECTED = words("""
    assemblyman assemblywoman congressman congresswoman councilman councilwoman councillor
    governor mayor minister mp president representative senator speaker
""")

#: offices and bodies whose names go on with *of*: *Secretary of State*
OFFICES_OF = words("""
    secretary minister ministry republic commonwealth kingdom undersecretary duke prince
""")

#: bodies that are named after who holds the office: *Prime Minister’s Office*
OFFICES_HELD = words("office bureau department court council commission")

#: prepositions that an office goes on with: *ambassador to the UN*
OFFICE_JOINTS = words("of to for")

#: nouns that say who somebody is, and seldom stand for them alone: *media contact for the family*
ROLE_NOUNS = words("""
    contact gatherer thrower groomer minder tester carver glazier fitter alum postgraduate
    valedictorian rookie expatriate highlander congregant chorister deejay mouthpiece henchman
    executor stockholder nobleman viscount squire regent ruler despot autocrat megastar nemesis
    brawler grappler archer confectioner ploughman smallholder planter maven geek prodigy
    thinker intellectual schoolteacher lookalike juggler scriptwriter arranger patriot
    upholsterer restorer polyglot outpatient inpatient amputee paraplegic runaway recluse valuer
    appraiser sorcerer clairvoyant mystic
""")

#: nouns for an age, in which somebody no longer is: *as a boy, he slept in a barn*
AGES_OF_LIFE = words("""
    baby infant toddler child kid boy girl schoolboy schoolgirl youngster teen teenager adolescent
    youth
""")

#: words before a rank: *world number two*
RANKED = words("number no no.")

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

#: words behind a name that say who is who in a picture: *Ida Berg, left,*
PLACES_IN_PICTURE = words("left right center centre middle pictured above below seated standing")

#: words that name the field of an office among the titles: *finance*
TITLE_FIELDS = words("foreign defense defence finance interior")

#: what stands behind a hyphen and an office: *mayor-elect*
OFFICE_SUFFIXES = words("elect designate in-residence at-large in-training")

#: endings of nouns for people: *cosmetologist*, *technician*, *stuntwoman*
AGENT_ENDINGS = ("ist", "ician", "grapher", "woman", "person")

#: endings of other nouns that speak, which then are people: *dispatcher*
SPEAKING_ENDINGS = ("er", "or", "ee")

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

#: prepositions between a spokesman and the body that he speaks for
REPRESENTING = words("for of from at")

#: participles between a nominal and a name: *a baker named Ida Berg*
CALLED = words("named called")

#: those of them that are verbs of a judgement as well: *called Ida Berg a bore*
JUDGING = words("called")

#: the same before *as*: *a baker identified only as Ida Berg*
IDENTIFIED = words("identified known")

#: verbs before *by* and a name: *who goes by NAME*
GOING = words("go goes going went")


#: who serves another: *an aide to the president*
ASSISTING = words("""
    adviser advisor ambassador aide assistant consultant counsel counsellor counselor deputy envoy
    secretary
""")

#: what stands behind its noun, and a preposition behind it: *a person familiar with the talks*
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

#: nouns behind a preposition that say what somebody is there for: *in charge of the rescue*
STATIONS = words("charge command loan behalf trial bail duty remand secondment")

#: nouns for a few people, whom the names beside it may name all: *the duo*
SMALL_GROUPS = words("couple pair duo trio")

#: nouns for people that before another noun are adjectives: *the humanitarian crisis*
ADJECTIVAL_NOUNS = words("humanitarian major official general principal professional")

#: adjectives that distinguish one holder of an office from the others: *the former mayor*
IDENTIFYING = words("former")

#: words before what somebody was once: *former Rill and Vale coach Ada Berg*
PAST_HOLDERS = words("former ex one-time onetime sometime erstwhile")

#: endings of words that give an age: *the 73-year-old*; hyphens plain
AGE_ENDINGS = ("-old",)

#: endings of words before a name that give an age, a rank or an origin: *the top-ranked Berg*
EPITHET_ENDINGS = ("-old", "-ranked", "-seeded", "-rated", "-based", "-born", "-winning")

#: for a noun for organisations the words that such organisations have in their names
BODY_KINDS: dict[str, frozenset[str]] = {
    "company": words(
        "company inc inc. corp corp. corporation ltd ltd. plc llc group holdings motors"
    ),
    "firm": words(
        "company inc inc. corp corp. corporation ltd ltd. llp llc group partners associates"
    ),
    "newspaper": words("times post journal herald tribune guardian telegraph mail express gazette"),
    "paper": words("times post journal herald tribune guardian telegraph mail express gazette"),
    "magazine": words("magazine weekly monthly review"),
    "network": words("network news tv television radio"),
    "agency": words("agency administration bureau service department office"),
    "union": words("union association federation brotherhood alliance"),
    "organisation": words("organisation organization association society council"),
    "organization": words("organisation organization association society council"),
    "group": words("group association society alliance coalition council project"),
    "association": words("association federation"),
    "bank": words("bank"),
    "university": words("university college institute"),
    "startup": words("inc inc. ltd ltd. technologies labs"),
    "start-up": words("inc inc. ltd ltd. technologies labs"),
    "manufacturer": words("company inc inc. corp corp. motors industries"),
    "lender": words("bank"),
    "club": words("fc afc united city rovers town athletic wanderers club"),
    "airline": words("airlines airways air"),
    "carrier": words("airlines airways air"),
    "brokerage": words("securities capital equities"),
    "carmaker": words("motors motor automotive"),
    "automaker": words("motors motor automotive"),
    "drugmaker": words("pharmaceuticals pharma laboratories therapeutics"),
    "studio": words("studio studios pictures games entertainment"),
    "publisher": words("press books publishing comics"),
    "label": words("records"),
    "hospital": words("hospital infirmary"),
    "school": words("school academy college"),
    "foundation": words("foundation fund trust"),
    "charity": words("charity foundation fund trust society"),
    "think-tank": words("institute institution center centre foundation"),
}

#: nouns for the press
PRESS = words("newspaper magazine")

#: nouns for what the press prints in its own name: *editorial*
PRESS_PIECES = words("article story piece editorial")

#: nouns for words that nobody in particular says: *as the saying goes*
PROVERBS = words("saying adage proverb maxim dictum cliche cliché expression")

#: nouns for parts of the body, some of which are nouns for people, too: *his head*
BODY_PARTS = words("head heads hand hands body voice voices face faces")

#: nouns for messages, whose words are the sender’s: *a text from Rolf Tanner*
MESSAGES = words("""
    text letter email e-mail message note postcard telegram tweet leaflet flyer circular bulletin
    voicemail memo post
""")

#: nouns for what others say, nobody knows who: *denied rumours that …*
HEARSAY = words("""
    rumours rumors rumour rumor reports claims suggestions suggestion accusations allegations gossip
    speculation criticism complaints insinuations talk chatter notion idea perception assumption
    charges whispers myth
""")

#: nouns for talk, which is nobody’s in particular: *stung by gossip that …*
RUMOURS = words("""
    rumours rumors rumour rumor gossip speculation whispers chatter talk hearsay buzz
""")

#: prepositions between a message and its sender
SENDING = words("from by")

#: words before quotation marks around a name, a title or a term: *a film called “…”*
NAMING = words("""
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

#: participles that give a name which is nobody's words: *the plan, nicknamed “…”, was dropped*
NICKNAMING = words("""
    dubbed nicknamed codenamed code-named titled entitled christened billed known marketed named
    termed
""")

#: Things that show something to those who look at them, and say nothing: *replays*. Left out:
#: polls, studies, reports and records, whose authors state what they show.
EVIDENCE = words("""
    replay replays footage video videos clip clips recording recordings picture pictures image
    images photo photos photograph photographs television tv cctv camera cameras data figure
    figures statistic statistics stats number numbers result results test tests scan scans x-ray
    x-rays sample samples measurement measurements map maps chart charts graph graphs graphic
    graphics evidence sign signs glance look history experience events reality score scores
    scoreline trend trends fact facts dna fingerprints radar satellite satellites tracker trackers
    reading readings projection projections estimates glimpse
""")

#: what authors have found out, which as a subject states it: *research suggests that*
STUDIES = words("research science literature scholarship")

#: adjectives that stand before a name without a determiner: *Outspoken Ada Berg*
EPITHETS = words("""
    brave furious tearful heartbroken grieving devastated disgraced outspoken embattled hero
    proud angry shocked popular beloved late retired longtime legendary famous notorious
    controversial veteran convicted accused jailed troubled wealthy
""")
