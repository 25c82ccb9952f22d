"""TypedDicts of the requests and strict pydantic models of everything, by datamodel-code-generator."""

from __future__ import annotations

import re
import warnings
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from datamodel_code_generator import InputFileType, PythonVersion, generate
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.parser import LiteralType

from .errors import ToolchainError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .document import Document

_generate = partial(
    generate,
    input_file_type=InputFileType.OpenAPI,
    target_python_version=PythonVersion.PY_311,
    # A file is written plain here and formatted with the rest of its package by our own pinned ruff.
    formatters=[],
    use_double_quotes=True,
    disable_timestamp=True,
    enum_field_as_literal=LiteralType.All,
    strict_refs=True,
    allow_remote_refs=False,
)

REQUESTS_HEADER = '"""The request schemas as TypedDicts: the types of nested options."""'
SERVER_HEADER = (
    '"""Strict pydantic models of every schema, as a server reads them; the client does not use them."""'
)


def write_requests(document: Document, *, target: Path) -> None:
    """Write ``requests.py``: a TypedDict of every object schema and a Literal of every enum in the document."""
    with _no_complaints():
        source = _generate(
            document,
            output_model_type=DataModelType.TypingTypedDict,
            # Closed TypedDicts (PEP 728) would need typing_extensions, and type checkers disagree about them.
            use_closed_typed_dict=False,
            use_schema_description=True,
            use_field_description=True,
            custom_file_header=REQUESTS_HEADER,
        )
    _write(source, target)


def write_server_models(document: Document, *, templates: Path, target: Path) -> None:
    """Write ``server_models.py``: pydantic models of every schema in the document.

    A model refuses unknown keys where the schema says ``additionalProperties: false`` and keeps them elsewhere.
    An optional property may be left out but is null only where the schema allows null.
    """
    with _no_complaints():
        source = _generate(
            document,
            output_model_type=DataModelType.PydanticV2BaseModel,
            use_annotated=True,
            # Plain aliases instead of root models: a server reads `body.mode`, not `body.mode.root`.
            use_type_alias=True,
            custom_template_dir=templates,
            additional_imports=[f"{target.parent.name}.validation.{name}" for name in ("NotBool", "NotNull")],
            custom_file_header=SERVER_HEADER,
        )
    # To Python, and so to pydantic, true is 1 and false is 0.
    whole_numbers = r"Literal\[-?\d+(?:, -?\d+)*\]"
    source = (
        re.sub(whole_numbers, r"Annotated[\g<0>, NotBool]", source) if isinstance(source, str) else source
    )
    _write(source, target)


@contextmanager
def _no_complaints() -> Iterator[None]:
    with warnings.catch_warnings(record=True) as complaints:
        warnings.simplefilter("always")
        yield
    if complaints:
        messages = "\n".join(str(complaint.message) for complaint in complaints)
        raise ToolchainError(f"datamodel-code-generator: {messages}")


def _write(source: object, target: Path) -> None:
    if not isinstance(source, str):
        raise ToolchainError(f"datamodel-code-generator wrote several modules instead of {target.name}")
    target.write_text(source, encoding="utf-8", newline="\n")
