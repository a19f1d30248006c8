# Sourced by scripts/run, scripts/test and .ci/run: installs what a build needs and this machine lacks.
# shellcheck shell=bash disable=SC2016,SC2034

# What Heed is built from. SQLCipher and Catch2 have a least version too: see too_old.
build_packages=(g++ cmake ninja-build ccache pkgconf qt6-base-dev libsodium-dev libspdlog-dev libgfshare-dev
    libzxcvbn-dev libcsv-dev libqrencode-dev nlohmann-json3-dev libexpected-dev libsqlcipher-dev tzdata fonts-dejavu-core fonts-dejavu-extra)
test_packages=(catch2 cups-client cups-daemon dbus-daemon poppler-utils printer-driver-cups-pdf)
full_text_packages=(make tcl libssl-dev) # see own_sqlcipher
ci_packages=(git clang clang-format clang-tidy libclang-rt-dev)

# The same where there are other packages, or none: programs, and what pkg-config calls the libraries. SQLCipher's own
# version is not written there, only that of the SQLite in it; 4.5.6 was built on 3.44.
build_programs=(cmake ninja c++ pkg-config)
build_modules=(Qt6Widgets Qt6PrintSupport Qt6DBus libsodium spdlog libqrencode nlohmann_json 'sqlcipher >= 3.43')
test_programs=(cupsd dbus-daemon lpadmin pdftotext)
test_modules=('catch2 >= 3')
ci_programs=(git clang++ clang-format clang-tidy)

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# prepare build [test] [ci]: returns when everything those need is there; otherwise installs it, or stops and says what is missing.
prepare() {
    local what system packages=()
    for what in "$@"; do
        local -n of_this="${what}_packages"
        packages+=("${of_this[@]}")
    done
    # A Wayland session that offers no X11 needs one more plugin of Qt's.
    if [[ -n ${WAYLAND_DISPLAY:-} && -z ${DISPLAY:-} ]]; then
        packages+=(qt6-wayland)
    fi
    system=$(. /etc/os-release 2>/dev/null && printf '%s' "${ID:-} ${VERSION_ID:-}") || true
    case $system in
    'debian 12' | 'debian 13') install_missing "$system" "${packages[@]}" ;;
    'ubuntu 24.04')
        install_missing "$system" "${packages[@]}" "${full_text_packages[@]}"
        own_sqlcipher
        ;;
    *) need_without_packages "$@" ;;
    esac
}

# install_missing SYSTEM PACKAGE...
install_missing() {
    local system=$1 missing=()
    shift
    mapfile -t missing < <(missing_of "$@")
    ((${#missing[@]})) || return 0
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        stop "Heed needs ${missing[*]}, and only an administrator can install them."
    fi
    say "Installing ${missing[*]}"
    as_root apt-get -q "${apt_options[@]}" update >&2 ||
        say "Not every package list could be read; going on with those that could."
    if [[ $system == 'debian 12' ]]; then
        add_backports "${missing[@]}"
    fi
    local i
    for i in "${!missing[@]}"; do
        [[ $system == 'debian 12' ]] && from_backports "${missing[i]}" && missing[i]+=/bookworm-backports
    done
    as_root apt-get -q -y "${apt_options[@]}" --no-install-recommends install "${missing[@]}" >&2 ||
        stop "The packages ${missing[*]} could not be installed: apt-get says why above."
}

apt_options=(-o Acquire::Retries=3 -o DPkg::Lock::Timeout=300)

as_root() {
    if ((EUID == 0)); then
        env DEBIAN_FRONTEND=noninteractive "$@" </dev/null
    elif [[ -t 0 ]]; then
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@" </dev/null
    fi
}

# Prints those of the packages that are not installed, or too old.
missing_of() {
    local -A installed=()
    local name status version package
    while read -r name status version; do
        [[ $status == installed ]] && installed[$name]=$version
    done < <(dpkg-query -W -f '${Package} ${db:Status-Status} ${Version}\n' "$@" 2>/dev/null)
    for package in "$@"; do
        version=${installed[$package]:-}
        if [[ -z $version ]] || too_old "$package" "$version"; then
            printf '%s\n' "$package"
        fi
    done
}

too_old() {
    case $1 in
    libsqlcipher-dev) dpkg --compare-versions "$2" lt 4.5.6 ;;
    catch2) dpkg --compare-versions "$2" lt 3 ;;
    *) return 1 ;;
    esac
}

# True if what apt would install by itself is too old, so that it has to be asked for by release.
from_backports() {
    case $1 in libsqlcipher-dev | catch2) ;; *) return 1 ;; esac
    local candidate
    candidate=$(LC_ALL=C apt-cache policy "$1" | sed -n 's/^ *Candidate: //p')
    [[ -z $candidate || $candidate == '(none)' ]] || too_old "$1" "$candidate"
}

