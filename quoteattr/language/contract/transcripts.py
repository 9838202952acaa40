"""Tables for transcripts, interviews, statements, letters, posts and replies."""

from __future__ import annotations

from attrs import frozen

from quoteattr.language.patterns import NO_MATCH
from quoteattr.language.tables import Words


@frozen(eq=False, repr=False, slots=False, kw_only=True)
class TranscriptTables:
    """Tables for transcripts, interviews, statements, letters, posts and replies."""

    #: pronouns of the first person singular, as they are spelt: *I*
    first_singular: tuple[str, ...] = ()
    #: pronouns of the first person
    first_person: Words = frozenset()
    #: first or last words of headings before a colon, which name no speaker: *Note*, *Photo*
    not_speakers: Words = frozenset()
    #: titles inside a label, which are no given names: *OK Gov Fallin*
    short_titles: Words = frozenset()
    #: starts of last names in capitals that keep small letters: *McCONNELL*
    small_prefixes: tuple[str, ...] = ()
    #: a label of the Congressional Record, as a pattern with the groups ``name`` and ``cue``
    record_label: str = NO_MATCH
    #: how such labels begin: *Mr*, *The*
    record_heads: tuple[str, ...] = ()
    #: the lawyer who examines a witness, as a pattern with the group ``name``: *BY MS. HALE*
    examination: str = NO_MATCH
    #: the half of the day after a time, as a pattern: *3:47 PM*
    half_days: str = NO_MATCH
    #: a line that ends a transcript, as a pattern: *END*
    end_line: str = NO_MATCH
    #: words in small letters inside a label: *Department of State*
    label_joints: Words = frozenset()
    #: articles before an office in a label, with the space after them: *The Prime Minister*
    office_articles: tuple[str, ...] = ()
    #: starts of last names before a second capital: *McConnell*
    inner_capital_prefixes: tuple[str, ...] = ()
    #: how labels begin that name an office, in lower case; its holder may stand in brackets
    office_heads: tuple[str, ...] = ()
    #: nouns of numbered speakers: *Speaker 1*
    counted: tuple[str, ...] = ()
    #: labels of questions: *Q*, *Question*
    asking: Words = frozenset()
    #: labels of answers: *A*, *Answer*
    answering: Words = frozenset()
    #: letters that label questions, as they are spelt: *Q*
    question_letters: Words = frozenset()
    #: letters that label answers, as they are spelt: *A*
    answer_letters: Words = frozenset()
    #: first or last words of labels that name a role: *Moderator*, *Male speaker*
    speaking_roles: Words = frozenset()
    #: a transcriber’s remarks after a name: *(via Skype)*, *(through translator)*
    transcript_remarks: Words = frozenset()
    #: a transcriber’s remarks among the words: *(APPLAUSE)*, *[laughter]*
    stage_directions: Words = frozenset()
    #: first words of stage directions after which nobody speaks until the next label
    closing_directions: Words = frozenset()
    #: how lines begin after the last turn, in lower case: *this interview has been edited*
    after_transcript: tuple[str, ...] = ()
    #: phrases that announce an interview, beside the name of who is asked: *spoke with*
    interview_phrases: tuple[str, ...] = ()
    #: words before the speaker’s own name, and before that of a guest: *I’m*, *with me*
    own_name_phrases: tuple[str, ...] = ()
    guest_phrases: tuple[str, ...] = ()
    #: nouns for words that a whole paragraph may hold: *issued this statement:*
    statement_nouns: Words = frozenset()
    #: words before such a noun, and a colon, that announce its words: *this statement: …*
    announcing: Words = frozenset()
    #: forms of verbs before such a paragraph: *wrote:*, *reads:*
    statement_verbs: Words = frozenset()
    #: words between such a noun or verb and the colon that announce something else: *will be*
    no_statement: Words = frozenset()
    #: forms of verbs after which a paragraph is a statement only in the first person: *said:*
    mere_speech_verbs: Words = frozenset()
    #: last words of a lead-in that announce a statement: *said the following:*
    full_text: Words = frozenset()
    #: nouns for documents with a greeting and a sign-off: *letter*
    letters: Words = frozenset()
    #: how letters begin, in lower case: *dear*
    greetings: tuple[str, ...] = ()
    #: words to an editor that run into a letter, in lower case: *Sir, – The pool is shut.*
    addresses: tuple[str, ...] = ()
    #: how letters end, in lower case: *sincerely*
    sign_offs: tuple[str, ...] = ()
    #: how the signature of an embedded post begins without a dash: *a post shared by*
    post_signatures: tuple[str, ...] = ()
    #: the age of a post, as a pattern: *4h*, *2 days ago*
    post_age: str = NO_MATCH
    #: what precedes a post that somebody passes on: *RT @olaberg: …*
    reposts: tuple[str, ...] = ()
    #: lines of an embedded post that are no words of it: *view this post on Instagram*
    embed_links: Words = frozenset()
    #: what stands between a post and its signature for a picture: *[image or embed]*
    embed_pictures: Words = frozenset()
    #: nouns before a user name: *user pierlover77*
    accounts: Words = frozenset()
    #: first and last word of the header before the lines that a reply quotes: *On … wrote:*
    reply_header: tuple[str, ...] = ()
    #: words before the sender and the receiver of a line of a chat: *From Ida Berg to Everyone:*
    chat_directions: tuple[str, ...] = ()
    #: what a line above the head of a copied e-mail says, in lower case: *original message*
    forwarded: tuple[str, ...] = ()
    #: the fields of the head of an e-mail, in lower case, the author first: *From: Ida Berg*
    mail_fields: tuple[str, ...] = ()
