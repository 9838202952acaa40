"""Pairs of speakers, by the relation of their names."""

from hypothesis import strategies as st
from sample_records import text

SAME = [
    # titles, offices, case
    ("Holt", "Mara Holt"),
    ("President Mara Holt", "Mara Holt"),
    ("Sen. Mara Holt", "Dr. Mara Holt"),
    ("former Secretary of State Mara Holt", "Mara Holt"),
    ("MARA HOLT", "Mara Holt"),
    ("HOLT", "Sir Ian Holt"),
    # initials and middle names
    ("M. Holt", "Mara Holt"),
    ("M. J. Holt", "Mara Jane Holt"),
    ("Mara J. Holt", "Mara Jane Holt"),
    ("Mara Holt", "Mara Jane Holt"),
    ("Jane Holt", "Mara Jane Holt"),
    ("J. Holt", "Mara Jane Holt"),
    # suffixes
    ("Mara Holt Jr.", "Mara Holt Jr"),
    ("Holt Jr.", "Dr. Mara Holt Jr."),
    ("Holt", "Mara Holt Jr."),
    # diacritics, umlauts and letters of other alphabets
    ("José Núñez", "Jose Nunez"),
    ("Jose\u0301 Nu\u0301n\u0303ez", "José Núñez"),
    ("Jörg Müller", "Joerg Mueller"),
    ("Jörg Müller", "Jorg Muller"),
    ("Øyvind Bråten", "Oyvind Braten"),
    ("Stanisław Wałek", "Stanislaw Walek"),
    ("Ida Groß", "Ida Gross"),
    # hyphens, particles, apostrophes
    ("Berg", "Mara Holt-Berg"),
    ("Holt", "Mara Holt-Berg"),
    ("van der Berg", "Jan van der Berg"),
    ("Berg", "Jan van der Berg"),
    ("de la Cruz", "Ana de la Cruz"),
    ("Rashid", "Omar al-Rashid"),
    ("Omar Rashid", "Omar Al-Rashid"),
    ("O'Brae", "Ida O’Brae"),
    # spellings
    ("Korolenkyi", "Korolenky"),
    ("Oleh Korolenkyj", "Oleh Korolenkyi"),
    ("Korolenky", "Oleh Korolenkyy"),
    # organisations
    ("NCA", "National Coast Agency"),
    ("N.C.A.", "National Coast Agency"),
    ("the National Coast Agency", "National Coast Agency"),
    # what is no name, in the same words
    ("a senior aide", "the senior aide"),
    ("李明", "李明"),
]
UNKNOWN = [
    ("Mara", "Mara Holt"),
    ("the harbour master", "Mara Holt"),
    ("a senior aide", "a harbour pilot"),
    ("she", "Mara Holt"),
    (None, "Mara Holt"),
    (None, None),
    ("the ministry", "Ministry of Ports"),
    ("a teacher from Dalby", "Mara Holt"),
    ("", "Mara Holt"),
    ("\ud800", "Mara Holt"),
]
DIFFERENT = [
    ("Mara Holt", "Ian Holt"),
    ("Mara Holt", "Mara Berg"),
    ("J. Holt", "Mara Holt"),
    ("Mara J. Holt", "Mara K. Holt"),
    ("Mara Jane Holt", "Mara Kay Holt"),
    ("Mara Holt Jr.", "Mara Holt Sr."),
    ("Mara Holt Jr.", "Mara Holt"),
    ("Holt", "Berg"),
    ("Holt", "Mara Holten"),
    ("Holt", "Coast Agency"),
    ("Holt", "Holt Foundation"),
    ("NCB", "National Coast Agency"),
    ("National Coast Agency", "Northern Coast Agency"),
    ("Ministry of Ports", "Ministry of Roads"),
    ("Martin Hansen", "Marten Jansen"),
]

#: any string but white space
nonblank = text.filter(str.strip)
#: any speaker
speakers = (
    st.none() | nonblank | st.sampled_from([name for pair in SAME + DIFFERENT for name in pair])
)
#: any form of a name
name_forms = nonblank | st.sampled_from([name for pair in SAME + DIFFERENT for name in pair])
