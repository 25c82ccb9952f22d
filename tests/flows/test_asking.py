"""Calls that create no task, and answers that come at once."""

import re

import pytest
from claid_api.models import StorageType
from safelight import OutcomeUnknown
from safelight.errors import ConfigurationError, SafelightError, Unavailable
from support.recorded import EDIT, PNG, URL, RecordedVendor
from support.scripted import reply
from support.worlds import play

WEB = ("web_folder", {"base_url": URL})


def asked(call, answering=lambda: RecordedVendor("claid")):
    def scenario(client):
        try:
            return (yield call(client))
        except SafelightError as error:
            return error

    return play("claid", answering, scenario)


def down(_):
    return reply(503, {"error_message": "down"})


def test_a_call_that_may_make_something_is_not_repeated():
    played = asked(lambda client: client.create_storage("a", *WEB), lambda: down)
    assert (type(played.outcome), len(played.sent)) == (Unavailable, 1)


@pytest.mark.parametrize("name", ["get_storage", "delete_storage", "change_storage"])
def test_a_call_that_may_come_twice_is_repeated(name):
    played = asked(lambda client: getattr(client, name)(1), lambda: down)
    assert isinstance(played.outcome, Unavailable)
    assert len(played.sent) > 1


def test_a_call_may_give_nothing():
    assert asked(lambda client: client.delete_storage(1)).outcome is None


def test_words_that_are_not_known_yet_are_given():
    played = asked(
        lambda client: client.storage_types(), lambda: lambda _: reply(200, {"data": ["s3", "ftp"]})
    )
    assert played.outcome == [StorageType.S3, "ftp"]


def test_a_place_in_an_address_is_one_step():
    (sent,) = asked(lambda client: client.get_storage("../1")).sent
    assert sent.path.endswith("/storage/storages/..%2F1")


def test_files_among_urls_are_uploaded_and_keep_their_places():
    played = asked(lambda client: client.edit_many([URL, PNG, f"{URL}?2"], EDIT))
    upload, create = played.sent
    assert upload.path.endswith("/image/edit/upload")
    first, second, third = create.json["input"]
    assert (first, third) == (URL, f"{URL}?2")
    assert second.startswith("https://")
    assert second not in (first, third)


def test_an_edit_is_sent_with_its_file():
    played = asked(lambda client: client.edit_file(PNG, EDIT, filename="a.png", output={"format": "png"}))
    (sent,) = played.sent
    part = re.search(rb'name="data"\r\nContent-Type: application/json\r\n\r\n(.*?)\r\n', sent.body)
    assert part is not None
    assert part[1] == b'{"operations": {"adjustments": {"contrast": 20}}, "output": {"format": "png"}}'


@pytest.mark.parametrize("call", ["edit_file", "edit_at_once"])
def test_an_edit_of_no_clear_answer_is_not_repeated(call):
    source = PNG if call == "edit_file" else URL
    played = asked(lambda client: getattr(client, call)(source, EDIT), lambda: down)
    assert (type(played.outcome), len(played.sent)) == (OutcomeUnknown, 1)


def test_what_was_answered_at_once_cannot_be_resumed():
    """It has no task."""

    def scenario(client):
        with pytest.raises(ConfigurationError):
            client.resume("17", operation="edit_at_once")
        yield client.storages()

    play("claid", lambda: RecordedVendor("claid"), scenario)
