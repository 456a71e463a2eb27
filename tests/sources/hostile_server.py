"""A web server on loopback that misbehaves as told: it answers each path by a function."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Answer = Callable[[socket.socket], None]


class HostileServer:
    """Answers one request a connection, on a thread of its own.

    Attributes:
        requests: the head of each request, in order.
    """

    def __init__(self) -> None:
        self.requests: list[str] = []
        self._answers: dict[str, list[Answer]] = {}
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def url(self, path: str, *, host: str = "127.0.0.1") -> str:
        """The address of a path here."""
        return f"http://{host}:{self._socket.getsockname()[1]}{path}"

    def at(self, path: str, *answers: Answer) -> str:
        """Answer a path by these, one after the other, the last for ever; gives its address."""
        self._answers[path] = list(answers)
        return self.url(path)

    def close(self) -> None:
        """Stop, and drop whoever still waits."""
        self._socket.close()
        for each in self._open:
            each.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self._open.append(connection)
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        head = b""
        try:
            while b"\r\n\r\n" not in head:
                piece = connection.recv(4096)
                if not piece:
                    return
                head += piece
            text = head.decode("latin-1")
            self.requests.append(text)
            answers = self._answers[text.split(" ")[1]]
            (answers.pop(0) if len(answers) > 1 else answers[0])(connection)
        except OSError:
            return  # The other side has had enough, which is what most tests want.
        finally:
            connection.close()


def page(
    body: bytes = b"<p>Words.</p>",
    *,
    status: str = "200 OK",
    length: int | None = None,
    **headers: str,
) -> Answer:
    """An answer with a body; headers as content_type="text/html"."""
    fields = {"content-type": "text/html; charset=utf-8"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    named = len(body) if length is None else length
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())

    start = f"HTTP/1.1 {status}\r\n{head}content-length: {named}\r\nconnection: close\r\n\r\n"

    def answer(connection: socket.socket) -> None:
        connection.sendall(start.encode("latin-1") + body)

    return answer


def endless(piece: bytes, **headers: str) -> Answer:
    """An answer without an end: the piece, again and again."""
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())

    def answer(connection: socket.socket) -> None:
        connection.sendall(f"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n{head}\r\n".encode())
        while True:
            connection.sendall(piece)

    return answer


def dripping(hold: threading.Event, seconds: float) -> Answer:
    """A byte every so often, until `hold` is set."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n")
        while not hold.wait(seconds):
            connection.sendall(b"x")

    return answer


def silent(hold: threading.Event) -> Answer:
    """No answer at all, until `hold` is set."""
    return lambda _connection: (hold.wait(), None)[1]


@contextmanager
def hostile_server() -> Iterator[HostileServer]:
    """A server for the length of a test."""
    server = HostileServer()
    try:
        yield server
    finally:
        server.close()
