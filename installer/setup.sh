#!/bin/sh
# Makes .venv in the checkout and installs what the lock file names: setup.sh [runtime|dev]
# Then sees to the libraries of the system that Qt needs. Does nothing when that was done already.
set -eu

cd "$(dirname "$0")/.."

what=${1:-runtime}
if [ -e .venv/dev.stamp ]; then # an environment for development stays one
    what=dev
fi
case $what in
    runtime) lock=requirements.lock ;;
    dev) lock=requirements-dev.lock ;;
    *)
        echo "usage: setup.sh [runtime|dev]" >&2
        exit 2
        ;;
esac

fail() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}

# The stamps hold the checksums of the locks that .venv was made from.
is_made_from_lock() {
    .venv/bin/python -c '' 2>/dev/null && sha256sum --check --status ".venv/$1.stamp" 2>/dev/null
}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        if is_new_enough "$python"; then
            # The one behind an active environment: that environment may be the .venv to be made anew.
            "$python" -c 'import sys; print(getattr(sys, "_base_executable", sys.executable))'
            return
        fi
    done
    fail "Python 3.11 or newer is needed; found: $(python3 --version 2>/dev/null || echo none)." \
        "Debian 12 and Ubuntu 24.04 bring it: apt-get install python3 python3-venv"
}

can_make_environments() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

can_install() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null
}

install_packages() {
    echo "setup: installing $*"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Debian keeps venv and pip of its Python in a package of their own.
bring_venv() {
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    can_install || fail "Python cannot make environments here: the package $package is missing." \
        "Install it and try again: sudo apt-get install $package"
    install_packages "$package"
    can_make_environments "$1" || fail "$package is installed, but $1 still cannot make environments."
}

make_environment() {
    python=$(find_python)
    can_make_environments "$python" || bring_venv "$python"
    if ! is_made_from_lock runtime; then # what an older lock brought must not linger
        echo "setup: making .venv with $("$python" --version)"
        "$python" -m venv --clear .venv
    fi
    rm -f .venv/*.stamp
    echo "setup: installing from $lock"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --require-hashes --only-binary :all: --requirement "$lock"
    sha256sum requirements.lock "$lock" >".venv/$what.stamp"
}

# Debian names the package of a library after its file (libxcb-cursor.so.0 is in libxcb-cursor0), most often.
missing_qt_packages() {
    for qt in .venv/lib/python3*/site-packages/PySide6; do
        [ -d "$qt" ] && command -v ldd >/dev/null || return 0
        ldd "$qt"/QtWidgets.*.so "$qt"/QtNetwork.*.so "$qt"/Qt/plugins/platforms/libq[xow]*.so |
            sed -n 's/^[[:space:]]*\(lib.*\) => not found$/\1/p' | tr '[:upper:]_' '[:lower:]-' |
            sed -e 's/\([0-9]\)\.so\./\1-/' -e 's/\.so\.//' \
                -e 's/^libg.*-2\.0-0$/libglib2.0-0/' -e 's/^libbrotli.*/libbrotli1/' | sort -u
    done
}

bring_qt_libraries() {
    packages=$(missing_qt_packages)
    if [ -n "$packages" ] && can_install; then
        # shellcheck disable=SC2086 # a word for each package
        install_packages $packages
        packages=$(missing_qt_packages)
    fi
    if [ -z "$packages" ]; then
        : >.venv/libraries.stamp
    else # the command line works without them
        echo "setup: the window needs libraries of the system:" \
            "sudo apt-get install" $packages >&2
    fi
}

is_made_from_lock "$what" || make_environment
[ -e .venv/libraries.stamp ] || bring_qt_libraries
