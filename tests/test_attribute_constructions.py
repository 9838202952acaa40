"""Constructions that leave one reading: which mention they name, and what nobody said."""

import re

from documents import document_of
from tables import for_each

from quoteattr.attribute.constructions import matches, unsaid
from quoteattr.attribute.constructions.after_quote import AFTER_QUOTE
from quoteattr.attribute.constructions.before_quote import BEFORE_QUOTE
from quoteattr.attribute.constructions.matches import said_by_nobody, speaker_by_construction


def settled(text: str) -> str | None:
    """The words of the mention that a construction names for the last quote."""
    document = document_of(text)
    chunk = speaker_by_construction(document, document.quotes[-1])
    return None if chunk is None else document.candidate(chunk).text


#: a text, and the speaker of its last quote
SPEAKERS = [
    ("Clara Voss, whose aunt said she was “broke”, left.", "aunt"),
    ("Clara Voss, whose young aunt, Ivo Novak, told clerks it was “late”, left.", "young aunt"),
    ("The band Nova beat Clara Voss, who called it “rude”.", "who"),
    ("Clara Voss is reported to have said it was “late”.", "Clara Voss"),
    ("The heir of Brack is alleged to have called Clara Voss “rude”.", "The heir of Brack"),
    ("Clara Voss is alleged to have used “force”.", None),
    ("Clara Voss remembers her boss, Ivo Novak, saying: “Go.”", "her boss"),
    ("Clara Voss said that Ivo Novak had shown “courage”.", None),
    ("Clara Voss dismissed as “rude” the clerks.", "Clara Voss"),
    ("The plan dismissed as “rude” went to Clara Voss.", None),
    ("Clara Voss, branded “rude” by Ivo Novak’s mother, left.", "mother"),
    ("Clara Voss was suspended for telling Ivo Novak to “go”.", "Clara Voss"),
    ("Clara Voss was told by letter: “Go.”", None),
    ("Clara Voss was told by a letter: “Go.”", "a letter"),
    ("People whose dog was shot by Ivo Novak said it was “rude”.", "People"),
    ("Clara Voss — who sued her boss, Ivo Novak — called it “rude”.", "Clara Voss"),
    ("Clara Voss, who sued her boss, Ivo Novak, called it “rude”.", "Clara Voss"),
    ("Clara Voss issued a statement saying: “Go.”", "Clara Voss"),
    ("Clara Voss said Ivo Novak had urged her to “go”.", "Ivo Novak"),
    ("Clara Voss laughed off a claim by Ivo Novak that she was “broke”.", "Ivo Novak"),
    ("Clara Voss said Friday that Ivo Novak’s claim that it is safe is “a lie”.", "Clara Voss"),
    ("Clara Voss said a claim by Ivo Novak that it is safe was “a lie”.", "Clara Voss"),
    ("Clara Voss called Ivo Novak’s claim that it is safe “a lie”.", "Clara Voss"),
    ("Clara Voss was quoted by Ivo Novak as saying she was “broke”.", "Clara Voss"),
    ("Clara Voss was quoted in the Mail as calling it “rude”.", "Clara Voss"),
    ("Clara Voss was quoted by Ivo Novak as calling it “rude”.", "Clara Voss"),
    ("The Mail met Clara Voss, whom it quoted as saying: “Go.”", "Clara Voss"),
    ("Clara Voss, quoted by the Mail, said she was “broke”.", "Clara Voss"),
    ("Clara Voss, accused by Ivo Novak of “greed”, left.", "Ivo Novak"),
    ("Clara Voss, whom Ivo Novak called “a saint”, left.", "Ivo Novak"),
    ("Clara Voss got a letter from Ivo Novak, her boss, stating: “Go.”", "Ivo Novak"),
    ("The Mail quoted Ivo Novak: “Go.”", "Ivo Novak"),
    ("The play was turned down by Ivo Novak as “late”.", "Ivo Novak"),
    ("A letter from Ivo Novak to Clara Voss said it was “late”.", "Ivo Novak"),
    ("The letter, sent by Ivo Novak on Monday, said it was “late”.", "Ivo Novak"),
    ("Clara Voss was told by Ivo Novak to “go”.", "Ivo Novak"),
    ("TRESK — Vantro (NYSE: VTR), today said it was “late”.", "Vantro"),
    ("The man who found Clara Voss said it was “late”.", "The man"),
    ("Men who were hired by Clara Voss said it was “late”.", "Men"),
    ("Clara Voss met Ivo Novak (NYSE: VTR), and left: “Go.”", None),
    ("Clara Voss, chair of Vantro (VTR), said at noon it was “late”.", None),
    ("Clara Voss was told by Ivo Novak: “Go.”", "Ivo Novak"),
    ("Clara Voss shared the view of clerks that it was “late”.", "clerks"),
    ("Clara Voss shared the view of clerks that survival is “luck”.", "clerks"),
    ("A telex sent by Ivo Novak to clerks read: “Go.”", "Ivo Novak"),
    ("Clara Voss wanted May, but Ivo Novak chose June, saying: “Go.”", "Ivo Novak"),
    ("Before Clara Voss could answer, Ivo Novak cut in: “Go.”", "Ivo Novak"),
    ("The commissioner of police, Brack State, Ivo Novak, said: “Go.”", "Ivo Novak"),
    ("The Director, Food and Drugs, Brack State, Ivo Novak, said: “Go.”", "Ivo Novak"),
    ("“Go,” said Norland’s mayor Ivo Novak.", "Ivo Novak"),
    ("“Go,” Ivo Novak’s lawyer said.", "lawyer"),
    ("“Go!” the boy’s mother said.", "mother"),
    ("Clara Voss left. “Go.” Ivo Novak’s lawyer said no.", None),
    ("“Go,” the Mail quoted Ivo Novak as having said.", "Ivo Novak"),
    ("“Go,” Ivo Novak was quoted as saying by the Mail.", "Ivo Novak"),
    ("“Go,” Ivo Novak said on Monday, according to the Mail.", "Ivo Novak"),
    ("Having said that she was “broke”, Clara Voss left.", "Clara Voss"),
    ("By calling Ivo Novak “a fraud”, Clara Voss broke the law.", "Clara Voss"),
    ("According to the Mail, Ivo Novak told clerks it was “late”.", "Ivo Novak"),
    ("Clerks who met Ivo Novak said he was “calm”.", "Clerks"),
    ("A friend of Ivo Novak, who had left, said it was “late”.", "A friend of Ivo Novak"),
    ("Clara Voss wept, as Ivo Novak had said she would, and shouted: “Go!”", "Clara Voss"),
    ("Clara Voss said Ivo Novak had told her on the phone: “Go.”", "Ivo Novak"),
    ("Clara Voss denied a claim by Ivo Novak, her boss, that she was “broke”.", "Ivo Novak"),
    ("Clara Voss liked the idea, made by Ivo Novak, that she was “rich”.", "Ivo Novak"),
    ("Clara Voss backed a call from Ivo Novak to “go”.", "Ivo Novak"),
    ("Clara Voss demanded an apology from Ivo Novak for saying she was “broke”.", "Ivo Novak"),
    ("Clara Voss mocked Ivo Novak for his claim that he was “rich”.", "Ivo Novak"),
    ("The Mail quoted Ivo Novak, its owner: “Go.”", "Ivo Novak"),
    ("The Mail quoted clerks saying it was “late”.", "clerks"),
    ("Clara Voss filmed Ivo Novak shouting: “Go!”", "Ivo Novak"),
    ("Ivo Novak, Clara Voss said, had told her to “go”.", "Ivo Novak"),
    ("The last message that Ivo Novak sent was: “Go.”", "Ivo Novak"),
    ("Ivo Novak, chief executive of Brackwell said: “Go.”", "Ivo Novak"),
    ("Clara Voss ignored calls from Ivo Novak to “go”.", "Ivo Novak"),
    ("Clara Voss dismissed a report by Ivo Novak that she was rich as “a lie”.", "Clara Voss"),
    (
        "In a letter, Clara Voss dismissed Ivo Novak’s claim that she was rich as “a lie”.",
        "Clara Voss",
    ),
    ("Clara Voss on Monday dismissed Ivo Novak’s claim as “a lie”.", "Clara Voss"),
    ("Clara Voss brushed off a claim by Ivo Novak as “a lie”.", "Clara Voss"),
    ("Clara Voss described Ivo Novak’s new plan as “a lie”.", "Clara Voss"),
    ("Clara Voss branded Ivo Novak’s claim “a lie”.", "Clara Voss"),
    ("Clara Voss branded a claim by Ivo Novak “a lie”.", "Clara Voss"),
    ("Clara Voss said that Ivo Novak’s claim was “a lie”.", "Clara Voss"),
    ("The Mail quoted Brack’s envoy, Ivo Novak, as describing it as “late”.", "envoy"),
    ("Clara Voss was suspended for calling clerks “sheep”.", "Clara Voss"),
    ("Clara Voss wants Ivo Novak to apologise for having called clerks “sheep”.", "Ivo Novak"),
    ("Clerks close to Ivo Novak said it was “late”.", "Clerks close to Ivo Novak"),
    (
        "Clerks with knowledge of Clara Voss say she is “broke”.",
        "Clerks with knowledge of Clara Voss",
    ),
    ("A clerk the mayor hired said it was “late”.", "A clerk"),
    ("“It is late,” a clerk the mayor hired said.", "a clerk"),
    ("A clerk hired by the mayor said it was “late”.", "A clerk"),
    ("“It is late,” a clerk hired by the mayor said.", "a clerk"),
    ("“Late?”\nClara Voss, clerk\n\n“Go.”\nIvo Novak, mayor of Brack", "Ivo Novak"),
    (
        "“Late?” asked Clara Voss.\n\n“Go.”\n\n— Ivo Novak, mayor of Brack\n\nIt rained.",
        "Ivo Novak",
    ),
    ("“Late?” asked Clara Voss.\n\n“Go.” -- Ivo Novak, 41, clerk", "Ivo Novak"),
    ("Clara Voss writes that Ivo Novak swore “not me”.", "Ivo Novak"),
    ("The Mail wrote that Ivo Novak called her “broke”.", "Ivo Novak"),
    ("An aide to Clara Voss said it was “late”.", "An aide to Clara Voss"),
    ("The pier is “a wreck” (Ivo Novak, clerk), and shut.", "Ivo Novak"),
    ("“Go,” clerks close to Ivo Novak said.", "clerks close to Ivo Novak"),
    ("Quoting Ivo Novak, Clara Voss said that it was “late”.", "Ivo Novak"),
    ("Clara Voss hit a man who calls clerks “sheep”.", "a man"),
    ("Clara Voss left to shouts of “shame” from the clerks.", "the clerks"),
    ("“A lie” was Clara Voss’s response to Ivo Novak.", "Clara Voss"),
    ("Clara Voss is “a fraud”, a friend of Ivo Novak told the Mail.", "a friend of Ivo Novak"),
    ("“Thank you,” was all that Clara Voss could say to Ivo Novak.", "Clara Voss"),
    ("“A fraud” was the verdict of Clara Voss on Ivo Novak.", "Clara Voss"),
    ("Clara Voss praised clerks, one of whom said it was “late”.", "one"),
    ("Clara Voss got a text from Ivo Novak that said: “Go.”", "Ivo Novak"),
    ("Clara Voss got a text from Ivo Novak: “Go.”", "Ivo Novak"),
    ("Ivo Novak, said Clara Voss, was “broke”.", "Clara Voss"),
    ("Clara Voss denied Ivo Novak’s claim that he lied, saying: “It is a lie.”", "Clara Voss"),
    ("Clara Voss denied Ivo Novak’s finding that she was “broke”.", "Ivo Novak"),
    ("Clara Voss came. Ivo Novak denied her claim that it was “late”.", "her"),
    ("Clara Voss was heard to say: “Go.”", "Clara Voss"),
    ("Clara Voss was criticised by Ivo Novak for calling clerks “sheep”.", "Clara Voss"),
    ("Clara Voss, asked by Ivo Novak: “Why?”", "Ivo Novak"),
    ("Clara Voss was hailed as “a saint” by Norland’s mayor Ivo Novak.", "Ivo Novak"),
    ("“Go,” said Ivo Novak, quoted by the Mail.", "Ivo Novak"),
    ("Then Clara Voss, quoted by the Mail, said she was “broke”.", "Clara Voss"),
    ("Ivo Novak, chased by clerks on Monday, shouted: “Go!”", "Ivo Novak"),
    ("According to the Mail, Ivo Novak called clerks “sheep”.", "Ivo Novak"),
    ("With Ivo Novak saying he was “broke”, Clara Voss left.", "Ivo Novak"),
    ("Clara Voss learned from Ivo Novak that it was “late”.", "Ivo Novak"),
    ("Ivo Novak gave this statement to the Mail: “Go.”", "Ivo Novak"),
    ("A statement from Ivo Novak said it was “late”.", "Ivo Novak"),
    ("Ivo Novak’s text to Clara Voss said it was “late”.", "Ivo Novak"),
    ("A letter to Clara Voss from Ivo Novak said it was “late”.", "Ivo Novak"),
    ("Clara Voss called it “a lie” and Ivo Novak described it as “late”.", "Ivo Novak"),
    ("A note from Ivo Novak, “Go,” was pinned to the door.", "Ivo Novak"),
    ("Clara Voss read a text that Ivo Novak sent: “Go.”", "Ivo Novak"),
    ("According to Clara Voss, Ivo Novak ran in and shouted: “Go!”", "Ivo Novak"),
    ("Clara Voss told the court how Ivo Novak came in and said: “Go.”", "Ivo Novak"),
    ("Clara Voss left on Monday, with Ivo Novak calling her “broke”.", "Ivo Novak"),
    ("Clara Voss was reported by the Mail to have spoken of “a wreck”.", "Clara Voss"),
    ("Clara Voss was cited by the Mail as describing “a wreck”.", "Clara Voss"),
    ("Clara Voss was hailed by the Mail as having saved “a wreck”.", "the Mail"),
    ("Clara Voss says she was told by Ivo Novak that it was “late”.", "Ivo Novak"),
    ("Clara Voss says she was told by Ivo Novak it was “late”.", "Ivo Novak"),
    ("It was Ivo Novak, a clerk, who called Clara Voss’s plan “a wreck”.", "Ivo Novak"),
    ("It was the union that called it “a wreck”.", "the union"),
    ("Clara Voss said Ivo Novak turned to her and said: “Go.”", "Ivo Novak"),
    ("Clara Voss, described by clerks as “a saint”, left.", "clerks"),
    ("Clara Voss was advised by Ivo Novak to “go home”.", "Ivo Novak"),
    ("Clerks who met Clara Voss were advised by Ivo Novak to “go”.", "Ivo Novak"),
    ("“Go,” Ivo Novak told her, according to Clara Voss.", "Ivo Novak"),
    ("“Go,” said Clara Voss. “No,” Ivo Novak, the mayor, said.", "Ivo Novak"),
    ("Clara Voss denied Ivo Novak’s claim that there was “a leak”.", "Ivo Novak"),
    ("Clara Voss, speaking after a visit by Ivo Novak, called it “a wreck”.", "Clara Voss"),
    ("The firm that Clara Voss founded said it was “late”.", "The firm"),
    ("Ivo Novak accused Clara Voss of making it “a wreck”.", "Ivo Novak"),
    ("Clara Voss got a letter in which Ivo Novak said it was “late”.", "Ivo Novak"),
    ("According to Clara Voss, it was Ivo Novak who called it “a wreck”.", "Ivo Novak"),
    ("Clara Voss left after Ivo Novak’s “a wreck” remark.", "Ivo Novak"),
    ("Clara Voss was cited by the Mail as saying it was “late”.", "Clara Voss"),
    ("The Mail, citing officials, said it was “late”.", "officials"),
    ("In a call with Ivo Novak the clerk said it was “late”.", "the clerk"),
    ("Clara Voss came in May and Ivo Novak said it was “late”.", "Ivo Novak"),
    ("Clara Voss looked at it and Ivo Novak said it was “late”.", "Ivo Novak"),
    ("Clara Voss’s uncle Ivo Novak, 41, said it was “late”.", "Ivo Novak"),
    ("Clara Voss told a clerk that Ivo Novak yelled “go”.", "Ivo Novak"),
    ("Clara Voss could be heard telling clerks it was “late”.", "Clara Voss"),
    ("Clara Voss called the plan “a wreck”, and Ivo Novak left.", "Clara Voss"),
    ("Clara Voss fell, prompting Ivo Novak to ask: “Why?”", "Ivo Novak"),
    ("‘No one is safe’: Ivo Novak on the flood", "Ivo Novak"),
    ("‘No one is safe’: the mayor’s warning", "the mayor"),
    ("Citing an official, the Mail said it was “late”.", "an official"),
]


