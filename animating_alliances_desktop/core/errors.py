"""The exceptions whose text is meant for the user."""


class AppError(Exception):
    """Something expected went wrong; the text is one sentence for the user that says what to do.

    Anything else that is raised is a bug.
    """


class LockedError(AppError):
    """What was to be opened needs a password, or another one."""
