"""The extras of this distribution, and how to install one: said here alone, for it changes with where Safelight is published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Extra(NamedTuple):
    """What an extra enables, and the packages that it brings."""

    enables: str
    packages: tuple[str, ...]


EXTRAS: Mapping[str, Extra] = {
    "cli": Extra("the command line", ("click", "rich")),
    "batch": Extra("batches that survive crashes", ("click", "dbos", "rich", "sqlalchemy")),
    "fast": Extra("async clients on aiohttp", ("aiohttp",)),
    "fsspec": Extra("files at addresses such as s3://", ("fsspec",)),
    "images": Extra("preparing pictures, checking results", ("numpy", "pillow", "pillow-heif")),
    "mcp": Extra("tools for AI agents", ("mcp", "click", "dbos", "rich", "sqlalchemy")),
    "otel": Extra("spans of OpenTelemetry", ("opentelemetry-api",)),
    "parquet": Extra("lists of items as Parquet", ("pyarrow",)),
    "sandbox": Extra(
        "the vendor emulator",
        ("aiohttp", "numpy", "opencv-python-headless", "pillow", "pillow-heif", "pydantic", "pypdfium2"),
    ),
}


def install_hint(extra: str) -> str:
    """What to do where a package of an extra is missing, as the end of a sentence."""
    return f"in your clone of Safelight, run pip install '.[{extra}]'"
