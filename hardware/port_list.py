"""What is plugged in, asked of the system beside everything else: some take ten seconds to say."""

from threading import Event, Lock, Thread

from hardware import ports

# So long an answer is waited for; later than that, the last one counts.
LIST_WITHIN_S = 1.5


class PortList:
    """The ports as a lister last named them. One question is under way at a time, on a thread of its own.

    Who has lost a port awaits it here, so that nobody else who looks for any puck takes it when it is back.
    """

    def __init__(self, lister: ports.Lister) -> None:
        self._lister = lister
        self._lock = Lock()
        self._known: list[ports.Listed] | None = None
        self._asked: Event | None = None
        self._awaited: dict[object, ports.Identity] = {}

    @property
    def answered(self) -> bool:
        """Whether the system has ever said what is plugged in."""
        return self._known is not None

    @property
    def known(self) -> list[ports.Listed]:
        """The last answer, without asking; empty before the first."""
        return self._known or []

    def ask(self, within_s: float | None = None) -> list[ports.Listed]:
        """What is plugged in now, or the last answer where a new one takes longer than within_s."""
        with self._lock:
            if self._asked is None:
                self._asked = Event()
                Thread(target=self._answer, args=(self._asked,), name="list of ports", daemon=True).start()
            asked = self._asked
        asked.wait(LIST_WITHIN_S if within_s is None else within_s)
        return self.known

    def await_again(self, who: object, identity: ports.Identity | None) -> None:
        """From now on who waits for a lost port; with None no longer."""
        with self._lock:
            if identity is None:
                self._awaited.pop(who, None)
            else:
                self._awaited[who] = identity

    def awaited(self, seen: list[ports.Listed]) -> set[str]:
        """The names under which lost ports may be back."""
        with self._lock:
            return {name for one in self._awaited.values() for name in ports.again(one, seen)}

    def _answer(self, asked: Event) -> None:
        self._known = ports.listed(self._lister)
        with self._lock:
            self._asked = None
        asked.set()


def port_list(lister: "ports.Lister | PortList") -> PortList:
    """A lister as a PortList; one that is given is shared."""
    return lister if isinstance(lister, PortList) else PortList(lister)
