#!/usr/bin/env bash
# Builds the APK on a machine with the Android SDK and dx 0.7.10. Untested: it was written without an SDK
# at hand. docs/phones.md lists the requirements.
#
#   app/phones/android/build.sh            target/phones/voorveld.apk, unsigned
#   KEYSTORE=… KEY_ALIAS=… app/phones/android/build.sh    the same, signed (asks for the password)
set -euo pipefail
cd "$(dirname "$0")/../../.."

target=aarch64-linux-android
project=target/dx/voorveld/release/android/app

# Our icon, theme and backup rules have their own names, because dx writes its resources to the same
# place.
mkdir -p "$project/app/src/main"
cp -R app/phones/android/res "$project/app/src/main/"

# Builds the library and the Gradle project. The APK that dx itself makes is debuggable, so it is not
# used.
dx build --android --release --target "$target"
(cd "$project" && ./gradlew assembleRelease)

mkdir -p target/phones
built=$project/app/build/outputs/apk/release/app-release-unsigned.apk
tools=$(find "$ANDROID_HOME/build-tools" -maxdepth 1 -mindepth 1 | sort -V | tail -1)
"$tools/zipalign" -f -P 16 4 "$built" target/phones/voorveld.apk
if [ -n "${KEYSTORE:-}" ]; then
    "$tools/apksigner" sign --ks "$KEYSTORE" --ks-key-alias "$KEY_ALIAS" target/phones/voorveld.apk
fi
echo "target/phones/voorveld.apk"
