"""What openapi-python-client gets wrong stays put right by our templates."""

import copy
import email.parser
import email.policy
import io
import pickle
import re
from importlib import import_module

import httpx
import pytest
from contract_support.documents import LAYOUT, VENDORS, document
from toolchain.document import operations, request_content
from toolchain.layout import package_name

INJECTION = b'\xff--+++\r\nContent-Disposition: form-data; name="mode"\r\n\r\nfast\r\n--+++--\r\n\xfe'
SECRET = "sk-very-secret"
PICWISH_IMAGE = b"\x89PNG\r\n\x1a\n\x00binary"

PACKAGES = [package_name(vendor) for vendor in VENDORS]
FORMS = [
    pytest.param(
        f"{package_name(vendor)}.facts", operation["operationId"], id=f"{vendor}-{operation['operationId']}"
    )
    for vendor in VENDORS
    for _, _, operation in operations(document(vendor))
    if "multipart/form-data" in request_content(document(vendor), operation)
]


def fields(request):
    """The fields of a multipart body, read with the boundary that its header names."""
    head = b"Content-Type: " + request.headers["content-type"].encode() + b"\r\n\r\n"
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + request.content)
    return {
        part.get_param("name", header="content-disposition"): part.get_payload(decode=True)
        for part in message.iter_parts()
    }


def client_of(package, answer, seen):
    def handle(request):
        request.read()
        seen.append(request)
        return answer

    return package.Client("https://hostile.test").set_httpx_client(
        httpx.Client(base_url="https://hostile.test", transport=httpx.MockTransport(handle))
    )


# The boundary of multipart bodies


@pytest.mark.parametrize("operation", ["send_file", "send_either"])
def test_file_content_cannot_add_form_fields(hostile, operation):
    module = import_module(f"hostile_api.api.files.{operation}")
    models = import_module("hostile_api.models")
    types = import_module("hostile_api.types")
    seen = []
    for _ in range(2):
        body = models.SendFileRequest(file=types.File(io.BytesIO(INJECTION), "a.png", "image/png"))
        answer = httpx.Response(200, json={"id": "1"})
        assert module.sync(client=client_of(hostile, answer, seen), body=body).id == "1"
    assert [fields(request).keys() for request in seen] == [{"file"}, {"file"}]
    assert all(INJECTION in request.content for request in seen)
    boundaries = {request.headers["content-type"].partition("boundary=")[2] for request in seen}
    assert len(boundaries) == 2
    assert all(len(boundary) >= 32 for boundary in boundaries)


def test_all_fields_of_a_form_are_sent(hostile):
    module = import_module("hostile_api.api.files.send_file")
    models = import_module("hostile_api.models")
    types = import_module("hostile_api.types")
    seen = []
    body = models.SendFileRequest(
        file=types.File(io.BytesIO(b"bytes"), "a.png", "image/png"),
        mode=models.Mode.FAST,
        options=models.Options(strength=0.5),
    )
    module.sync(client=client_of(hostile, httpx.Response(200, json={"id": "1"}), seen), body=body)
    assert fields(seen[0]) == {"file": b"bytes", "mode": b"fast", "options": b'{"strength": 0.5}'}


@pytest.mark.parametrize(("facts", "operation"), FORMS)
def test_no_form_of_a_vendor_names_its_boundary(facts, operation):
    module = import_module(import_module(facts).OPERATIONS[operation]["module"])

    class Body:
        def to_multipart(self):
            return [("file", (None, b"bytes", None))]

    seen = []
    package = import_module(facts.partition(".")[0])
    for _ in range(2):
        module.sync_detailed(client=client_of(package, httpx.Response(418), seen), body=Body())
    assert [fields(request) for request in seen] == [{"file": b"bytes"}] * 2
    one, other = (request.headers["content-type"] for request in seen)
    assert one.startswith("multipart/form-data; boundary=")
    assert one != other


def test_there_are_forms_to_test():
    assert len(FORMS) >= 2


