"""`dataclass` for frozen values, without what importing and running `dataclasses` costs a search.

The standard decorator takes 5 ms to import and 0.4 ms a class, more than a search has to spare.
Type checkers see the standard one. Ours knows fields with plain defaults only, and nothing of
`dataclasses.fields` or `replace`.
"""

from collections.abc import Callable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """Make a class of annotated fields a frozen value with slots; both must be asked for."""
        if not (frozen and slots):
            raise TypeError("domain.frozen makes frozen classes with slots only")
        return _with_fields


class Frozen:
    """What all frozen values can do; fields are set once, in the order of their annotations."""

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()
    _defaults: dict[str, object] = {}  # noqa: RUF012 - replaced whole in each class, never changed

    def __init__(self, *values: object, **named: object) -> None:
        """Set all fields.

        Raises:
            TypeError: a field is missing, unknown or given twice.
        """
        names = self.__match_args__
        if len(values) < len(names):
            rest = names[len(values) :]
            given = {**self._defaults, **named}
            try:
                values += tuple([given[name] for name in rest])
            except KeyError as missing:
                raise TypeError(f"{type(self).__name__} needs {missing}") from None
            if named and not named.keys() <= set(rest):
                raise TypeError(f"{type(self).__name__} cannot take {sorted(named)}")
        elif named or len(values) > len(names):
            raise TypeError(f"{type(self).__name__} takes {len(names)} fields")
        for name, value in zip(names, values, strict=True):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def _values(self) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in self.__match_args__])

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), self._values()


def _with_fields(plain: type) -> type:
    """The class made anew on Frozen, for slots cannot be added to one that exists."""
    base = next((parent for parent in plain.__bases__ if issubclass(parent, Frozen)), Frozen)
    namespace = dict(plain.__dict__)
    own = tuple(namespace.get("__annotations__", ()))
    for name in ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    defaults = {name: namespace.pop(name) for name in own if name in namespace}
    namespace["__slots__"] = own
    namespace["__match_args__"] = base.__match_args__ + own
    namespace["_defaults"] = {**base._defaults, **defaults}
    return type(plain.__name__, (base,), namespace)
