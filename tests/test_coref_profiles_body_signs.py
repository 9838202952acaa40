"""What around a name shows a body, also where the name alone is like that of a person."""

from profiles import profile
from tables import for_each

#: text, name, kind
CASES = [
    # who heads it, and who works for it
    ("Ida Berg’s founder left. Ida Berg said it rains.", "Ida Berg", "organisation"),
    ("Ida’s foreign minister left. Ida said it rains.", "Ida", "organisation"),
    ("Ida Berg’s spokesman left. Ida Berg said it rains.", "Ida Berg", "person"),
    ("Ida Berg’s baker left. Ida Berg said it rains.", "Ida Berg", "person"),
    ("Ida Berg’s Bo Holm left. Ida Berg said it rains.", "Ida Berg", "organisation"),
    ("Ida Berg’s Tavian Holm left. Ida Berg said it rains.", "Ida Berg", "person"),
    ("Ida Berg’s Bo left. Ida Berg said it rains.", "Ida Berg", "person"),
    # a subject that *which* goes back to
    ("Ida Berg, which is old, said it rains.", "Ida Berg", "organisation"),
    ("Ida Berg, which is old, said it rains", "Ida Berg", "organisation"),
    ("It rains as Ida Berg, which is old, said it would.", "Ida Berg", "organisation"),
    ("It left Ida Berg, which is sad. Ida Berg said it rains.", "Ida Berg", "person"),
    ("Ida Berg, who is old, said it rains.", "Ida Berg", "person"),
    # what belongs to it
    ("They left Ida Berg and its owners. Ida Berg said it rains.", "Ida Berg", "organisation"),
    ("They left Ida Berg and her owners. Ida Berg said it rains.", "Ida Berg", "person"),
    ("They left Ida Berg and the owners. Ida Berg said it rains.", "Ida Berg", "person"),
    # an acronym of three letters
    ("Iris Bay Nook (IBN) said it rains. IBN left.", "Iris Bay Nook", "organisation"),
    ("Iris Nook (IN) said it rains. IN left.", "Iris Nook", "person"),
    # what the article says of a person counts for more
    ("Mayor Ida Berg’s founder left. Ida Berg said it rains.", "Ida Berg", "person"),
    ("Ida Berg, a baker, left. Ida Berg’s founder said it rains.", "Ida Berg", "person"),
    ("Ida Berg’s founder left. She said it rains.", "Ida Berg", "person"),
]


@for_each(("text", "name", "kind"), CASES)
def test_the_kind_of_what_a_name_stands_for(text, name, kind):
    assert profile(text, name).kind == kind
