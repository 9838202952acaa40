"""English words in and around names: titles, particles, last words of organisations.

Data only; ``contract/names.py`` describes each table.
"""

from __future__ import annotations

from quoteattr.language.words import words

_TITLES_HE = words("""
    mr mr. mister sir lord father king prince señor senhor signor sr. monsieur herr baron duke
    brother congressman chairman councilman pope imam sheikh ayatollah uncle emir sultan emperor
    datuk dato dato' datuk' haji shri msgr. msgr monsignor fr. fr tunku tengku alderman
    archduke viscount marquess maharaja sheik shaikh shaykh encik bapak meneer dhr.
    thiru oba ooni alh alh. rebbe abbot padre kyai kiai hadji babalawo count tun br. aircraftman
    mzee ato
""")

_TITLES_SHE = words("""
    mrs mrs. ms ms. miss madam lady dame queen princess señora señorita senhora signora madame mme
    frau baroness duchess sister congresswoman chairwoman councilwoman aunt smt smt. datin puan
    mlle countess viscountess marchioness abbess maharani hajiya hajia alhaja sheikha cik ibu dona
    doña mevrouw mevr. sra sra. dra dra. srta srta. shrimati sushri tmt khunying hjh mme. licda.
    auntie prophetess aircraftwoman woizero
""")

_TITLES_ANY = words("""
    rabbi pastor dr dr. prof prof. professor doctor sen sen. sens. rep rep. reps. gov gov.
    govs. comandante senator representative governor president vice vice-president prime minister
    premier chancellor secretary ambassador judge justice gen gen. general lt lt. col col. colonel
    maj maj. major capt capt. captain cmdr. commander sgt sgt. sergeant adm. admiral lieutenant cpl.
    pvt. rev rev. reverend bishop archbishop cardinal mayor sheriff chief officer detective
    constable inspector superintendent commissioner councillor cllr mp hon hon. speaker director
    coach supreme leader deputy attorney acting interim former ex-president assistant associate
    foreign defense defence finance interior chairperson chair ceo engineer chef nurse sri atty.
    supt. insp. det. const. sr advocate comrade republican democratic gop labour conservative
    democrat majority minority adv adv. engr engr. atty supt insp det cdr del. supervisor
    undersecretary rt honourable honorable hrh mx mx. seri datuk-seri
    tan-sri pehin dasho barrister barr barr. arc. pharm. eng eng. ing. dipl.-ing. mag. advocaat
    avv. avv canon archdeacon archimandrite patriarch chaplain presbyter
    swami ald ald. clr cr cr. cpl pte pte. pfc pfc. spc spc. cpt cpt. lcpl
    corporal trooper gunner sapper bombardier ltc brig brig. brigadier commodore
    midshipman ensign ssgt msgt tsgt sfc retd retd. ret. rtd emeritus emerita
    adjunct provost rector assoc assoc. asst asst. hajj al-hajj alhaji otunba mallam malam
    maulana mufti hojatoleslam grand-ayatollah ustad ustaz pandit ven ven. venerable
    sergeant-major sgt-maj sgt-major lt-col lt.-col. lt-gen lt.-gen. maj-gen maj.-gen. brig-gen
    brig.-gen. lt-cdr lt-cmdr lieutenant-colonel lieutenant-general lieutenant-commander
    major-general brigadier-general vice-admiral rear-admiral vice-marshal marshal field-marshal
    lieutenant-governor lieut. attorney-general solicitor-general surgeon-general
    director-general secretary-general governor-general taoiseach tánaiste tanaiste uachtarán
    cathaoirleach leas-chathaoirleach garda recorder sarpanch tehsildar yb
    yab berhormat paduka khun daw hon'ble honble amb amb. comr comr. pst pst.
    evang. evangelist apostle prophet acharya mawlana maulvi moulvi hazrat bhikkhu sadhu lama
    dott dott. dott.ssa prof.ssa profesor profesora lic. arq. ir. drs. maître maitre togbe
    excellency highness majesty holiness eminence lordship ladyship
    pvt airman bro bro. catholicos commissar deacon deaconess hajji laird legate marquis nuncio
    prelate primate vicar shree
    adjudant sqn ldr lac cwo cpo spr gnr tpr rfn wg gp dep. dist. pres. ch. comdr comdr. subedar
    havildar naik revd revd. cllr. cdre cdre. radm radm. vadm vadm. l/cpl l/cpl. ps. bp bp. ar.
    arch. surv. jus. hazzan cantor qadi patinggi wira ajahn mwalimu h.e. rt. usec. asec. usec asec
""")

TITLES: dict[str, str] = (
    dict.fromkeys(_TITLES_HE, "m")
    | dict.fromkeys(_TITLES_SHE, "f")
    | dict.fromkeys(_TITLES_ANY, "")
)

