"""English verbs and phrases that report. Data only.

Verbs are in their base form; ``morphology.py`` builds the others.
"""

from __future__ import annotations

from quoteattr.language.words import words

#: verbs whose object can be the whole quote: *“…,” she said*; in their base form
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

#: verbs that report words or a judgement, mostly with a few words in marks: *called it “…”*
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

#: Verbs of a belief, or of a fact that one knows: the types *PAtt* and *Ftv* of the Penn Discourse
#: Treebank. Tried and left out: *expect*, *find*, *conclude*, *agree* and *deny* tell in the news
#: mostly what somebody uttered.
THINKING = words("""
    think believe feel fear hope worry wonder doubt suspect know realize realise recognize
    recognise understand assume imagine reckon consider regard guess suppose remember forget
    notice sense see love like hate dream dread trust fret envision envisage prefer mistrust
""")
#: nouns and adjectives of the same
THOUGHTS = words("""
    fearful hopeful confident convinced aware unaware worried concerned afraid sure unsure certain
    uncertain unconvinced sceptical skeptical belief beliefs fears hopes feeling suspicion
    suspicions conviction
""")
#: Verbs of something that somebody means to do or wants done, the type *Ctrl* of the same, where
#: nothing is uttered. Vows, orders and refusals are utterances, and stand in the tables above.
INTENDING = words("""
    want wish plan intend aim seek try attempt hesitate strive prepare desire long aspire
""")
#: nouns and adjectives of the same
INTENTIONS = words("intent determined eager keen reluctant ready willing intention intentions")

#: verbs whose object is the addressee: *told reporters*, *asked her*
ADDRESSING = words("""
    tell ask inform remind assure reassure warn advise urge email text message brief
""")

#: verbs of asking a question: *asked him where he had been*
INQUIRING = words("ask question query inquire enquire quiz wonder")
#: infinitives after *wants to* that ask: *wanted to know where he had been*
INQUIRED = words("know")

#: verbs whose subject without an object is something written: *it reads*
OF_DOCUMENTS = words("read reads")

#: verbs of ``reporting`` that are of saying between the quote and a name: *“Come!” called Rolf*
INVERTED = words("call")

#: verbs that are of saying only right beside a quote: *he wept as the judge told him*
GESTURES = words("nod grin shrug weep")

#: verbs of saying that are mostly nouns in news: *state*, *fire officials*, *a federal probe*
RATHER_NOUNS = words("state counsel fire probe")

#: participles that are nouns inside a nominal: *an early warning*
VERBAL_NOUNS = words("warning")

#: past forms that end like nouns: *Google met Ada Berg*
PAST_FORMS = words("""
    beat became began bit blew bought broke brought built burst came caught chose cost cut dealt
    drew drove fed fell felt fled flew forgave forgot fought found gave got had held heard hid hit
    hurt kept knew laid led left lent let lost made met paid put quit ran read rode rose sat saw
    sent shook shot showed shut slammed sold sought spent spoke stole stood struck sued swept taught
    threw told took tore understood was went were woke won wore wrote
    arose awoke clung crept drank dreamt dug forbade froze hung knelt leapt oversaw overthrew rang
    sang sank shone shrank slept slid sprang spun strode swam swore swung wept withdrew wove
""")

#: objects of saying that say nothing of what was said: *said something*, *said goodbye*
SAID_PRONOUNS = words("""
    something nothing anything everything little much goodbye hello farewell goodnight
""")

#: plurals that are objects of saying and never its subject: *said things*
SAID_OBJECTS = words("""
    things goodbyes byes thanks prayers words lots lies hellos noes yeses graces masses stories
    songs books poems jokes secrets lines hymns psalms
""")

#: phrases before a speaker: *according to*
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

#: verbs that make a habit of the infinitive after them: *used to say*
HABITUAL = words("used continue continues continued")

#: forms of verbs of refusing: *declined*
REFUSING = words("decline declines declined declining refuse refuses refused refusing")

