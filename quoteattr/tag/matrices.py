"""Matrix products without threads, in single precision."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

#: maximum number of rows of one product
MOST_ROWS = 32
#: Maximum number of multiplications of one matrix product. A BLAS distributes a larger one over
#: threads, which busy-wait for the next one and so cost more than they gain, above all beside other
#: processes. OpenBLAS, which the wheels of NumPy contain, starts none up to 262,144
#: (``interface/gemm.c``: ``SMP_THRESHOLD_MIN * GEMM_MULTITHREAD_THRESHOLD``), and below 125,000 on
#: the one processor with a lower threshold (Neoverse V2).
_MULTIPLICATIONS = 120_000
#: the same for a product with a single row (``interface/gemv.c``: up to 9,216)
_ROW_MULTIPLICATIONS = 9_000


def product_of_rows(rows: Floats, blocks: Floats) -> Floats:
    """Matrix product of any number of rows and blocks of columns, in parts without threads."""
    number_of_batches = -(-len(rows) // MOST_ROWS)
    padded = np.zeros((number_of_batches, MOST_ROWS, rows.shape[1]), dtype=np.float32)
    padded.reshape(-1, rows.shape[1])[: len(rows)] = rows
    product = multiply(padded, blocks)
    return product.reshape(-1, product.shape[-1])[: len(rows)]


def column_blocks(array: Floats, rows: int) -> Floats:
    """Blocks of columns so narrow that products with this many rows start no threads.

    An array (… × rows × columns) becomes … × blocks × rows × columns of a block.
    """
    *stack, height, width = array.shape
    limit = _ROW_MULTIPLICATIONS if rows == 1 else _MULTIPLICATIONS
    most = max(1, limit // (rows * height))
    narrow = next(n for n in range(min(most, width), 0, -1) if width % n == 0)
    return np.ascontiguousarray(
        array.reshape(*stack, height, width // narrow, narrow).swapaxes(-2, -3)
    )


def multiply(rows: Floats, blocks: Floats) -> Floats:
    """Matrix product of rows, at most as many as the blocks allow, and blocks of columns.

    Both may be stacks; those of blocks contain those of rows.
    """
    *stack, count, _, narrow = blocks.shape
    product: Floats
    # one block, and the blocks of one row, are in place at once: so are most steps of the network,
    # which takes a twelfth less time than with each block written where it belongs
    if count == 1:
        product = np.matmul(rows, blocks[..., 0, :, :])
        return product
    if rows.shape[-2] == 1:
        product = np.matmul(rows[..., None, :, :], blocks)
        return product.reshape(*product.shape[:-3], 1, count * narrow)
    shape = *(stack or rows.shape[:-2]), rows.shape[-2]
    product = np.empty((*shape, count, narrow), dtype=np.float32)
    np.matmul(rows[..., None, :, :], blocks, out=product.swapaxes(-2, -3))
    return product.reshape(*shape, count * narrow)
