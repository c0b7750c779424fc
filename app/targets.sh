# Sourced by ./run: provides a Rust toolchain that can build for other targets than this machine.
#
# need_target TARGET   sets CROSS to cargo's arguments for the target. Uses rustup's standard library
#                      where it can be installed; otherwise unpacks Debian's newest Rust to a cache
#                      folder (without root) and builds the standard library with it
#                      (VOORVELD_DEBIAN_RUST=1 forces the latter).

RUST_CACHE=${VOORVELD_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/voorveld}
DEBIAN_RUST="rustc-web libstd-rust-web-dev rust-web-src"

need_target() {
    local target=$1
    if [ -z "${VOORVELD_DEBIAN_RUST:-}" ] && command -v rustup >/dev/null && timeout 120 rustup target add "$target" >/dev/null 2>&1; then
        CROSS=(--target "$target")
        return 0
    fi
    unpack_debian_rust
    export RUSTC="$RUST_CACHE/rust/rustc" RUSTC_BOOTSTRAP=1
    CROSS=(--target "$target" -Zbuild-std=std,panic_abort)
}

# Its libraries and LLVM are in the same folder; a wrapper sets the library path for them.
unpack_debian_rust() {
    local version
    version=$(apt-cache show rustc-web 2>/dev/null | sed -n 's/^Version: //p' | sort -V | tail -1)
    if [ -z "$version" ]; then
        say "Neither rustup nor Debian's rustc-web can be had here; one of them is needed."
        exit 1
    fi
    if [ "$(cat "$RUST_CACHE/rust/version" 2>/dev/null)" = "$version" ]; then return 0; fi
    say "Unpacking Debian's Rust $version to $RUST_CACHE/rust"
    local folder="$RUST_CACHE/rust.new" number llvm name
    rm -rf "$folder" && mkdir -p "$folder/debs"
    number=$(printf '%s' "$version" | sed -E 's/^([0-9]+\.[0-9]+).*/\1/')
    llvm=$(apt-cache show "libstd-rust-web-$number=$version" | grep -oE 'libllvm[0-9]+' | head -1)
    (
        cd "$folder/debs" || exit 1
        for name in $DEBIAN_RUST "libstd-rust-web-$number"; do
            apt-get download -q "$name=$version" >/dev/null || exit 1
        done
        apt-get download -q "$llvm" >/dev/null || exit 1
        for name in *.deb; do dpkg -x "$name" .. || exit 1; done
    ) || {
        say "Debian's Rust could not be fetched."
        exit 1
    }
    rm -rf "$folder/debs"
    cat >"$folder/rustc" <<'RUSTC'
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
LD_LIBRARY_PATH="$here/usr/lib/$(uname -m)-linux-gnu" exec "$here/usr/bin/rustc" "$@"
RUSTC
    chmod +x "$folder/rustc"
    "$folder/rustc" --version >/dev/null || {
        say "Debian's Rust does not start; are the libraries of $llvm there?"
        exit 1
    }
    echo "$version" >"$folder/version"
    rm -rf "$RUST_CACHE/rust" && mv "$folder" "$RUST_CACHE/rust"
}
