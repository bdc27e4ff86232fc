#!/usr/bin/env bash
# Makes this checkout ready:  tools/setup.sh run | dev
#
# System packages through apt where they are missing and may be installed, a virtual environment in .venv from the
# hashed lock, the program itself in it. A second call finds all of it in place and ends at once.
set -euo pipefail
cd "$(dirname "$0")/.."

kind=${1:-run}
case $kind in
run) lock=requirements.lock ;;
dev) lock=requirements-dev.lock ;;
*)
    echo "usage: tools/setup.sh run|dev" >&2
    exit 2
    ;;
esac

fail() {
    printf 'vanthu: %s\n' "$1" >&2
    exit 4
}

# --- Python -----------------------------------------------------------------------------------------------------------

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
can_make_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

find_python() {
    local name
    for name in ${PYTHON:-} python3.11 python3.12 python3.13 python3.14 python3; do
        if command -v "$name" >/dev/null && new_enough "$name"; then
            echo "$name"
            return
        fi
    done
}

# --- system packages --------------------------------------------------------------------------------------------------

missing_packages() {
    local python
    command -v tesseract >/dev/null || echo tesseract-ocr
    has_language vie || echo tesseract-ocr-vie
    has_language osd || echo tesseract-ocr-osd
    has_fonts || echo fonts-liberation
    [ "$kind" != dev ] || has_postgres || echo postgresql
    python=$(find_python)
    if [ -z "$python" ]; then
        printf '%s\n' python3 python3-venv
    elif [ ! -x .venv/bin/python ] && ! can_make_venv "$python"; then
        "$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])'
    fi
}

# Does without, but reads poor scans better with.
wished_packages() {
    has_language Vietnamese || echo tesseract-ocr-script-viet
}

# The list is taken whole first: a pipe that grep leaves early would count as failed.
has_language() { grep -qx "$1" <<<"$(tesseract --list-langs 2>/dev/null)"; }

has_fonts() {
    local folder
    for folder in /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts"; do
        [ -d "$folder" ] && find -L "$folder" -iname 'LiberationSerif*' -print -quit | grep -q . && return
    done
    return 1
}

# The server's programs, for tests; Debian leaves them off the path.
has_postgres() { command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

may_install() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }
}

install_packages() {
    echo "vanthu: cài gói hệ thống (installing): $*" >&2
    as_root apt-get install -y -q --no-install-recommends "$@" >/dev/null 2>&1 && return
    as_root apt-get update -q >/dev/null 2>&1 || true
    as_root apt-get install -y -q --no-install-recommends "$@" >/dev/null
}

mapfile -t packages < <(missing_packages)
if [ ${#packages[@]} -gt 0 ]; then
    line="còn thiếu gói hệ thống; hãy chạy (please run): sudo apt-get install ${packages[*]}"
    may_install || fail "$line"
    install_packages "${packages[@]}" || fail "$line"
fi

python=$(find_python)
[ -n "$python" ] || fail "cần Python 3.11 trở lên (Python 3.11 or newer is needed): sudo apt-get install python3 python3-venv"

# --- virtual environment ----------------------------------------------------------------------------------------------

# What is installed depends on the lock, on what the program says of itself, and on where the checkout lies.
stamp() { { pwd; cat "$1" pyproject.toml; } | sha256sum | cut -d' ' -f1; }
current() { [ "$(cat ".venv/.stamp-$1" 2>/dev/null)" = "$(stamp "$2")" ]; }

if [ -x .venv/bin/python ] && .venv/bin/python -c '' 2>/dev/null; then
    current "$kind" "$lock" && exit
    [ "$kind" = run ] && current dev requirements-dev.lock && exit # the larger set holds the smaller one
else
    rm -rf .venv
    "$python" -m venv .venv || fail "không tạo được .venv (cannot make .venv): sudo apt-get install python3-venv"
fi

mapfile -t wished < <(wished_packages)
if [ ${#wished[@]} -gt 0 ]; then
    { may_install && install_packages "${wished[@]}"; } ||
        echo "vanthu: nên cài thêm (better with): sudo apt-get install ${wished[*]}" >&2
fi

echo "vanthu: cài thư viện vào .venv (installing libraries from $lock)" >&2
pip=(.venv/bin/python -m pip --disable-pip-version-check install -qq)
rm -f .venv/.stamp-*
"${pip[@]}" --require-hashes -r "$lock"
"${pip[@]}" --no-deps --no-build-isolation -e .
stamp "$lock" >".venv/.stamp-$kind"