@for_each(("text", "speaker"), SPEAKERS)
def test_a_construction_names_the_speaker(text: str, speaker: str) -> None:
    assert settled(text) == speaker


@for_each(
    "text",
    [
        "Clara Voss emailed Ivo Novak, saying: “Go.”",
        "Clara Voss said Ida Moll left and Ivo Novak stayed, saying: “Go.”",
        "Clara Voss thanked Ida Moll and Ivo Novak, saying: “Go.”",
        "Clara Voss says it means Ivo Novak “is broke”.",
        "Clara Voss was asked to say “no”.",
        "Clara Voss said she was attacked in a “hit piece” by the Mail.",
        "Clara Voss delivered a snappy retort: “No.”",
        "Clara Voss, praised by Ivo Novak in May, is “broke”.",
        "“Go,” said the mayor’s office was empty.",
        "Clara Voss owed an apology to Ivo Novak for saying he was “broke”.",
        "Clara Voss got a book from Ivo Novak for “a song”.",
        "According to Clara Voss, the pier is “a wreck”.",
        "“Go” was the name of the verdict.",
        "Clara Voss, the chief executive said: “Go.”",
        "Clara Voss was fined for holding a party for Ivo Novak “in May”.",
        "Clara Voss met clerks who want “a rise”.",
        "Clara Voss told a clerk that Ivo Novak saw it as “a lie”.",
        "“Go.”\n\nIvo Novak, mayor of Brack",
        "Clara Voss left to a round of “Old Roads” from the clerks.",
        "Clara Voss told the court that Ivo Novak was late and said: “Go.”",
        "It was clear that Clara Voss called it “a wreck”.",
        "Clara Voss came late, with Ivo Novak playing “Old Roads”.",
        "Clara Voss said Ivo Novak was late and said: “Go.”",
        "Clara Voss, quoted by clerks as “a saint”, left.",
        "Clara Voss left after Ivo Novak’s “a wreck” play.",
        "The way in which Ivo Novak replied on the day of the “long wait” was odd.",
        "Clara Voss thanked Ivo Novak by making it “a rule”.",
        "Citing the law, Clara Voss said it was “late”.",
        "Calling it “a wreck,” Ivo Novak, the mayor, said.",
        "‘The Old Mill’: Clara Voss in a good film",
        "‘the old mill’: review of a good film",
        "‘mill’: Clara Voss on a good film",
        "In May ‘no one is safe’: Clara Voss on the flood",
        "In a call with Clara Voss, the clerk said it was “late”.",
        "Clara Voss is pale and Ivo Novak said it was “late”.",
        "Clara Voss could be hired telling clerks it was “late”.",
        "Clara Voss left. “Go” Ivo Novak, the mayor, said.",
    ],
)
def test_another_construction_names_nobody(text: str) -> None:
    assert settled(text) is None


