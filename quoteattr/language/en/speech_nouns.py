"""English nouns for words: statements, documents, titles, rumours.

Data only; ``contract/speech_nouns.py`` describes each table.
"""

from __future__ import annotations

from quoteattr.language.words import words

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
    outburst verdict denial observation observations rant tirade opinion confession
""")

OCCASIONS = words("""
    conference briefing meeting hearing event rally debate session appearance podcast forum talk
    trial press reporters journalists media newsmen
""")

STANCES = words("""
    view views finding findings judgment judgement ruling belief conviction theory notion idea
    argument position stance feeling fear worry concern charge charges contention impression
""")

DOCUMENTS = words("""
    report study survey poll statement article story editorial column letter email memo document
    lawsuit complaint filing indictment affidavit ruling opinion order book memoir ad
    advertisement advert video website page post tweet message note sign poster banner leaflet
    flyer flier headline transcript record analysis review inquiry enquiry inquest audit
    paper draft bill law constitution
    agreement treaty resolution declaration manifesto platform petition notice advisory bulletin
    release script narrator caption text slogan placard invitation guide guidelines rules data
    figures results findings account blog newsletter dossier cable summary passage section
    clause inscription plaque label card
""")

INSCRIBED = words("""
    t-shirt t-shirts tshirt shirt shirts sweatshirt hoodie jersey hat cap badge button sticker
    stickers mural graffiti billboard storefront window screen bio biography translation research
    claim description tattoo mug bag banners signs
""")

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

PRESS_PIECES = words("article story piece editorial")
PROVERBS = words("saying adage proverb maxim dictum cliche cliché expression")
SLOGANS = words("motto slogan tagline tag-line strapline")

MESSAGES = words("""
    text letter email e-mail message note postcard telegram tweet leaflet flyer circular bulletin
    voicemail memo post card telex fax telegraph missive memorandum
""")

HEARSAY = words("""
    rumours rumors rumour rumor reports claims suggestions suggestion accusations allegations gossip
    speculation criticism complaints insinuations talk chatter notion idea perception assumption
    charges whispers myth
""")

DEPICTIONS = words("""
    description descriptions depiction depictions portrayal characterisation characterization
""")
TRUE = words("true correct accurate case")
SUPPOSED = words("so-called")

RUMOURS = words("""
    rumours rumors rumour rumor gossip speculation whispers chatter talk hearsay buzz
""")

SENDING = words("from by")

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

NICKNAMING = words("""
    dubbed nicknamed codenamed code-named titled entitled christened billed known marketed named
    termed
""")

# Left out: polls, studies, reports and records, whose authors state what they show.
EVIDENCE = words("""
    replay replays footage video videos clip clips recording recordings picture pictures image
    images photo photos photograph photographs television tv cctv camera cameras data figure
    figures statistic statistics stats number numbers result results test tests scan scans x-ray
    x-rays sample samples measurement measurements map maps chart charts graph graphs graphic
    graphics evidence sign signs glance look history experience events reality score scores
    scoreline trend trends fact facts dna fingerprints radar satellite satellites tracker trackers
    reading readings projection projections estimates glimpse
""")

STUDIES = words("research science literature scholarship")
