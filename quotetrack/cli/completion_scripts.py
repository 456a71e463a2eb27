"""The completion scripts: bash, zsh by way of bash's, and fish."""

from collections.abc import Iterable, Iterator

from quotetrack.cli.catalogue import CATALOGUE, WORDS_FOR_THE_SHELL
from quotetrack.cli.completion import Place, Wanted, Words

FIRST = tuple(dict.fromkeys(entry.path.split()[0] for entry in CATALOGUE))
LEADING = ("--db", "--version", "--help")

BASH = """\
# quotetrack: completion of commands, options, values, ids and speakers
_quotetrack() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" command="" word="" option="" place=0 i
    local kind="" words="" options="" line="" quoted=""
    local -a database=()
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        word="${{COMP_WORDS[i]}}"
        if [[ -n $option ]]; then
            [[ $option == --db ]] && database=(--db "$word")
            option=""
        elif [[ $word == -* ]]; then
            case "$command $word" in
                {valued}) option="$word" ;;
            esac
        elif [[ -z $command ]]; then
            command="$word"
        else
            case "$command $word" in
                {second}) command="$command $word" ;;
                *) ((place++)) ;;
            esac
        fi
    done
    ((place++))
    case "$command" in
        '') words='{first}'; options='{leading}'; [[ -z $option ]] && kind=file ;;
{commands}
    esac
    if [[ -n $option ]]; then
        words="" options="" kind=""
        place="$option"
    fi
    [[ $place == --db ]] && kind=file
    case "$command $place" in
{places}
    esac
    [[ $current == -* ]] && words="$options" kind=""
    if [[ -n $words ]]; then
        COMPREPLY=($(compgen -W "$words" -- "$current"))
    fi
    case "$kind" in
        '') ;;
        file)
            while IFS= read -r line; do
                COMPREPLY+=("$line")
            done < <(compgen -f -- "$current")
            compopt -o filenames 2>/dev/null
            ;;
        *)
            quoted="${{current#[\\"\\']}}"
            while IFS= read -r line; do
                [[ $quoted == "$current" ]] && printf -v line '%q' "$line"
                COMPREPLY+=("$line")
            done < <(quotetrack "${{database[@]}}" {hidden} "$kind" "$quoted" 2>/dev/null)
            ;;
    esac
    return 0
}}
complete -F _quotetrack quotetrack
"""

ZSH = """\
autoload -U +X compinit && compinit -u
autoload -U +X bashcompinit && bashcompinit
"""

FISH = """\
# quotetrack: completion of commands, options, values, ids and speakers
function __quotetrack_where
    set -l command
    set -l place 1
    set -l skip
    for word in (commandline -opc)[2..]
        if test -n "$skip"
            set skip
        else if string match -q -- '-*' $word
            switch "$command $word"
                case {valued}
                    set skip yes
            end
        else if test -z "$command"
            set command $word
        else
            switch "$command $word"
                case {second}
                    set command "$command $word"
                case '*'
                    set place (math $place + 1)
            end
        end
    end
    echo "$command $place"
end
function __quotetrack_in
    string match -qr -- "^$argv[1] [0-9]+\\$" (__quotetrack_where)
end
function __quotetrack_at
    string match -qr -- "^$argv[1]\\$" (__quotetrack_where)
end
function __quotetrack_ask
    set -l database
    set -l words (commandline -opc)
    for i in (seq (count $words))
        if test "$words[$i]" = --db; and test $i -lt (count $words)
            set database --db $words[(math $i + 1)]
        end
    end
    set -l typed (string trim -l -c '"\\'' -- (commandline -ct))
    quotetrack $database {hidden} $argv[1] "$typed" 2>/dev/null
end
complete -c quotetrack -l db -r -F -d 'the database to use'
complete -c quotetrack -n '__quotetrack_at " 1"' -l version -d 'print the version'
complete -c quotetrack -s h -l help -d 'explain'
{lines}
"""


def bash(commands: Iterable[Words]) -> str:
    """The script for bash."""
    every = tuple(commands)
    return BASH.format(
        valued=_valued(every, "|"),
        second="|".join(f"'{each.path}'" for each in every if " " in each.path),
        first=" ".join(FIRST),
        leading=" ".join(LEADING),
        commands="\n".join(_bash_command(every, path) for path in _paths(every)),
        places="\n".join(_bash_places(every)),
        hidden=WORDS_FOR_THE_SHELL,
    )