@pytest.mark.parametrize("package", PACKAGES)
def test_no_source_names_a_boundary(package):
    for path in (LAYOUT.generated / package).rglob("*.py"):
        assert not re.search(r"\bboundary", path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("mime_type", ["image/png\r\nX-Evil: 1", "image/png\n", "a\x00b"])
def test_a_content_type_cannot_add_headers(hostile, mime_type):
    types = import_module("hostile_api.types")
    with pytest.raises(ValueError, match="control characters"):
        types.File(io.BytesIO(), "a.png", mime_type)


def test_a_file_name_cannot_add_headers(hostile):
    module = import_module("hostile_api.api.files.send_file")
    models = import_module("hostile_api.models")
    types = import_module("hostile_api.types")
    seen = []
    file = types.File(io.BytesIO(b"bytes"), 'a"\r\nX-Evil: 1\r\n.png', "image/png")
    module.sync(
        client=client_of(hostile, httpx.Response(200, json={"id": "1"}), seen),
        body=models.SendFileRequest(file=file),
    )
    assert b"\r\nX-Evil" not in seen[0].content


# Enums


@pytest.mark.parametrize(("enum", "value"), [("Mode", "invented"), ("State", 1_000_003), ("State", -77)])
def test_enums_are_open(hostile, enum, value):
    member = getattr(import_module("hostile_api.models"), enum)(value)
    assert member.value == value
    assert member.name == "UNRECOGNIZED"
    assert pickled(member) == member


def test_an_answer_with_unknown_values_is_read(hostile):
    models = import_module("hostile_api.models")
    answer = {
        "id": "1",
        "mode": "invented",
        "state": 42,
        "created_at": "the day before yesterday",
        "more": [1],
    }
    assert models.Task.from_dict(answer).to_dict() == answer


def test_a_union_of_an_enum_and_objects_is_decoded_by_what_came(hostile):
    models = import_module("hostile_api.models")
    exact, relative, name = (
        models.Options.from_dict({"size": size}).size
        for size in ({"type": "exact", "amount": 1}, {"type": "relative", "amount": 2}, "invented")
    )
    assert exact == models.Exact(type_="exact", amount=1)
    assert relative == models.Relative(type_="relative", amount=2)
    assert name == models.Mode("invented")


# The client


@pytest.mark.parametrize("package", PACKAGES)
def test_no_client_holds_a_key(package):
    module = import_module(package)
    assert not hasattr(module, "AuthenticatedClient")
    assert not hasattr(import_module(f"{package}.client"), "AuthenticatedClient")
    for path in (LAYOUT.generated / package).rglob("*.py"):
        assert "AuthenticatedClient" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("package", PACKAGES)
def test_nothing_secret_is_shown(package):
    client = import_module(package).Client(
        f"https://user:{SECRET}@example.test/v1?key={SECRET}",
        headers={"Authorization": SECRET},
        cookies={"session": SECRET},
        httpx_args={"auth": ("user", SECRET), "params": {"key": SECRET}},
    )
    client.get_httpx_client().close()
    assert SECRET not in repr(client)
    assert "https://example.test/v1" in repr(client)
    assert SECRET not in repr(client.with_headers({"X-API-Key": SECRET}))


@pytest.mark.parametrize("package", PACKAGES)
def test_copies_leave_the_original_alone(package):
    headers = {"a": "1"}
    client = import_module(package).Client("https://example.test", headers=headers, cookies={"c": "1"})
    inner = client.get_httpx_client()
    asynchronous = client.get_async_httpx_client()
    timeout = inner.timeout
    copies = [
        client.with_headers({"b": SECRET}),
        client.with_cookies({"b": SECRET}),
        client.with_timeout(httpx.Timeout(1.0)),
    ]
    headers["a"] = "changed by the caller"
    for before in (inner, asynchronous):
        assert before.headers.get("b") is None
        assert before.headers["a"] == "1"
        assert dict(before.cookies) == {"c": "1"}
        assert before.timeout == timeout
    assert client.get_httpx_client() is inner
    assert client.with_timeout(httpx.Timeout(1.0)).get_httpx_client().timeout == httpx.Timeout(1.0)
    assert copies[0].get_httpx_client().headers["b"] == SECRET
    assert copies[0].get_httpx_client().headers["a"] == "1"
    for copied in copies:
        assert copied.get_httpx_client() is not inner
        copied.get_httpx_client().close()
    inner.close()


def test_waiting_has_an_end_unless_told_otherwise(hostile):
    with hostile.Client("https://example.test") as client:
        assert client.get_httpx_client().timeout == httpx.Timeout(60.0)
    with hostile.Client("https://example.test", timeout=None) as client:
        assert client.get_httpx_client().timeout == httpx.Timeout(None)


# Answers


def answered_by_picwish(response):
    package = import_module("picwish_api")
    module = import_module("picwish_api.api.segmentation.create_segmentation")
    body = import_module("picwish_api.models").CreateSegmentationRequest(
        image_url="https://example.test/a.png"
    )
    return module.sync(client=client_of(package, response, []), body=body)


@pytest.mark.parametrize("content_type", ["image/png", "image/jpeg", "application/octet-stream", None])
def test_picwish_binary_answer_is_a_file(content_type):
    headers = {"content-type": content_type} if content_type else {}
    response = httpx.Response(200, content=PICWISH_IMAGE, headers=headers)
    parsed = answered_by_picwish(response)
    assert type(parsed) is import_module("picwish_api.types").File
    assert parsed.payload.read() == PICWISH_IMAGE
    assert parsed.mime_type == content_type


@pytest.mark.parametrize(
    "content_type", ["application/json", "application/json; charset=utf-8", "Application/JSON"]
)
def test_picwish_json_answer_is_a_model(content_type):
    response = httpx.Response(
        200, content=b'{"status": 200, "data": {"task_id": "1"}}', headers={"content-type": content_type}
    )
    assert answered_by_picwish(response).data.task_id == "1"
    refusal = httpx.Response(401, json={"status": 401, "message": "no"})
    assert answered_by_picwish(refusal).status == 401


def test_a_response_with_two_content_types_keeps_both(hostile):
    module = import_module("hostile_api.api.files.send_file")
    types = import_module("hostile_api.types")
    body = import_module("hostile_api.models").SendFileRequest(file=types.File(io.BytesIO(b""), "a.png"))

    def parsed(answer):
        return module.sync(client=client_of(hostile, answer, []), body=body)

    binary = httpx.Response(200, content=b"bytes", headers={"content-type": "application/octet-stream"})
    assert parsed(binary).payload.read() == b"bytes"
    assert parsed(httpx.Response(200, json={"id": "1"})).id == "1"
    assert parsed(httpx.Response(422, json={"message": "no"})).message == "no"


def test_a_status_without_a_name_is_no_error(hostile):
    module = import_module("hostile_api.api.tasks.get_task")
    client = client_of(hostile, httpx.Response(520, content=b"<html>"), [])
    response = module.sync_detailed("1", client=client)
    assert (response.status_code, response.parsed) == (520, None)
    errors = import_module("hostile_api.errors")
    client.raise_on_unexpected_status = True
    with pytest.raises(errors.UnexpectedStatus):
        module.sync_detailed("1", client=client)


def test_a_response_is_shown_without_its_content(hostile):
    module = import_module("hostile_api.api.tasks.get_task")
    answer = httpx.Response(404, content=SECRET.encode(), headers={"set-cookie": SECRET})
    assert SECRET not in repr(module.sync_detailed("1", client=client_of(hostile, answer, [])))


def pickled(value):
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled])
def test_what_was_left_out_stays_left_out_in_a_copy(hostile, copied):
    models = import_module("hostile_api.models")
    task = copied(models.Task.from_dict({"id": "1"}))
    assert task.to_dict() == {"id": "1"}
    assert task == models.Task.from_dict({"id": "1"})
    assert task.mode is import_module("hostile_api.types").UNSET
