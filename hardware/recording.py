"""Recordings: a bout's samples as CSV, what they cannot say as JSON beside them; written, read and replayed.

A row is one sample, rows stand in order of arrival. A row that cannot be read is refused with its file and
line, and so is one that lies before an earlier row of the same puck: a recording is evidence, and guessing at
it would make it none. Only a last line without its end, as a power cut leaves it, is passed over and counted.
"""

import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Self, TextIO

import msgspec

from hardware.bounded import BoundsError, read_text, unfit
from hardware.errors import RecordingError, SourceError
from hardware.recording_rows import COLUMNS, HEADER, RowReader
from hardware.sample import PUCKS, Capability, Puck, PuckInfo, Sample
from hardware.source import Source
from hardware.spreadsheet import decoded, restored

# A bout that is cut off leaves all but its last second on the disk.
FLUSH_EVERY_S = 1.0
# A long recording is read in blocks of so many characters, or of so many rows.
BLOCK, BLOCK_ROWS = 1 << 18, 1 << 12
RESAVED = " A spreadsheet has saved this file: give the one it was made from."


class Device(msgspec.Struct, frozen=True):
    """What the device said of itself in its hello."""

    name: str
    capabilities: str
    rate_hz: float | None = None


class About(msgspec.Struct, kw_only=True):
    """What the samples cannot say. No name of a person.

    places: where each puck sat (`right_ankle`). calibration: what was learned in Prepare, as JSON holds it.
    bout_start_s: the instant of the bout's start on the recording's own clock.
    """

    exercise: str | None = None
    level: int | None = None
    side: str | None = None
    assistance: str | None = None
    places: dict[str, str] = {}
    hello: dict[str, Device] = {}
    calibration: dict[str, Any] | None = None
    bout_start_s: float | None = None
    software: str | None = None


class Recording(msgspec.Struct, frozen=True):
    """A recording in memory: samples in order of arrival on its own clock; about is None without its JSON."""

    path: Path
    samples: tuple[Sample, ...]
    about: About | None = None
    dropped_rows: int = 0

    @property
    def duration_s(self) -> float:
        """From the first row to the last."""
        return self.samples[-1].time_s - self.samples[0].time_s


def device_of(info: PuckInfo) -> Device:
    """A puck's hello as a recording keeps it."""
    return Device(info.name, "".join(a.value for a in Capability if a in info.capabilities), info.rate_hz)


def sidecar_path(path: Path) -> Path:
    """Where the JSON of a recording lies, compressed or not."""
    plain = path.with_suffix("") if path.suffix == ".gz" else path
    return plain.with_suffix(".json")


