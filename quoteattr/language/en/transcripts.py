"""English: the words of transcripts, interviews, letters and statements. Data only."""

from __future__ import annotations

from quoteattr.language.words import phrases, words

#: pronouns of the first person singular, as they are spelt: *I*
FIRST_SINGULAR = ("I", "me", "my", "My")
#: pronouns of the first person
FIRST_PERSON = words("i we me us my our mine ours myself ourselves")
#: first or last words of headings before a colon, which name no speaker: *Note*, *Photo*
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

#: titles inside a label, which are no given names: *OK Gov Fallin*
SHORT_TITLES = words("gov sen rep mr mrs ms dr")
#: titles before a name in the Congressional Record, which a full stop ends: *Mr. SMITH.*
_RECORD_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Senator", "Representative")
#: starts of last names in capitals that keep small letters: *McCONNELL*
SMALL_PREFIXES = ("Mc", "Mac", "De", "Di", "La", "Le", "Van ", "Von ", "O'", "O’")
#: a label of the Congressional Record, as a pattern with the groups ``name`` and ``cue``
RECORD_LABEL = (
    rf"[ \t]*+(?P<name>(?:{'|'.join(_RECORD_TITLES)})\.?[ ](?:[\p{{Lu}}.]++[ ])*"
    rf"(?:{'|'.join(SMALL_PREFIXES)})?"
    r"\p{Lu}[\p{Lu}'’\-]++(?:[ ]of[ ](?:\p{Lu}\p{Ll}++[ ]?){1,3})?"
    r"|The[ ](?:Acting[ ])?\p{Lu}{4,}+(?:[ ]\p{Lu}{4,}+)*(?:[ ]pro[ ]tempore)?)"
    r"(?P<cue>\.)(?=[ \t]+\S)"
)
#: how such labels begin: *Mr*, *The*
RECORD_HEADS = (*_RECORD_TITLES, "The ")
#: the lawyer who examines a witness, as a pattern with the group ``name``: *BY MS. HALE*
EXAMINATION = r"\b(?i:BY[ \t]+(?P<name>(?:MR|MS|MRS|DR)\.?[ \t]+\p{Lu}[\p{L}'’\-]+))"
#: the half of the day after a time, as a pattern: *3:47 PM*
HALF_DAYS = r"[AaPp]\.?[Mm]\.?"
#: a line that ends a transcript, as a pattern: *END*
END_LINE = r"[(\[]?\s*ENDS?\b\s*[)\]]?\.?(?:\s+\d.{0,20})?"
#: words in small letters inside a label: *Department of State*
LABEL_JOINTS = words("of the and for &")
#: articles before an office in a label, with the space after them: *The Prime Minister*
OFFICE_ARTICLES = ("the ",)
#: starts of last names before a second capital: *McConnell*
INNER_CAPITAL_PREFIXES = ("Mc",)
#: how labels begin that name an office, in lower case; its holder may stand in brackets
OFFICE_HEADS = ("the ", "madam ", "mr speaker", "mr deputy")
#: nouns of numbered speakers: *Speaker 1*
COUNTED = ("speaker", "voice", "participant", "respondent", "juror", "male", "female", "caller")
#: labels of questions: *Q*, *Question*
ASKING = words("q question")
#: labels of answers: *A*, *Answer*
ANSWERING = words("a answer interviewee")
#: letters that label questions, as they are spelt: *Q*
QUESTION_LETTERS = words("Q")
#: letters that label answers, as they are spelt: *A*
ANSWER_LETTERS = words("A")
#: first or last words of labels that name a role: *Moderator*, *Male speaker*
SPEAKING_ROLES = words("""
    q a question answer interviewer interviewee host co-host moderator reporter reporters anchor
    announcer narrator operator caller dispatcher speaker male female unidentified unknown man woman
    audience witness court clerk chair chairman chairwoman president chorus crowd voice translator
    interpreter journalist correspondent officer panelist panellist participant guest patient doctor
    student teacher counsel prosecutor judge deponent examiner agent child children group all voices
    attendee minister secretary mayor governor
""")

#: a transcriber’s remarks after a name: *(via Skype)*, *(through translator)*
TRANSCRIPT_REMARKS = phrases("""
    via|through translator|through interpreter|through an interpreter|through a translator
    |voice-over|voiceover|voice over|on camera|off camera|off-camera|on the phone|by phone
    |on screen|off-screen|live|(ph)|interpreted|translated|over the phone|on tape|videotape
    |video clip|audio|on-camera
""")