# Debian 12 has SQLCipher 3 and Catch2 2; its backports, on whatever mirror this machine already uses, have newer ones.
add_backports() {
    local package needed='' mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    for package in "$@"; do
        from_backports "$package" && needed=yes
    done
    [[ -n $needed ]] || return 0
    if apt-get indextargets --format '$(CODENAME)' 'Created-By: Packages' | grep -x bookworm-backports >/dev/null; then
        return 0
    fi
    mirror=$(apt-get indextargets --format '$(ORIGIN) $(CODENAME) $(REPO_URI)' 'Created-By: Packages' |
        sed -n 's/^Debian bookworm //p')
    mirror=${mirror%%$'\n'*}
    [[ -n $mirror ]] || stop "apt names no Debian 12 mirror, so SQLCipher 4 and Catch2 3 cannot be had from its backports."
    [[ -e $keyring ]] || stop "The keys of the Debian archive are missing: install the package debian-archive-keyring."
    printf '%s\n' 'Types: deb' "URIs: $mirror" 'Suites: bookworm-backports' 'Components: main' "Signed-By: $keyring" |
        as_root_write /etc/apt/sources.list.d/heed-backports.sources
    as_root apt-get -q "${apt_options[@]}" update >&2 || stop "The package lists of bookworm-backports could not be read."
}

# Ubuntu 24.04 builds its SQLCipher without full-text search (FTS5), in which Heed finds what was written. So it is built once
# more with it, of Ubuntu's own source, whose hash apt checks, into build/sqlcipher: for Heed alone, and nothing of the system
# changes. A newer version from Ubuntu is built anew.
own_sqlcipher() {
    local home version tar
    home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/build/sqlcipher
    export PKG_CONFIG_PATH=$home/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}
    version=$(dpkg-query -W -f '${Version}' libsqlcipher-dev)
    [[ $(cat "$home/version" 2>/dev/null) != "$version" ]] || return 0
    say "Building SQLCipher $version with full-text search, which Ubuntu's own lacks; this takes a minute"
    add_source_list
    rm -rf "$home"
    mkdir -p "$home/source" "$home/include/sqlcipher" "$home/lib/pkgconfig"
    (cd "$home" && apt-get -q "${apt_options[@]}" source --download-only --tar-only "sqlcipher=$version") >&2 ||
        stop "The source of SQLCipher $version could not be had: apt-get says why above."
    tar=$(find "$home" -maxdepth 1 -name 'sqlcipher_*.orig.tar.*')
    tar -xf "$tar" -C "$home/source" --strip-components=1
    local flags='-O2 -g1 -fPIC -fstack-protector-strong -D_FORTIFY_SOURCE=2 -DSQLITE_HAS_CODEC -DSQLITE_ENABLE_FTS5'
    (cd "$home/source" && ./configure --disable-tcl --enable-static --disable-shared --enable-tempstore=yes CFLAGS="$flags" \
        LDFLAGS=-lcrypto && make -j "$(nproc)" libsqlcipher.la) >"$home/build.log" 2>&1 ||
        stop "SQLCipher could not be built: $home/build.log says why."
    cp "$home/source/.libs/libsqlcipher.a" "$home/lib/"
    cp "$home/source/sqlite3.h" "$home/include/sqlcipher/"
    printf '%s\n' "prefix=$home" 'Name: sqlcipher' 'Description: SQLCipher with full-text search' \
        "Version: $(cat "$home/source/VERSION")" 'includedir=${prefix}/include' \
        'Cflags: -I${includedir}/sqlcipher' 'Libs: -L${prefix}/lib -lsqlcipher -lcrypto -lm' >"$home/lib/pkgconfig/sqlcipher.pc"
    rm -rf "$home/source" "$tar"
    printf '%s\n' "$version" >"$home/version"
}

# Lets apt see the source packages of the releases that this machine uses already.
add_source_list() {
    local keyring=/usr/share/keyrings/ubuntu-archive-keyring.gpg list=/etc/apt/sources.list.d/heed-source.list
    [[ ! -e $list ]] || return 0
    [[ -e $keyring ]] || stop "The keys of the Ubuntu archive are missing: install the package ubuntu-keyring."
    apt-get indextargets --format '$(ORIGIN) $(COMPONENT) $(REPO_URI) $(RELEASE)' 'Created-By: Packages' |
        sed -n "s|^Ubuntu universe \(.*\)|deb-src [signed-by=$keyring] \1 universe|p" | sort -u | as_root_write "$list"
    as_root apt-get -q "${apt_options[@]}" update >&2 ||
        say "Not every list of sources could be read; going on with those that could."
}

as_root_write() {
    if ((EUID == 0)); then tee "$1" >/dev/null; else sudo tee "$1" >/dev/null; fi
}

# On a system whose packages have other names: stops and names what is not there.
need_without_packages() {
    local what item lacking=()
    for what in "$@"; do
        local -n programs="${what}_programs"
        for item in "${programs[@]}"; do
            command -v "$item" >/dev/null || lacking+=("$item")
        done
        [[ $what == ci ]] && continue
        local -n modules="${what}_modules"
        for item in "${modules[@]}"; do
            pkg-config --exists "$item" 2>/dev/null || lacking+=("$item")
        done
    done
    ((${#lacking[@]})) || return 0
    local list
    printf -v list '%s, ' "${lacking[@]}"
    stop "Heed installs what it needs on Debian 12, Debian 13 and Ubuntu 24.04 only; here, install first: ${list%, }."
}
