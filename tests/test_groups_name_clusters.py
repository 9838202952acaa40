"""Clusters of the forms of each person's name."""

from string import ascii_uppercase

import pytest
from growth import calls, grows
from hypothesis import given
from hypothesis import strategies as st
from name_pairs import name_forms
from tables import for_each
from timing import takes_at_most

import quoteattr.groups.name_clusters as module
from quoteattr.compare.names import Relation, compare_names, read_name
from quoteattr.groups.name_clusters import canonical_form, cluster_names


@for_each(
    ("forms", "clusters"),
    [
        ({}, []),
        ({"Holt": 2}, [["Holt"]]),
        ({"Holt": 9, "Mara Holt": 1}, [["Mara Holt", "Holt"]]),
        ({"Holt": 9, "Mara Holt": 3, "Ian Holt": 1}, [["Mara Holt"], ["Ian Holt"], ["Holt"]]),
        ({"J. Holt": 9, "Jo Holt": 1, "Jan Holt": 3}, [["Jan Holt"], ["Jo Holt"], ["J. Holt"]]),
        ({"J. Holt": 9, "Jo Holt": 1, "Ian Holt": 3}, [["Ian Holt"], ["Jo Holt", "J. Holt"]]),
        ({"Mara Holt": 1, "Mara Holt Jr.": 2}, [["Mara Holt Jr."], ["Mara Holt"]]),
        ({"Mara Berg": 5, "Mara Holt": 4, "Mara": 3}, [["Mara Berg"], ["Mara Holt"], ["Mara"]]),
        (
            {"NCA": 7, "National Coast Agency": 1, "the National Coast Agency": 2},
            [["the National Coast Agency", "National Coast Agency", "NCA"]],
        ),
        (
            {"Oleh Korolenkyy": 4, "Oleh Korolenkyi": 2},
            [["Oleh Korolenkyy", "Oleh Korolenkyi"]],
        ),
        (
            {"Jörg Müller": 1, "Mueller": 1, "President Jorg Muller": 2},
            [["President Jorg Muller", "Jörg Müller", "Mueller"]],
        ),
        ({"Mara Holt": 2, "a senior aide": 5}, [["Mara Holt"], ["a senior aide"]]),
        (
            {"Mara Holt-Berg": 2, "Berg": 2, "Holt": 1},
            [["Mara Holt-Berg", "Berg"], ["Holt"]],
        ),
    ],
)
def test_the_forms_of_each_person(forms, clusters):
    assert cluster_names(forms) == clusters
    assert cluster_names(dict(reversed(forms.items()))) == clusters


def test_no_two_forms_of_a_person_are_two_peoples():
    forms = {"Mara Jane Holt": 3, "Mara Kay Holt": 2, "Mara Holt": 9, "Holt": 9}
    for cluster in cluster_names(forms):
        relations = [compare_names(read_name(a), read_name(b)) for a in cluster for b in cluster]
        assert Relation.DIFFERENT not in relations


@given(st.dictionaries(name_forms, st.just(1)))
def test_each_form_is_in_one_cluster(forms):
    assert sorted(form for cluster in cluster_names(forms) for form in cluster) == sorted(forms)


def test_many_names_take_no_square_of_time():
    forms = {
        f"{ascii_uppercase[n % 26]}name{n} {ascii_uppercase[n // 26 % 26]}last{n % 500}": n % 7 + 1
        for n in range(4_000)
    }
    assert len(cluster_names(forms)) == 4_000


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        ({"Holt": 9, "Mara Holt": 1, "J. Holt": 4}, "Mara Holt"),
        ({"Holt": 9, "J. Holt": 1}, "J. Holt"),
        ({"Dr. Mara Holt": 1, "Mara Holt": 2}, "Mara Holt"),
    ],
)
def test_a_person_goes_by_the_commonest_full_name(forms, name):
    assert canonical_form(forms) == name


def test_first_names_and_initials_that_many_have_find_nobody():
    assert takes_at_most(2, lambda: cluster_names({f"Jo{n} Smi{n}": 1 for n in range(2_000)}))


def test_forms_of_names_are_put_together_in_proportion():
    known = [f"{a}{b}" for a in ("ka", "lo", "mi", "ru", "ten") for b in "bcdfghjklmnpqrstvwxz"]

    def compared(size):
        forms = [f"{name.title()} Berg" for name in known[:size]]
        forms += [f"Ada {name.title()}{name}son" for name in known[:size]]
        forms += [f"Sen. {form}" for form in forms]
        with calls(module, "compare_names") as count:
            assert len(cluster_names(dict.fromkeys(forms, 1))) == 2 * size
        return count.times

    assert grows(compared, 50) < 2.5
