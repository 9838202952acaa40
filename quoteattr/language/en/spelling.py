"""English spelling: apostrophes, suffixes, abbreviations, contractions.

Data only; ``contract/spelling.py`` describes each table.
"""

from __future__ import annotations

from quoteattr.language.words import words

ENDINGS = words("s re ve d ll m") | {""}
POSSESSIVE_ENDINGS = words("s") | {""}
APOSTROPHE_AFTER = frozenset("sSxXzZnN")

CLIPPED = words("""
    bout cause cept cos coz cuz em er ere fraid fore gainst m n neath nother nough nuff round s
    scuse spect t til till tis twas tween twere twill twould un ya
""")

PLURAL_SUFFIXES = ("s",)
PAST_SUFFIXES = ("ed",)
THIRD_PERSON_SUFFIXES = ("s",)

CAPITAL_ABBREVIATIONS = words("""
    no. ill. mass. miss. wash. ore. pa. wed. sun. mar. fig. gen. arch. ps. br. bp. ar. jus. surv.
""")

ABBREVIATIONS = words("""
    mr. mrs. ms. mx. dr. prof. sen. sens. rep. reps. gov. govs. gen. lt. col. maj. capt. cmdr. sgt.
    adm. cpl. pvt. rev. hon. st. jr. sr. ste. mt. ft. no. vs. v. u.s. u.k. u.n. e.u. d.c. inc.
    corp. co. ltd. llc. dept. univ. assn. bros. jan. feb. mar. apr. jun. jul. aug. sept. sep.
    oct. nov. dec. mon. tue. wed. thu. fri. ala. ariz. ark. calif. colo. conn. del. fla. ga.
    ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y.
    n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. tex. vt. va. wash. w.va. wis. wyo. a.m. p.m.
    e.g. i.e. etc. al. ph.d. m.d. b.a. m.a. d. r. atty. supt. insp. det. const. msgr. fr.
    ald. brig. barr. engr. pte. spc. cpt. ret. retd. rtd. ven. adv. pharm. approx. est. fig. ed.
    eds. vol. pp. dist. assoc. asst. arc. amb. comr. pst. evang. dep. pres. lieut. dott. sra. srta.
    dra. mevr. dhr. ir. drs. arq. lic. jnr. snr. arch. ps. br. bp. ar. jus. surv. cllr. cdre. radm.
    vadm. ing. mme. licda. revd. rt. l/cpl.
""")

CONTRACTIONS: dict[str, tuple[str, ...]] = {
    "won't": ("will", "not"),
    "can't": ("can", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
}

CONTRACTED: dict[str, tuple[str, ...]] = {
    "ll": ("will",),
    "ve": ("have",),
    "re": ("are",),
    "m": ("am",),
    "s": (),
    "d": (),
}

SPELLINGS: dict[str, tuple[str, ...]] = {
    "two": ("2",),
    "three": ("3",),
    "four": ("4",),
    "five": ("5",),
    "six": ("6",),
    "seven": ("7",),
    "eight": ("8",),
    "nine": ("9",),
    "ten": ("10",),
    "eleven": ("11",),
    "twelve": ("12",),
    "hundred": ("100",),
    "first": ("1st",),
    "second": ("2nd",),
    "third": ("3rd",),
    "%": ("per", "cent"),
    "percent": ("per", "cent"),
    "ok": ("okay",),
}