class RecordingWriter:
    """Writes samples as they come. Fill in `about` at any time before the end; it is written at the close.

    start_s is the host time that the recording calls zero, the first sample's if left out. Raises
    RecordingError where it cannot write.
    """

    def __init__(self, path: str | Path, start_s: float | None = None, about: About | None = None) -> None:
        self.path = Path(path)
        self.about = About() if about is None else about
        self._start_s = start_s
        self._flushed_s = float("-inf")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("w", encoding="ascii", newline="\n")
        except OSError as error:
            raise RecordingError(_cannot_write(self.path, error)) from error
        self._file.write(HEADER + "\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(self, sample: Sample) -> None:
        """Add one sample. Raises OSError where that cannot be done; the file is closed then."""
        if self._start_s is None:
            self._start_s = sample.time_s
        try:
            self._file.write(row_of(sample, self._start_s))
            if sample.time_s - self._flushed_s >= FLUSH_EVERY_S:
                self._file.flush()
                self._flushed_s = sample.time_s
        except OSError:
            with suppress(OSError):
                self._file.close()
            raise

    def close(self) -> None:
        """Write what is left and the JSON beside it. Closing twice is allowed."""
        if self._file.closed:
            return
        try:
            self._file.close()
            sidecar_path(self.path).write_bytes(msgspec.json.format(msgspec.json.encode(self.about)) + b"\n")
        except OSError as error:
            raise RecordingError(_cannot_write(self.path, error)) from error


def row_of(sample: Sample, start_s: float = 0.0) -> str:
    """The CSV row of a sample, with its line end; time from start_s."""
    x, y, z = sample.accel_g
    gyro = ",,"
    if sample.gyro_dps is not None:
        gyro = f"{sample.gyro_dps[0]:z.6f},{sample.gyro_dps[1]:z.6f},{sample.gyro_dps[2]:z.6f}"
    force = "" if sample.force is None else f"{sample.force:z.6f}"
    time_s = sample.time_s - start_s
    return f"{time_s:z.6f},{sample.puck},{x:z.6f},{y:z.6f},{z:z.6f},{gyro},{force},{sample.touch:d}\n"


def read_recording(path: str | Path) -> Recording:
    """Read a CSV and, where there is one, the JSON beside it.

    Raises RecordingError naming the file, the line and what was expected there.
    """
    path = Path(path)
    try:
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        if raw.startswith(b"PK\x03\x04"):
            raise RecordingError(f"{path} is a spreadsheet's own file: save it as CSV there, and give that.")
        text = decoded(raw).replace("\r\n", "\n").replace("\r", "\n")
    except (EOFError, zlib.error) as error:
        raise RecordingError(f"{path} is damaged: it cannot be unpacked to its end.") from error
    except UnicodeDecodeError as error:
        raise RecordingError(f"{path} is not a recording: it is not text.") from error
    except OSError as error:
        what = f"{path} cannot be read ({_reason(error)}). Give the path of a recording."
        raise RecordingError(what) from error
    lines = text.split("\n")
    offset, resaved = 1, lines[0].strip() != HEADER
    if resaved:
        again = restored(lines, COLUMNS)
        offset += 0 if again is None else len(lines) - len(again)
        lines = lines if again is None else again
    if lines[0].strip() != HEADER:
        raise RecordingError(f"{path} is not a recording: its first line should be `{HEADER}`.")
    samples, dropped = _read_rows(path, lines, offset, resaved=resaved)
    if not samples:
        raise RecordingError(f"{path} holds no samples: there is nothing after its first line.")
    return Recording(path, tuple(samples), _read_about(path), dropped)


def blocks(path: str | Path) -> Iterator[Sequence[Sample]]:
    """The samples of a recording, some thousands at a time, so that its length costs no memory.

    Raises RecordingError as `read_recording`, once what is wrong has been reached.
    """
    path = Path(path)
    reader, read = RowReader(), 0
    try:
        with _opened(path) as file:
            plain = file.readline().rstrip("\r\n") == HEADER
            while plain and (lines := file.readlines(BLOCK)):
                samples = reader.block("".join(lines))
                if samples is None:
                    plain = False
                    break
                read += len(samples)
                yield samples
    except (OSError, EOFError, zlib.error, UnicodeDecodeError):
        plain = False
    if not plain or not read:
        yield read_recording(path).samples[read:]


def read_beginning(path: str | Path, enough: Callable[[Iterable[Sample]], Sequence[Sample]]) -> Recording:
    """As `read_recording`, but no more than `enough` takes of its samples; what follows is not looked at."""
    return Recording(Path(path), tuple(enough(chain.from_iterable(blocks(path)))), _read_about(Path(path)))


def _opened(path: Path) -> TextIO:
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def _read_rows(path: Path, lines: list[str], offset: int, *, resaved: bool) -> tuple[list[Sample], int]:
    """The samples of the lines after the first, and how many were cut short; line 0 is the file's offset."""
    reader = RowReader()
    samples: list[Sample] = []
    unfinished = len(lines) - 1
    for begin in range(1, len(lines), BLOCK_ROWS):
        part = lines[begin : begin + BLOCK_ROWS]
        whole = begin + BLOCK_ROWS < len(lines)
        read = reader.block("\n".join([*part, ""] if whole else part)) if whole or part[-1] == "" else None
        if read is not None:
            samples += read
            continue
        for index, line in enumerate(part, begin):
            if not line.strip(",\r"):
                continue
            try:
                samples.append(reader.row(line.rstrip("\r")))
            except ValueError as error:
                if index == unfinished:
                    return samples, 1
                also = RESAVED if resaved else ""
                raise RecordingError(f"{path}, line {index + offset}: {error}.{also}") from error
    return samples, 0


def _read_about(path: Path) -> About | None:
    beside = sidecar_path(path)
    try:
        found = json.loads(read_text(beside))
        wrong = unfit(found)
        if wrong is not None:
            raise BoundsError(f"{wrong}: expected plain text and finite numbers")
        return msgspec.convert(found, About)
    except FileNotFoundError:
        return None
    except (msgspec.ValidationError, ValueError, RecursionError, OSError) as error:
        raise RecordingError(
            f"{beside}: {error}. Correct it, or move it away: the CSV reads without."
        ) from error


def _cannot_write(path: Path, error: OSError) -> str:
    return f"The recording {path} cannot be written ({_reason(error)}). Choose another file or folder."


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


class ReplaySource(Source):
    """A recording played back. Its first row falls on the instant of opening, the rest follow."""

    live: ClassVar[bool] = False

    def __init__(self, path: str | Path) -> None:
        self._path = Path(path)
        self._recording: Recording | None = None
        self._samples: tuple[Sample, ...] = ()
        self._next = 0
        self._shift_s = 0.0
        self._known: dict[Puck, PuckInfo] = {}

    def open(self, now_s: float) -> None:
        """Read the file and begin at its start."""
        try:
            self._recording = read_recording(self._path)
        except RecordingError as error:
            raise SourceError(str(error)) from error
        first_s = self._recording.samples[0].time_s
        self._samples = tuple(sorted(self._recording.samples, key=_time_s))
        self._known = _infos(self._recording)
        self._next, self._shift_s = 0, now_s - first_s

    def read(self, until_s: float) -> list[Sample]:
        """The rows up to until_s."""
        taken = []
        samples, shift_s = self._samples, self._shift_s
        while self._next < len(samples):
            sample = samples[self._next]
            time_s = sample.time_s + shift_s
            if time_s > until_s:
                break
            taken.append(msgspec.structs.replace(sample, time_s=time_s))
            self._next += 1
        return taken

    def close(self) -> None:
        """Let go of the recording."""
        self._samples = ()
        self._next = 0

    @property
    def recording(self) -> Recording | None:
        """The file, once opened."""
        return self._recording

    @property
    def pucks(self) -> Mapping[Puck, PuckInfo]:
        """The pucks of the whole recording: it is known from the start who will be heard."""
        return self._known

    @property
    def ended(self) -> bool:
        """True when the last row has been delivered."""
        return self._recording is not None and self._next >= len(self._samples)

    @property
    def dropped_lines(self) -> int:
        """Rows that could not be read: at most the last, cut short."""
        return 0 if self._recording is None else self._recording.dropped_rows


def _time_s(sample: Sample) -> float:
    return sample.time_s


def _infos(recording: Recording) -> dict[Puck, PuckInfo]:
    """What the rows show of each puck, and what its hello said beyond that."""
    infos: dict[Puck, PuckInfo] = {}
    for puck in PUCKS:
        own = [sample for sample in recording.samples if sample.puck == puck]
        if not own:
            continue
        device = None if recording.about is None else recording.about.hello.get(puck)
        told = "" if device is None else device.capabilities
        shown = {Capability.ACCELEROMETER} | {ability for ability in Capability if ability.value in told}
        if any(sample.gyro_dps is not None for sample in own):
            shown.add(Capability.GYROSCOPE)
        if any(sample.force is not None for sample in own):
            shown.add(Capability.FORCE)
        if any(sample.touch for sample in own):
            shown.add(Capability.TOUCH)
        span_s = own[-1].time_s - own[0].time_s
        rate_hz = (len(own) - 1) / span_s if span_s > 0 else None
        infos[puck] = PuckInfo(puck, recording.path.stem, frozenset(shown), rate_hz)
    return infos
