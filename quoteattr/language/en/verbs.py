"""English verbs and phrases that report.

Data only; ``contract/verbs.py`` describes each table.

Verbs are in their base form; ``morphology.py`` builds the others.
"""

from __future__ import annotations

from quoteattr.language.words import words

SAYING = words("""
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

REPORTING = words("""
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

# The types *PAtt* and *Ftv* of the Penn Discourse Treebank. Tried and left out: *expect*, *find*,
# *conclude*, *agree* and *deny*, which in the news are mostly of what somebody uttered.
THINKING = words("""
    think believe feel fear hope worry wonder doubt suspect know realize realise recognize
    recognise understand assume imagine reckon consider regard guess suppose remember forget
    notice sense see love like hate dream dread trust fret envision envisage prefer mistrust
""")
THOUGHTS = words("""
    fearful hopeful confident convinced aware unaware worried concerned afraid sure unsure certain
    uncertain unconvinced sceptical skeptical belief beliefs fears hopes feeling suspicion
    suspicions conviction
""")
# The type *Ctrl* of the Penn Discourse Treebank. Vows, orders and refusals are utterances, and are
# in the tables above.
INTENDING = words("""
    want wish plan intend aim seek try attempt hesitate strive prepare desire long aspire
""")
INTENTIONS = words("intent determined eager keen reluctant ready willing intention intentions")

ADDRESSING = words("""
    tell ask inform remind assure reassure warn advise urge email text message brief
""")

INQUIRING = words("ask question query inquire enquire quiz wonder")
INQUIRED = words("know")
OF_DOCUMENTS = words("read reads")
INVERTED = words("call")
GESTURES = words("nod grin shrug weep")
RATHER_NOUNS = words("state counsel fire probe protest")
VERBAL_NOUNS = words("warning")

PAST_FORMS = words("""
    beat became began bit blew bought broke brought built burst came caught chose cost cut dealt
    drew drove fed fell felt fled flew forgave forgot fought found gave got had held heard hid hit
    hurt kept knew laid led left lent let lost made met paid put quit ran read rode rose sat saw
    sent shook shot showed shut slammed sold sought spent spoke stole stood struck sued swept taught
    threw told took tore understood was went were woke won wore wrote
    arose awoke clung crept drank dreamt dug forbade froze hung knelt leapt oversaw overthrew rang
    sang sank shone shrank slept slid sprang spun strode swam swore swung wept withdrew wove
""")

SAID_PRONOUNS = words("""
    something nothing anything everything little much goodbye hello farewell goodnight
""")

SAID_OBJECTS = words("""
    things goodbyes byes thanks prayers words lots lies hellos noes yeses graces masses stories
    songs books poems jokes secrets lines hymns psalms
""")

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

DISCOURSE_MARKERS = (
    "needless to say",
    "suffice it to say",
    "suffice to say",
    "that is to say",
    "that is not to say",
    "that's not to say",
    "which is not to say",
    "to say the least",
    "to say nothing of",
    "to put it mildly",
    "it goes without saying that",
    "it goes without saying",
    "goes without saying",
    "that being said",
    "that having been said",
    "truth be told",
    "if truth be told",
    "let's say",
    "let us say",
    "let's just say",
    "let us just say",
    "safe to say",
    "fair to say",
    "it must be said",
    "to be said for",
    "to be said about",
    "i mean",
    "you know",
    "i dare say",
    "i daresay",
    "so to speak",
)

HABITUAL = words("used continue continues continued")
REFUSING = words("decline declines declined declining refuse refuses refused refusing")
REFUSED = words("""
    comment elaborate respond answer speak talk discuss say reply name disclose reveal confirm
    identify specify explain speculate give provide
""")

GLOSSING = words(
    "means meant mean meaning translates translating signifies signifying denotes slang"
)

VERB_PARTICLES = words("off on aside at away over down up out about upon")

PERCEIVING = words("""
    recall remember hear overhear imagine see watch catch describe recount mind film record
""")

NARRATING = words("testify recall remember recount relate narrate write allege describe")

LEARNING = words("learn hear discover gather understand")

DELIVERING = words("""
    send give hand write release issue provide publish post text email e-mail share leave offer
    make file deliver mail pass scribble circulate pin tape
""")

PICTURING = words("imagine picture suppose")

DENYING = words("deny dispute")

REJECTING = words("""
    deny reject dismiss dispute refute rebut scotch quash deride mock ridicule downplay ignore face
    shrug laugh brush wave fend bat scoff bristle counter fight resent
""")

CALLING = words("""
    say tell call describe label dub brand characterize characterise term use utter mention shout
    consider
""")

LABELLING = words("call label dub brand term")

WITHHOLDING = words("""
    decline declines declined declining refuse refuses refused refusing hesitate hesitates
    hesitated fail fails failed short avoid avoids avoided avoiding refrain refrains refrained
    without stop unwilling reluctant wrong unfair misleading premature hard difficult impossible
    tempting
""")

QUOTING = words("quote")
CITING = words("cite")

RAISING = words("""
    report say allege claim believe think know rumour rumor hear overhear see catch cite
""")

TURNING = words("""
    ring phone call turn look stare point come walk run stop stand sit grab shout text email
    rise knock kneel pull push interrupt visit meet join
""")

# Left out: *burst*, *climbed*, *drove*, *stood*, *turned*, as dams, prices, houses do.
BODILY = words("""
    left leaving walked walking sat sitting shrugged shrugging laughed laughing nodded nodding
    smiled smiling waved waving wept weeping sobbed sobbing blushed blushing bowed bowing boarded
    boarding thanked thanking hugged hugging hurried hurrying winked winking sighed sighing
""")

SHOWING = words("show suggest indicate mean prove demonstrate imply")
REVEALING = words("reveal confirm find")
GRADING = words("upgrade downgrade")
GRADES = words("rating ratings outlook")
HEARING = words("hear overhear")
PROMPTING = words("prompt lead cause force move drive compel provoke spur inspire")
BARE_PASSIVES = words("told informed")
