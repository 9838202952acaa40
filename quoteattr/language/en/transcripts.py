"""English: the words of transcripts, interviews, letters and statements.

Data only; ``contract/transcripts.py`` describes each table.
"""

from __future__ import annotations

from quoteattr.language.words import phrases, words

FIRST_SINGULAR = ("I", "me", "my", "My")
FIRST_PERSON = words("i we me us my our mine ours myself ourselves")
NOT_SPEAKERS = words("""
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

SHORT_TITLES = words("gov sen rep mr mrs ms dr")
#: titles before a name in the Congressional Record, which a full stop ends: *Mr. SMITH.*
_RECORD_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Senator", "Representative")
SMALL_PREFIXES = ("Mc", "Mac", "De", "Di", "La", "Le", "Van ", "Von ", "O'", "O’")
RECORD_LABEL = (
    rf"[ \t]*+(?P<name>(?:{'|'.join(_RECORD_TITLES)})\.?[ ](?:[\p{{Lu}}.]++[ ])*"
    rf"(?:{'|'.join(SMALL_PREFIXES)})?"
    r"\p{Lu}[\p{Lu}'’\-]++(?:[ ]of[ ](?:\p{Lu}\p{Ll}++[ ]?){1,3})?"
    r"|The[ ](?:Acting[ ])?\p{Lu}{4,}+(?:[ ]\p{Lu}{4,}+)*(?:[ ]pro[ ]tempore)?)"
    r"(?P<cue>\.)(?=[ \t]+\S)"
)
RECORD_HEADS = (*_RECORD_TITLES, "The ")
EXAMINATION = r"\b(?i:BY[ \t]+(?P<name>(?:MR|MS|MRS|DR)\.?[ \t]+\p{Lu}[\p{L}'’\-]+))"
HALF_DAYS = r"[AaPp]\.?[Mm]\.?"
END_LINE = r"[(\[]?\s*ENDS?\b\s*[)\]]?\.?(?:\s+\d.{0,20})?"
LABEL_JOINTS = words("of the and for to at in on &")
OFFICE_ARTICLES = ("the ",)
INNER_CAPITAL_PREFIXES = ("Mc",)
OFFICE_HEADS = ("the ", "madam ", "mr speaker", "mr deputy")
COUNTED = ("speaker", "voice", "participant", "respondent", "juror", "male", "female", "caller")
ASKING = words("q question")
ANSWERING = words("a answer interviewee")
QUESTION_LETTERS = words("Q")
ANSWER_LETTERS = words("A")
SPEAKING_ROLES = words("""
    q a question answer interviewer interviewee host co-host moderator reporter reporters anchor
    announcer narrator operator caller dispatcher speaker male female unidentified unknown man woman
    audience witness court clerk chair chairman chairwoman president chorus crowd voice translator
    interpreter journalist correspondent officer panelist panellist participant guest patient doctor
    student teacher counsel prosecutor judge deponent examiner agent child children group all voices
    attendee minister secretary mayor governor
""")

TRANSCRIPT_REMARKS = phrases("""
    via|through translator|through interpreter|through an interpreter|through a translator
    |voice-over|voiceover|voice over|on camera|off camera|off-camera|on the phone|by phone
    |on screen|off-screen|live|(ph)|interpreted|translated|over the phone|on tape|videotape
    |video clip|audio|on-camera
""")

STAGE_DIRECTIONS = phrases("""
    applause|laughter|laughs|laughing|laugh|chuckles|chuckling|crosstalk|cross talk|inaudible
    |unintelligible|indiscernible|pause|pauses|sighs|music|cheers|cheering|booing|singing|crying
    |silence|coughs|coughing|interruption|interposing|no response|no audible response|phone rings
    |overlapping|speaking in foreign language|foreign language|video clip|commercial break
    |videotape|gavel|recess|smiles|nods|gasps|sneezes|whispers|audio gap|technical difficulties
""")

CLOSING_DIRECTIONS = words("begin end commercial recess adjourned whereupon")

AFTER_TRANSCRIPT = (
    "this interview has been", "this conversation has been", "this transcript",
    "this q&a has been", "this interview was", "this conversation was", "the interview was",
    "the conversation was", "end of transcript", "end transcript", "copyright", "©",
    "transcript provided", "content and programming", "order a transcript", "interview by",
    "as told to", "edited for length", "edited by", "whereupon",
    "honourable members interject", "opposition members interject", "government members interject",
    "members interject", "an honourable member", "hon. members",
)  # fmt: skip

INTERVIEW_PHRASES = (
    "interview with", "interviewed", "spoke with", "spoke to", "speaks to", "speaks with",
    "talked to", "talked with", "talks to", "talks with", "sat down with", "sits down with",
    "asked", "caught up with", "conversation with", "q&a with", "q & a with", "questions for",
    "met with", "meet", "met", "joined by", "questions to", "put to",
    "told us", "tells us", "answers our",
)  # fmt: skip

OWN_NAME_PHRASES = (
    "I'm", "I’m", "I am", "my name is", "my name's", "my name’s",
)  # fmt: skip
GUEST_PHRASES = (
    "with me", "with us", "joined by", "my guest", "our guest", "joining me", "joining us",
    "talking to", "talking with", "speaking to", "speaking with", "here with", "introduce",
)  # fmt: skip

STATEMENT_NOUNS = words("""
    statement statements response reply letter e-mail email message post comment note memo apology
    explanation tweet thread caption release declaration announcement words passage excerpt
    testimony remarks notice thanks tribute op-ed column entry update bulletin complaint petition
""")
STATEMENT_VERBS = words("""
    wrote writes posted posts said says saying replied replies responded responds stated states
    added adds reads read tweeted commented emailed e-mailed explained continued writing adding
    answered texted concluded recalled begins began announced noted told tells put puts argued
    argues ruled testified testifies declared declares warned warns insisted insists remembered
    remembers confirmed confirms
""")
ANNOUNCING = words("this following")
NO_STATEMENT = words("are were is was will below list follow follows these include includes")
MERE_SPEECH_VERBS = words("""
    said says added adds saying told tells put puts argued argues testified testifies declared
    declares warned warns insisted insists remembered remembers confirmed confirms
""")
FULL_TEXT = words("full following")
LETTERS = words("letter email e-mail memo")
GREETINGS = ("dear ", "to whom it may", "to the ", "to all ", "hi ", "hello ")
ADDRESSES = ("sir", "madam", "sir/madam", "sir or madam", "to the editor", "to the editors")
SIGN_OFFS = (
    "sincerely", "yours", "best regards", "kind regards", "regards", "best wishes", "warm regards",
    "best,", "all the best", "cheers,", "many thanks", "thanks,", "warmly", "respectfully",
    "faithfully", "with love", "in solidarity", "signed",
)  # fmt: skip
POST_SIGNATURES = ("a post shared by", "post by", "a thread by")
POST_AGE = (
    r"\d{1,3}[ ]?(?:(?:[smhdwy]|mins?|hrs?)(?:[ ]ago)?"
    r"|(?:second|minute|hour|day|week|month|year)s?[ ]ago)\b"
)
REPOSTS = ("RT", "MT")
EMBED_LINKS = frozenset(["view this post on instagram", "view on threads", "view on mastodon"])
EMBED_PICTURES = frozenset(["[image or embed]", "[image]", "[video]"])
ACCOUNTS = words("""
    user username commenter reader viewer poster redditor member account blogger gamer subscriber
    tweeter netizen handle nickname pseudonym
""")
REPLY_HEADER = ("On", "wrote")
CHAT_DIRECTIONS = ("From", "to")
FORWARDED = ("original message", "forwarded message")
MAIL_FIELDS = ("from", "sent", "date", "to", "cc", "subject")
