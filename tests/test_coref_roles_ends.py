"""Where the words end that say who somebody is."""

from profiles import role_mistakes

from quoteattr import extract

LISTS = [
    # lists
    (
        "“It rained,” said Ida Berg, director, Centre for Water Research, Vale University.",
        "director, Centre for Water Research, Vale University",
    ),
    (
        "“It rained,” said Ida Berg, director, Vale University, on Monday.",
        "director, Vale University",
    ),
    ("Ida Berg, senior fellow, Vale Institute, said it rained.", "senior fellow, Vale Institute"),
    (
        "Ida Berg, chief economist, Bank of Norland, said it rained.",
        "chief economist, Bank of Norland",
    ),
    (
        "He met Ida Berg, president, chief executive and co-founder of Rillco, on Monday.",
        "president, chief executive and co-founder of Rillco",
    ),
    (
        "Ida Berg, chairman, president and CEO of Rillco, left.",
        "chairman, president and CEO of Rillco",
    ),
    (
        "Ida Berg, a nurse, mother and author from Dalby, left.",
        "a nurse, mother and author from Dalby",
    ),
    ("Ida Berg, an actor, singer and dancer, left.", "an actor, singer and dancer"),
    ("Ida Berg, an actor, a singer, and a dancer, left.", "an actor, a singer, and a dancer"),
    (
        "Ida Berg, writer, director and star of “Rill Days”, left.",
        "writer, director and star of “Rill Days”",
    ),
    ("Ida Berg, a nurse, a baker and a driver left.", "a nurse"),
    ("Ida Berg, a nurse, her mother and a driver left.", "a nurse"),
    ("Ida Berg, a nurse, Bo Holm, a baker, and a driver left.", "a nurse"),
    ("Ida Berg, a nurse, the Vale Trust and Rillco left.", "a nurse"),
    ("Ida Berg, the director, told Vale University so.", "the director"),
    ("“It rained,” says Ida Berg, founder/CEO of Rillco.", "founder/CEO of Rillco"),
    ("Ida Berg, writer/director of “Rill Days,” left.", "writer/director of “Rill Days,”"),
    ("“It rained,” said Ida Berg, a baker in Dalby, Norland.", "a baker in Dalby, Norland"),
    (
        "“It rained,” said Ida Berg, professor of law, Vale University.",
        "professor of law, Vale University",
    ),
    (
        "Ida Berg, a lecturer, researcher and expert on ice at Vale University, left.",
        "a lecturer, researcher and expert on ice at Vale University",
    ),
]
ENDS = [
    # ends
    (
        "“It rained,” said Ida Berg, director, Centre for Water Research, Vale University.",
        "director, Centre for Water Research, Vale University",
    ),
    ("“It rained,” said Ida Berg, president and CEO of Rillco.", "president and CEO of Rillco"),
    (
        "He met Ida Berg, president, chief executive and co-founder of Rillco, on Monday.",
        "president, chief executive and co-founder of Rillco",
    ),
    ("“It rained,” says Ida Berg, founder & CEO, Rillco.", "founder & CEO, Rillco"),
    ("“It rained,” says Ida Berg, founder/CEO of Rillco.", "founder/CEO of Rillco"),
    (
        "“It rained,” said Ida Berg, chief executive officer at Rillco Foods.",
        "chief executive officer at Rillco Foods",
    ),
    (
        "He met Ida Berg, an assistant professor of Food & Drink at Vale University.",
        "an assistant professor of Food & Drink at Vale University",
    ),
    (
        "He met Ida Berg, professor emeritus of history at Vale University, who lives in Dalby.",
        "professor emeritus of history at Vale University",
    ),
    (
        "He met Ida Berg, senior vice president for research, innovation and growth at Rillco.",
        "senior vice president for research, innovation and growth at Rillco",
    ),
    (
        "“It rained,” said Ida Berg, deputy head of the Vale Institute’s Centre for Ice.",
        "deputy head of the Vale Institute’s Centre for Ice",
    ),
    (
        "“It rained,” said Ida Berg, a nurse, mother and author from Dalby.",
        "a nurse, mother and author from Dalby",
    ),
    (
        "“It rained,” said Ida Berg, lead author of the study and a lecturer at Vale University.",
        "lead author of the study and a lecturer at Vale University",
    ),
    (
        "“It rained,” said Ida Berg, a partner at Holm & Lund LLP in Dalby.",
        "a partner at Holm & Lund LLP in Dalby",
    ),
    (
        "“It rained,” said Ida Berg, the Democratic candidate for the 5th District.",
        "the Democratic candidate for the 5th District",
    ),
    (
        "“It rained,” said Ida Berg, head of policy at the Institute of Water (IW), a lobby group.",
        "head of policy at the Institute of Water (IW)",
    ),
    (
        "He met Ida Berg, the study’s co-author and an expert on ice at the Vale Institute.",
        "the study’s co-author and an expert on ice at the Vale Institute",
    ),
    (
        "“It rained,” said Ida Berg, one of the organisers of the march.",
        "one of the organisers of the march",
    ),
    (
        "“It rained,” said Ida Berg, one of three people who were hurt in the crash.",
        "one of three people who were hurt in the crash",
    ),
    (
        "“It rained,” said Ida Berg, spokeswoman for the Dalby police.",
        "spokeswoman for the Dalby police",
    ),
    ("“It rained,” said Ida Berg, who is the head of the school.", "the head of the school"),
    (
        "“It rained,” said Ida Berg, executive director of Save Our Rivers, a charity in Dalby.",
        "executive director of Save Our Rivers, a charity in Dalby",
    ),
    (
        "Ida Berg, head of Rillco, a company in Vale that owns the dam, left.",
        "head of Rillco, a company in Vale that owns the dam",
    ),
    ("Ida Berg, a member of Rillco, a nurse in Vale, left.", "a member of Rillco"),
    (
        "Ida Berg, a fellow at Rillco, a think tank in Vale, left.",
        "a fellow at Rillco, a think tank in Vale",
    ),
    ("Ida Berg, a nurse at Rillco, company towns said.", "a nurse at Rillco"),
    ("Ida Berg, a friend of Bo Holm, a company said.", "a friend of Bo Holm"),
    (
        "Ida Berg, a baker at the University of Norland, Rill and the firm’s founder, left.",
        "a baker at the University of Norland, Rill and the firm’s founder",
    ),
    ("Ida Berg of the council left in tears.", "of the council"),
    ("Ida Berg, the first surgeon to get to Vale, left.", "the first surgeon to get to Vale"),
    ("Ida Berg, the first surgeon will get there, left.", None),
    (
        "“It rained,” said Ida Berg, owner of the Old Mill Inn in Dalby.",
        "owner of the Old Mill Inn in Dalby",
    ),
    (
        "“It rained,” said Ida Berg, owner and operator of Berg’s Bakery.",
        "owner and operator of Berg’s Bakery",
    ),
    (
        "“It rained,” said Ida Berg, a 44-year-old mother-of-three from Dalby.",
        "a 44-year-old mother-of-three from Dalby",
    ),
    (
        "“It rained,” said Ida Berg, a first-year student at Vale College who wants to be a nurse.",
        "a first-year student at Vale College who wants to be a nurse",
    ),
    (
        "“It rained,” said Ida Berg, PhD, a scientist at Vale University.",
        "a scientist at Vale University",
    ),
    (
        "“It rained,” said Ida Berg, MD, MPH, chief of surgery at Vale Hospital.",
        "chief of surgery at Vale Hospital",
    ),
    (
        "“It rained,” said Ida Berg, M.D., Ph.D., chair of the Department of Surgery.",
        "chair of the Department of Surgery",
    ),
    (
        "“It rained,” said Ida Berg, D-Brack, the chairwoman of the panel.",
        "the chairwoman of the panel",
    ),
    (
        "“It rained,” said Ida Berg (D-Brack), the chairwoman of the panel.",
        "the chairwoman of the panel",
    ),
    ("“It rained,” said Ida Berg, a Brack Democrat.", "a Brack Democrat"),
    ("“It rained,” said Ida Berg, Republican of Norland.", "Republican of Norland"),
    ("“It rained,” said Ida Berg, a Republican from Dalby.", "a Republican from Dalby"),
    ("“It rained,” said Ida Berg, Vale Trust director.", "Vale Trust director"),
    ("“It rained,” said Ida Berg, Rillco’s head of sales.", "Rillco’s head of sales"),
    ("“It rained,” said Ida Berg, Director of Sales, Rillco.", "Director of Sales, Rillco"),
    (
        "“It rained,” said Ida Berg, Vice Chancellor, Vale University.",
        "Vice Chancellor, Vale University",
    ),
    (
        "“It rained,” said Ida Berg, Managing Director and Head of Research at Vale Bank.",
        "Managing Director and Head of Research at Vale Bank",
    ),
    (
        "“It rained,” said Ida Berg, the Brack County clerk of courts.",
        "the Brack County clerk of courts",
    ),
    ("“It rained,” said Ida Berg, Brack’s Minister of Health.", "Brack’s Minister of Health"),
    (
        "“It rained,” said Ida Berg, the force’s head of crime, after the trial.",
        "the force’s head of crime",
    ),
    ("“It rained,” said Ida Berg, their lawyer.", "their lawyer"),
    ("“It rained,” said Ida Berg, herself a former pilot.", "herself a former pilot"),
    ("“It rained,” said Ida Berg, also a nurse.", "also a nurse"),
    ("“It rained,” said Ida Berg, from the Vale Trust.", "from the Vale Trust"),
    ("“It rained,” said Ida Berg, of the Vale Trust.", "of the Vale Trust"),
    ("“It rained,” said Ida Berg, with the Vale Trust.", "with the Vale Trust"),
    ("“It rained,” said Ida Berg at the Vale Trust.", "at the Vale Trust"),
    ("“It rained,” said Ida Berg from charity Save Our Rivers.", "from charity Save Our Rivers"),
    (
        "“It rained,” said Ida Berg with the Brack Fire Department.",
        "with the Brack Fire Department",
    ),
    ("“It rained,” said Ida Berg of Dalby.", "of Dalby"),
    ("“It rained,” said Ida Berg, 44, of Dalby.", "44, of Dalby"),
    ("“It rained,” said Ida Berg, 44, from Dalby.", "44, from Dalby"),
    ("“It rained,” said Ida Berg, 44, a teacher.", "44, a teacher"),
    ("“It rained,” said Ida Berg, 44, who runs a bakery.", "44, who runs a bakery"),
    (
        "“It rained,” said Ida Berg, whose son was killed in the fire.",
        "whose son was killed in the fire",
    ),
    ("“It rained,” said Ida Berg, a sophomore majoring in art.", "a sophomore majoring in art"),
    (
        "“It rained,” said Ida Berg, a resident of the Vale for 30 years.",
        "a resident of the Vale for 30 years",
    ),
    (
        "“It rained,” said Ida Berg, a retired teacher who voted for Holm.",
        "a retired teacher who voted for Holm",
    ),
    (
        "“It rained,” said Ida Berg, an actor best known for her role in “Rill Days.”",
        "an actor best known for her role in “Rill Days.”",
    ),
    ("“It rained,” said Ida Berg, a Vale native.", "a Vale native"),
    ("“It rained,” said Ida Berg, a Rillco employee of 30 years.", "a Rillco employee of 30 years"),
    (
        "“It rained,” said Ida Berg, a Dalby resident and longtime member of the church.",
        "a Dalby resident and longtime member of the church",
    ),
    (
        "“It rained,” said Ida Berg, Norland’s top diplomat in Brack.",
        "Norland’s top diplomat in Brack",
    ),
    (
        "“It rained,” said Ida Berg, the country’s largest grower of figs.",
        "the country’s largest grower of figs",
    ),
    (
        "“It rained,” said Ida Berg, the 19th-century house’s owner.",
        "the 19th-century house’s owner",
    ),
    ("“It rained,” said Ida Berg, a vet.", "a vet"),
    (
        "“It rained,” said Ida Berg, secretary-general of the union.",
        "secretary-general of the union",
    ),
    ("“It rained,” said Ida Berg, an economist with Vale Bank.", "an economist with Vale Bank"),
    (
        "“It rained,” said Ida Berg, a strategist at Vale Capital Markets in Dalby.",
        "a strategist at Vale Capital Markets in Dalby",
    ),
    ("“It rained,” said Ida Berg, representing the family.", "representing the family"),
    (
        "“It rained,” said Ida Berg, responsible for sales at Rillco.",
        "responsible for sales at Rillco",
    ),
]
NO_ENDS = [
    # what looks like a part of the role and is none
    ("He met Ida Berg, the mayor of, among others, Brack.", None),
    ("Ida Berg of Brack and Bo Holm left.", "of Brack"),
    ("Ida Berg of Brack and Vale left.", "of Brack and Vale"),
    ("Ida Berg, mayor Monday, left.", "mayor"),
    ("Ida Berg, mother of he, left.", None),
    ("Ida Berg, founder of a group called off, left.", None),
    # titles in quotation marks: too long, apart, after a word that takes none
    (f"Ida Berg, author of “{' '.join(['Rill Days'] * 9)}”, left.", None),
    ("Ida Berg, author of  “Rill Days”, left.", None),
    ("Ida Berg, a nurse also “Rill Days”, left.", None),
]
#: one case for each limit, each class of chunks and each condition of the module
LIMITS = [
    ("Ida Berg, one of", "one"),
    ("Ida Berg, a friend of Bo and others, sat.", None),
    ("Ida Berg, a nurse, baker and driver said so.", "a nurse, baker and driver"),
    ("Ida Berg, a baker by trade, Norland, left.", "a baker by trade"),
    ("Ida Berg, Vale University, Norland, left.", "Vale University"),
    (
        "Ida Berg, star of Rillco “Rill Days” and a nurse, left.",
        "star of Rillco “Rill Days” and a nurse",
    ),
    ("Ida Berg, a nurse in Dalby as the town grew, left.", "a nurse in Dalby"),
    (
        "Ida Berg, a baker in Dalby, Norland (the north), left.",
        "a baker in Dalby, Norland (the north)",
    ),
    ("Ida Berg, host of the BBC’s Monday news, left.", "host of the BBC’s Monday news"),
    (
        "Ida Berg, head of housing support and sales, left.",
        "head of housing support and sales",
    ),
    (
        "Ida Berg, minister of Health, Education and Labour, left.",
        "minister of Health, Education and Labour",
    ),
    (
        "Ida Berg, minister of housing, planning and trade, left.",
        "minister of housing, planning and trade",
    ),
    ("Ida Berg, a nurse while at Dalby, left.", "a nurse"),
    ("Ida Berg, a nurse since, left.", "a nurse"),
    (
        "Ida Berg, author of the book “Rill Days” and a nurse, left.",
        "author of the book “Rill Days” and a nurse",
    ),
    (
        "Ida Berg, author of the claim “Rill Days” and a nurse, left.",
        "author of the claim “Rill Days” and a nurse",
    ),
    (
        "Ida Berg, a member in recent years of the council, left.",
        "a member in recent years of the council",
    ),
    ("Ida Berg, a nurse, mother and author, left.", "a nurse, mother and author"),
    ("Ida Berg of the police said no.", "of the police"),
    ("Ida Berg, head of Rillco (an old firm in Dalby), left.", "head of Rillco"),
    ("(Ida Berg, a baker in Dalby, Norland) slept.", "a baker in Dalby, Norland"),
    ("Ida Berg, a baker in Dalby, Norland — she slept.", "a baker in Dalby, Norland"),
    (
        "Ida Berg, minister of health, folk care rooms and very old deep roads, left.",
        "minister of health, folk care rooms and very old deep roads",
    ),
    ("Ida Berg, minister of health, very old folk care and roads, left.", "minister of health"),
    ("Ida Berg, minister of health, and roads, left.", "minister of health, and roads"),
    ("Ida Berg, a nurse, cosmetologist and baker, left.", "a nurse, cosmetologist and baker"),
    ("Ida Berg, a nurse, a baker and a driver.", "a nurse, a baker and a driver"),
    (
        "Ida Berg, a nurse, a baker and a driver in Dalby, left.",
        "a nurse, a baker and a driver in Dalby",
    ),
    (
        "Ida Berg, a nurse, a baker and a driver who slept, left.",
        "a nurse, a baker and a driver who slept",
    ),
    ("(Ida Berg, a nurse, a baker and a driver) left.", "a nurse, a baker and a driver"),
    ("Ida Berg, a nurse, a baker and a driver — left.", "a nurse, a baker and a driver"),
    ("Ida Berg, a nurse: “Go.”", "a nurse"),
    ("Ida Berg of Dalby had left.", "of Dalby"),
    ("Ida Berg of Dalby is old.", "of Dalby"),
    ("Ida Berg of Dalby calls it old.", "of Dalby"),
    ("Ida Berg, a nurse and, left.", None),
    ("Ida Berg, head of a group that had left, slept.", "head of a group that had left"),
    ("Ida Berg, author of songs “Rill Days”, left.", "author of songs “Rill Days”"),
    ("Ida Berg, author of training “Rill Days”, left.", "author of training “Rill Days”"),
    ("Ida Berg, author of “Vale” and “Rill Days”, left.", "author of “Vale” and “Rill Days”"),
    ("Ida Berg, author of Vale’s “Rill Days”, left.", "author of Vale’s “Rill Days”"),
    ("Ida Berg, head of 20 call centres, left.", "head of 20 call centres"),
    ("Ida Berg, head of big call and report centres, left.", "head of big call and report centres"),
    ("Ida Berg, head of big call centres, left.", "head of big call centres"),
    ("Ida Berg, head of teacher report and care, left.", "head of teacher report and care"),
    ("Ida Berg, head of teacher report, left.", "head of teacher report"),
    ("Ida Berg, head of teacher report in Dalby, left.", "head of teacher report in Dalby"),
    ("Ida Berg, head of teacher report care, left.", "head of teacher report care"),
    ("Ida Berg, minister of health, Vale and schools, left.", "minister of health"),
    # what looks like a verb
    ("Ida Berg, a mother of many, left.", "a mother of many"),
    ("Ida Berg, a baker and close friend, left.", "a baker and close friend"),
    ("Ida Berg, head of the group called on them.", None),
    (
        "Ida Berg, an expert on interest rates and taxes, left.",
        "an expert on interest rates and taxes",
    ),
    ("Ida Berg, the head of Vale said tank was full.", None),
    ("Ida Berg, his wife for many years, left.", "his wife for many years"),
    ("Ida Berg, head of today’s show, left.", "head of today’s show"),
    # brackets, quoted titles and conjunctions
    ("Ida Berg, a nurse (she slept) in Dalby, left.", "a nurse (she slept) in Dalby"),
    ("Ida Berg, a nurse (who had slept there a lot) in Dalby, left.", "a nurse"),
    ("Ida Berg, a nurse, “Rill”, left.", "a nurse"),
    ("Ida Berg, head of the trust and, left.", "head of the trust"),
    ("Ida Berg of Rillco and Bo Holm left. Bo Holm slept.", "of Rillco"),
    # after a comma
    ("Ida Berg, a nurse in Dalby; Norland, left.", "a nurse in Dalby"),
    (
        "Ida Berg, a baker in Dalby, Bo Holm, and Jan Lund left. Bo Holm said no.",
        "a baker in Dalby",
    ),
    ("Ida Berg, a nurse, Dalby, left.", "a nurse"),
    ("Ida Berg, a nurse, Vale University, left.", "a nurse, Vale University"),
    (
        "Ida Berg, minister of health, education and labour, left.",
        "minister of health, education and labour",
    ),
    ("Ida Berg, minister health, education and labour, left.", "minister health"),
    ("Ida Berg, minister of the roads, education and labour left.", "minister of the roads"),
    ("Ida Berg, minister of crops, Mr. Bo Holm and Jan Lund left.", "minister of crops"),
    ("Ida Berg, a nurse, the mother and the author from Dalby, left.", "a nurse"),
    ("Ida Berg, a nurse, a mother and an author slept.", "a nurse"),
    ("Ida Berg, a nurse, a mother and an author, left.", "a nurse, a mother and an author"),
]


def test_a_role_goes_on_after_a_comma():
    assert role_mistakes(LISTS) == []


def test_the_end_of_an_apposition():
    assert role_mistakes(ENDS) == []


def test_what_is_no_part_of_a_role():
    assert role_mistakes(NO_ENDS) == []


def test_limits_of_roles():
    assert role_mistakes(LIMITS) == []


def test_appositions_without_end_are_no_recursion():
    bodies = ", a company in Vale" * 500
    (record,) = extract(f"Ida Berg, head of Rillco{bodies}, said: “It rains.”")
    assert record.quote == "It rains."
