"""English nouns for what people do, by class of role.

Data only; ``contract/occupations.py`` describes each table.

The classes are a coarser version of those in media monitoring, with spokespeople as a class of
their own. A noun has one class, that of most people in the news who are called so: *president* is a
head of state, *director* leads a body.
"""

from __future__ import annotations

from quoteattr.language.words import words

_CLASSES = {
    "politics and government": """
        politician statesman stateswoman president vice-president premier chancellor minister
        prime-minister secretary undersecretary senator congressman congresswoman congressperson
        representative lawmaker legislator parliamentarian mp mep msp mla pm governor mayor
        councillor councilor councilman councilwoman councilmember alderman assemblyman
        assemblywoman backbencher whip candidate nominee contender challenger incumbent hopeful
        frontrunner front-runner ambassador diplomat envoy consul attache negotiator official
        aide commissioner reeve clerk treasurer democrat republican conservative liberal
        socialist lobbyist strategist operative regulator libertarian sponsor backer king queen
        prince princess sultan emperor sen rep gov taoiseach supervisor delegate viceroy
        rapporteur emissary plenipotentiary bureaucrat technocrat functionary
        apparatchik hardliner hard-liner demagogue
    """,
    "police and justice": """
        police officer policeman policewoman cop constable sheriff detective inspector
        superintendent marshal trooper investigator agent warden guard judge justice magistrate
        lawyer attorney barrister solicitor prosecutor counsel coroner bailiff juror paralegal
        qc kc notary ombudsman
        litigator conveyancer interrogator profiler sleuth liquidator conciliator
    """,
    "military and armed groups": """
        soldier general lieutenant colonel admiral commander captain sergeant corporal major
        marine veteran airman sailor cadet reservist conscript peacekeeper brigadier commodore
        warlord militant fighter rebel insurgent militiaman crewman
        mercenary guerrilla guerilla legionnaire paramilitary quartermaster adjutant
        sniper commando
    """,
    "executives and leaders": """
        ceo cfo coo cto cio executive chief chairman chairwoman chair chairperson co-chair
        co-ordinator director manager founder co-founder cofounder owner co-owner head leader
        boss banker broker trader investor entrepreneur businessman businesswoman businessperson
        tycoon mogul billionaire millionaire magnate landlord trustee administrator coordinator
        partner gm vp developer shareholder stakeholder employer publican shopkeeper financier
        heiress hotelier restaurateur auctioneer proprietor merchant buyer seller dealer
        contractor supplier retailer wholesaler distributor importer exporter co-chairman
        co-chairwoman co-director co-leader
        marketer advertiser salesman kingpin bondholder policyholder leaseholder
    """,
    "experts and science": """
        expert professor researcher scientist academic scholar lecturer historian economist
        analyst engineer architect geologist biologist chemist physicist astronomer ecologist
        epidemiologist virologist botanist meteorologist forecaster climatologist archaeologist
        anthropologist sociologist statistician philosopher theologian linguist ethicist
        criminologist demographer geographer oceanographer hydrologist seismologist
        volcanologist paleontologist palaeontologist zoologist entomologist mathematician
        geneticist neuroscientist fellow pollster consultant adviser advisor dean provost rector
        librarian curator archivist surveyor planner agronomist specialist psychologist
        paleoclimatologist biostatistician biogeochemist psychoanalyst astronaut inventor
        conservationist futurist technologist cosmologist astrophysicist immunologist
        toxicologist pathologist co-author coauthor cosmonaut examiner
        guru polymath codebreaker antiquarian connoisseur collector birder birdwatcher
    """,
    "health and care": """
        doctor physician nurse surgeon paramedic psychiatrist therapist midwife carer caregiver
        neurosurgeon cardiologist oncologist pediatrician paediatrician dentist obgyn vet
        veterinarian pharmacist dietitian nutritionist gp optometrist physiotherapist
        radiologist neurologist dermatologist obstetrician gynaecologist anesthesiologist
        anaesthetist medic childminder clinician counselor counsellor healer masseur
        psychotherapist
        osteopath homeopath naturopath masseuse
    """,
    "education": """
        teacher principal headteacher headmaster headmistress tutor educator instructor student
        pupil graduate undergraduate freshman sophomore schoolgirl schoolboy trainee apprentice
        intern alumnus alumna postdoc dropout
    """,
    "media": """
        journalist reporter editor columnist correspondent anchor host presenter broadcaster
        blogger critic reviewer commentator pundit photographer cameraman videographer publisher
        newsreader podcaster vlogger streamer newscaster announcer photojournalist
        copywriter subeditor proofreader ghostwriter
    """,
    "arts and entertainment": """
        actor actress singer rapper musician artist comedian filmmaker producer performer star
        celebrity model dancer author writer novelist poet playwright screenwriter songwriter
        composer conductor pianist violinist cellist guitarist drummer bassist vocalist
        choreographer designer chef sculptor painter illustrator cartoonist essayist dramatist
        biographer documentarian cinematographer animator influencer youtuber magician frontman
        frontwoman comic promoter impresario dj legend icon idol socialite creator
        trumpeter bandleader bandmate beatboxer maestro virtuoso raconteur impersonator
        printmaker couturier orator
    """,
    "sport": """
        coach player athlete goalkeeper striker midfielder defender winger quarterback pitcher
        batsman batter bowler caddie slugger forward fielder racer runner swimmer boxer golfer
        champion trainer jockey referee umpire cyclist rower skater skier sprinter gymnast
        wrestler fencer footballer cricketer teammate skipper climber mountaineer olympian
        shortstop catcher outfielder linebacker lineman receiver fullback halfback flanker
        snowboarder surfer explorer adventurer goalie netminder defenceman defenseman
        wicketkeeper scrum-half fly-half flyhalf playmaker sportsman sportswoman gamer scout
        cornerback infielder all-rounder jumper runner-up winner
        biathlete triathlete pentathlete heptathlete bobsledder pole-vaulter shot-putter
        steeplechaser marathoner judoka kickboxer bullfighter matador marksman
        equestrian showjumper bodyboarder windsurfer kitesurfer freediver caver trekker
        scorer timekeeper navigator aviator
    """,
    "religion": """
        pastor priest bishop archbishop cardinal pope rabbi imam cleric preacher monk nun vicar
        deacon curate chaplain reverend patriarch abbot lama
        prioress abbess choirmaster cantor muezzin ayatollah mullah
    """,
    "activists and civil society": """
        activist campaigner organizer organiser advocate volunteer protester protestor
        demonstrator whistleblower feminist environmentalist unionist donor philanthropist
        fundraiser marcher humanitarian pioneer
        agitator suffragette hunger-striker do-gooder
    """,
    "spokespeople": """
        spokesman spokeswoman spokesperson publicist speaker
    """,
    "work and trade": """
        worker employee staffer driver farmer fisherman fisher miner waiter waitress trucker
        cabbie courier postman cleaner plumber electrician builder firefighter fireman pilot
        grower rancher grazier shepherd herder beekeeper winemaker brewer baker butcher fishmonger
        grocer bookseller bartender barista barman barmaid carpenter joiner mason bricklayer
        roofer welder mechanic machinist technician gardener landscaper hairdresser barber
        tailor janitor caretaker porter receptionist typist cook housekeeper nanny babysitter
        maid programmer seamstress boatman ferryman lifeguard zookeeper labourer laborer foreman
        handyman locksmith goldsmith mailman ranger keeper handler breeder guide stewardess
        steward operator vendor cashier distiller sommelier concierge docker driller bosun coder
        stonemason ironworker steelworker dockworker farmworker millworker autoworker
        shipbuilder boatbuilder toolmaker dressmaker shoemaker clockmaker bookbinder
        glassblower woodcarver wheelwright silversmith bouncer doorman bellboy
        groundskeeper groundsman dustman binman stallholder chocolatier cheesemonger
        sheep-shearer trawlerman oysterman crabber purser fishwife
    """,
    "family and friends": """
        father mother dad mum mom parent son daughter brother sister husband wife fiance fiancee
        boyfriend girlfriend friend uncle aunt cousin nephew niece grandfather grandmother
        grandson granddaughter grandparent widow widower granddad relative sibling stepfather
        stepmother family colleague spouse fiancé fiancée godfather godmother mother-in-law
        father-in-law son-in-law daughter-in-law brother-in-law sister-in-law grandma grandpa
        stepdad stepmum stepmom sweetheart soulmate
    """,
    "residents and the public": """
        resident neighbour neighbor villager local voter tourist traveller traveler passenger
        customer shopper consumer viewer listener reader user commenter caller witness bystander
        onlooker eyewitness survivor victim patient pensioner retiree homeowner tenant
        pedestrian motorist commuter fan supporter visitor guest attendee participant respondent
        migrant refugee immigrant asylum-seeker man woman boy girl child teenager teen youth
        applicant walker hiker borrower plaintiff complainant accuser lady gentleman guy bloke
        lad chap kid person individual hostage mourner worshipper pilgrim toddler interviewee
        spectator diner patron renter householder holidaymaker newcomer taxpayer citizen native
        exile dissident recruit benefactor sufferer recipient adult addict constituent hero
        heroine mother-of-one mother-of-two mother-of-three mother-of-four father-of-one
        father-of-two father-of-three father-of-four mum-of-one mum-of-two mum-of-three
        mum-of-four dad-of-one dad-of-two dad-of-three dad-of-four
        backpacker concertgoer concert-goer festivalgoer festival-goer theatregoer
        theatergoer moviegoer cinemagoer partygoer racegoer gym-goer reveller sunbather
        bather snorkeller vacationer vegan vegetarian alcoholic admirer devotee follower
        namesake godparent guardian
    """,
    "accused and convicted": """
        defendant suspect inmate prisoner detainee convict killer murderer attacker assailant
        gunman thief robber burglar arsonist rapist abuser hacker felon fugitive fraudster
        shooter smuggler criminal
        hitman assassin gangster mobster trafficker bootlegger poacher looter rioter
        vandal trespasser
    """,
}

