"""English nouns for people and bodies.

Data only; ``contract/nouns.py`` describes each table.

Nouns are in the singular; ``morphology.py`` builds the plural.
"""

from __future__ import annotations

from quoteattr.language.words import words

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
    lobbyist freshman mp mep msp mla mlc mna mpa td pm negotiator mediator envoy
    spokesman-designate successor
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
    flyhalf grazier
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
    fugitive onlooker passer-by well-wisher reveller reveler birdwatcher stallholder
    acquaintance postgraduate sixth-former canvasser chorister roadie stringer verger eyewitness
    castaway stowaway evacuee expat homesteader islander
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
    teammate roommate housemate flatmate classmate workmate shipmate mentor protégé
    adventurer airman all-rounder announcer apprentice benefactor biogeochemist
    biostatistician bosun brigadier catcher clinician co-chairman co-chairwoman co-ordinator
    coauthor cofounder commodore congressperson constituent contractor cornerback cosmonaut
    counsellor counselor cricketer defenceman defenseman dissident dropout educator employer
    examiner explorer fielder flanker footballer fraudster frontman frontwoman fullback fundraiser
    goalie grader granddad grandma grandpa halfback handyman healer heiress heroine holidaymaker
    householder humanitarian impresario infielder instructor intern inventor laborer
    labourer left-hander lineman locksmith masseur militant netminder newcomer newscaster
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
    appointee aristocrat assassin astrologer attendant aviator beachgoer beneficiary
    boater bookie boatbuilder bodyguard buyer caddie captor caterer celebrant
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
    reformer rescuer responder revolutionary rider ringmaster saddler salesman saleswoman
    salesperson scoutmaster scribe seafarer secretary-general seller sentry servant serviceman
    servicewoman shaman sharecropper shipbroker shipowner signatory silversmith singer-
    slave sleuth stableboy stagehand steelworker stockbroker stonemason
    storyteller subcontractor subeditor swordsman tactician taxidermist theatregoer theatre-goer
    theorist thug toolmaker townsperson tradesman tradeswoman tradesperson traditionalist
    traitor trawlerman trekker trombonist trumpeter vaccinator violist virtuoso warrior
    watchman weightlifter whaler whistle-blower woodcutter woodworker zealot adjuster midshipman
    crewmember patrolman patrolwoman searcher breadwinner benefactress clergyman clergywoman
    countryman comrade dignitary doubter fieldworker grandmaster hairstylist bridesmaid
    kinsman lawman leaseholder licensee loyalist millworker monarchist muralist naysayer newsman
    nurseryman occupant occupier oilman old-timer peacemaker potholer caver purist repairman
    returnee sculptress seminarian separatist shipwright skydiver squaddie stuntwoman superfan
    survivalist sympathiser sympathizer timekeeper torchbearer understudy vacationer vigilante
    weatherman windsurfer workman wrongdoer clansman tribesman tribeswoman
    geochemist glaciologist nephrologist rheumatologist urologist ethnographer ethnologist
    folklorist egyptologist sinologist philologist lexicographer primatologist herpetologist
    ichthyologist mycologist parasitologist pulmonologist hematologist haematologist
    endocrinologist gastroenterologist neurobiologist bioethicist metallurgist mineralogist
    speleologist limnologist
""")

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
    inspectorate district
""")

ANY_BODY = words("""
    company firm corporation business group organisation organization startup start-up nonprofit
    non-profit
""")

DISTINCT_BODIES = words("""
    court council board parliament senate legislature jury union church police
""")

PLURALS = words("""
    regulars patrons diners walkers backers
    people spokespeople families companies agencies ministries parties committees communities
    universities authorities countries cities charities studies surveys polls folks others analyses
    juries dailies police staff media themselves passers-by schoolchildren grandchildren townsfolk
    alumni alumnae clergy gentry townspeople salespeople tradespeople
    businesspeople sportspeople fisherfolk
""")

SURNAME_ROLES = words("""
    king pope bishop lord prince duke baron judge cardinal major chase private cook page marine
    miner coach pastor monk priest abbot dean mayor driver farmer fisher baker don miller
    provost vicar deacon warden printer hooker prop blacksmith draper mason carpenter potter
    weaver butler porter marshal steward gardener archer hunter piper singer shepherd squire
    knight guy christian rider merchant laird goldsmith fiddler coachman dealer rambler
    hermit navigator warrior amateur herbalist nomad outlaw slave theorist servant saddler
    seller
""")

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
    businessman spokesman congressman policeman king prince gentleman guy
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

KINSHIP: dict[str, str] = dict.fromkeys(_KIN_HE, "m") | dict.fromkeys(_KIN_SHE, "f")
GENERIC_NOUNS = words("chairman actor councilman")

SPOKESPEOPLE = words("""
    spokesman spokeswoman spokesperson spokesmen spokeswomen spokespersons spokespeople
    representative representatives
""")

DYING = words("died dead killed murdered drowned stabbed slain perished deceased executed buried")
DEATHS = words("body death murder killing funeral remains corpse grave coffin")

FAMILY = words("""
    aunt brother child dad daughter father grandfather grandmother grandson granddaughter
    husband mom mother mum nephew niece sibling sister son spouse stepfather stepmother uncle
    widow widower wife
""")

PARTISANS = words("conservative democrat lawmaker legislator liberal republican")

ELECTED = words("""
    assemblyman assemblywoman congressman congresswoman councilman councilwoman councillor
    governor mayor minister mp president representative senator speaker
""")

ROLE_NOUNS = words("""
    contact gatherer thrower groomer minder tester carver glazier fitter alum postgraduate
    valedictorian rookie expatriate highlander congregant chorister deejay mouthpiece henchman
    executor stockholder nobleman viscount squire regent ruler despot autocrat megastar nemesis
    brawler grappler archer confectioner ploughman smallholder planter maven geek prodigy
    thinker intellectual schoolteacher lookalike juggler scriptwriter arranger patriot
    upholsterer restorer polyglot outpatient inpatient amputee paraplegic runaway recluse valuer
    appraiser sorcerer clairvoyant mystic
""")

AGES_OF_LIFE = words("""
    baby infant toddler child kid boy girl schoolboy schoolgirl youngster teen teenager adolescent
    youth
""")

AGENT_ENDINGS = ("ist", "ician", "grapher", "woman", "person")
SPEAKING_ENDINGS = ("er", "or", "ee")
SMALL_GROUPS = words("couple pair duo trio")
ADJECTIVAL_NOUNS = words("humanitarian major official general principal professional")

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
    "retailer": words("stores supermarkets retail mart"),
    "chain": words("stores supermarkets hotels restaurants"),
    "insurer": words("insurance assurance mutual"),
    "broadcaster": words("broadcasting television tv radio"),
    "developer": words("homes developments properties estates"),
    "brewer": words("brewery breweries brewing"),
    "supplier": words("energy power gas electric"),
    "utility": words("energy power gas electric water"),
    "operator": words("trains rail railways ferries lines"),
    "theatre": words("theatre playhouse"),
    "museum": words("museum gallery"),
}

PRESS = words("newspaper magazine")
BODY_PARTS = words("head heads hand hands body voice voices face faces")
