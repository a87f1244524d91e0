"""The errors of Footfall. Every one carries a sentence that tells a person what to do."""


class FootfallError(Exception):
    """Something a person can put right; the message says how."""


class SourceError(FootfallError):
    """A source of samples cannot be opened or has gone away."""


class RecordingError(FootfallError):
    """A file is not a recording, or one of its rows cannot be read."""
