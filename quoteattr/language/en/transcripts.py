"""English: the words of transcripts, interviews, letters and statements. Data only."""

from __future__ import annotations


def _words(words: str) -> frozenset[str]:
    """Split words into a set."""
    return frozenset(words.split())


def _phrases(phrases: str) -> frozenset[str]:
    """Split phrases, a bar between two, into a set."""
    return frozenset(" ".join(phrase.split()) for phrase in phrases.split("|"))


#: the same of one alone, as they are spelt
FIRST_SINGULAR = ("I", "me", "my")
#: pronouns of one who speaks of himself
FIRST_PERSON = _words("i we me us my our mine ours myself ourselves")
#: first or last words of what stands before a colon at the head of a line and is nobody who speaks
NOT_SPEAKERS = _words("""
    note notes update updated updates correction corrections editor's editors editor’s source
    sources credit credits photo photos picture pictures image images video videos watch listen
    read related more see also here what where when why who how which whose this that these
    those it he she they we i you his her their our my its there then so but and or if for in on
    at by with from to about after before as because since while although however meanwhile
    background breaking exclusive analysis opinion editorial comment comments review verdict
    result results score scores final scorers goals subs substitutes attendance rating ratings
    prediction odds lineup line-up teams team venue kick-off date time times day location place
    address phone tel telephone fax email e-mail contact contacts website web online facebook
    twitter instagram price prices cost runtime genre cast starring ingredients method serves
    directions step tip tips fact facts myth myths pros cons bottom caption captions headline
    summary topic topics tags tag category categories keywords subject re cc bcc attachments
    sent reply-to published posted written filed edited reporting copyright disclaimer warning
    caution example reason reasons question-and-q&a part chapter section figure table box act
    scene monday tuesday wednesday thursday friday saturday sunday january february march july
    august september october november december today tomorrow yesterday tonight now next
    previous first second third fourth fifth finally lastly still yet not no yes one two three
    four five six seven eight nine ten all some many most both each every another other others
    remember consider take think look let get go come add mix begin start end conclusion
    introduction key remarks statement transcript release immediate highlights timeline status
    age born died education occupation residence family party budget total revenue profit sales
    shares subscribe follow sign click download share like join donate support visit buy rank
    height weight position college experience prior personal hometown strengths weaknesses grade
    correspondence references appendix abstract order hearing case docket
""")

#: titles that stand inside what looks like a name: *OK Gov Fallin*; they are no given names either
SHORT_TITLES = _words("gov sen rep mr mrs ms dr")
#: titles before a name in the Congressional Record, which a full stop ends: *Mr. SMITH.*
RECORD_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Senator", "Representative")
#: what begins a last name in capitals and is spelt small: *McCONNELL*
SMALL_PREFIXES = ("Mc", "Mac", "De", "Di", "La", "Le", "Van ", "Von ", "O'", "O’")
#: a label of the Congressional Record: *Mr. SMITH of Ohio. …*, *The PRESIDING OFFICER. …*
RECORD_LABEL = (
    rf"[ \t]*+(?P<name>(?:{'|'.join(RECORD_TITLES)})\.?[ ](?:[\p{{Lu}}.]++[ ])*"
    rf"(?:{'|'.join(SMALL_PREFIXES)})?"
    r"\p{Lu}[\p{Lu}'’\-]++(?:[ ]of[ ](?:\p{Lu}\p{Ll}++[ ]?){1,3})?"
    r"|The[ ](?:Acting[ ])?\p{Lu}{4,}+(?:[ ]\p{Lu}{4,}+)*(?:[ ]pro[ ]tempore)?)"
    r"(?P<cue>\.)(?=[ \t]+\S)"
)
#: how such labels begin
RECORD_HEADS = (*RECORD_TITLES, "The ")
#: who examines a witness: *BY MS. HALE*
EXAMINATION = r"\b(?i:BY[ \t]+(?P<name>(?:MR|MS|MRS|DR)\.?[ \t]+\p{Lu}[\p{L}'’\-]+))"
#: the two halves of a day behind a time: *3:47 PM*
HALF_DAYS = r"[AaPp]\.?[Mm]\.?"
#: lines that end a transcript: *END*, *(ENDS)*
END_LINE = r"[(\[]?\s*ENDS?\b\s*[)\]]?\.?(?:\s+\d.{0,20})?"
#: words in small letters inside the label of a speaker: *Department of State*
LABEL_JOINTS = _words("of the and for &")
#: articles before an office in a label, with the space after them: *The Prime Minister*
OFFICE_ARTICLES = ("the ",)
#: what begins a last name before another capital: *McConnell*
INNER_CAPITAL_PREFIXES = ("Mc",)
#: how labels begin that name an office, whose holder may stand in brackets
OFFICE_HEADS = ("the ", "madam ", "mr speaker", "mr deputy")
#: what counts the speakers whom nobody named: *Speaker 1*
COUNTED = ("speaker", "voice", "participant", "respondent", "juror", "male", "female", "caller")
#: labels of questions and of answers
ASKING = _words("q question")
ANSWERING = _words("a answer interviewee")
#: the letters that are such labels, as they are spelt
QUESTION_LETTERS = _words("Q")
ANSWER_LETTERS = _words("A")
#: what a label names where it gives no name, and what else opens or closes such a label
SPEAKING_ROLES = _words("""
    q a question answer interviewer interviewee host co-host moderator reporter reporters anchor
    announcer narrator operator caller dispatcher speaker male female unidentified unknown man woman
    audience witness court clerk chair chairman chairwoman president chorus crowd voice translator
    interpreter journalist correspondent officer panelist panellist participant guest patient doctor
    student teacher counsel prosecutor judge deponent examiner agent child children group all voices
    attendee minister secretary mayor governor
""")