NEUTRAL_TITLES = words("mx")
OTHER_PRONOUNS = r"\b(?:they/them|they/their|ze/hir|ze/zir|xe/xem|gender[- ]neutral pronouns)\b"
OFFICE_TITLES = words("lord")
STYLES = words("grace honour honor worship")

REGNAL = words("""
    pope prince princess king queen lady emperor empress saint st. sheikh sheikha mother mullah
""")

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
    "det.": "detective",
    "det": "detective",
    "pres.": "president",
    "amb.": "ambassador",
    "atty.": "attorney",
    "cllr": "councillor",
    "cmdr.": "commander",
    "maj.": "major",
    "adm.": "admiral",
    "cpl.": "corporal",
    "pvt.": "private",
    "fr.": "priest",
    "fr": "priest",
    "adv": "lawyer",
    "advocate": "lawyer",
    "premier": "premier",
    "chancellor": "chancellor",
    "sec.": "secretary",
    "justice": "judge",
    **dict.fromkeys(words("sergeant constable inspector superintendent trooper"), "officer"),
    **dict.fromkeys(words("corporal lieutenant captain pc const. insp. supt supt."), "officer"),
}

RETIRED = words("retd retd. ret ret. retired rtd rtd.")

JOB_ACRONYMS = words("""
    CEO CFO COO CTO CIO CMO CHRO CPO CRO CSO CEC CP GM MD VP SVP EVP AVP MP MEP MSP MLA MLC TD PM
    DPM FM CM LG AG DA DPP DG IG DIG DCS DCI DSI DC DS DI PC WPC PS DCC ACP DCP ASP DSP SHO QB RB WR
    HE HH HM HRH TE OL DL LB CB DB DE DT SS FS GK HC SP PRO SGT LCPL WO WO1 WO2 ASI IGP SSP
    PCSO CISO OG OT PG SG ATH ILB OLB CJI CJ CS CAS PPRO DPO MCE DCE DCM EAM LoP AIG DGP ADGP
    CE CSP SDM DPRO CPRO SGF OCPD MCA MEC MMC MPA MNA NMP COAS CDS ADC
""")

SECOND_TITLES = words("con")

PARTICLES = words("""
    de la del della di da dos das do du des le von van der den ten ter bin ibn bint binti al el ben
    abu af av zu zum zur y e san st st. ap o' mac ní ni nic ó uí ui
""")

NAME_ARTICLES = words("al el la las los")
ELIDED = words("d")

SUFFIXES = words("""
    jr jr. sr sr. ii iii iv phd ph.d. md m.d. esq esq. qc kc sc sc. mp msp mep mla mlc mhk td
    ao ac oam om ch cc oc cm mbe obe cbe kbe dbe gbe kcb dcb cb cmg kcmg gcb cvo kcvo lvo mvo bem
    dso dsc dfc mc gc vc qpm pc jp frs frse frcp frcs mrcp facs facp fba rn dds dmd dvm dphil
    edd psyd jd llm llb mba msc bsc mph cpa cfa fcpa esquire jnr snr mna mpp mha mhr mk am ba ma
    jnr. snr. dl ms
    emeritus emerita sj osb ofm ofs svd frcpath frcgp frcog frcn frcvs mrcvs frics riba aia frae
    freng aca acca fca msw lcsw lmft lpc rd np fnp do pt dpt pharmd mbbs mbchb meng beng mphil
    onz onzm mnzm cnzm dnzm qso qsm obn gcon con ofr mfr oon san ias ips frsa rvm smc
    j.d. m.a. b.a. s.j. m.s. b.s. m.b.a. p.eng. ceng pe fmedsci usn usmc usaf raf rnr ret. retd.
""")

TITLED_SUFFIXES = words("esq esquire emeritus emerita")
GENERATIONS = words("jr jr. jnr jnr. sr sr. snr snr. ii iii iv")
GENERATION_NUMBERS = words("ii iii iv")

