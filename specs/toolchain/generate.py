"""Generation of all packages from all specs."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from .client import write_client
from .document import load_spec
from .editors import editors_text
from .facts import write_facts
from .formatting import format_package
from .layout import operations_name, package_name
from .lock import current_lock, refuse_other_generators
from .models import write_requests, write_server_models
from .operations import write_operations
from .views import client_view, requests_view, server_view

if TYPE_CHECKING:
    from .layout import Layout

_VALIDATION = '''\
"""Rules of the server models that type hints cannot state."""

from pydantic import BeforeValidator


def refuse_null(value: object) -> object:
    """Refuse an explicit null where the schema only allows to leave the property out."""
    if value is None:
        raise ValueError("null is not allowed here; leave the property out instead")
    return value


NotNull = BeforeValidator(refuse_null)


def refuse_bool(value: object) -> object:
    """Refuse true and false where the schema lists whole numbers."""
    if isinstance(value, bool):
        raise ValueError("must be a whole number, not true or false")
    return value


NotBool = BeforeValidator(refuse_bool)
'''


def generate(layout: Layout, *, relock: bool = False) -> list[str]:
    """Rebuild every package completely and write the lock file.

    The old packages are replaced only after all new ones were written without a fault.

    Args:
        layout: The repository.
        relock: Accept other generator versions than the lock file names.

    Returns:
        The vendors, sorted.

    Raises:
        ToolchainError: A generator's version is not the locked one, a spec is faulty, or a generator complained.
    """
    if not relock:
        refuse_other_generators(layout)
    with tempfile.TemporaryDirectory(prefix="generate-") as temporary:
        made = write_packages(layout, Path(temporary))
        for old in (*layout.generated.glob(package_name("*")), *layout.generated.glob(operations_name("*"))):
            shutil.rmtree(old)
        for package in sorted(Path(temporary).iterdir()):
            shutil.copytree(package, layout.generated / package.name)
    editors = editors_text(layout)
    if editors is not None:
        layout.editors.write_text(editors, encoding="utf-8", newline="\n")
    layout.lock.write_text(current_lock(layout).to_toml(), encoding="utf-8", newline="\n")
    return made


def write_packages(layout: Layout, folder: Path) -> list[str]:
    """Write every vendor's package into an empty folder; see :func:`generate`."""
    vendors = layout.vendors()
    for vendor in vendors:
        write_package(layout, vendor, folder / package_name(vendor))
    return vendors


def write_package(layout: Layout, vendor: str, target: Path) -> None:
    """Write a vendor's wire package to a place, and that of its methods beside it; see :func:`generate`."""
    document = load_spec(layout.spec(vendor))
    write_client(
        client_view(document), settings=layout.settings(vendor), templates=layout.templates, target=target
    )
    write_requests(requests_view(document), target=target / "requests.py")
    write_server_models(server_view(document), templates=layout.templates, target=target / "server_models.py")
    (target / "validation.py").write_text(_VALIDATION, encoding="utf-8", newline="\n")
    write_facts(document, target=target)
    (target / "py.typed").write_text("", encoding="utf-8")
    format_package(target)
    if "client" not in document.get("x-task-api", {}):
        return
    methods = target.with_name(operations_name(vendor))
    methods.mkdir()
    write_operations(document, package=target.name, target=methods)
    format_package(methods)