#: verbs after which, refused, nothing was said: *declined to comment*
REFUSED = words("comment elaborate respond answer speak talk discuss say reply")

#: words before the meaning of a word: *which means “good morning”*
GLOSSING = words(
    "means meant mean meaning translates translating signifies signifying denotes slang"
)

#: particles of verbs, which are prepositions elsewhere: *laughed off the claim*
VERB_PARTICLES = words("off on aside at away over down up out about upon")

#: verbs of hearing or remembering somebody speak: *remembers her saying*; in their base form
PERCEIVING = words("""
    recall remember hear overhear imagine see watch catch describe recount mind film record
""")

#: verbs of getting to know something from somebody: *learned from her that*; in their base form
LEARNING = words("learn hear discover gather understand")

#: verbs of sending or giving a message: *sent him a text*; in their base form
DELIVERING = words("""
    send give hand write release issue provide post text email e-mail share leave offer make file
    deliver mail pass scribble
""")

#: verbs that ask the reader to imagine something: *picture a bishop saying*; in their base form
PICTURING = words("imagine picture suppose")

#: verbs of rejecting what others say: *denied rumours that …*; in their base form
REJECTING = words("""
    deny reject dismiss dispute refute rebut scotch quash deride mock ridicule downplay ignore face
    shrug laugh brush wave fend bat scoff bristle counter fight resent
""")

#: verbs of saying something, or of calling something so, which a *not* denies; in their base form
CALLING = words("""
    say tell call describe label dub brand characterize characterise term use utter mention shout
    consider
""")

#: verbs of calling something so, with its name right after it: *called it “…”*
LABELLING = words("call label dub brand term")

#: words before such a verb that say that somebody does not: *refused to call it “…”*
WITHHOLDING = words("""
    decline declines declined declining refuse refuses refused refusing hesitate hesitates
    hesitated fail fails failed short avoid avoids avoided avoiding refrain refrains refrained
    without stop unwilling reluctant wrong unfair misleading premature hard difficult impossible
    tempting
""")

#: verbs whose object is who speaks: *quoted the mayor: “…”*; in their base form
QUOTING = words("quote")

#: verbs of naming a source: *citing an official*, but also *citing the law*; in their base form
CITING = words("cite")

#: verbs whose passive tells what its subject does: *was heard to say*; in their base form
RAISING = words("""
    report say allege claim believe think know rumour rumor hear overhear see catch cite
""")

#: verbs of what somebody does before they speak to another: *rang and said*; in their base form
TURNING = words("""
    ring phone call turn look stare point come walk run stop stand sit grab shout text email
    rise knock kneel pull push
""")

#: What people do with their bodies, and hardly ever a thing or a plan: *and left*, *before
#: leaving*. Left out: *burst*, *climbed*, *drove*, *stood*, *turned*, as dams, prices, houses do.
BODILY = words("""
    left leaving walked walking sat sitting shrugged shrugging laughed laughing nodded nodding
    smiled smiling waved waving wept weeping sobbed sobbing blushed blushing bowed bowing boarded
    boarding thanked thanking hugged hugging hurried hurrying winked winking sighed sighing
""")

#: verbs of what a thing tells those who look at it: *the score suggests that*; in their base form
SHOWING = words("show suggest indicate mean prove demonstrate imply")

#: verbs of the same that are mostly of speakers: *a scan revealed that*; in their base form
REVEALING = words("reveal confirm find")

#: verbs of analysts for a share, a bond or a country: *downgraded it to “sell”*; in their base form
GRADING = words("upgrade downgrade")
#: nouns for what they change: *raised its outlook to “stable”*
GRADES = words("rating ratings outlook")

#: verbs of listening, whose subject says nothing: *the court heard that*; in their base form
HEARING = words("hear overhear")

#: verbs of making somebody say something: *prompting her to ask*; in their base form
PROMPTING = words("prompt lead cause force move drive compel provoke spur inspire")

#: participles that without an object are passives, in headings without a form of *be*: *court told*
BARE_PASSIVES = words("told informed")
