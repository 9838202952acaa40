"""Chunks: which tokens are one mention, and which words stand for it."""

from tables import for_each

from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize


@for_each(
    ("text", "tags", "mentions"),
    [
        ("A spokesman for the ministry said “no”.", "DoDSQ.", ["A spokesman for the ministry"]),
        ("French officials said “no”.", "DSQ.", ["French officials"]),
        ("Otto Marx Jr. said “no”.", "NSQ.", ["Otto Marx Jr."]),
        ("Otto van der Marx said “no”.", "NSQ.", ["Otto van der Marx"]),
        ("The Council of Europe said “no”.", "NSQ.", ["The Council of Europe"]),
        ("HOLT: “No.”", "L:Q", ["HOLT"]),
        ("His words were “no”.", "PKbQ.", ["His"]),
        ("The Prime Minister’s Office met.", "Nw.", ["The Prime Minister’s Office"]),
        ("The Prime Minister’s Farm met.", "N'Nw.", ["The Prime Minister", "Farm"]),
        ("The minister’s Office met.", "D'Nw.", ["The minister", "Office"]),
        ("Holt’s Office met.", "N'Nw.", ["Holt", "Office"]),
        ("The general counsel said “no”.", "DSQ.", ["The general counsel"]),
        ("The police report said “no”.", "DSQ.", ["The police report"]),
        ("State and local officials said “no”.", "DSQ.", ["State and local officials"]),
        ("Planning and zoning staff said “no”.", "DSQ.", ["Planning and zoning staff"]),
        ("City and county leaders said “no”.", "DSQ.", ["City and county leaders"]),
        ("Police and county leaders said “no”.", "D&DSQ.", ["Police", "county leaders"]),
        ("Prices fell and county leaders said “no”.", "ww&DSQ.", ["county leaders"]),
        ("It broke, says a police report.", "Pw,SD.", ["It", "a police report"]),
        ("It broke, according to media reports.", "Pw,AD.", ["It", "media reports"]),
        ("It broke, according to reports.", "Pw,AD.", ["It", "reports"]),
        ("The police report it.", "DSP.", ["The police", "it"]),
        ("With the officials report it.", "oDSP.", ["the officials", "it"]),
        ("Kell Rail, Inc. said “no”.", "NSQ.", ["Kell Rail, Inc."]),
        (
            "Kell Rail, Inc. President Ida Marx left.",
            "N,Nw.",
            ["Kell Rail", "Inc. President Ida Marx"],
        ),
        ("The Brack Sun said “no”.", "NSQ.", ["The Brack Sun"]),
        ("The Sun said “no”.", "NSQ.", ["The Sun"]),
        ("It broke on Sun 3 June.", "PwoT0T.", ["It"]),
        ("The fire chief said “no”.", "DSQ.", ["The fire chief"]),
        ("It broke in May.", "PwoT.", ["It"]),
        ("Ida May ran. It broke in May.", "NR.PwoN.", ["Ida May", "It", "May"]),
        ("the old barn", "E", ["the old barn"]),
        ("A warning from Holt came.", "KoNw.", ["Holt"]),
        ("Marx left after Holt said “no”.", "NwuNSQ.", ["Marx", "Holt"]),
        ("Marx left after the war.", "NwoE.", ["Marx"]),
        ("Brack Local 88 President Ida Marx left.", "Nw.", ["Brack Local 88 President Ida Marx"]),
        ("Brack won 88 Games.", "Nw0N.", ["Brack", "Games"]),
        (
            "Brack Local 88 Sales Chief Ida Marx left.",
            "Nw.",
            ["Brack Local 88 Sales Chief Ida Marx"],
        ),
        ("But the CJI fixed it in May.", "&NvPoT.", ["the CJI", "it"]),
        ("A telex sent by Marx came.", "EwzNw.", ["A telex", "Marx"]),
        ("A telex lost by Marx came.", "EwzNw.", ["A telex", "Marx"]),
        ("A telex near by Marx came.", "EozNw.", ["A telex", "Marx"]),
        ("Nothing in it left. Thirty clerks left.", "woPw.Dw.", ["it", "Thirty clerks"]),
        ("His lawyer, Otto Marx, left.", "D,N,w.", ["His lawyer", "Otto Marx"]),
        ("A man in the crowd left.", "DoDw.", ["A man in the crowd"]),
        ("The man in the crowd left.", "DoDw.", ["The man"]),  # he may have left there
        ("A man in a letter left.", "DoDw.", ["A man"]),
        ("One of them left.", "Popw.", ["One of them"]),
        ("One of the band’s members left.", "PoD'Dw.", ["One of the band’s members"]),
        ("One of Holt’s fans’ cars left.", "PoN'D'ww.", ["One of Holt’s fans"]),
        ("The two unions left.", "Dw.", ["The two unions"]),
        ("After this the firm left.", "odDw.", ["the firm"]),
        ("The two said “no”.", "dPSQ.", ["two"]),
        ("A few said “no”.", "dPSQ.", ["A few"]),
        ("People close to Holt left.", "DSoNw.", ["People close to Holt", "Holt"]),
        (
            "Someone familiar with the sale said “no”.",
            "PwoESQ.",
            ["Someone familiar with the sale"],
        ),
        ("Men with knowledge of it said “no”.", "DowoPSQ.", ["Men"]),
        ("Men with knowledge of Holt said “no”.", "DowoNSQ.", ["Men with knowledge of Holt"]),
        ("Men wary of Holt said “no”.", "DwoNSQ.", ["Men"]),
        ("An aide to the duke said “no”.", "DoDSQ.", ["An aide to the duke"]),
        ("A guest to the duke said “no”.", "DoDSQ.", ["A guest"]),
    ],
)
def test_mentions(text, tags, mentions):
    chunks = find_chunks(tokenize(text, find_quotes(text)))
    assert chunks.tags == tags
    spans = [text[slice(*chunks.mention(i))] for i, s in enumerate(tags) if s in "NPDEL"]
    assert spans[: len(mentions)] == mentions


