# Sourced by ./run, after app/targets.sh: does the whole app type-check for phones?
#
# No kit of Google's or Apple's is needed: a check links nothing and needs no C. What the C compiler
# would have to say, check/cc and check/ar say; the headers of OpenSSL are this machine's.

PHONES="aarch64-linux-android aarch64-apple-ios"

check_phones() (
    local target stubs=$PWD/app/phones/check
    for target in $PHONES; do
        # Where rustup cannot get a target it takes two minutes to say so; where Debian's Rust can
        # be had it is not asked to. One Rust for both: what builds on this machine is built once.
        if apt-cache show rustc-web >/dev/null 2>&1 &&
            ! rustup target list --installed 2>/dev/null | grep -qx "$target"; then
            VOORVELD_DEBIAN_RUST=1
        fi
    done
    export OPENSSL_NO_VENDOR=1 OPENSSL_INCLUDE_DIR OPENSSL_LIB_DIR
    OPENSSL_INCLUDE_DIR=$(pkg-config --variable=includedir openssl)
    OPENSSL_LIB_DIR=$(pkg-config --variable=libdir openssl)
    # Has to exist; nothing in it is read.
    export SDKROOT=$stubs IPHONEOS_DEPLOYMENT_TARGET=15.0
    # wry writes its Kotlin code somewhere while it is built.
    export WRY_ANDROID_PACKAGE=dev.dioxus.main WRY_ANDROID_LIBRARY=main
    export WRY_ANDROID_KOTLIN_FILES_OUT_DIR=$PWD/target/phones/kotlin
    mkdir -p "$WRY_ANDROID_KOTLIN_FILES_OUT_DIR"
    # One after the other: cargo gives two targets at once each other's features.
    for target in $PHONES; do
        say "The app for $target"
        need_target "$target"
        # A warning is an error, as in lint; only where cargo may be asked so.
        if [ -n "${RUSTC_BOOTSTRAP:-}" ]; then
            CROSS+=(-Zwarnings --config 'build.warnings="deny"')
        fi
        export "CC_${target//-/_}=$stubs/cc" "AR_${target//-/_}=$stubs/ar"
        CARGO_TARGET_DIR=target/phones cargo check --quiet --package voorveld "${CROSS[@]}" \
            --no-default-features --features mobile
    done
)
