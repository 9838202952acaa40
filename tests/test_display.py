"""The table of methods whose work is done elsewhere: each entry names what is there."""

import inspect

from tables import for_each

import quoteattr
from quoteattr.display import METHODS, find_method


@for_each("name", METHODS)
def test_each_entry_names_a_method_and_what_does_its_work(name):
    owner, _, method = name.partition(".")
    attribute = inspect.getattr_static(getattr(quoteattr, owner), method)
    function = attribute.fget if isinstance(attribute, property) else attribute
    assert f'find_method("{name}")' in inspect.getsource(function)
    assert callable(find_method(name))