#: what a transcriber notes behind a name: *(via Skype)*, *(through translator)*
TRANSCRIPT_REMARKS = _phrases("""
    via|through translator|through interpreter|through an interpreter|through a translator
    |voice-over|voiceover|voice over|on camera|off camera|off-camera|on the phone|by phone
    |on screen|off-screen|live|(ph)|interpreted|translated|over the phone|on tape|videotape
    |video clip|audio|on-camera
""")

#: what a transcriber notes among the words: *(APPLAUSE)*, *[laughter]*
STAGE_DIRECTIONS = _phrases("""
    applause|laughter|laughs|laughing|laugh|chuckles|chuckling|crosstalk|cross talk|inaudible
    |unintelligible|indiscernible|pause|pauses|sighs|music|cheers|cheering|booing|singing|crying
    |silence|coughs|coughing|interruption|interposing|no response|no audible response|phone rings
    |overlapping|speaking in foreign language|foreign language|video clip|commercial break
    |videotape|gavel|recess|smiles|nods|gasps|sneezes|whispers|audio gap|technical difficulties
""")

#: stage directions after which nobody speaks until the next label
CLOSING_DIRECTIONS = _words("begin end commercial recess adjourned whereupon")

#: how a line begins that stands behind the last turn
AFTER_TRANSCRIPT = (
    "this interview has been", "this conversation has been", "this transcript",
    "this q&a has been", "this interview was", "this conversation was", "the interview was",
    "the conversation was", "end of transcript", "end transcript", "copyright", "©",
    "transcript provided", "content and programming", "order a transcript", "interview by",
    "as told to", "edited for length", "edited by", "whereupon",
    "honourable members interject", "opposition members interject", "government members interject",
    "members interject", "an honourable member", "hon. members",
)  # fmt: skip

#: an interview is announced by one of these, before or after the name of who is asked
INTERVIEW_PHRASES = (
    "interview with", "interviewed", "spoke with", "spoke to", "speaks to", "speaks with",
    "talked to", "talked with", "talks to", "talks with", "sat down with", "sits down with",
    "asked", "caught up with", "conversation with", "q&a with", "q & a with", "questions for",
    "met with", "meet", "met", "joined by", "questions to", "put to",
)  # fmt: skip

#: nouns for words that a whole paragraph may give: *issued this statement:*
STATEMENT_NOUNS = _words("""
    statement statements response reply letter e-mail email message post comment note memo apology
    explanation tweet thread caption release declaration announcement words passage excerpt
    testimony remarks notice thanks tribute op-ed column entry
""")
#: verbs that give a text: *the sign reads:*, *issued, released, posted a statement*
STATEMENT_VERBS = _words("""
    wrote writes posted posts said says saying replied replies responded responds stated states
    added adds reads read tweeted commented emailed e-mailed explained continued writing adding
    answered texted concluded recalled begins began announced noted
""")
#: what the words before the colon announce is no statement: *said the roads will be closed:*
NO_STATEMENT = _words("are were is was will below list follow follows these include includes")
#: verbs after which a paragraph is a statement only if it goes on in the first person
MERE_SPEECH_VERBS = _words("said says added adds saying")
#: last words of a lead-in that announce a statement: *said the following:*
FULL_TEXT = _words("full following")
#: documents that begin with a greeting and end with a sign-off
LETTERS = _words("letter email e-mail memo")
#: how a letter begins
GREETINGS = ("dear ", "to whom it may", "hi ", "hello ")
#: how a letter ends
SIGN_OFFS = (
    "sincerely", "yours", "best regards", "kind regards", "regards", "best wishes", "warm regards",
    "respectfully", "faithfully", "with love", "in solidarity", "signed",
)  # fmt: skip
#: how the signature of an embedded post begins, where no dash does
POST_SIGNATURES = ("a post shared by", "post by", "a thread by")
#: lines of an embedded post that are none of its words
EMBED_LINKS = frozenset(["view this post on instagram", "view on threads", "view on mastodon"])
#: nouns before what somebody calls himself on a forum: *user pierlover77*
ACCOUNTS = _words("""
    user username commenter poster redditor member account blogger gamer subscriber tweeter netizen
    handle nickname pseudonym
""")
#: first and last word of the header before the lines that a reply quotes
REPLY_HEADER = ("On", "wrote")
