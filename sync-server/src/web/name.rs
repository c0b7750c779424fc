//! Facts derived from a file's name.

/// Returns the content type by extension. Neither we nor the browser (nosniff) inspect the content.
pub(super) fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "json" | "map" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "crt" => "application/x-x509-ca-cert",
        _ => "application/octet-stream",
    }
}

/// Returns whether the path identifies the content: the file's name contains `-<at least 8
/// hexadecimal digits>.`, or its top folder's name ends in such a hash.
pub(super) fn carries_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut parts = name.split('.');
    // The extension is not followed by a dot.
    parts.next_back();
    let folder = path.split_once('/').map(|(folder, _)| folder);
    parts.chain(folder).any(ends_on_hash)
}

fn ends_on_hash(part: &str) -> bool {
    part.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() >= 8 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_eight_hexadecimal_digits_or_more_between_a_dash_and_a_dot() {
        for path in [
            "voorveld-1a2b3c4d.js",
            "voorveld-0123456789abcdef.wasm",
            "snippets/a-b/inline-DEADBEEF.js",
            "voorveld-1a2b3c4d.min.js",
            "app-1a2b3c4d/index.js",
            "app-1a2b3c4d/snippets/inline.js",
        ] {
            assert!(carries_hash(path), "{path}");
        }
        for path in [
            "index.html",
            "sw.js",
            "voorveld-1a2b3c4.js",
            "voorveld-1a2b3c4g.js",
            "1a2b3c4d.js",
            "a/b-1a2b3c4d/index.js",
            "app/index.js",
            "voorveld-1a2b3c4d",
            "x.voorveld-1a2b3c4d",
            "",
        ] {
            assert!(!carries_hash(path), "{path}");
        }
    }

    #[test]
    fn text_says_that_it_is_utf_8_and_the_unknown_is_bytes() {
        for (path, said) in [
            ("index.html", "text/html; charset=utf-8"),
            ("a/b-1a2b3c4d.js", "text/javascript; charset=utf-8"),
            ("x.css", "text/css; charset=utf-8"),
            ("x_bg.wasm", "application/wasm"),
            ("manifest.webmanifest", "application/manifest+json"),
            ("icons/192.png", "image/png"),
            ("icons/any.svg", "image/svg+xml"),
            ("f.woff2", "font/woff2"),
            ("voorveld-ca.crt", "application/x-x509-ca-cert"),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(content_type(path), said, "{path}");
        }
    }
}
