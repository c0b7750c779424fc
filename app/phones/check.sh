# Sourced by ./run, after app/targets.sh: type-checks the whole app for phones.
#
# Needs no SDK of Google or Apple: a check links nothing and compiles no C. check/cc and check/ar stand
# in for the C toolchain; the OpenSSL headers are the host's.

PHONES="aarch64-linux-android aarch64-apple-ios"

check_phones() (
    local target stubs=$PWD/app/phones/check
    for target in $PHONES; do
        # rustup takes two minutes to fail where it cannot reach its server, so it is not tried when
        # Debian's Rust is available. Both targets use the same Rust, so that host builds are shared.
        if apt-cache show rustc-web >/dev/null 2>&1 &&
            ! rustup target list --installed 2>/dev/null | grep -qx "$target"; then
            VOORVELD_DEBIAN_RUST=1
        fi
    done
    export OPENSSL_NO_VENDOR=1 OPENSSL_INCLUDE_DIR OPENSSL_LIB_DIR
    OPENSSL_INCLUDE_DIR=$(pkg-config --variable=includedir openssl)
    OPENSSL_LIB_DIR=$(pkg-config --variable=libdir openssl)
    # Must exist; its content is not read.
    export SDKROOT=$stubs IPHONEOS_DEPLOYMENT_TARGET=15.0
    # wry's build script writes Kotlin code to this folder.
    export WRY_ANDROID_PACKAGE=dev.dioxus.main WRY_ANDROID_LIBRARY=main
    export WRY_ANDROID_KOTLIN_FILES_OUT_DIR=$PWD/target/phones/kotlin
    mkdir -p "$WRY_ANDROID_KOTLIN_FILES_OUT_DIR"
    # One target at a time: with several at once, cargo unifies their features.
    for target in $PHONES; do
        say "The app for $target"
        need_target "$target"
        # Denies warnings, as lint does; cargo's option for it needs RUSTC_BOOTSTRAP.
        if [ -n "${RUSTC_BOOTSTRAP:-}" ]; then
            CROSS+=(-Zwarnings --config 'build.warnings="deny"')
        fi
        export "CC_${target//-/_}=$stubs/cc" "AR_${target//-/_}=$stubs/ar"
        CARGO_TARGET_DIR=target/phones cargo check --quiet --package voorveld "${CROSS[@]}" \
            --no-default-features --features mobile
    done
)
