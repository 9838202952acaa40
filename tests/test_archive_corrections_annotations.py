"""What annotators changed with brat, Label Studio and Web Annotations, read into an archive."""

import json

import pytest

from quoteattr import Article, QuoteArchive, SourceError
from quoteattr.archive.corrections.annotations import AnnotatedQuote, annotation_edits
from quoteattr.evaluation.brat import read_gold
from quoteattr.records import Span

RAIN = (
    "Ada Berg met Bo Holm 😀 and Cy Dahl.\r\n\r\n“It will rain,” she said. Then he laughed. “No,”"
    " he said. Holm whispered: “so-called”.\r\n\r\n“We will see,” Dahl thought, “we will see.”"
)
SOURCE = "https://argus.example/rain?a=1&b=2"


def place(words):
    """Where words stand in the article."""
    return RAIN.index(words), RAIN.index(words) + len(words)


@pytest.fixture
def archive():
    with QuoteArchive(":memory:") as archive:
        archive.add([Article(RAIN, id=SOURCE), Article("“Ah,” said Eva Moss.", id="b c/ä.txt")])
        yield archive


def speakers(archive):
    """Speaker and kind of each quote, by its words."""
    return {record.quote: (record.speaker, record.kind) for record in archive.search(limit=None)}


# -- brat -------------------------------------------------------------------------------------


@pytest.fixture
def folder(archive, tmp_path):
    """A folder for brat."""
    archive.write_sheet(tmp_path / "annotated", "brat")
    return tmp_path / "annotated"


def annotation(folder):
    """The annotation file of the article, and its text."""
    (path,) = folder.glob("*rain*.ann")
    return path, path.read_text("utf-8")


def test_a_folder_for_brat_is_one_for_evaluation(archive, folder):
    golds = {len(gold.text): gold for gold in read_gold(folder)}
    gold = golds[len(RAIN)]
    assert gold.text == RAIN
    records = [record for record in archive.search() if record.source == SOURCE]
    assert [attribution.content for attribution in gold.attributions] == [
        record.spans for record in records
    ]
    assert [attribution.name for attribution in gold.attributions] == [
        record.speaker for record in records
    ]
    assert "Attribution\tContent:Content" in (folder / "annotation.conf").read_text("utf-8")


def test_a_folder_as_it_was_written_changes_nothing(archive, folder):
    imported = archive.read_sheet(folder)
    assert (imported.corrections, imported.failures, imported.known) == ((), (), 0)


