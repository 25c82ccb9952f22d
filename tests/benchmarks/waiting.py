"""Rows about waiting."""

from __future__ import annotations

from benchmarks.rows import Row

ROWS: list[Row] = []
