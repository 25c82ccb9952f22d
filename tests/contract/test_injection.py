"""No text in a spec becomes code: what is generated from it compiles, runs nothing, and keeps the text."""

import builtins
import json
from contextlib import contextmanager
from importlib import import_module

import httpx
import pytest
from contract_support.packages import forget, generated, import_all, repository
from toolchain.document import load_spec
from toolchain.errors import ToolchainError

RUN = "__import__('builtins').INJECTED.append(1)"
PAYLOADS = {
    "double_quote": f'"; {RUN}; "',
    "single_quote": f"'; {RUN}; '",
    "three_double_quotes": f'"""\n{RUN}\n"""',
    "three_single_quotes": f"'''\n{RUN}\n'''",
    "backslash_at_the_end": f"\n{RUN}\\",
    "backslash_and_quotes": f'\\"""\n{RUN}\n\\"""',
    "line_break": f"x\n{RUN}\n#",
    "carriage_return": f"x\r{RUN}\r#",
    "unicode_line_separators": f"x\u2028{RUN}\u2029{RUN}\x85{RUN}\x0b{RUN}\x0c{RUN}",
    "escapes": f"\\x22\\u0022\\N{{QUOTATION MARK}}; {RUN}; \\",
    "f_string": f"{{{RUN}}}",
    "format_string": "{0.__class__.__init__.__globals__} %s %(x)s",
    "template": f"{{{{ cycler.__init__.__globals__.os.getcwd() }}}}{{% raw %}}{RUN}",
    "bracket": f"]); {RUN}; ([",
    "null_character": f"\x00\x1b\n{RUN}",
    "comment": f"# noqa\n    {RUN}  # type: ignore",
}
# As a constant or a default, what holds a quote or a backslash would come out changed too.
CHANGED = {text for text in PAYLOADS.values() if not text.isprintable() or '"' in text or "\\" in text}


def spec(text="text", name="name", constant="constant"):
    """A spec with given texts wherever people read them, in names and enums, and in constants and defaults."""
    described = {"type": "string", "description": text, "example": text}
    return {
        "openapi": "3.1.0",
        "info": {"title": f"T {text}", "version": text, "description": text},
        "servers": [{"url": "https://injection.test"}],
        "tags": [{"name": "things", "description": text}],
        "x-task-api": {"title": text, "errors": {text: {"meaning": "not_found", "description": text}}},
        "paths": {
            "/things/{thing}": {
                "post": {
                    "operationId": "send_thing",
                    "tags": ["things"],
                    "summary": text,
                    "description": text,
                    "x-task-api": {"rules": [text]},
                    "parameters": [
                        {"name": "thing", "in": "path", "required": True, "schema": {"type": "string"}},
                        {"name": f"q{name}", "in": "query", "schema": described, "description": text},
                        {"name": f"h{name}", "in": "header", "schema": described},
                        {"name": "d", "in": "query", "schema": {"type": "string", "default": constant}},
                    ],
                    "requestBody": {
                        "required": True,
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
                    },
                    "responses": {
                        "200": {
                            "description": text,
                            "content": {
                                "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}
                            },
                        }
                    },
                }
            }
        },
        "components": {
            "schemas": {
                "Kind": {"type": "string", "enum": [f"k{name}", "plain"], "description": text},
                "Thing": {
                    "type": "object",
                    "additionalProperties": False,
                    "title": "Thing",
                    "description": text,
                    "example": {"a": text},
                    "required": ["kind", f"p{name}"],
                    "properties": {
                        "kind": {"$ref": "#/components/schemas/Kind"},
                        f"p{name}": described,
                        "constant": {"const": constant},
                        "choice": {"anyOf": [{"const": constant}, {"type": "integer"}], "description": text},
                        "defaulted": {"type": "string", "default": constant},
                    },
                },
            }
        },
    }


@pytest.fixture
def canary(monkeypatch):
    found = []
    monkeypatch.setattr(builtins, "INJECTED", found, raising=False)
    return found


@contextmanager
def package(root, document):
    """Generate a package and import all of it."""
    folder = generated(repository(root, injection=document), "injection")
    try:
        assert len(import_all(folder)) > 10
        yield
    finally:
        forget("injection", folder)


def load_spec_of(folder, document):
    path = folder / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return load_spec(path)


@pytest.mark.parametrize("text", PAYLOADS.values(), ids=PAYLOADS)
def test_prose_runs_nothing(tmp_path, canary, text):
    with package(tmp_path, spec(text=text)):
        facts = import_module("injection_api.facts")
        assert facts.FACTS["title"] == text
        assert facts.OPERATIONS["send_thing"]["task_api"] == {"rules": [text]}
        assert canary == []


@pytest.mark.parametrize("name", [text for text in PAYLOADS.values() if text.isprintable()])
def test_names_and_values_run_nothing_and_stay_what_they_are(tmp_path, canary, name):
    constant = "constant" if name in CHANGED else name
    with package(tmp_path, spec(name=name, constant=constant)):
        models = import_module("injection_api.models")
        value = {
            "kind": f"k{name}",
            f"p{name}": "x",
            "constant": constant,
            "choice": constant,
            "defaulted": name,
        }
        thing = models.Thing.from_dict(value)
        assert thing.to_dict() == value
        assert thing.kind in list(models.Kind)
        assert models.Thing(models.Kind("plain"), "x").to_dict()["defaulted"] == constant
        with pytest.raises(ValueError, match="must match const"):
            models.Thing.from_dict({**value, "constant": "another"})
        sent = []
        answering = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(500))
        http = httpx.Client(base_url="https://example.test", transport=answering)
        client = import_module("injection_api").Client("https://example.test").set_httpx_client(http)
        import_module("injection_api.api.things.send_thing").sync_detailed("1", client=client, body=thing)
        assert dict(sent[0].url.params) == {"d": constant}
        server = import_module("injection_api.server_models")
        server.Thing.model_validate_json(json.dumps(value), strict=True)
        assert f"p{name}" in import_module("injection_api.facts").REQUEST_SCHEMAS["Thing"]["properties"]
        assert canary == []


@pytest.mark.parametrize("text", sorted(CHANGED))
def test_what_the_generators_would_change_is_refused(tmp_path, canary, text):
    for document in (spec(constant=text), *([] if text.isprintable() else [spec(name=text)])):
        with pytest.raises(ToolchainError, match="holds characters that the generators change"):
            load_spec_of(tmp_path, document)
    assert canary == []


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("operationId", f'x"\n{RUN}'),
        ("tag", f"x\n{RUN}"),
        ("schema", f"X'''\n{RUN}"),
        ("status", f"200:\n{RUN}"),
    ],
)
def test_identifiers_run_nothing(tmp_path, canary, place, name):
    document = spec()
    operation = document["paths"]["/things/{thing}"]["post"]
    schemas = document["components"]["schemas"]
    match place:
        case "operationId":
            operation["operationId"] = name
        case "tag":
            operation["tags"] = [name]
        case "schema":
            schemas[name] = schemas.pop("Kind")
            schemas["Thing"]["properties"]["kind"]["$ref"] = f"#/components/schemas/{name}"
        case "status":
            operation["responses"][name] = operation["responses"].pop("200")
    layout = repository(tmp_path, injection=document)
    try:
        folder = generated(layout, "injection")
    except ToolchainError:
        assert canary == []
        return
    try:
        import_all(folder)
    finally:
        forget("injection", folder)
    assert canary == []
