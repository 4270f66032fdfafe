"""What is said about errors, and that a report holds nothing that the user wrote."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.kit.errors import Errors, report

SECRET = "Amina quarrelled bitterly"


class Bar:
    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []

    def say(self, text: str, kind: str) -> None:
        self.said.append((text, kind))


def fail(text: str) -> None:
    local = f"copy of {text}"
    try:
        int(local)
    except ValueError as error:
        error.add_note(text)
        raise RuntimeError(f"could not keep {text}") from error


def caught(text: str = SECRET) -> Exception:
    try:
        fail(text)
    except RuntimeError as error:
        return error
    raise AssertionError


def test_an_expected_error_is_its_own_sentence(tmp_path: Path) -> None:
    bar = Bar()
    Errors(bar.say, lambda: tmp_path / "reports").show(AppError("Write something first."))
    assert bar.said == [("Write something first.", "error")]
    assert not (tmp_path / "reports").exists()


def test_any_other_error_is_reported_without_the_user_s_text(tmp_path: Path) -> None:
    bar = Bar()
    Errors(bar.say, lambda: tmp_path / "reports").show(caught())
    [file] = (tmp_path / "reports").iterdir()
    text = file.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert "test_errors.py" in text
    assert "in fail" in text
    for word in SECRET.split():
        assert word not in text
        assert word not in bar.said[0][0]
    assert str(file) in bar.said[0][0]
    assert bar.said[0][1] == "error"


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps the folder's own permissions")
def test_a_report_is_for_the_owner_only(tmp_path: Path) -> None:
    Errors(Bar().say, lambda: tmp_path).show(caught())
    [file] = tmp_path.iterdir()
    assert file.stat().st_mode & 0o077 == 0


def test_a_path_does_not_tell_whose_it_is() -> None:
    text = report(caught(), datetime.now(UTC))
    assert str(Path(__file__).parents[3]) not in text


def test_the_user_is_told_even_if_no_report_can_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    for folder in (lambda: blocked / "reports", lambda: None):
        bar = Bar()
        Errors(bar.say, folder).show(caught())
        assert len(bar.said) == 1
        assert "report" not in bar.said[0][0]


def test_two_errors_of_one_moment_are_two_reports(tmp_path: Path) -> None:
    errors = Errors(Bar().say, lambda: tmp_path)
    for _ in range(5):
        errors.show(caught())
    assert len(list(tmp_path.iterdir())) == 5


def test_errors_that_lead_to_each_other_end() -> None:
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert report(one, datetime.now(UTC)).count("KeyError") == 1


def test_uncaught_errors_come_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    bar = Bar()
    Errors(bar.say, lambda: None).catch_all()
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    assert len(bar.said) == 1