def test_what_was_changed_in_brat_is_entered(archive, folder):
    path, notes = annotation(folder)
    start, end = place("Bo Holm")
    rain, plan, laughed = (place(w)[0] for w in ("It will rain,", "so-called", "he laughed"))
    lines = notes.splitlines()
    content = next(line for line in lines if f"Content {rain} " in line)
    key = int(content[1:].split("\t")[0]) // 10
    lines = [
        f"T{10 * key + 1}\tSource {start} {end}\tBo Holm" if line.startswith(f"T{10 * key + 1}\t")
        else line
        for line in lines
    ]  # fmt: skip
    plan_key = next(line for line in lines if f"Content {plan} " in line).split("\t")[0]
    lines = [line for line in lines if f"Content:{plan_key}" not in line]
    lines += [
        f"T901\tContent {laughed} {laughed + 10}\the laughed",
        "T902\tAttribution {} {}\tsaid".format(*place("said")),
        "E90\tAttribution:T902 Content:T901",
        "A90\tKind E90 indirect",
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    imported = archive.read_sheet(folder, by="ed")
    assert imported.failures == ()
    assert {correction.via for correction in imported.corrections} == {"brat"}
    now = speakers(archive)
    assert now["It will rain,"] == ("Bo Holm", "direct")
    assert now["he laughed"] == (None, "indirect")
    assert "so-called" not in now
    assert len(imported.corrections) == 3
    assert "No," in now


def test_another_name_in_the_table_is_another_speaker(archive, folder):
    names = folder / "names.tsv"
    names.write_text(names.read_text("utf-8").replace("\tEva Moss", "\tEva Maria Moss"), "utf-8")
    (correction,) = archive.read_sheet(folder).corrections
    assert (correction.source, correction.after.speaker) == ("b c/ä.txt", "Eva Maria Moss")


def test_a_changed_bound_in_brat_is_a_changed_bound(archive, folder):
    path, notes = annotation(folder)
    start, end = place("It will rain,")
    notes = notes.replace(
        f"Content {start} {end}\tIt will rain,", f"Content {start + 3} {end}\twill rain,"
    )
    path.write_text(notes, "utf-8")
    (correction,) = archive.read_sheet(folder).corrections
    assert correction.changed == ("span",)
    assert "will rain," in speakers(archive)


def test_offsets_that_are_not_those_of_the_words_are_refused(archive, folder):
    path, notes = annotation(folder)
    path.write_text(notes.replace("\tIt will rain,", "\tIt will snow,"), "utf-8")
    imported = archive.read_sheet(folder)
    (failure,) = imported.failures
    assert failure.source == str(path)
    assert "of 'It will snow,' is 'It will rain,'" in failure.reason
    assert imported.corrections == ()


def test_a_folder_of_an_article_that_has_changed_is_read_by_its_words(archive, folder):
    archive.add([Article("Update.\n\n" + RAIN, id=SOURCE)])
    names = folder / "names.tsv"
    rows = names.read_text("utf-8").splitlines(keepends=True)
    row = next(k for k, line in enumerate(rows) if line.endswith("\tAda Berg\n"))
    rows[row] = rows[row].replace("Ada Berg", "Cy Dahl")
    names.write_text("".join(rows), "utf-8")
    imported = archive.read_sheet(folder)
    assert imported.failures == ()
    assert speakers(archive)["It will rain,"][0] == "Cy Dahl"


def test_what_is_no_annotation_is_refused(archive, folder):
    path, _ = annotation(folder)
    for notes in ("T1\tContent x y\twords\nE1\tAttribution:T1 Content:T1\n", "E1\n"):
        path.write_text(notes, "utf-8")
        assert len(archive.read_sheet(folder, dry_run=True).failures) == 1
    (folder / "articles.tsv").write_text("a\tb\t\n", "utf-8")
    assert len(archive.read_sheet(folder).failures) == 2  # no article has such a source


def test_a_folder_without_annotations_is_refused(archive, tmp_path):
    with pytest.raises(SourceError, match="holds no"):
        archive.read_sheet(tmp_path)


def test_whole_articles_are_written_where_what_is_missing_was_taken_out(archive, tmp_path):
    for name in ("folder.brat", "all.tasks.json"):
        archive.write_sheet(tmp_path / name, words="rain")
        assert archive.read_sheet(tmp_path / name).corrections == ()


# -- Label Studio -----------------------------------------------------------------------------


@pytest.fixture
def tasks(archive, tmp_path):
    """Tasks, as Label Studio exports them when somebody has accepted the predictions."""
    path = tmp_path / "all.tasks.json"
    archive.write_sheet(path)
    exported = json.loads(path.read_text("utf-8"))
    for task in exported:
        task["annotations"] = [{"was_cancelled": True, "result": []}, *task["predictions"]]
        del task["predictions"]
    return path, exported


def test_tasks_have_the_words_that_stand_at_their_offsets(tasks):
    _, exported = tasks
    for task in exported:
        for result in task["annotations"][-1]["result"]:
            value = result["value"]
            if result["type"] == "labels":
                assert task["data"]["text"][value["start"] : value["end"]] == value["text"]


def save(path, exported):
    """Write tasks."""
    path.write_text(json.dumps(exported), "utf-8")


def test_tasks_that_were_accepted_change_nothing(archive, tasks):
    save(*tasks)
    imported = archive.read_sheet(tasks[0])
    assert (imported.corrections, imported.failures) == ((), ())


def test_tasks_without_an_annotation_say_nothing(archive, tasks):
    for task in tasks[1]:
        del task["annotations"]
    save(*tasks)
    assert archive.read_sheet(tasks[0]).corrections == ()


@pytest.mark.parametrize("counted", ["code points", "UTF-16", "LF", "UTF-16, LF"])
def test_what_was_changed_in_label_studio_is_entered_however_offsets_count(archive, tasks, counted):
    path, exported = tasks
    results = next(task for task in exported if task["data"]["source"] == SOURCE)["annotations"][1]
    regions = results["result"]
    rain = next(r for r in regions if r["value"]["text"] == "It will rain,")
    plan = next(r for r in regions if r["value"]["text"] == "so-called")
    name = next(r for r in regions if r["id"] == rain["id"] and r["type"] == "textarea")
    name["value"]["text"] = ["Bo Holm"]
    rain["value"]["labels"] = ["mixed"]
    results["result"] = [r for r in regions if r["id"] != plan["id"]]
    start, end = place("he laughed")
    results["result"].append(
        {
            "id": "new", "from_name": "kind", "to_name": "text", "type": "labels",
            "value": {"start": start, "end": end, "text": "he laughed", "labels": ["indirect"]},
        }
    )  # fmt: skip
    for result in results["result"]:
        for bound in ("start", "end"):
            before = RAIN[: result["value"][bound]]
            if "LF" in counted:
                before = before.replace("\r\n", "\n")
            units = len(before.encode("utf-16-le")) // 2
            result["value"][bound] = units if "UTF-16" in counted else len(before)
    save(path, exported)
    imported = archive.read_sheet(path)
    assert imported.failures == ()
    assert len(imported.corrections) == 3
    now = speakers(archive)
    assert now["It will rain,"] == ("Bo Holm", "mixed")
    assert now["he laughed"] == (None, "indirect")
    assert "so-called" not in now


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda task: task["annotations"][1]["result"][0]["value"].update(text="It snows"),
            "is not at",
        ),
        (lambda task: task["annotations"][1]["result"][0]["value"].update(start="x"), "not a task"),
        (lambda task: task["annotations"][1]["result"][0]["value"].update(end=10**9), "is not at"),
        (lambda task: task["data"].update(source="snow"), "no article 'snow'"),
        (lambda task: task.pop("data"), "not a task"),
        (lambda task: task.update(annotations=5), "not a task"),
        (lambda task: task["annotations"][1].pop("result"), "not a task"),
    ],
)
def test_a_task_that_cannot_be_read_is_refused(archive, tasks, change, message):
    path, exported = tasks
    change(exported[0])
    save(path, exported)
    imported = archive.read_sheet(path)
    (failure,) = imported.failures
    assert failure.source == f"{path}, task 1"
    assert message in failure.reason
    assert imported.corrections == ()


