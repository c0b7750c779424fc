#!/usr/bin/env bash
# Renders the app's icons from assets/icons/app-icon.svg with Chromium, which draws SVG as the app does.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
svg=$(cat assets/icons/app-icon.svg)

# draw SIZE SCALE RADIUS FILE: SCALE is that of the door, RADIUS that of the corners in percent.
draw() {
    cat >"$work/icon.html" <<HTML
<style>html, body { margin: 0; } svg { display: block; width: ${1}px; height: ${1}px;
border-radius: ${3}%; }
#scaled { transform: scale($2); transform-origin: 256px 256px; }</style>
$(printf '%s' "$svg" | sed 's|<g id="door"|<g id="scaled"><g id="door"|; s|</g>|</g></g>|')
HTML
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
        --default-background-color=00000000 --window-size="$1,$1" --screenshot="$work/icon.png" \
        "file://$work/icon.html" >/dev/null 2>&1
    # The smallest lossless file; opaque where the corners are square.
    if [ "$3" = 0 ]; then set -- "$@" -alpha off; fi
    convert "$work/icon.png" "${@:5}" -strip -define png:compression-level=9 "$4"
}

draw 192 1 22 assets/icons/icon-192.png
draw 512 1 22 assets/icons/icon-512.png
# Launchers may crop it to a circle, so the door stays within the middle 80 %.
draw 512 0.8 0 assets/icons/icon-maskable-512.png
draw 180 0.92 0 assets/icons/apple-touch-180.png
draw 1024 0.92 0 app/phones/ios/Assets.xcassets/AppIcon.appiconset/icon-1024.png
