"""The client package: attrs models and endpoint modules, by openapi-python-client with our templates."""

from __future__ import annotations

import contextlib
import io
import json
from typing import TYPE_CHECKING, cast

from jinja2 import BaseLoader, ChoiceLoader, PackageLoader, PrefixLoader
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from pydantic import ValidationError

from .document import load, secret_names
from .errors import ToolchainError

if TYPE_CHECKING:
    from pathlib import Path

    from .document import Document


def write_client(document: Document, *, settings: Path, templates: Path, target: Path) -> None:
    """Write the client package into a folder that does not exist yet.

    The generator's own formatting hooks are off: they would run whatever formatter is on the PATH.

    Args:
        document: The document, already prepared by :mod:`toolchain.views`.
        settings: A ``codegen.yaml``; without one, all is as usual.
        templates: Our overrides of the generator's templates.
        target: The package's folder.

    Raises:
        ToolchainError: The generator complained, be it with a mere warning.
    """
    config = Config.from_sources(
        _config_file(settings),
        meta_type=MetaType.NONE,
        document_source=settings,  # named in messages only; the document is handed over below
        file_encoding="utf-8",
        overwrite=False,
        output_path=target,
    )
    config.post_hooks = []
    config.package_name_override = target.name
    complaints = io.StringIO()
    with contextlib.redirect_stdout(complaints):
        parsed = GeneratorData.from_dict(document, config=config)
        if isinstance(parsed, GeneratorError):
            raise ToolchainError(_message(parsed))
        project = Project(openapi=parsed, config=config, custom_template_path=templates)
        # Under a name of its own, so that a template of ours may include the one that it stands for.
        originals = PrefixLoader({"generator": PackageLoader("openapi_python_client")})
        project.env.loader = ChoiceLoader([cast("BaseLoader", project.env.loader), originals])
        project.env.globals["secret_names"] = sorted(set(secret_names(document)))
        errors = project.build()
    if errors:
        raise ToolchainError("openapi-python-client: " + "\n".join(map(_message, errors)))


def _config_file(settings: Path) -> ConfigFile:
    values = load(settings) if settings.exists() else {}
    unknown = sorted(set(values) - set(ConfigFile.model_fields))
    if unknown:
        raise ToolchainError(f"{settings}: openapi-python-client has no setting {', '.join(unknown)}")
    try:
        return ConfigFile(**values)
    except ValidationError as error:
        raise ToolchainError(f"{settings}: {error}") from error


def _message(error: GeneratorError) -> str:
    data = getattr(error, "data", None)
    where = f"\n{json.dumps(data.model_dump(mode='json', exclude_unset=True, by_alias=True))}" if data else ""
    return f"{error.header}: {error.detail}{where}"
