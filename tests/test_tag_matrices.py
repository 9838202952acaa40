"""Matrix products in blocks."""

import numpy as np
import pytest

from quoteattr.tag.matrices import column_blocks, multiply, product_of_rows

RANDOM = np.random.default_rng(0)


@pytest.mark.parametrize(
    ("count", "blocks_of"),
    [(1, 1), (1, 32), (3, 4), (12, 16), (32, 32)],
    ids=["one row", "one row of many", "one block", "blocks", "most rows"],
)
def test_blocks_give_the_product_of_stacks(count, blocks_of):
    rows = RANDOM.random((2, count, 96), dtype=np.float32)
    matrices = RANDOM.random((3, 2, 96, 96), dtype=np.float32)
    product = multiply(rows, column_blocks(matrices, blocks_of))
    assert product.shape == (3, 2, count, 96)
    np.testing.assert_allclose(product, rows @ matrices, rtol=1e-5)


@pytest.mark.parametrize("count", [0, 1, 33])
def test_any_number_of_rows_is_multiplied(count):
    rows = RANDOM.random((count, 110), dtype=np.float32)
    matrix = RANDOM.random((110, 288), dtype=np.float32)
    product = product_of_rows(rows, column_blocks(matrix, 32))
    np.testing.assert_allclose(product, rows @ matrix, rtol=1e-5)