#: a transcriber’s remarks among the words: *(APPLAUSE)*, *[laughter]*
STAGE_DIRECTIONS = phrases("""
    applause|laughter|laughs|laughing|laugh|chuckles|chuckling|crosstalk|cross talk|inaudible
    |unintelligible|indiscernible|pause|pauses|sighs|music|cheers|cheering|booing|singing|crying
    |silence|coughs|coughing|interruption|interposing|no response|no audible response|phone rings
    |overlapping|speaking in foreign language|foreign language|video clip|commercial break
    |videotape|gavel|recess|smiles|nods|gasps|sneezes|whispers|audio gap|technical difficulties
""")

#: first words of stage directions after which nobody speaks until the next label
CLOSING_DIRECTIONS = words("begin end commercial recess adjourned whereupon")

#: how lines begin after the last turn, in lower case: *this interview has been edited*
AFTER_TRANSCRIPT = (
    "this interview has been", "this conversation has been", "this transcript",
    "this q&a has been", "this interview was", "this conversation was", "the interview was",
    "the conversation was", "end of transcript", "end transcript", "copyright", "©",
    "transcript provided", "content and programming", "order a transcript", "interview by",
    "as told to", "edited for length", "edited by", "whereupon",
    "honourable members interject", "opposition members interject", "government members interject",
    "members interject", "an honourable member", "hon. members",
)  # fmt: skip

#: phrases that announce an interview, beside the name of who is asked: *spoke with*
INTERVIEW_PHRASES = (
    "interview with", "interviewed", "spoke with", "spoke to", "speaks to", "speaks with",
    "talked to", "talked with", "talks to", "talks with", "sat down with", "sits down with",
    "asked", "caught up with", "conversation with", "q&a with", "q & a with", "questions for",
    "met with", "meet", "met", "joined by", "questions to", "put to",
    "told us", "tells us", "answers our",
)  # fmt: skip

#: nouns for words that a whole paragraph may hold: *issued this statement:*
STATEMENT_NOUNS = words("""
    statement statements response reply letter e-mail email message post comment note memo apology
    explanation tweet thread caption release declaration announcement words passage excerpt
    testimony remarks notice thanks tribute op-ed column entry
""")
#: forms of verbs before such a paragraph: *wrote:*, *reads:*
STATEMENT_VERBS = words("""
    wrote writes posted posts said says saying replied replies responded responds stated states
    added adds reads read tweeted commented emailed e-mailed explained continued writing adding
    answered texted concluded recalled begins began announced noted told tells put puts argued
    argues ruled
""")
#: words before such a noun, and a colon, that announce its words: *this statement: …*
ANNOUNCING = words("this following")
#: words between such a noun or verb and the colon that announce something else: *will be*
NO_STATEMENT = words("are were is was will below list follow follows these include includes")
#: forms of verbs after which a paragraph is a statement only in the first person: *said:*
MERE_SPEECH_VERBS = words("said says added adds saying told tells put puts argued argues")
#: last words of a lead-in that announce a statement: *said the following:*
FULL_TEXT = words("full following")
#: nouns for documents with a greeting and a sign-off: *letter*
LETTERS = words("letter email e-mail memo")
#: how letters begin, in lower case: *dear*
GREETINGS = ("dear ", "to whom it may", "to the editor", "hi ", "hello ")
#: words to an editor that run into a letter, in lower case: *Sir, – The pool is shut.*
ADDRESSES = ("sir", "madam", "sir/madam", "sir or madam")
#: how letters end, in lower case: *sincerely*
SIGN_OFFS = (
    "sincerely", "yours", "best regards", "kind regards", "regards", "best wishes", "warm regards",
    "respectfully", "faithfully", "with love", "in solidarity", "signed",
)  # fmt: skip
#: how the signature of an embedded post begins without a dash: *a post shared by*
POST_SIGNATURES = ("a post shared by", "post by", "a thread by")
#: lines of an embedded post that are no words of it: *view this post on Instagram*
EMBED_LINKS = frozenset(["view this post on instagram", "view on threads", "view on mastodon"])
#: what stands between a post and its signature for a picture
EMBED_PICTURES = frozenset(["[image or embed]", "[image]", "[video]"])
#: nouns before a user name: *user pierlover77*
ACCOUNTS = words("""
    user username commenter reader viewer poster redditor member account blogger gamer subscriber
    tweeter netizen handle nickname pseudonym
""")
#: first and last word of the header before the lines that a reply quotes: *On … wrote:*
REPLY_HEADER = ("On", "wrote")
#: the fields of the head of an e-mail, in lower case, the author first: *From: Ida Berg*
MAIL_FIELDS = ("from", "sent", "date", "to", "cc", "subject")
