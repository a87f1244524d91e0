"""Footfall's command line: reads the arguments, builds the request, runs the verb."""

import argparse
import os
import re
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from hardware.errors import FootfallError

INTERRUPTED = 130
BAD_INPUT = 2
WINDOWED = "--windowed="
CANNOT_USE = "{what} cannot be read or written ({why}). Make room on the disk, or choose another place."


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one plain line."""

    def error(self, message: str) -> NoReturn:
        print(f"{message[:1].upper()}{message[1:]}. Try: {self.prog} --help", file=sys.stderr)
        raise SystemExit(BAD_INPUT)


def window_size(text: str) -> tuple[int, int]:
    """The size in `--windowed=WIDTHxHEIGHT`; a bare `--windowed` is 1280×720."""
    if not text:
        return 1280, 720
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) >= 320 and int(height) >= 180):
        raise argparse.ArgumentTypeError(f"a window is WIDTHxHEIGHT, at least 320x180, not {text!r}")
    return int(width), int(height)


def joined(words: Sequence[str]) -> list[str]:
    """The words with `--windowed`, bare or followed by a size, as the one word that argparse takes for it."""
    whole: list[str] = []
    for word in words:
        if whole and whole[-1] == WINDOWED and re.fullmatch(r"\d+[xX]\d+", word):
            whole[-1] += word
        else:
            whole.append(WINDOWED if word == "--windowed" else word)
    return whole


def repetitions(text: str) -> int | None:
    """The number in `--repetitions N|free`; None is free."""
    if text == "free":
        return None
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"repetitions are a number from 1, or free, not {text!r}")
    return int(text)


def positive(text: str) -> float:
    """A number above zero."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0.0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} should be a number above 0")
    return value


def display(text: str) -> int:
    """The number of a screen: 1, 2, ..."""
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:3]) <= 99):
        raise argparse.ArgumentTypeError(f"{text!r} should be the number of a screen, 1 for the first")
    return int(text[:3])


def parser() -> argparse.ArgumentParser:
    """The command line as documented in the README."""
    shared = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="where players and their results are kept"
    )
    shared.add_argument("--windowed", type=window_size, metavar="WIDTHxHEIGHT", help="in a window")
    shared.add_argument("--display", type=display, metavar="N", help="on which screen, 1 for the first")
    top = Parser(prog="footfall", parents=[shared], description="An arcade game that the leg plays.")
    verbs = top.add_subparsers(dest="verb", metavar="play | analyse | pucks | demo")

    play = verbs.add_parser("play", parents=[shared], help="play one bout")
    play.add_argument("--exercise", required=True, metavar="ID")
    play.add_argument("--level", type=int, default=1, metavar="N")
    play.add_argument("--side", choices=("left", "right", "both"))
    play.add_argument("--assistance", choices=("passive", "assisted", "active", "resisted"), default="active")
    play.add_argument("--setup", metavar="ID", help="one of the exercise's set-ups; the first if left out")
    play.add_argument(
        "--puck",
        action="append",
        dest="pucks",
        metavar="SPEC",
        help="keyboard, serial:auto, serial:PATH-OR-URL, replay:FILE, simulate[:severity=S][,seed=N]",
    )
    play.add_argument("--calibrate", type=Path, metavar="RECORDING.csv")
    play.add_argument("--repetitions", type=repetitions, default=argparse.SUPPRESS, metavar="N|free")
    play.add_argument("--seconds", type=positive, metavar="S")
    play.add_argument("--headless", action="store_true")
    play.add_argument("--speed", choices=("1", "max"), default="1")
    play.add_argument("--seed", type=int, default=0, metavar="N")
    play.add_argument("--record", type=Path, metavar="FILE")
    play.add_argument("--report", type=Path, metavar="FILE")
    play.add_argument("--timings", type=Path, metavar="FILE")
    play.add_argument("--screenshots", type=Path, metavar="DIR")
    play.add_argument("--every", type=positive, default=5.0, metavar="S")

    analyse = verbs.add_parser("analyse", parents=[shared], help="count the repetitions of a recording")
    analyse.add_argument("recording", type=Path, metavar="RECORDING.csv")
    what = analyse.add_mutually_exclusive_group(required=True)
    what.add_argument("--exercise", metavar="ID")
    what.add_argument("--movement", metavar="KIND")
    analyse.add_argument("--calibrate", type=Path, metavar="RECORDING.csv")
    analyse.add_argument("--json", action="store_true")

    pucks = verbs.add_parser("pucks", parents=[shared], help="what is connected, in plain words")
    pucks.add_argument("--watch", action="store_true", help="go on until Ctrl-C")

    demo = verbs.add_parser("demo", parents=[shared], help="play itself with a simulated patient")
    demo.add_argument("--headless", action="store_true")
    demo.add_argument("--seconds", type=positive, metavar="S")
    return top


def run(arguments: argparse.Namespace) -> int:
    """Run the verb. Only what the verb needs is imported, so that the first picture comes soon."""
    match arguments.verb:
        case "play":
            from game.commands import play

            return play.run(play.PlayRequest.from_arguments(vars(arguments)))
        case "analyse":
            from game.commands import analyse

            return analyse.run(
                arguments.recording,
                exercise=arguments.exercise,
                movement=arguments.movement,
                calibrate=arguments.calibrate,
                as_json=arguments.json,
            )
        case "pucks":
            from game.commands import pucks

            return pucks.run(watch=arguments.watch)
        case "demo":
            from game.commands import demo

            return demo.run(vars(arguments))
        case _:
            from game.commands import menus

            return menus.run(vars(arguments))


def fill_streams() -> None:
    """Let a stream that was closed from outside (`2>&-`) lead nowhere.

    Otherwise the next file that is opened takes its place, and whatever a library prints ends up in there.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(nowhere, "r" if name == "stdin" else "w"))


def drop_output() -> None:
    """Let what is still buffered go nowhere: where it should have gone it cannot be written."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def listen_to_signals() -> None:
    """Being told to end, or losing the terminal, is as good as Ctrl-C: records are closed on the way out."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)


def main(argv: Sequence[str] | None = None) -> int:
    """Run Footfall; the exit code is 0, 2 for bad input, 130 when interrupted."""
    fill_streams()
    listen_to_signals()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        arguments = parser().parse_args(joined(words))
        code = run(arguments)
        sys.stdout.flush()
    except FootfallError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    except OSError as error:
        drop_output()
        if isinstance(error, BrokenPipeError):
            # Whoever read along has heard enough: `| head -1`.
            return 0
        what = error.filename or "The output"
        print(CANNOT_USE.format(what=what, why=error.strerror or error), file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


if __name__ == "__main__":
    sys.exit(main())
