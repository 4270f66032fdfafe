"""Whether there is a screen for the window, found out before Qt is asked: without one it ends the process."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping

from animating_alliances_desktop.core.errors import AppError

PACKAGES = "libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
XCB_PACKAGES = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
_XCB_LIBRARIES = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxcb-shape.so.0",
    "libxcb-xkb.so.1",
    "libxkbcommon-x11.so.0",
)
_COMMANDS = "The commands work without one: see “animating-alliances --help”."


def missing_libraries(error: ImportError) -> AppError:
    """Say what to install when Qt itself cannot be loaded."""
    return AppError(
        f"A library that the window needs is missing ({str(error)[:120]}). "
        f"On Debian or Ubuntu, run: apt-get install {PACKAGES} {XCB_PACKAGES}"
    )


def check_display(environment: Mapping[str, str] = os.environ) -> None:
    """Raise AppError if no window can be shown."""
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM") not in (None, "", "xcb"):
        return
    if environment.get("WAYLAND_DISPLAY") and not environment.get("QT_QPA_PLATFORM"):
        return
    display = environment.get("DISPLAY", "")
    if not display:
        raise AppError(
            f"There is no screen to show the window on. Start the app from your desktop's own terminal. {_COMMANDS}"
        )
    if not _answers(display):
        raise AppError(
            f"The screen {display} does not answer. Start the app from your desktop's own terminal. {_COMMANDS}"
        )
    missing = [library for library in _XCB_LIBRARIES if _load(library) is None]
    if missing:
        raise AppError(
            f"Libraries that the window needs are missing ({', '.join(missing)}). "
            f"On Debian or Ubuntu, run: apt-get install {XCB_PACKAGES}"
        )


def _answers(display: str) -> bool:
    """Whether an X server takes a connection; where that cannot be found out, Qt may try."""
    xcb = _load("libxcb.so.1")
    if xcb is None:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


def _load(library: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(library)
    except OSError:
        return None