#: a text, and whether nobody in particular said its last quote
UNSAID = [
    ("Clara Voss was never heard to say “go”.", True),
    ("Clara Voss has not been known to call it “rude”.", True),
    ("Clara Voss has now been heard to call it “rude”.", False),
    ("Nobody has been heard to call it “rude”.", True),
    ("Clara Voss denied that she had said it was “rude”.", True),
    ("Clara Voss denied it, and said it was “rude”.", False),
    ("Clara Voss refused to say “yes” or “no”.", True),
    ("Clara Voss said “yes” or “no”.", False),
    ("If you hear Clara Voss say “go”, run.", True),
    ("Clara Voss was upset by rumours that she was “broke”.", True),
    ("Clara Voss repeated rumours that she was “broke”.", False),
    ("Clara Voss was upset by gossip that she was “broke”.", True),
    ("Clara Voss fuelled speculation that she was “broke”.", True),
    ("No clerk would call it “easy”.", True),
    ("A clerk would call it “easy”.", False),
    ("Few clerks dared to say “no”.", True),
    ("No clerk shared Clara Voss’s view that it was “late”.", False),
    ("No clerk believed it was “late”.", False),
    ("A few clerks dared to say “no”.", False),
    ("Nothing in the plan says “no”.", True),
    ("There is no rule that says “no”.", True),
    ("There is a rule that says “no”.", False),
    ("If a clerk were to say “no”, run.", True),
    ("Nowhere does the plan say “no”.", True),
    ("Never did Clara Voss admit “greed”.", True),
    ("Clara Voss was upset by a claim that she was “broke”.", True),
    ("Clara Voss was helped by a clerk that said she was “broke”.", False),
    ("Clara Voss was upset by the claim that she was “broke”.", False),
    ("Clara Voss rejected the label “broke”.", True),
    ("Clara Voss used the label “broke”.", False),
    ("Clara Voss laughed at the idea that she was “broke”.", True),
    ("As the saying goes, “rain comes”.", True),
    ("Had he said “no”, the club would have folded.", True),
    ("Clara Voss did not call it “a lie”.", True),
    ("Clara Voss refused to call it “a lie”.", True),
    ("Clara Voss has been called “a saint”.", True),
    ("Clara Voss has been called “a saint” by clerks.", False),
    ("Clara Voss has been called “a saint” (Ivo Novak).", False),
    ("Clara Voss said she was called “a saint”.", False),
    ("Clara Voss plays a policeman called “Bo”.", True),
    ("Clara Voss imagined Ivo Novak saying “sorry”.", True),
    ("This is a far cry from Rillbook’s motto, “Open and connected.”", True),
    ("Clara Voss’s slogan, “We were here first”, was on buses.", False),
    ("Clara Voss wants clerks to say “sorry”.", True),
    ("Clara Voss told clerks to say “sorry”.", False),
    ("Clerks never get to say “no”.", True),
    ("Clerks often say “no”.", False),
    ("Clara Voss should say “sorry”.", True),
    ("Ivo Novak wishes Clara Voss would just say “sorry”.", True),
    ("You will not hear Clara Voss say “sorry”.", True),
    ("We heard Clara Voss say “sorry”.", False),
    ("If Clara Voss says “run”, run.", True),
    ("“Yalla,” said Clara Voss, which means “let’s go”.", True),
    ("“Yalla,” said Clara Voss, slang for “let’s go”.", True),
    ("Clara Voss said it meant “war”.", False),
    ("The motto means “war”.", True),
    ("The clerk means “war”.", False),
    ("What if a clerk says “no”?", True),
    ("When Clara Voss says “run”, run.", False),
    ("Amid claims that she was “broke”, Ivo Novak said, Clara Voss left.", False),
    ("It is not that Clara Voss said “no”.", True),
    ("It was not as though Clara Voss had said “no”.", True),
    ("It was clear that Clara Voss said “no”.", False),
    ("Not once did Clara Voss say “no”.", True),
    ("At no point did Clara Voss say “no”.", True),
    ("At this point did Clara Voss say “no”.", False),
    ("Not only did Clara Voss say “no”, she meant it.", False),
    ("No sooner had Clara Voss said “no” than it rained.", False),
    ("Anyone who says “easy” has not tried.", True),
    ("Clerks who say “easy” have not tried.", False),
    ("Clara Voss wishes somebody had told her “no”.", True),
    ("If only Clara Voss had said “no”.", True),
    ("Few clerks left, and few would call it “easy”.", True),
    ("Clerks left, and a few called it “easy”.", False),
    ("It is wrong to call it “easy”.", True),
    ("I like to think Clara Voss would say: “Go.”", True),
    ("I think Clara Voss said: “Go.”", False),
    ("Every day Clara Voss would say: “Go.”", False),
    ("Clara Voss was told that she was “broke”.", True),
    ("Clara Voss was told on Monday it was “late”.", True),
    ("Clara Voss, asked if it was “late”, left.", True),
    ("Clara Voss was told by clerks that she was “broke”.", False),
    ("Clara Voss said she was told it was “late”.", False),
    ("The mayor, Clara Voss, asked if it was “late”.", False),
    ("Clara Voss warned that it was “late”.", False),
    ("The court heard that Clara Voss was “broke”.", True),
    ("Clara Voss was “broke”, the court heard.", True),
    ("Clara Voss told clerks it was “late”, the court heard.", False),
    ("Clerk ‘was broke’, court told", True),
    ("Clara Voss was “broke”, clerks were told in May.", True),
    ("Clara Voss was “broke”, a clerk told the court.", False),
    ("“Why?” the clerk asked.", False),
    ("The court ruled that Clara Voss was “broke”.", False),
    ("Clara Voss raised its outlook to “stable”.", True),
    ("Clara Voss cut the rating of the bank to “junk”.", True),
    ("The outlook of Clara Voss was cut to “junk”.", True),
    ("Clara Voss spoke of its return to “normal”.", False),
    ("It is identified by the use of words “may” or “will”.", True),
    ("It is identified by terms such as “may”, “will” and “can”.", True),
    ("It was spoilt by Clara Voss in terms such as “mad”.", False),
    ("It was called so by the word “mad”.", False),
    ("Clara Voss downgraded the bank to “sell”.", True),
    ("Clara Voss led clerks to “safety”.", False),
    ("The plan, since dubbed “Easy”, was dropped.", True),
    ("The plan, dubbed “easy” by Clara Voss, was dropped.", False),
    ("The plan, praised as “easy”, was dropped.", False),
    ("Clara Voss was a “gentle giant” to the clerks.", True),
    ("Clara Voss was a “gentle giant”, according to Otto Marx.", False),
    ("Clara Voss was “gentle” with the clerks.", False),
]


