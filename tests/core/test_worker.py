"""The child process refuses, fails, hangs and dies without taking us along."""

from __future__ import annotations

from pathlib import Path

import pytest

from animating_alliances_desktop.core import worker as worker_module
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.progress import Progress, Stopped
from animating_alliances_desktop.core.worker import TooLargeError, TooSlowError, Worker


def test_a_job_is_done_and_a_refusal_is_its_own_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0")
    with Worker() as worker:
        assert worker.ask("render_own", seconds=20, text="*a*") == "<p><em>a</em></p>"
        with pytest.raises(AppError, match="not a text file"):
            worker.ask("take_apart", seconds=20, path=str(tmp_path / "a.txt"))
        assert worker.ask("render_own", seconds=20, text="b") == "<p>b</p>"


def test_a_job_that_hangs_is_ended_and_the_next_one_works() -> None:
    with Worker() as worker:
        worker.ask("render_own", seconds=20, text="a")
        with pytest.raises(TooSlowError):
            worker.ask("render_own", seconds=0.5, text="[`" * 100_000)
        assert worker.ask("render_own", seconds=20, text="b") == "<p>b</p>"


def test_a_failure_is_told_without_its_words() -> None:
    with Worker() as worker, pytest.raises(RuntimeError) as caught:
        worker.ask("take_apart", seconds=20, path=["secret"])
    assert "secret" not in str(caught.value)


def test_a_child_that_dies_is_replaced() -> None:
    with Worker() as worker:
        worker.ask("render_own", seconds=20, text="a")
        assert worker._process is not None
        worker._process.kill()
        worker._process.wait()
        assert worker.ask("render_own", seconds=20, text="b") == "<p>b</p>"


def test_a_child_that_holds_too_much_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    with Worker() as worker:
        worker.ask("render_own", seconds=20, text="a")
        monkeypatch.setattr(worker_module, "MEMORY_BYTES", 1_000_000)
        with pytest.raises(TooLargeError):
            worker.ask("render_own", seconds=20, text="[`" * 100_000)
        monkeypatch.undo()
        assert worker.ask("render_own", seconds=20, text="b") == "<p>b</p>"


def test_waiting_can_be_called_off() -> None:
    progress = Progress()
    progress.stop()
    with Worker() as worker:
        worker.ask("render_own", seconds=20, text="a")
        with pytest.raises(Stopped):
            worker.ask("render_own", seconds=60, heed=progress.stop_if_asked, text="[`" * 100_000)
        assert worker.ask("render_own", seconds=20, text="b") == "<p>b</p>"