def zsh(commands: Iterable[Words]) -> str:
    """The script for zsh, which runs bash's."""
    return ZSH + bash(commands)


def fish(commands: Iterable[Words]) -> str:
    """The script for fish."""
    every = tuple(commands)
    return FISH.format(
        valued=_valued(every, " "),
        second=" ".join(f"'{each.path}'" for each in every if " " in each.path),
        hidden=WORDS_FOR_THE_SHELL,
        lines="\n".join(_fish_lines(every)),
    )


def _valued(every: tuple[Words, ...], joint: str) -> str:
    """Every option that a value follows, with its command."""
    found = ["' --db'"]
    for path in _paths(every):
        found.append(f"'{path} --db'")
        for each in every:
            if path in (each.path, each.path.split()[0]):
                found.extend(
                    f"'{path} {name}'"
                    for option in each.options
                    if option.value is not None
                    for name in option.names
                )
    return joint.join(dict.fromkeys(found))


def _paths(every: tuple[Words, ...]) -> tuple[str, ...]:
    """Every command, and every first word of several."""
    return tuple(dict.fromkeys([*FIRST, *(each.path for each in every)]))


def _second_words(path: str) -> list[str]:
    return [each.path.split()[1] for each in CATALOGUE if each.path.startswith(f"{path} ")]


def _options_of(every: tuple[Words, ...], path: str) -> list[str]:
    return [
        name
        for each in every
        if each.path == path
        for option in each.options
        for name in option.names
    ]


def _bash_command(every: tuple[Words, ...], path: str) -> str:
    options = " ".join(_options_of(every, path) or ["--help"])
    words = " ".join(_second_words(path)) if " " not in path else ""
    # Second words stand in the place of the command's first.
    offered = f' [[ $place == 1 ]] && words="{words}";' if words else ""
    return f"        '{path}') options='{options}';{offered} ;;"


def _bash_places(every: tuple[Words, ...]) -> Iterator[str]:
    for each in every:
        for number, place in enumerate(each.places, start=1):
            pattern = f"'{each.path} '" + ("[0-9]*" if place.repeats else str(number))
            yield from _bash_case(pattern, place.value)
        for option in each.options:
            if option.value is not None:
                names = "|".join(f"'{each.path} {name}'" for name in option.names)
                yield from _bash_case(names, option.value)


def _bash_case(pattern: str, wanted: Wanted) -> Iterator[str]:
    if wanted.words:
        yield f"        {pattern}) words+=' {' '.join(wanted.words)}' ;;"
    elif wanted.kind:
        yield f"        {pattern}) kind={wanted.kind} ;;"


def _fish_lines(every: tuple[Words, ...]) -> Iterator[str]:
    summaries = {each.path: each.summary for each in every}
    for word in FIRST:
        summary = _fish_quoted(summaries.get(word, f"{', '.join(_second_words(word))}"))
        yield f"complete -c quotetrack -n '__quotetrack_at \" 1\"' -a {word} -d {summary}"
    for each in every:
        first, _, second = each.path.partition(" ")
        if second:
            yield (
                f"complete -c quotetrack -f -n '__quotetrack_at \"{first} 1\"' -a {second} "
                f"-d {_fish_quoted(each.summary)}"
            )
        for number, place in enumerate(each.places, start=1):
            yield _fish_place(each.path, number, place)
        for option in each.options:
            if "--db" in option.names or "--help" in option.names:
                continue
            names = " ".join(
                f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
                for name in option.names
            )
            value = "" if option.value is None else _fish_value(option.value)
            yield (
                f"complete -c quotetrack -n '__quotetrack_in \"{each.path}\"' {names}{value} "
                f"-d {_fish_quoted(option.help)}"
            )


def _fish_place(path: str, number: int, place: Place) -> str:
    which = "[0-9]+" if place.repeats else str(number)
    where = f"-n '__quotetrack_at \"{path} {which}\"'"
    files = " -F" if place.value.kind == "file" else " -f"
    return f"complete -c quotetrack {where}{files}{_fish_offer(place.value)}"


def _fish_value(wanted: Wanted) -> str:
    return " -r -F" if wanted.kind == "file" else f" -x{_fish_offer(wanted)}"


def _fish_offer(wanted: Wanted) -> str:
    if wanted.words:
        return f" -a '{' '.join(wanted.words)}'"
    return f" -a '(__quotetrack_ask {wanted.kind})'" if wanted.kind not in ("", "file") else ""


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
