"""What Spark Connect does not have is not used: a client of it has data frames alone."""

import ast
from pathlib import Path

import quoteattr.spark

FOLDER = Path(quoteattr.spark.__file__).parent

#: what a data frame or session of Spark has, and one of Spark Connect has not
NOT_THERE = {"rdd", "sparkContext", "_sc", "_jvm", "_jdf", "_jsparkSession", "toJavaRDD"}


def attributes(source):
    """The names of all attributes in a source."""
    return {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}


def test_only_data_frames_are_used():
    assert attributes("frame.rdd.map(f)\nspark.sparkContext") & NOT_THERE == {"rdd", "sparkContext"}
    used = {path.name: attributes(path.read_text("utf-8")) for path in FOLDER.glob("*.py")}
    assert "mapInArrow" in used["extraction.py"]
    assert {
        name: imported & NOT_THERE for name, imported in used.items() if imported & NOT_THERE
    } == {}


def test_no_class_of_the_classic_session_is_imported():
    sources = [path.read_text("utf-8") for path in FOLDER.glob("*.py")]
    assert not [source for source in sources if "pyspark.sql.classic" in source]
    assert not [source for source in sources if "SparkContext" in source]
