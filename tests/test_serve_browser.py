"""The pages in a real browser: by mouse, by keyboard alone, with any characters, for everybody."""

from __future__ import annotations

import re
import shutil
import socket
import threading

import pytest

pytest.importorskip("playwright", reason="a browser needs pip install '.[test-slow]'")
pytest.importorskip("axe_playwright_python", reason="axe needs pip install '.[test-slow]'")

import uvicorn
from axe_playwright_python.sync_playwright import Axe
from desks import FERRY, SETTINGS, STRANGE, DirectPool, filled_archive
from playwright.sync_api import expect, sync_playwright

from quoteattr import Article, QuoteArchive
from quoteattr.serve.app import make_app
from quoteattr.serve.desk import Desk

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
]

#: milliseconds that a step may take, however busy the machine
PATIENCE = 300_000
#: the pages, for axe
PATHS = (
    "/ /quotes /speakers /speaker?name=Holm /groups /verify /audit /corrections"
    " /article?source=herald/1 /blind?source=herald/1 /article?source=nowhere"
).split()


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """The address of a server, and its archive."""
    path = filled_archive(tmp_path_factory.mktemp("desk"))
    server = Desk(SETTINGS, str(path), pool=DirectPool())
    listening = socket.create_server(("127.0.0.1", 0))
    running = uvicorn.Server(uvicorn.Config(make_app(server), log_level="warning"))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}", path
    running.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser():
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM)
        yield started
        started.close()


@pytest.fixture
def page(browser, desk):
    """A page that notes what its console says."""
    context = browser.new_context(base_url=desk[0])
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    complaints = []
    opened.on("console", lambda message: complaints.append(f"{message.text} {opened.url}"))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    # The console notes answers that are wanted: a warning of an overlap, and of what is not there.
    wanted = "409 (Conflict)", "source=nowhere"
    assert [one for one in complaints if not any(part in one for part in wanted)] == []


def added(desk, source, text=FERRY):
    """Add an article of a test's own."""
    with QuoteArchive(desk[1]) as archive:
        archive.add([Article(text, id=source)])
    return f"/article?source={source}"


def quotes(desk, source):
    """The quotes of an article, as speaker and words."""
    with QuoteArchive(desk[1]) as archive:
        return [(record.speaker, record.quote) for record in archive.article(source)]


def select(page, first, last):
    """Select from the beginning of some words to the end of others, as with a mouse.

    Args:
        page: an article.
        first: the first words, in one part of the article.
        last: the last words, in one part.
    """
    page.evaluate(
        """([first, last]) => {
            const parts = [...document.querySelectorAll("[data-start]")];
            const find = (words) => {
                const walker = document.createTreeWalker(
                    document.querySelector(".qa-text"), NodeFilter.SHOW_TEXT);
                while (walker.nextNode())
                    if (walker.currentNode.data.includes(words)) return walker.currentNode;
            };
            const [start, end] = [find(first), find(last)];
            const range = document.createRange();
            range.setStart(start, start.data.indexOf(first));
            range.setEnd(end, end.data.indexOf(last) + last.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }""",
        [first, last],
    )


def test_paste_correct_reload_undo(page, desk):
    page.goto("/")
    page.get_by_label("Text", exact=True).fill(FERRY)
    page.get_by_text("More about it").click()
    page.get_by_label("Name in the archive").fill("pasted")
    page.get_by_role("button", name="Who said what?").first.click()
    page.locator("mark", has_text="The ferry will sail,").click()
    card = page.locator(".cards > .current")
    expect(card).to_contain_text("“said” stands between the quote and Ingrid Holm")
    expect(card).to_contain_text("Runner-up:")
    card.get_by_text("Correct", exact=True).click()
    card.get_by_label("Speaker").fill("Bo Lund")
    card.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Corrected")
    assert ("Bo Lund", "The ferry will sail,") in quotes(desk, "pasted")
    page.goto("/article?source=pasted")
    expect(page.locator(".cards > li").first).to_contain_text("corrected by editor")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("Undone")
    assert ("Ingrid Holm", "The ferry will sail,") in quotes(desk, "pasted")


def test_by_keyboard_alone(page, desk):
    page.goto(added(desk, "keyboard"))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    for key in "jjk":
        page.keyboard.press(key)
    expect(page.locator(".cards > .current")).to_contain_text("The ferry will sail,")
    page.keyboard.press("e")
    expect(page.locator(":focus")).to_have_attribute("name", "speaker")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Ada j Kern")  # a key in a field is a letter
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # after the kind: the first of the buttons that move the bounds
    page.keyboard.press("Enter")
    expect(page.locator(".current .chosen")).to_have_text("ferry will sail,")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Corrected")
    assert quotes(desk, "keyboard")[0] == ("Ada j Kern", "ferry will sail,")
    for key in "jn":
        page.keyboard.press(key)
    expect(page.get_by_role("status")).to_contain_text("Nobody said")
    page.keyboard.press("a")
    page.keyboard.type("The bell rang twice")
    page.keyboard.press("Tab")
    page.keyboard.type("Otto Marx")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Added")
    assert ("Otto Marx", "The bell rang twice") in quotes(desk, "keyboard")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("The 🚢", "came."),
        ("🚢 came.", "first,"),
        ("Cafe\u0301", "Berg"),
        ("we sail", "she"),
        ("said", "Then 🚢"),
    ],
)
def test_a_selection_across_emoji_marks_and_ends_of_lines(page, desk, first, last):
    source = f"strange-{first[:2]}-{last[:2]}"
    page.goto(added(desk, source, STRANGE))
    select(page, first, last)
    page.keyboard.press("a")
    words = STRANGE[STRANGE.index(first) : STRANGE.index(last) + len(last)]
    expect(page.locator("#add textarea")).to_have_value(re.sub("\r\n", "\n", words))
    start = page.locator("#add [name=start]").input_value()
    assert STRANGE[int(start) :].startswith(first)
    page.get_by_role("button", name="Add", exact=True).click()
    anyway = page.get_by_role("button", name="Do it anyway")
    expect(anyway.or_(page.get_by_role("status"))).to_be_visible()
    if anyway.count():
        anyway.click()
    expect(page.get_by_role("status")).to_contain_text("Added")
    with QuoteArchive(desk[1]) as archive:
        spans = [record.spans for record in archive.article(source)]
    assert any(STRANGE[a[0].start : a[-1].end] == words for a in spans)


