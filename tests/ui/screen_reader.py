"""Sees the app as assistive technology does: over AT-SPI, from another process, by roles and names alone.

The buses are of its own, so that nothing of the desktop's is touched. https://docs.gtk.org/atspi2/ (read 2026-11)
"""

import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import Any, NamedTuple, TypeVar

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

Found = TypeVar("Found")

PATIENCE = 30.0
"""Seconds after which what was waited for will not come, however busy the machine is."""
_PAUSE = 0.02
_ATSPI = "org.a11y.atspi."
_STATES = {"checked": 4, "enabled": 8, "focusable": 11, "focused": 12, "selected": 23, "showing": 25}
"""Numbers of AtspiRelationType and AtspiStateType."""


class Node(NamedTuple):
    """Something that the app shows to assistive technology: where it is on the bus."""

    owner: str
    path: str


_ROOT = Node("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_REGISTRY = Node("org.a11y.atspi.Registry", "/org/a11y/atspi/registry")


class Refused(Exception):
    """The app did not do what it was asked over the bus; what was asked about may be gone."""


class ScreenReader:
    """A connection to the bus of accessibility."""

    def __init__(self, address: str) -> None:
        self._bus = open_dbus_connection(bus=address)
        self._heard: deque[Message] = deque()
        rule = MatchRule(type="signal", interface=f"{_ATSPI}Event.Object", member="Announcement")
        self._bus.filter(rule, queue=self._heard)
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE)
        self._call(_REGISTRY, "Registry", "RegisterEvent", "s", "object:announcement")

    def close(self) -> None:
        """Let go of the bus."""
        self._bus.close()

    @property
    def said(self) -> list[str]:
        """Return what was announced so far."""
        self._children(_ROOT)  # what the app has said before its answer is read with it
        return [str(message.body[3][1]) for message in self._heard]

    def has(self, role: str, name: str) -> bool:
        """Tell whether something of that role can be seen, whose name begins so."""
        return self._look(role, name) is not None

    def find(self, role: str, name: str) -> Node:
        """Return what has that role and is called so, or begins so, once it can be seen."""
        return until(lambda: self._look(role, name), lambda: f"there is no {role} {name!r} among {self.names(role)}")

    def names(self, role: str) -> list[str]:
        """Return the names of everything of that role that can be seen."""
        return [self.name(node) for node in self._seen() if self._role(node) == role]

    def press(self, name: str, role: str = "push button") -> None:
        """Press the button of that name once it can be pressed."""
        node = until(lambda: self._ready(role, name), lambda: f"{role} {name!r} cannot be pressed")
        self._call(node, "Action", "DoAction", "i", 0)

    def write(self, name: str, text: str) -> None:
        """Put a text into the field of that name, in the place of what stands there."""
        self._call(self.find("text", name), "EditableText", "SetTextContents", "s", text)

    def go_to(self, name: str, role: str = "text") -> None:
        """Give the keyboard to the field of that name."""
        node = self.find(role, name)
        self._call(node, "Component", "GrabFocus")
        until(lambda: self._is("focused", node), lambda: f"{name!r} does not get the keyboard")

    def choose(self, name: str, entry: str) -> None:
        """Choose the entry of a list that begins so."""
        row = until(
            lambda: next((row for row, known in enumerate(self.entries(name), 1) if known.startswith(entry)), None),
            lambda: f"{entry!r} is not listed, but {self.entries(name)}",
        )
        self._call(self.find("list", name), "Selection", "SelectChild", "i", row - 1)

    def entries(self, name: str, role: str = "list") -> list[str]:
        """Return what the entries of a list say, or the cells of a table, row by row."""
        return [self.name(child) for child in self._children(self.find(role, name))]

    def see(self, name: str, words: str, role: str = "list") -> None:
        """Wait until these words stand in an entry of a list, or in a cell of a table."""
        until(
            lambda: any(words in entry for entry in self.entries(name, role)),
            lambda: f"{words!r} does not stand in {name!r}, but {self.entries(name, role)}",
        )

    def hear(self, words: str) -> str:
        """Wait until something is announced in which these words stand; return it."""

        def announced() -> str | None:
            return next((sentence for sentence in self.said if words in sentence), None)

        return until(announced, lambda: f"{words!r} was not announced, but {self.said}")

    def name(self, node: Node) -> str:
        """Return what a node is called: by itself, or by its label."""
        return str(self._call(node, "Accessible", "Get", "ss", f"{_ATSPI}Accessible", "Name")[1])

    def _ready(self, role: str, name: str) -> Node | None:
        node = self._look(role, name)
        return node if node is not None and self._is("enabled", node) else None

    def _look(self, role: str, name: str) -> Node | None:
        fitting = (node for node in self._seen() if self._role(node) == role)
        return next((node for node in fitting if self.name(node).startswith(name)), None)

    def _seen(self) -> Iterator[Node]:
        """Yield everything that can be seen, the front window's first."""
        for app in self._children(_ROOT):
            for window in reversed(self._children(app)):
                yield from self._below(window)

    def _below(self, node: Node) -> Iterator[Node]:
        try:
            if not self._is("showing", node):
                return
            yield node
            inner = [] if self._role(node) in ("table", "list") else self._children(node)
        except Refused:  # it is gone meanwhile
            return
        for child in inner:
            yield from self._below(child)

    def _children(self, node: Node) -> list[Node]:
        return [Node(*each) for each in self._call(node, "Accessible", "GetChildren")]

    def _role(self, node: Node) -> str:
        return str(self._call(node, "Accessible", "GetRoleName"))

    def _is(self, state: str, node: Node) -> bool:
        low, _high = self._call(node, "Accessible", "GetState")
        return bool(low >> _STATES[state] & 1)

    def _call(self, node: Node, interface: str, member: str, form: str | None = None, *body: Any) -> Any:
        known = "org.freedesktop.DBus.Properties" if member == "Get" else f"{_ATSPI}{interface}"
        address = DBusAddress(node.path, node.owner, known)
        reply = self._bus.send_and_get_reply(new_method_call(address, member, form, body), timeout=PATIENCE)
        if reply.header.message_type is MessageType.error:
            raise Refused(member, reply.header.fields.get(HeaderFields.error_name), reply.body)
        return reply.body[0] if reply.body else None


def until(look: Callable[[], Found | None], trouble: Callable[[], str]) -> Found:
    """Return what `look` finds, once it finds something; `trouble` says what is wrong when it never does."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = look()
        except Refused:  # what it looked at is gone meanwhile
            found = None
        if found:
            return found
        time.sleep(_PAUSE)
    raise AssertionError(trouble())


@contextmanager
def buses(surroundings: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Start a bus of the session and one of accessibility; give the address of each."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings) as daemon:
        assert daemon.stdout is not None
        session = daemon.stdout.readline().strip()
        try:
            with closing(open_dbus_connection(bus=session)) as connection:
                asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
                told = connection.send_and_get_reply(asked, timeout=PATIENCE)
            assert told.header.message_type is MessageType.method_return, told.body
            yield session, told.body[0]
        finally:
            daemon.terminate()


@contextmanager
def heard(program: Sequence[str], surroundings: Mapping[str, str]) -> Iterator[ScreenReader]:
    """Run a program, and give what sees it; it has ended at the end."""
    with buses(surroundings) as (session, accessibility):
        spoken_to = {"DBUS_SESSION_BUS_ADDRESS": session, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        with (
            closing(ScreenReader(accessibility)) as reader,
            subprocess.Popen(program, env={**surroundings, **spoken_to}) as running,
        ):
            try:
                yield reader
            finally:
                running.terminate()
