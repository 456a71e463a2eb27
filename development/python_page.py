"""What docs/python.md takes from the code: every method of a Desk with its arguments."""

import inspect
import re

from quotetrack.api import Desk


def methods() -> list[tuple[str, ...]]:
    """Return a row for each public method: how it is called, what it gives, what it does."""
    found: list[tuple[str, ...]] = [("call", "gives", "what it does")]
    for kind in reversed(Desk.__mro__[:-1]):
        for name, member in vars(kind).items():
            if name.startswith("_") or not inspect.isfunction(member):
                continue
            signature = inspect.signature(member)
            arguments = ", ".join(
                _argument(each) for each in list(signature.parameters.values())[1:]
            )
            does = (member.__doc__ or "").strip().partition("\n")[0]
            gives = _type_name(signature.return_annotation)
            found.append((f"`{name}({arguments})`", f"`{gives}`", does))
    return found


def _argument(parameter: inspect.Parameter) -> str:
    if parameter.kind is inspect.Parameter.VAR_POSITIONAL:
        return f"*{parameter.name}"
    optional = parameter.default is not inspect.Parameter.empty
    return f"{parameter.name}=…" if optional else parameter.name


def _type_name(annotation: object) -> str:
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        return annotation.__name__
    return re.sub(r"\b\w+\.", "", str(annotation))
