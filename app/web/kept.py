"""Answers that are kept while there is room: each is made once, by the first who asks, while the others wait for it.

In: a key and how to make its bytes. Out: the bytes. The least recently used go first.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock


class Kept:
    """Bytes by key, up to `most_bytes` of them together; one answer is always kept, whatever its size. Thread-safe."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._lock = Lock()
        self._answers: OrderedDict[Hashable, Future[bytes]] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The bytes of `key`, made by `make` where they are not kept. What `make` raises, it raises to all who wait."""
        with self._lock:
            answer = self._answers.get(key)
            is_new = answer is None
            if answer is None:
                answer = self._answers[key] = Future()
            self._answers.move_to_end(key)
        if is_new:
            self._fill(key, answer, make)
        return answer.result()

    def _fill(self, key: Hashable, answer: Future[bytes], make: Callable[[], bytes]) -> None:
        try:
            answer.set_result(make())
        except BaseException as error:
            with self._lock:
                self._answers.pop(key, None)
            answer.set_exception(error)
            raise
        with self._lock:
            self._make_room()

    def _make_room(self) -> None:
        """Lets go of the oldest that are made, until the rest fit; who is still waiting for one has it in hand."""
        made = [(key, len(answer.result())) for key, answer in self._answers.items() if answer.done()]
        size = sum(length for _, length in made)
        for key, length in made[:-1]:
            if size <= self._most_bytes:
                return
            del self._answers[key]
            size -= length
