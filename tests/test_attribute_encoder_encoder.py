"""The encoder's file: what it holds, and files that are none."""

import json

import onnx
import pytest

from quoteattr import ModelError, extract, load_model
from quoteattr.attribute.encoder import encoder
from quoteattr.attribute.encoder.encoder import INPUTS, BertPieces
from quoteattr.model.model import default_encoder


def write(path, inputs=INPUTS, **properties):
    """A file whose network gives each candidate and nobody the same score."""
    helper, int64 = onnx.helper, onnx.TensorProto.INT64
    values = [helper.make_tensor_value_info(name, int64, None) for name in inputs]
    out = helper.make_tensor_value_info("scores", onnx.TensorProto.FLOAT, None)
    node = helper.make_node("Constant", [], ["scores"], value_floats=[0.0])
    graph = helper.make_graph([node], "nothing", values, [out])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    fusion = {"rules": 1.0, "encoder": 1.0, "nobody": 0.0, "threshold": 0.9}
    fusion["calibration"] = [[0.0, 0.0], [1.0, 1.0]]
    metadata = {
        "version": encoder.ENCODER_VERSION,
        "fusion": fusion,
        "vocabulary": ["[UNK]"],
    } | properties
    onnx.helper.set_model_props(model, {k: json.dumps(v) for k, v in metadata.items()})
    path.write_bytes(model.SerializeToString())
    return path


def test_a_file_of_this_version_is_read(tmp_path):
    read = encoder.read_encoder(write(tmp_path / "mine.onnx"))
    assert (read.fusion.rules, read.fusion.threshold) == (1.0, 0.9)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"version": 99}, "version 99 instead of"),
        ({"inputs": ("ids", "roles")}, "inputs"),
        ({"fusion": {"rules": 1.0}}, "KeyError"),
    ],
    ids=["another version", "other inputs", "numbers missing"],
)
def test_a_file_that_does_not_fit_says_why(tmp_path, change, reason):
    with pytest.raises(ModelError, match=rf"mine\.onnx is not an encoder file \(.*{reason}"):
        encoder.read_encoder(write(tmp_path / "mine.onnx", **change))


@pytest.mark.parametrize("content", [b"", b"nothing", b"\x08\x08" * 40])
def test_a_broken_file_is_one_clear_error(tmp_path, content):
    (tmp_path / "mine.onnx").write_bytes(content)
    with pytest.raises(ModelError, match=r"mine\.onnx is not an encoder file"):
        encoder.read_encoder(tmp_path / "mine.onnx")


def test_a_file_that_is_not_there_is_told_by_name(tmp_path):
    with pytest.raises(ModelError, match=r"cannot read the encoder .*none\.onnx: No such file"):
        encoder.read_encoder(tmp_path / "none.onnx")


def test_word_pieces_stand_where_their_words_stand():
    pieces = BertPieces(["[UNK]", "[CLS]", "[SEP]", "…", '"', "hol", "##t", "e"])
    read = pieces.encode("Holt é [SEP]")
    assert [pieces.vocabulary[k] for k in read.ids][:3] == ["hol", "##t", "e"]
    assert read.offsets[:3] == [(0, 3), (3, 4), (5, 6)]
    assert pieces.paragraph not in read.ids  # words of the text are no special pieces


def test_the_encoder_of_the_package_reads_the_sentence():
    text = (
        "Ada Berg, the mayor, met Otto Marx on Monday. Otto Marx was pleased.\n\n"
        "“We will rebuild the bridge,” the mayor said after she had seen it."
    )
    (record,) = extract(text, model="encoder", kinds=["direct"])
    assert record.speaker == "Ada Berg"
    assert load_model("encoder").encoder is default_encoder()