FAMILY_FIRST = words("""
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

NO_GIVEN_NAMES = words("""
    north south east west northern southern eastern western central new united international
    national federal royal general great saint white red black green blue big old upper lower
    local public human global world american british european african asian
    saudi sri hong puerto costa el los las san santa statistics golden army navy manchester
    outspoken embattled
""")

NO_LAST_NAMES = words("""
    corps reef bar pub cafe café club united rovers rangers warriors wanderers raiders giants lions
    eagles tigers bears coal steel oil gas daily weekly commando undersecretary spokesman chairman
    secretary minister
""")

NAME_JOINTS = words("of and for the on in to without against y e & d'")
NAME_JOINER = " and "
BYLINE_OPENERS = words("by")
AND_OTHERS = words("et al al.")

ORGANISATION_WORDS = words("""
    university college school institute foundation association society council committee
    commission department ministry office agency bureau board court party union federation
    guard league club team company corporation corp corp. inc inc. ltd ltd. llc plc group holdings
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
    guild confederation brotherhood sisterhood partnership mosque synagogue
    courier examiner inquirer observer spectator fc afc rfc gmbh pty ab nv bv oy oyj sarl bhd pte
    llp clg zoo secretariat directorate taskforce
""")

ORGANISATION_ENDINGS = words("""
    economics equities securities comics games studios software pharmaceuticals energy analytics
    partners consulting insurance airport railway zoo palace pool cloud theatre theater orchestra
    water rail gas foods electric electricity transit freight trains buses command framework
    telecoms petroleum cement sugar dairies air port harbour harbor docks dockyard shipyard ferries
    cruises holidays tours housing builders construction engineering textiles clothing beverages
    coffee bakeries brewery dairy farms seeds racecourse arena stadium festival circus library
    gallery heritage cycles bikes toys furniture fashions restaurants supermarkets pharmacies
""")

AMBIGUOUS_ORGANISATION_WORDS = words(
    "post church house street court guardian press bank mail power steel globe"
)

BODY_FIRSTS = words("bbc abc nbc cbs cnn itv pbs npr rte rté daily weekly")

FIRM_ENDINGS = words("""
    company corporation corp corp. inc inc. ltd ltd. llc plc gmbh ab nv bv oy oyj sarl bhd
    pte llp group holdings motors industries
    technologies systems airlines airways studio studios pictures games entertainment partners
    capital ventures labs brands stores foods energy pharma pharmaceuticals software solutions
    consulting consultants associates insurance financial investments properties realty hotels
    resorts productions publishing publishers comics communications telecom wireless aerospace
    logistics shipping mining minerals chemicals electronics semiconductor networks
""")

LEGAL_FORMS = words("inc inc. ltd ltd. llc llp plc gmbh corp corp.")
BODY_JOINTS = words("of for on against")
BODY_OPENERS = words("""
    corps centers centres offices friends citizens mothers fathers parents grandmothers doctors
    physicians nurses women men workers farmers fishermen voices veterans students scientists
    lawyers teachers youth people mayors city port town order forum sons daughters knights sisters
    brothers
""")

BODY_FIELDS = words("""
    affairs agriculture airports alcohol atmospheric animal animals antiquities archaeology
    architecture art arts astronomy aviation banking biology border borders broadcasting budget
    chemistry children citizenship climate coastal commerce commonwealth communications
    constitutional consumer corrections crime criminal culture customs cybersecurity defence defense
    democracy development disease diversity drug drugs ecology economics economy education elections
    electrical electronics emergency employment energy engineering enterprise environment equality
    ethics exchange exploration exports finance fire fish fisheries food foreign forestry foods
    gaming geography geology harbours health heritage higher highways history home homeland housing
    human humanities hydrology hygiene immigration industry information infrastructure innovation
    intelligence intellectual international investment irrigation justice labor labour land lands
    law learning leisure letters literature livestock maritime marketing materials mathematics
    medical medicine mental migration medicines mineral mines monetary natural oceans oceanic parks
    peace pensions petroleum physics pharmacy planning policy politics ports prevention prisons
    procurement property protection psychiatry psychology quality radio recreation refugees
    rehabilitation relief religion research resources revenue rights rural safety sanitation science
    sciences securities security skills social sport sports standards statistics strategic surgery
    sustainability tax taxation tobacco technology telecommunications television terrorism textiles
    theology tourism trade training transit transport transportation treatment tropical urban
    veterans wages waste water welfare wildlife women works youth
""")

THING_WORDS = words("""
    summit forum festival expo bill act law laws amendment treaty accord agreement report review
    day war games series cup open prix championship championships olympics award awards prize
    medal building tower bridge park river lake
    valley mountain mountains county province city state street avenue road boulevard highway
    island islands beach bay sea ocean ranch airport station square plaza hall theatre theater
    stadium arena show clause section chapter book album song film movie constitution bible code
    plan deal project east west north south coast strip bank district region hotel restaurant
    protocol program telescope satellite spacecraft orbiter observatory
""")

WAY_WORDS = words("""
    street avenue road boulevard highway lane square plaza bridge river lake valley mountain
""")

SHARED_GIVEN_NAMES = words("""
    georgia france jordan israel kenya chad india asia america cuba ireland holland britain
    paris london sydney adelaide florence vienna milan verona geneva lourdes salem
    charlotte austin houston dallas denver phoenix orlando lincoln madison cleveland
    virginia carolina dakota montana nevada tennessee alabama savannah
    chelsea brooklyn troy sparta odessa kiev
    march april may june july august
    apple chase mercedes porsche ford dodge marvel pepsi armani chanel dior tiffany
""")

THING_OPENERS = words("""
    hurricane typhoon cyclone storm operation mount lake fort cape camp flight route highway
    interstate
""")

CAPITAL_NAMES = frozenset({"US"})
SHORT_BODIES = words("UN US UK EU UAE")
COUNTRY_ACRONYMS = words("us usa uk uae drc ussr gdr")
ACRONYM_JOINTS = words("a an of and for the on in to at against de la del des du &")

NATIVES = words("""
    frenchman frenchwoman dutchman dutchwoman englishman englishwoman irishman irishwoman welshman
    welshwoman scotsman scotswoman ulsterman cornishman yorkshireman yorkshirewoman lancastrian
    manxman norseman briton brit spaniard dane swede finn pole turk scot serb croat slovene slovak
    czech arab kurd uzbek kazakh tajik turkmen aussie kiwi filipino filipina latvian icelander
    greenlander netherlander luxembourger londoner dubliner berliner parisian parisienne roman
    muscovite athenian glaswegian liverpudlian mancunian geordie brummie scouser mackem bristolian
    aberdonian dundonian corkonian galwegian novocastrian yorker angeleno chicagoan bostonian
    philadelphian houstonian texan californian floridian oregonian minnesotan alaskan hawaiian
    hoosier kentuckian tennessean virginian carolinian michigander ohioan iowan nebraskan kansan
    oklahoman georgian alabamian mississippian louisianan arkansan missourian wisconsinite mainer
    vermonter marylander delawarean nevadan utahn coloradan idahoan montanan washingtonian
    pennsylvanian islander torontonian montrealer vancouverite calgarian edmontonian winnipegger
    haligonian newfoundlander quebecer quebecker québécois ontarian albertan manitoban sydneysider
    melburnian brisbanite queenslander tasmanian aucklander wellingtonian capetonian johannesburger
    durbanite nairobian lagosian mumbaikar delhiite kolkatan punjabi bengali tamil gujarati
    singaporean hongkonger beijinger tokyoite flemish walloon bavarian saxon sicilian neapolitan
    catalan basque andalusian galician moroccan tunisian peruvian chilean
""")

ORIGINS = dict(
    pair.split(":")
    for pair in """
    american:america argentine:argentina argentinian:argentina australian:australia
    austrian:austria british:britain burmese:myanmar chadian:chad chinese:china cypriot:cyprus
    czech:czechia danish:denmark dutch:netherlands emirati:emirates english:england
    filipino:philippines finnish:finland french:france german:germany greek:greece guinean:guinea
    hungarian:hungary icelandic:iceland indian:india iranian:iran iraqi:iraq irish:ireland
    israeli:israel ivorian:ivory japanese:japan lao:laos laotian:laos lebanese:lebanon
    malagasy:madagascar malaysian:malaysia malian:mali maltese:malta mauritanian:mauritania
    mauritian:mauritius monegasque:monaco nigerian:nigeria nigerien:niger norwegian:norway
    peruvian:peru polish:poland portuguese:portugal qatari:qatar scottish:scotland
    slovak:slovakia slovakian:slovakia slovenian:slovenia spanish:spain swedish:sweden
    swiss:switzerland thai:thailand turkish:turkey ukrainian:ukraine welsh:wales
    """.split()
)

OPENING_ADJECTIVES = words("""
    new great hot cold red blue national central royal northern southern eastern western upper dirty
    sweet
""")

CONTINENTAL = words("african asian european")

NATIVE_ADJECTIVES = (
    words("""
    afghan albanian algerian american andorran angolan argentine argentinian armenian australian
    austrian azerbaijani bahamian bahraini bangladeshi barbadian belarusian belgian belizean
    bhutanese bolivian bosnian botswanan brazilian bulgarian burundian cambodian cameroonian
    canadian chadian chilean colombian croatian cuban cypriot danish dominican ecuadorian ecuadorean
    egyptian emirati eritrean estonian ethiopian fijian gambian georgian german ghanaian greek
    grenadian guatemalan guinean guyanese haitian honduran hungarian icelandic indian indonesian
    iranian iraqi israeli italian ivorian jamaican jordanian kazakh kenyan korean kosovan kuwaiti
    kyrgyz laotian liberian libyan lithuanian macedonian malagasy malawian malaysian malian
    mauritanian mauritian mexican moldovan mongolian montenegrin moroccan mozambican namibian nepali
    nicaraguan nigerien nigerian norwegian omani pakistani palestinian panamanian paraguayan
    peruvian qatari romanian russian rwandan salvadoran samoan saudi serbian singaporean slovakian
    slovenian somali swazi syrian tanzanian thai tibetan tongan trinidadian tunisian ugandan
    ukrainian uruguayan venezuelan yemeni zambian zimbabwean
""")
    | CONTINENTAL
    | NATIVES
)

DEMONYM_ENDINGS = ("i", "n", "an", "ian", "ese", "is", "ns", "ans", "ians")