_COMPOUNDS = {
    "police and justice": "police chief, police captain, police lieutenant",
    "executives and leaders": """
        chief executive, executive officer, operating officer, financial officer, finance officer,
        technology officer, marketing officer, science officer, scientific officer, legal officer,
        product officer, commercial officer, team lead, vice chair, managing partner
    """,
    "experts and science": "principal investigator, chief economist, venture capitalist",
    "health and care": "medical officer, health officer, health worker, care worker",
    "spokespeople": "information officer, press secretary, press officer, communications director",
    "work and trade": "fire chief, house painter",
    "sport": "team captain, club captain, head coach, right-hander, left-hander, center fielder",
    "education": "school principal, school head, grader",
    "religion": "parish priest, church leader",
    "residents and the public": "asylum seeker, council tenant",
}

ROLE_CLASSES: dict[str, str] = {
    noun: name for name, nouns in _CLASSES.items() for noun in words(nouns)
} | {
    " ".join(compound.split()): name
    for name, compounds in _COMPOUNDS.items()
    for compound in compounds.split(",")
}

PUBLIC_CLASSES = frozenset(
    ("residents and the public", "accused and convicted", "family and friends")
)

_POLICE = "officer policeman policewoman cop constable detective sergeant inspector trooper"
_LAWYERS = "lawyer attorney barrister solicitor counsel advocate litigator"
_MEDICS = """
    doctor physician gp surgeon paediatrician pediatrician cardiologist oncologist neurologist
    dermatologist psychiatrist radiologist gynaecologist gynecologist obstetrician anaesthetist
    epidemiologist virologist
"""
_SCHOLARS = """
    professor lecturer academic scholar historian economist sociologist anthropologist linguist
    philosopher criminologist
"""
_SCIENTISTS = """
    biologist chemist physicist geologist astronomer ecologist epidemiologist virologist botanist
    meteorologist climatologist oceanographer seismologist zoologist geneticist neuroscientist
    researcher scientist professor
"""
_LAWMAKERS = """
    senator congressman congresswoman representative legislator parliamentarian mp mep mla
    assemblyman assemblywoman sen rep lawmaker deputy
"""
_PLAYERS = """
    goalkeeper striker midfielder defender winger forward quarterback pitcher footballer batsman
    bowler fullback flanker centre-back fly-half
"""

