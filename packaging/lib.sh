# SPDX-FileCopyrightText: 2026 The Clicksieve authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What packaging/run, packaging/test and .ci/run share. Sourced by bash, after `set -euo pipefail`.
# Nothing here changes the working directory: file names stay relative to where the caller stands.
# shellcheck shell=bash

clicksieve_root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
clicksieve_build=$clicksieve_root/build/release
clicksieve_log_dir=$clicksieve_root/build/log

# A sentence for the user, then the end.
die() {
    printf 'clicksieve: %s\n' "$*" >&2
    exit 1
}

# A line of progress, for people only: a pipe or a log stays quiet.
say() {
    if [[ -t 2 ]]; then
        printf 'clicksieve: %s\n' "$*" >&2
    fi
}

# quietly NAME SENTENCE COMMAND...: runs the command with its output in build/log/NAME.log. If it fails, shows the
# end of that log, says SENTENCE and ends.
quietly() {
    local name=$1 sentence=$2 log
    shift 2
    mkdir -p -- "$clicksieve_log_dir" || die "cannot write to $clicksieve_root/build."
    log=$clicksieve_log_dir/$name.log
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 80 -- "$log" >&2
        die "$sentence The whole log: $log"
    fi
}

# The names in debian-packages.txt, one a line.
listed_packages() {
    sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$clicksieve_root/packaging/debian-packages.txt"
}

# Those of the given packages that are not installed, one a line.
missing_packages() {
    local installed
    # An unknown package makes dpkg-query complain and fail; it is missing, and that is all we ask.
    installed=$(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
        sed -n 's/ installed$//p') || true
    printf '%s\n' "$@" | grep -Fxv -f <(printf '%s\n' "$installed") || true
}

# Sees to it that every listed package is installed. Quick and silent when all is there.
# CLICKSIEVE_SKIP_PACKAGES=1 leaves the packages to the caller (other distributions, own builds of Qt).
ensure_packages() {
    local -a listed missing as_root=()
    if [[ ${CLICKSIEVE_SKIP_PACKAGES:-} == 1 ]]; then
        return
    fi
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        die "this system has no apt. Install what packaging/debian-packages.txt names with your own package" \
            "manager, then start again with CLICKSIEVE_SKIP_PACKAGES=1."
    fi
    mapfile -t listed < <(listed_packages)
    mapfile -t missing < <(missing_packages "${listed[@]}")
    if [[ ${#missing[@]} -eq 0 ]]; then
        return
    fi
    if [[ $(id -u) -ne 0 ]]; then
        command -v sudo >/dev/null ||
            die "these packages are missing and only root can install them: ${missing[*]}"
        as_root=(sudo)
        if [[ -t 0 && -t 2 ]]; then
            sudo -v || die "these packages are missing and sudo did not let us install them: ${missing[*]}"
        else
            as_root=(sudo -n)
        fi
    fi
    say "installing ${#missing[@]} packages: ${missing[*]}"
    as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -q)
    # A failing update is not the end: the lists of an earlier one may do. The install decides.
    quietly packages "apt could not install these packages: ${missing[*]}." \
        install_packages "${as_root[@]}" -- "${missing[@]}"
}

# install_packages APT... -- PACKAGE...
install_packages() {
    local -a apt=()
    while [[ $1 != -- ]]; do
        apt+=("$1")
        shift
    done
    shift
    "${apt[@]}" update || echo "apt-get update failed; trying with the package lists that are here."
    "${apt[@]}" install --yes --no-install-recommends "$@"
}

# Configures and builds the release preset (tests included) into build/release. With CLICKSIEVE_WERROR=ON or OFF
# in the environment warnings are errors or not; without it the build tree keeps what it had.
build_release() {
    local -a options=()
    if [[ -n ${CLICKSIEVE_WERROR:-} ]]; then
        options+=("-DCLICKSIEVE_WERROR=$CLICKSIEVE_WERROR")
    fi
    if [[ ! -e $clicksieve_build/build.ninja ]]; then
        say "building; the first time takes a few minutes."
    fi
    quietly configure "the build could not be configured." \
        cmake -S "$clicksieve_root" --preset release ${options[@]+"${options[@]}"}
    quietly build "the build failed." cmake --build "$clicksieve_build"
}
