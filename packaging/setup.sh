#!/usr/bin/env bash
# Make the virtual environment from a lock file, and see to the system libraries:
#   setup.sh PYTHON VENV LOCKFILE [dev|bundle]
# On Debian and Ubuntu what is missing is installed when root; otherwise the one line to type is
# printed. "dev" also wants a PostgreSQL server and, for root, a CUPS, which the tests start for
# themselves, and "bundle" what PyInstaller looks into libraries with.
set -euo pipefail
python=$1 venv=$2 lock=$3 purpose=${4:-run}

# Library to its Debian package: what Qt's wheels expect of the system.
qt_libraries="
libEGL.so.1=libegl1 libGL.so.1=libgl1 libglib-2.0.so.0=libglib2.0-0 libdbus-1.so.3=libdbus-1-3
libfontconfig.so.1=libfontconfig1 libfreetype.so.6=libfreetype6 libgssapi_krb5.so.2=libgssapi-krb5-2
libcups.so.2=libcups2 libX11-xcb.so.1=libx11-xcb1 libxkbcommon.so.0=libxkbcommon0
libxkbcommon-x11.so.0=libxkbcommon-x11-0 libxcb-cursor.so.0=libxcb-cursor0
libxcb-icccm.so.4=libxcb-icccm4 libxcb-image.so.0=libxcb-image0 libxcb-keysyms.so.1=libxcb-keysyms1
libxcb-randr.so.0=libxcb-randr0 libxcb-render-util.so.0=libxcb-render-util0
libxcb-shape.so.0=libxcb-shape0 libxcb-util.so.1=libxcb-util1 libxcb-xkb.so.1=libxcb-xkb1
libwayland-client.so.0=libwayland-client0 libwayland-cursor.so.0=libwayland-cursor0
"

say() { printf '%s\n' "$*" >&2; }

# The packages of the libraries that the dynamic linker does not know.
missing_libraries() {
    local known pair
    known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p)
    for pair in $qt_libraries; do
        grep -qF "${pair%%=*} " <<<"$known" || printf '%s ' "${pair#*=}"
    done
}

python_version() { "$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])'; }

missing_python() {
    [ ! -x "$venv/bin/python" ] || return 0
    if ! command -v "$python" >/dev/null; then
        printf 'python3 python3-venv '
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        printf 'python%s-venv ' "$(python_version)"
    fi
}

missing_server() {
    [ "$purpose" = dev ] || return 0
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null ||
        printf 'postgresql '
}

# Only root can start a CUPS. The daemon's and the client's packages are not enough: the back end that
# speaks to a printer's socket comes with the package "cups", which brings both along.
missing_printing() {
    [ "$purpose" = dev ] && [ "$(id -u)" = 0 ] || return 0
    PATH=$PATH:/usr/sbin command -v cupsd >/dev/null && command -v lp >/dev/null &&
        [ -e /usr/lib/cups/backend/socket ] || printf 'cups '
}

missing_for_bundle() {
    [ "$purpose" = bundle ] && command -v "$python" >/dev/null || return 0
    command -v objdump >/dev/null || printf 'binutils '
    # Debian's python3 does without the shared library that a bundle starts from.
    "$python" - <<'LOOK' || printf 'libpython%s ' "$(python_version)"
import ctypes, sys, sysconfig
from pathlib import Path
name = "libpython%d.%d.so.1.0" % sys.version_info[:2]
if not Path(sysconfig.get_config_var("LIBDIR") or "", name).exists():
    try:
        ctypes.CDLL(name)
    except OSError:
        sys.exit(1)
LOOK
}

install() { # install PACKAGES...: with root's rights; refreshes the lists when they are too old
    local command="apt-get install -y --no-install-recommends $*"
    say "$command"
    # No cluster of the system's own comes with the server: the tests make theirs.
    if [[ " $* " == *" postgresql "* && ! -e /etc/postgresql-common/createcluster.conf ]]; then
        mkdir -p /etc/postgresql-common
        echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
    fi
    # shellcheck disable=SC2086 - a list of packages
    DEBIAN_FRONTEND=noninteractive $command >/dev/null 2>&1 || {
        apt-get update -q >/dev/null
        DEBIAN_FRONTEND=noninteractive $command >/dev/null
    }
}

see_to() { # see_to NEEDED WISHED: install both when root; else say how, and end when any is needed
    local needed=$1 wished=$2
    [ -n "$needed$wished" ] || return 0
    if ! command -v apt-get >/dev/null; then
        say "What these packages of Debian hold is missing here: $needed$wished"
    elif [ "$(id -u)" = 0 ]; then
        # shellcheck disable=SC2086 - a list of packages
        install $needed$wished
        return 0
    else
        say "Something of the system is missing. Type this line, then start again:"
        say "    sudo apt-get install -y --no-install-recommends $needed$wished"
    fi
    [ -z "$needed" ] || exit 1
    say "Without it the tests that need a PostgreSQL server or a CUPS are skipped; all else works."
}

if [ "$(uname -s)" = Linux ]; then
    needed="$(missing_python)$(missing_libraries)$(missing_for_bundle)"
    see_to "$needed" "$(missing_server)$(missing_printing)"
fi
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    say "Python 3.11 or newer is needed; $python is $("$python" -V). Name another: make PYTHON=python3.12"
    exit 1
}
if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    "$python" -m venv --clear "$venv"
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
