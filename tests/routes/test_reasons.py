"""Which errors of a creation the next vendor may take over."""

import pytest
from safelight import (
    AuthenticationError,
    DownloadFailed,
    InsufficientCredits,
    InvalidInput,
    NotFound,
    OutcomeUnknown,
    RateLimited,
    SafelightError,
    TaskExpired,
    TaskFailed,
    Unavailable,
    UnexpectedResponse,
    UploadFailed,
    WaitTimeout,
)
from safelight.costs.caps import CapReached
from safelight.routes.tried import reason_of

TAKEN_OVER = [
    (Unavailable("x"), "outage"),
    (UploadFailed("x", attempts=5), "outage"),
    (UploadFailed("x", attempts=5, http_status=503), "outage"),
    (RateLimited("x"), "rate limited"),
    (AuthenticationError("x"), "refused key"),
    (InsufficientCredits("x", http_status=402), "empty account"),
    (InvalidInput("x", field="image"), "limit"),
    (InvalidInput("x", field="image[1]"), "limit"),
    (InvalidInput("x", http_status=400), "limit"),
]


@pytest.mark.parametrize(("error", "reason"), TAKEN_OVER)
def test_an_error_that_proves_that_nothing_was_bought_is_taken_over(
    error: SafelightError, reason: str
) -> None:
    assert reason_of(error, "image") == reason


@pytest.mark.parametrize(
    "error",
    [
        OutcomeUnknown("x"),
        TaskFailed("x"),
        TaskExpired("x"),
        WaitTimeout("x"),
        DownloadFailed("x"),
        NotFound("x"),
        UnexpectedResponse("x"),
        UploadFailed("the file changed"),
        UploadFailed("x", attempts=1, http_status=403),
        InvalidInput("x", field="percent"),
        InvalidInput("x"),
        CapReached("x"),
        InvalidInput("x", field="type", http_status=400),
    ],
)
def test_any_other_error_is_not(error: SafelightError) -> None:
    assert reason_of(error, "image") is None


@pytest.mark.parametrize("error", [error for error, _ in TAKEN_OVER])
def test_no_error_about_a_task_that_exists_is_taken_over(error: SafelightError) -> None:
    assert reason_of(type(error)("x", token="{}", field="image"), "image") is None