@for_each(("text", "unsaid"), UNSAID)
def test_what_nobody_is_meant_to_have_said(text: str, unsaid: bool) -> None:
    document = document_of(text)
    assert said_by_nobody(document, document.quotes[-1]) is unsaid


def test_every_construction_decides_a_case(monkeypatch):
    matches_in, last, deciding = matches._matches, [], set()

    def recorded(*args, **options):
        for candidate, match in matches_in(*args, **options):
            last.append(candidate)
            yield candidate, match

    monkeypatch.setattr(matches, "_matches", recorded)
    for text, _ in (*SPEAKERS, *UNSAID):
        document = document_of(text)
        quote = document.quotes[-1]
        if said_by_nobody(document, quote):
            deciding.add(last[-1])
        if speaker_by_construction(document, quote) is not None:
            deciding.add(last[-1])
    constructions = (*BEFORE_QUOTE, *AFTER_QUOTE, *unsaid.UNSAID)
    assert [c.named for c in constructions if c not in deciding] == []


@for_each("table", [BEFORE_QUOTE, AFTER_QUOTE, unsaid.UNSAID])
def test_no_construction_matches_where_nothing_stands(table):
    assert [c.named for c in table if c.pattern.search("")] == []


def test_no_construction_repeats_a_group_possessively():
    """Python 3.11 gets that wrong: ``lazy_re``."""
    constructions = (*BEFORE_QUOTE, *AFTER_QUOTE, *unsaid.UNSAID)
    assert [c.named for c in constructions if re.search(r"\)[*+?]\+", c.pattern.pattern)] == []
