"""What can go wrong with the records; each message says what a person can do."""

from hardware.errors import FootfallError


class RecordsError(FootfallError):
    """The records cannot be used as they are."""


class FolderError(RecordsError):
    """The data folder cannot be made or written."""


class DamagedError(RecordsError):
    """The records file is damaged. The next start puts it aside and takes the newest backup."""


class NewerSchemaError(RecordsError):
    """The records were written by a newer Footfall than this one."""