def test_an_office_is_in_the_chunk_and_not_in_the_mention():
    text = "The foreign minister Otto Marx said “no”."
    chunks = find_chunks(tokenize(text, find_quotes(text)))
    assert chunks.tags == "NSQ."
    assert text[chunks.starts[0] : chunks.ends[0]] == "The foreign minister Otto Marx"
    assert text[slice(*chunks.mention(0))] == "Otto Marx"


def test_the_rows_are_parallel_and_in_order():
    text = "“One,” said Mara Holt. “Two.”\n\n‘Three’ — “four” and the mayor of Dalby’s “five”"
    chunks = find_chunks(tokenize(text, find_quotes(text)))
    rows = (chunks.starts, chunks.ends, chunks.mention_starts, chunks.heads)
    assert {len(row) for row in rows} == {len(chunks.tags)}
    assert [chunks.tags[i] for i in chunks.quote_chunks] == ["Q"] * len(find_quotes(text))
    assert all(end <= start for end, start in zip(chunks.ends, chunks.starts[1:], strict=False))


def test_an_empty_text_has_no_chunks():
    assert find_chunks([]).tags == ""


#: text whose first name is one body, and texts with two names
BODIES = [
    "The Food and Drug Board met.",
    "Brack Science and Technology Committee met.",
    "Bank of Tresk met.",
    "The Securities and Exchange Commission met.",
    "The Centre for Law and Justice met.",
    "The Society for the Protection of Birds met.",
    "The Council of Fashion Designers of Tresk met.",
    "The Office of the Commissioner for Human Rights met.",
    "The Corps of Engineers met.",
    "The Committee to Protect Walkers met.",
    "The Association of Bakers and Millers of Tresk met.",
]
NO_BODIES = [
    # a field beside a name, a name beside a field, two names
    ("The Food and Holt Board met.", ["The Food", "Holt Board"]),
    ("Holt and Food Board met.", ["Holt", "Food Board"]),
    ("Holt Food and Drug met.", ["Holt Food", "Drug"]),
    ("The minister for Food and Housing met.", ["Food and Housing"]),
    ("The train for Food and Housing met.", ["Food", "Housing"]),
    ("The minister with Food and Housing met.", ["Food", "Housing"]),
    ("The Food and Bank met.", ["The Food", "Bank"]),
    ("The Ministry of Food and Otto Marx met.", ["The Ministry of Food", "Otto Marx"]),
    # a noun for several, another preposition
    ("Friends of Holt met.", ["Holt"]),
    ("Ministry in Tresk met.", ["Tresk"]),
    # no body is opened
    ("The Protection of Birds met.", ["The Protection", "Birds"]),
    ("Holt for Birds of Tresk met.", ["Holt", "Birds", "Tresk"]),
    ("The Council of Bakers for Holt met.", ["The Council of Bakers", "Holt"]),
    ("The Committee to Holt met.", ["The Committee", "Holt"]),
]


def test_bodies_are_one_name():
    wrong = []
    for text, names in [*((text, [text[: -len(" met.")]]) for text in BODIES), *NO_BODIES]:
        chunks = find_chunks(tokenize(text, []))
        spans = zip(chunks.starts, chunks.ends, chunks.tags, strict=True)
        read = [text[start:end] for start, end, tag in spans if tag == "N"]
        if read != names:
            wrong.append((text, read))
    assert wrong == []
