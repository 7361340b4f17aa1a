#!/bin/sh
# Gets this checkout ready. `set_up.sh run` for the app, `set_up.sh test` for the app and everything its tests need.
# Installs system libraries only where it may; otherwise says the exact command and stops.
set -eu

wanted=${1:-run}
cd "$(dirname "$0")/.."
stamp=.venv/set-up-done

say() { printf '%s\n' "$*" >&2; }

# ---- what is here already -------------------------------------------------------------------------------------------

fingerprint() { cat requirements.lock requirements-dev.lock | sha256sum | cut -d ' ' -f 1; }

is_ready() {
    [ -f "$stamp" ] && [ -x .venv/bin/python ] || return 1
    read -r done_for done_level < "$stamp"
    [ "$done_for" = "$(fingerprint)" ] || return 1
    [ "$wanted" = run ] || [ "$done_level" = test ] || return 1
    .venv/bin/python -c '' 2>/dev/null
}

# ---- libraries of the system, found by name and asked of apt only where missing --------------------------------------

libraries() {
    cat <<'LIST'
libglib-2.0.so.0 libglib2.0-0
libGL.so.1 libgl1
libEGL.so.1 libegl1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libxkbcommon.so.0 libxkbcommon0
libenchant-2.so.2 libenchant-2-2
LIST
    [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || cat <<'LIST'
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libX11-xcb.so.1 libx11-xcb1
libcups.so.2 libcups2
LIST
    [ -z "${WAYLAND_DISPLAY:-}" ] || cat <<'LIST'
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
LIST
}

# The spelling check needs word lists; more languages are added the same way, by the system's own packages.
dictionaries() {
    cat <<'LIST'
en_US hunspell-en-us
en_GB hunspell-en-gb
en_CA hunspell-en-ca
LIST
}

loader=$(command -v ldconfig || echo /sbin/ldconfig)

missing_packages() {
    [ -x "$loader" ] || return 0 # not a Linux with glibc: Qt brings what it needs
    known=$("$loader" -p)
    libraries | while read -r library package; do
        case $known in *"$library "*) ;; *) printf '%s ' "$package" ;; esac
    done
    dictionaries | while read -r name package; do
        [ -f "/usr/share/hunspell/$name.dic" ] || printf '%s ' "$package"
    done
}

find_python() {
    for candidate in python3.13 python3.12 python3.11 python3; do
        "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null || continue
        [ -z "${1:-}" ] || "$candidate" -c "import $1" 2>/dev/null || continue
        command -v "$candidate"
        return 0
    done
    return 1
}

run_as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

install_packages() {
    command_line="apt-get install -y --no-install-recommends $*"
    if ! command -v apt-get >/dev/null; then
        say "These libraries are missing; install them with your system's package manager (Debian's names): $*"
        exit 1
    fi
    if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
        say "Some system packages are missing. Install them with this command, then try again:"
        say "    sudo $command_line"
        exit 1
    fi
    say "Installing system packages: $*"
    # shellcheck disable=SC2086 # the command is split into words on purpose
    set -- env DEBIAN_FRONTEND=noninteractive $command_line -qq -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0
    told=$(mktemp)
    if ! run_as_root "$@" </dev/null >"$told" 2>&1; then
        # The list of packages may be missing or old.
        run_as_root apt-get update -qq </dev/null >"$told" 2>&1 || cat "$told" >&2
        run_as_root "$@" </dev/null >"$told" 2>&1 || {
            cat "$told" >&2
            rm -f "$told"
            say "That did not work. Install them with this command, then try again:"
            say "    sudo apt-get update && sudo $command_line"
            exit 1
        }
    fi
    rm -f "$told"
}

check_system() {
    packages=$(missing_packages)
    find_python ensurepip >/dev/null || packages="${packages}python3-venv"
    # shellcheck disable=SC2086 # a list of names
    [ -z "$packages" ] || install_packages $packages
    python=$(find_python ensurepip) || {
        say "VitalShift needs Python 3.11 or newer, with its venv module."
        exit 1
    }
}

# ---- Python packages, exactly those of the lock ----------------------------------------------------------------------

level_to_install() {
    # Whoever has run the tests here keeps their packages when a lock changes.
    if [ -f "$stamp" ] && grep -q ' test$' "$stamp"; then echo test; else echo "$wanted"; fi
}

install_python_packages() {
    level=$(level_to_install)
    lock=requirements.lock
    [ "$level" = run ] || lock=requirements-dev.lock
    say "Installing Python packages into .venv ($level)"
    # Only packages of this very lock are added to; anything else, also a folder left half done, is started afresh.
    if [ ! -f "$stamp" ] || ! grep -q "^$(fingerprint) " "$stamp" || ! .venv/bin/python -c '' 2>/dev/null; then
        "$python" -m venv --clear .venv
    fi
    .venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check --progress-bar off \
        --require-hashes --no-deps --only-binary :all: --requirement "$lock" </dev/null >&2
}

offer_command() {
    # `.venv/bin/vitalshift` runs this checkout, from any folder.
    packages_folder=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    pwd > "$packages_folder/vitalshift_checkout.pth"
    printf '#!/bin/sh\nexec "%s/.venv/bin/python" -m vitalshift_desktop "$@"\n' "$(pwd)" > .venv/bin/vitalshift
    chmod +x .venv/bin/vitalshift
}

# The libraries a screen needs may be missing although everything else was done for the tests.
[ -z "$(missing_packages)" ] && is_ready && exit 0

check_system
is_ready && exit 0
install_python_packages
offer_command
echo "$(fingerprint) $level" > "$stamp"
say "Ready."
