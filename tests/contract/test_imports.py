"""A generated package loads what is used of it and no more."""

import json
import os
import subprocess
import sys
from importlib import import_module

import pytest
from contract_support.documents import LAYOUT, VENDORS
from toolchain.layout import package_name

PACKAGES = [package_name(vendor) for vendor in VENDORS]


def loaded_after(statement):
    """Names of the modules in a fresh interpreter after a statement; the site's own start-up files are left out."""
    code = f"import json, sys; sys.path.insert(0, sys.argv[1]); {statement}; print(json.dumps(sorted(sys.modules)))"
    call = [sys.executable, "-S", "-c", code, str(LAYOUT.generated)]
    site = os.pathsep.join(path for path in sys.path if path.endswith("site-packages"))
    done = subprocess.run(
        call, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": site}
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("package", PACKAGES)
def test_importing_the_models_loads_none(package):
    loaded = loaded_after(f"import {package}.models, {package}.api, {package}.facts")
    inside = [name for name in loaded if name.startswith(f"{package}.")]
    assert inside == [f"{package}.api", f"{package}.facts", f"{package}.models"]
    assert not {"attrs", "httpx", "pydantic"}.intersection(loaded)


@pytest.mark.parametrize("package", PACKAGES)
def test_importing_one_model_loads_what_it_needs(package):
    loaded = loaded_after(f"from {package}.models import ErrorResponse")
    models = [name for name in loaded if name.startswith(f"{package}.models.")]
    assert f"{package}.models.error_response" in models
    assert len(models) <= 4
    assert not {"httpx", "pydantic"}.intersection(loaded)


@pytest.mark.parametrize("package", PACKAGES)
def test_importing_an_operation_does_not_load_the_http_library(package):
    entry = next(iter(import_module(f"{package}.facts").OPERATIONS.values()))
    loaded = loaded_after(f"import {entry['module']}")
    assert not {"httpx", "pydantic", f"{package}.client", f"{package}.server_models"}.intersection(loaded)


@pytest.mark.parametrize("package", PACKAGES)
def test_request_schemas_load_when_asked_for(package):
    assert f"{package}.request_schemas" not in loaded_after(f"from {package}.facts import FACTS, OPERATIONS")
    assert f"{package}.request_schemas" in loaded_after(f"from {package}.facts import REQUEST_SCHEMAS")


@pytest.mark.parametrize("package", PACKAGES)
def test_typed_dicts_need_the_standard_library_only(package):
    loaded = loaded_after(f"import {package}.requests")
    assert not {"attrs", "httpx", "pydantic", "typing_extensions"}.intersection(loaded)


@pytest.mark.parametrize("package", PACKAGES)
def test_all_names_can_be_had_and_unknown_ones_cannot(package):
    models = import_module(f"{package}.models")
    assert set(models.__all__) <= set(dir(models))
    assert all(getattr(models, name).__name__ == name for name in models.__all__)
    api = import_module(f"{package}.api")
    for tag in api.__all__:
        for operation in getattr(api, tag).__all__:
            assert getattr(getattr(api, tag), operation).sync_detailed
    for module in (
        models,
        api,
        getattr(api, api.__all__[0]),
        import_module(package),
        import_module(f"{package}.facts"),
    ):
        with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
            _ = module.Nothing


@pytest.mark.parametrize("package", PACKAGES)
def test_package_is_typed(package):
    assert (LAYOUT.generated / package / "py.typed").read_bytes() == b""