ROLE_KINDS: dict[str, frozenset[str]] = {
    noun: words(kind)
    for nouns, kind in (
        ("policeman policewoman cop officer", _POLICE),
        ("lawyer attorney", _LAWYERS),
        ("doctor physician medic", _MEDICS),
        ("academic scholar", _SCHOLARS),
        ("scientist researcher", _SCIENTISTS),
        ("lawmaker legislator parliamentarian", _LAWMAKERS),
        ("congressman congresswoman congressperson", "representative rep"),
        ("politician", _LAWMAKERS + "minister governor mayor councillor councilman alderman"),
        ("player footballer", _PLAYERS),
        ("forward", "striker winger"),
        ("striker", "forward"),
        ("author writer", "novelist author poet playwright essayist biographer writer"),
        ("actor performer", "actor actress"),
        ("musician", "singer guitarist drummer pianist rapper composer songwriter bassist"),
        ("singer artist", "singer rapper songwriter vocalist singer-songwriter"),
        ("star", "actor actress singer rapper footballer striker"),
        ("entertainer", "actor actress singer comedian rapper"),
        ("journalist", "reporter correspondent columnist editor broadcaster newsreader"),
        ("reporter", "journalist correspondent"),
        ("diplomat envoy", "ambassador envoy diplomat consul"),
        ("priest clergyman cleric", "priest vicar pastor reverend bishop imam rabbi"),
        ("businessman businesswoman tycoon", "entrepreneur tycoon billionaire magnate mogul"),
        ("soldier", "sergeant corporal private lieutenant captain marine"),
        ("spokesperson", "spokesman spokeswoman"),
        ("spokesman spokeswoman", "spokesperson"),
        ("boss", "manager coach ceo chairman executive"),
        ("manager", "coach"),
        ("teacher", "headteacher headmaster headmistress teacher"),
        ("gunman shooter attacker killer", "gunman shooter attacker killer murderer"),
        ("firefighter fireman", "firefighter fireman"),
        ("analyst", "strategist economist analyst"),
    )
    for noun in nouns.split()
}

ROLE_ENDS = words("""
    of for at in to from with on who whose whom which that under over by near as into before after
    against
""")