@pytest.mark.parametrize("content", ["{}", "no JSON", "5"])
@pytest.mark.parametrize("name", ["all.tasks.json", "all.anno.jsonld"])
def test_a_file_that_holds_nothing_is_refused(archive, tmp_path, content, name):
    path = tmp_path / name
    path.write_text(content)
    if name.endswith("json") or content == "no JSON":
        with pytest.raises(SourceError):
            archive.read_sheet(path)
    else:
        assert len(archive.read_sheet(path).failures) == 1


# -- Web Annotations --------------------------------------------------------------------------


@pytest.fixture
def annotations(archive, tmp_path):
    """Annotations of all quotes."""
    path = tmp_path / "all.anno.jsonld"
    archive.write_sheet(path)
    return path, json.loads(path.read_text("utf-8"))


def of(exported, words):
    """The annotation of a quote."""
    return next(e for e in exported if e["target"][0]["selector"][0]["exact"].startswith(words))


def test_annotations_as_they_were_written_change_nothing(archive, annotations):
    imported = archive.read_sheet(annotations[0])
    assert (imported.corrections, imported.failures) == ((), ())


def test_what_annotations_say_is_entered_and_what_is_missing_stays(archive, annotations):
    path, exported = annotations
    rain, plan = of(exported, "It will rain"), of(exported, "so-called")
    rain["body"] = [
        {"type": "TextualBody", "value": "Bo Holm", "purpose": "identifying"},
        {"type": "TextualBody", "value": "mixed", "purpose": "classifying"},
    ]
    plan["body"] = {"type": "TextualBody", "value": "Nobody said this", "purpose": "tagging"}
    missed = {
        "target": {
            "source": SOURCE,
            "selector": {"type": "TextQuoteSelector", "exact": "he laughed", "prefix": "Then "},
        },
        "motivation": "identifying",
        "body": {"type": "TextualBody", "value": "Cy Dahl"},
    }
    save(path, {"items": [rain, plan, missed]})
    imported = archive.read_sheet(path)
    assert imported.failures == ()
    now = speakers(archive)
    assert now["It will rain,"] == ("Bo Holm", "mixed")
    assert now["he laughed"] == ("Cy Dahl", "direct")
    assert "so-called" not in now
    assert "No," in now


def test_annotations_of_another_text_are_read_by_their_words(archive, annotations):
    path, exported = annotations
    archive.add([Article("Update.\n\n" + RAIN, id=SOURCE)])
    rain = of(exported, "It will rain")
    rain["body"] = {"type": "TextualBody", "value": "Bo Holm", "purpose": "identifying"}
    save(path, rain)
    assert len(archive.read_sheet(path).corrections) == 1
    assert speakers(archive)["It will rain,"][0] == "Bo Holm"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda annotation: annotation["target"][0].update(source="https://nowhere.example"),
            "has no article",
        ),
        (lambda annotation: annotation["target"][0].update(selector=[]), "does not have the words"),
        (
            lambda annotation: annotation["target"][0]["selector"][0].update(exact="It snows"),
            "not have",
        ),
        (lambda annotation: annotation.pop("target"), "not an annotation of a quote"),
        (
            lambda annotation: annotation["target"][0].update(selector=[5]),
            "not an annotation of a quote",
        ),
    ],
)
def test_an_annotation_that_cannot_be_read_is_refused(archive, annotations, change, message):
    path, exported = annotations
    change(exported[0])
    save(path, exported)
    imported = archive.read_sheet(path)
    (failure,) = imported.failures
    assert failure.source == f"{path}, annotation 1"
    assert message in failure.reason


# -- the comparison ---------------------------------------------------------------------------


def test_each_record_is_matched_once_the_most_similar_first(archive):
    records = [record for record in archive.search() if record.source == SOURCE]
    start, end = place("It will rain,")
    near, exact = (AnnotatedQuote(Span(start + k, end), str(k), speaker="Cy Dahl") for k in (2, 0))
    edits = list(annotation_edits(SOURCE, records, [near, exact]))
    assert [(edit.where, edit.missed, edit.span.start) for edit in edits] == [
        ("2", True, start + 2),
        ("0", False, start),
    ]