def test_bounds_are_taken_from_a_selection(page, desk):
    page.goto(added(desk, "bounds"))
    page.keyboard.press("j")
    page.keyboard.press("e")
    select(page, "ferry", "sail")
    page.locator(".current").get_by_role("button", name="Take the selected words").click()
    page.locator(".current").get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Corrected")
    assert ("Ingrid Holm", "ferry will sail") in quotes(desk, "bounds")


def test_pages_are_read_without_a_script(browser, desk):
    context = browser.new_context(base_url=desk[0], java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(added(desk, "plain"))
    (first, *others) = page.locator(".cards > li").all_text_contents()
    assert len(others) == 3
    assert "stands between the quote and Ingrid Holm" in first
    assert page.locator("mark").first.is_visible()
    assert not page.locator(".bounds").first.is_visible()
    form = page.locator(".edit form").first
    # A click waits for the next frame, which does not come where scripts are off.
    form.locator("[name=speaker]").evaluate("(field) => { field.value = 'Bo Lund' }")
    with page.expect_navigation():
        form.evaluate("(form) => form.submit()")
    assert "Corrected" in page.locator(".status").first.text_content()
    assert ("Bo Lund", "The ferry will sail,") in quotes(desk, "plain")
    context.close()


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def keyboard(request, browser, desk):
    """A page that is used by keyboard alone, with and without a script, and which of the two."""
    context = browser.new_context(base_url=desk[0], java_script_enabled=request.param)
    context.set_default_timeout(PATIENCE)
    yield context.new_page(), "Scripted" if request.param else "Plain"
    context.close()


def tab_to(page, selector):
    """Press the tab key until an element has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("(one) => document.activeElement.matches(one)", selector):
            return
    raise AssertionError(f"no way by keyboard to {selector}")


def press(page, key):
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_blind_review_by_keyboard(keyboard, desk):
    page, source = keyboard
    added(desk, source)
    page.goto(f"/blind?source={source}")
    for number, name in enumerate(("Ingrid Holm", "Bo Lund"), 1):
        tab_to(page, f"#answer-{number} [value=somebody]")
        page.keyboard.press("Space")
        tab_to(page, f"#answer-{number} [list]")
        page.keyboard.type(name)
    tab_to(page, "#answer-3 [type=radio]")
    page.keyboard.press("ArrowUp")  # the last of the three: nobody
    tab_to(page, "section button")
    press(page, "Enter")
    status = page.locator("[role=status]").text_content()
    assert "You and the machine agree on 1 of 3 quoted spans." in status
    speakers = dict(map(reversed, quotes(desk, source)))
    assert speakers["The ferry will sail,"] == "Ingrid Holm"
    assert speakers["We have heard that before,"] == "Bo Lund"
    assert "Nobody asked the gulls," not in speakers


def test_speakers_are_merged_and_parted_by_keyboard(keyboard, desk):
    page, label = keyboard
    name, person = f"Cy {label}", f"Bea {label}"
    added(desk, f"merge-{label}", f"“It is dry,” said {name}.")
    page.goto("/speakers?words=dry")
    tab_to(page, f"[type=checkbox][value='{name}']")
    page.keyboard.press("Space")
    tab_to(page, "[name=into]")
    page.keyboard.type(person)
    press(page, "Enter")
    assert "are one person in all articles" in page.locator("[role=status]").text_content()
    assert quotes(desk, f"merge-{label}") == [(person, "It is dry,")]
    tab_to(page, ".status button")
    press(page, "Enter")
    assert "Undone" in page.locator("[role=status]").text_content()
    assert quotes(desk, f"merge-{label}") == [(name, "It is dry,")]


def test_a_draft_is_verified_by_keyboard(keyboard):
    page, _ = keyboard
    page.goto("/verify")
    tab_to(page, "[name=words]")
    page.keyboard.type("“The ferry will never sail,” said Otto Marx.")
    tab_to(page, "main form button")
    press(page, "Enter")
    assert "0 of 1 quote" in page.locator("[role=status]").text_content()
    card = page.locator(".verified > li").text_content()
    assert "≠ other words · ≠ another speaker" in card
    assert "said by Ingrid Holm" in card


def test_axe_finds_nothing_in_results_and_refusals(browser, desk):
    context = browser.new_context(base_url=desk[0])
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto("/verify")
    page.locator("[name=words]").fill("“The ferry will never sail,” said Bo. “Long ago we sank.”")
    page.locator("main form button").click()
    expect(page.locator(".verified > li").first).to_be_visible()
    check_with_axe(page)
    page.goto("/blind?source=herald/1")
    page.locator("form").evaluate("(form) => { form.noValidate = true }")
    page.get_by_role("button", name="Compare and enter").click()
    expect(page.get_by_role("alert")).to_be_visible()
    check_with_axe(page)
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(page, path):
    page.goto(path)
    check_with_axe(page)


def check_with_axe(page):
    """Check a page for axe, wide and light, narrow and dark."""
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    for width, scheme in ((1280, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        report = Axe().run(page)
        assert report.violations_count == 0, report.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
