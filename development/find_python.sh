# Prints the first Python that can make our virtual environment, or says on standard error what to install.
# Usage: sh find_python.sh [PYTHON]    An interpreter that is named is the only one tried.

candidates=${1:-python3.13 python3.12 python3.11 python3 python}
too_old=
without_venv=

for candidate in $candidates; do
    # Not only looked up but run: the shims of version managers exist for versions that are not active.
    version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
    if ! "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        too_old="$too_old $candidate ($version)"
    elif ! "$candidate" -c 'import venv, ensurepip' 2>/dev/null; then
        without_venv="$without_venv $version"
    else
        echo "$candidate"
        exit 0
    fi
done

if [ -n "$without_venv" ]; then
    set -- $without_venv
    echo "Python $1 is here, but without venv and ensurepip, which make virtual environments." >&2
    echo "On Debian or Ubuntu: sudo apt install python$1-venv. Then run make again." >&2
elif [ -n "$1" ]; then
    echo "PYTHON=$1 is no Python of version 3.11 or newer. Name another one, or leave PYTHON out." >&2
else
    echo "quotetrack needs Python 3.11 or newer, and found none.${too_old:+ Found only:$too_old.}" >&2
    echo "Install one (on Debian or Ubuntu: sudo apt install python3 python3-venv)," >&2
    echo "or name it: make run PYTHON=/path/to/python3" >&2
fi
exit 1
