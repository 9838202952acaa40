"""Names that are one entity, and names that are not."""

from mentions import read, speakers
from tables import for_each


@for_each(
    ("text", "mention", "expected"),
    [
        # a short word is no misspelling of another
        ("“No,” said Petra Lindh, a nurse. Lindt left early.", "Lindt", ["Petra Lindh"]),
        ("“No,” said Petra Lindqvist. Lindkvist left early.", "Lindkvist", ["Petra Lindqvist"]),
        ("Petra Hansen met Otto Berg. Hansen spoke. Hanson left.", "Hanson", ["Hanson"]),
        ("Rill Foundation left. Foundatien slept.", "Foundatien", ["Foundatien"]),
        ("“No,” said Petra Lind, a nurse. Lynd left early.", "Lynd", ["Lynd"]),
        # of a long one, the first letter is never wrong
        ("“No,” said Petra Mandel, a nurse. Sandel left early.", "Sandel", ["Sandel"]),
        # nor is a noun a last name, but after a given name
        ("Profit grew per Norland Depositary Share. Shire grew.", "Shire", ["Shire"]),
        ("“No,” said Petra Marsh, a nurse. Marsk left.", "Marsk", ["Petra Marsh"]),
        # the beginning of a given name, if it is one itself, and nobody else's
        ("Daniel Roe met Otto Berg. Dan left.", "Dan", ["Daniel Roe"]),
        ("Daniel Roe met Danton Berg. Dan left.", "Dan", ["Dan"]),
        ("Dan left. Daniel Roe met Otto Berg.", "Dan", ["Dan"]),
        ("Daniel Roe met his son, Dan, in Brack.", "Dan", ["Dan"]),
        ("Daniel Roe met Coach Dan.", "Coach Dan", ["Dan"]),
        ("Roberta Roe met Otto Berg. Robert left.", "Robert", ["Robert"]),
        ("Joanna Roe met Otto Berg. Jo left.", "Jo", ["Jo"]),
        ("Anna Roe met Otto Berg. Ann left.", "Ann", ["Ann"]),
        ("Victoria Roe met Otto Berg. Vict left.", "Vict", ["Vict"]),
        ("Georgiana Roe met Otto Berg in Georgia. Georgia left.", "Georgia", ["Georgia"] * 2),
        # an acronym before the brackets' name
        ("Rill Rail Holdings (RRX) met. RRX left.", "RRX", ["Rill Rail Holdings"] * 2),
        ("Rill Rail Holdings (TEC) met. TEC left.", "TEC", ["TEC"] * 2),
        ("The Tidal Energy Council (TEC) met. TEC agreed.", "TEC", ["Tidal Energy Council"] * 2),
        # a given name in capitals, which is no acronym unless something is short for it
        ("IDA left early. Ida Holm slept.", "IDA", ["Ida Holm"]),
        ("TEC left early. Tec Holm slept.", "TEC", ["TEC"]),
        ("The Inland Dam Authority (IDA) left. Ida Holm slept. IDA agreed.", "IDA",
         ["Inland Dam Authority"] * 2),
        # a whole name in capitals has others elsewhere
        ("IDA HOLM left early. Ida Holm slept.", "IDA HOLM", ["Ida Holm"]),
        ("IDA HOLM left early. Holm slept.", "IDA HOLM", ["IDA HOLM"]),
        ("IDA M HOLM left early. Ida Holm slept.", "Ida Holm", ["IDA M HOLM"]),
        # a given name that is somebody else's second one
        ("Ali Reza Moor met Omar Ali Haddad. Ali left.", "Ali", ["Ali Reza Moor"]),
        # initials for a first name
        ("Petra Lind met R. Holm. Pia Lind left.", "Pia Lind", ["Pia Lind"]),
        ("Petra Lind met Bo Holm. R. Lind left.", "R. Lind", ["R. Lind"]),
        ("Petra Lind met R. Holm. P. Lind left.", "P. Lind", ["Petra Lind"]),
        ("Robert “Bo” Holm left. Bo Holm slept.", "Bo Holm", ['Robert "Bo" Holm']),
        # a place is neither half of a last name nor a misspelt one
        ("Ada Brack left. Life in Brack is slow. Ida lives in Brack. Brack grew.", "Brack",
         ["Brack"] * 3),
        ("Protests in Halden go on. Ada Lund-Halden left. Halden slept.", "Halden",
         ["Halden"] * 2),
        ("Life in Lindqvest is slow. Petra Lindqvist left. Lindqvest slept.", "Lindqvest",
         ["Lindqvest"] * 2),
        # the last part of a body's name
        ("The Harbour Council met. The Council left.", "The Council", ["Harbour Council"]),
        ("The Brack Harbour Council met. The Harbour Council left.", "The Harbour Council",
         ["Brack Harbour Council"]),
        # the first part of a firm's
        ("Nordwind Council met. Nordwind agreed.", "Nordwind", ["Nordwind"]),
        ("Nordwind Energy cut jobs. Nordwind agreed.", "Nordwind", ["Nordwind Energy"]),
        # small letters of an acronym are those of small words
        ("The Council of Tresk met. The CoT agreed.", "The CoT", ["Council of Tresk"]),
        ("The Council of Tresk met. Cot agreed.", "Cot", ["Cot"]),
        ("The Council on Tresk met. The CoB agreed.", "The CoB", ["CoB"]),
        # an Arabic article is left out
        ("Azlan al-Moor met Ida-Lena Holt. Moor agreed.", "Moor", ["Azlan al-Moor"]),
        ("Azlan San-Moor met Ida-Lena Holt. Moor agreed.", "Moor", ["Azlan San-Moor"]),
        # one half of a last name, of one person
        ("Azlan Rim-Moor met Ida-Lena Holt. Moor agreed.", "Moor", ["Azlan Rim-Moor"]),
        ("Azlan Rim-Moor met Ida-Lena Holt. Rim agreed.", "Rim", ["Azlan Rim-Moor"]),
        ("Azlan Rim-Moor met Ida Moor-Holt. Moor agreed.", "Moor", ["Moor"]),
        ("Rim-Moor Energy met Ida Holt. Moor agreed.", "Moor", ["Moor"]),
        # a title with the first name alone
        ("Crown Prince Ivo Moor met Ivo Holt. Prince Ivo left.", "Prince Ivo", ["Ivo Moor"]),
        ("Prince Ivo Moor met Prince Ivo Holt. Prince Ivo left.", "Prince Ivo", ["Prince Ivo"]),
        ("Ivo Moor met Ida Holt. Prince Ivo left.", "Prince Ivo", ["Prince Ivo"]),
        ("Mr. Ivo Moor met Ida Holt. Mr. Ivo left.", "Mr. Ivo", ["Ivo Moor"]),
        # a suffix that is left out later
        ("Otto Marx Jr. left. Otto Marx slept.", "Otto Marx", ["Otto Marx Jr."]),
        # the family name that comes first
        ("Lee Jae-mun won. Lee smiled.", "Lee", ["Lee Jae-mun"]),
    ],
)  # fmt: skip
def test_one_entity_or_two(text, mention, expected):
    assert speakers(text, mention) == expected


def test_the_younger_one_keeps_what_tells_him_from_his_father():
    (entity,) = read("Otto Marx Jr. won. Marx smiled.").entities
    assert (entity.name, entity.in_full, len(entity.chunks)) == ("Otto Marx Jr.", 1, 2)
