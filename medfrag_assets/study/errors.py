"""The errors that a person can do something about."""


class MedfragError(Exception):
    """Says in one or two lines what is wrong, where, and the way out. Shown without a traceback."""


class StudyError(MedfragError):
    """A study file that cannot be used as it stands."""


class MissingCheckpointError(MedfragError):
    """A study cannot run because checkpoints of its models cannot be opened."""
