//! QR codes.

use dioxus::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// Width in modules of the white quiet zone that scanners need.
const QUIET: usize = 4;

/// Draws a QR code, on white even in dark mode so that cameras can read it. Renders nothing when the
/// text does not fit in a QR code.
#[component]
pub fn QrPicture(code: String, label: String, #[props(default)] id: Option<String>) -> Element {
    let Some((size, path)) = outline(&code) else {
        return rsx! {};
    };
    let whole = size + 2 * QUIET;
    rsx! {
        div { class: "qr", id,
            svg {
                class: "qr__picture",
                view_box: "0 0 {whole} {whole}",
                role: "img",
                "aria-label": label,
                "shape-rendering": "crispEdges",
                path { d: path }
            }
        }
    }
}

/// Returns the width in modules, and the dark modules as path data: one rectangle per horizontal run.
fn outline(code: &str) -> Option<(usize, String)> {
    let code = QrCode::with_error_correction_level(code, EcLevel::M).ok()?;
    let size = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(size).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            let length = run.len();
            if run.first() == Some(&Color::Dark) {
                let (left, top) = (x + QUIET, y + QUIET);
                path.push_str(&format!("M{left} {top}h{length}v1h-{length}z"));
            }
            x += length;
        }
    }
    Some((size, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str =
        "https://voorveld.oosterhage.nl/#/team/koppel/fiets-anker-molen-zilver-kraan";

    #[test]
    fn every_dark_module_is_drawn_once_and_no_light_one() {
        let (size, path) = outline(CODE).expect("fits");
        let mut drawn = vec![Color::Light; size * size];
        for run in path.split('M').skip(1) {
            let numbers: Vec<usize> = run
                .split(|sign: char| !sign.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .collect();
            let [left, top, length, ..] = numbers[..] else {
                panic!("a run says where and how long: {run}");
            };
            for x in left - QUIET..left - QUIET + length {
                let place = (top - QUIET) * size + x;
                assert_eq!(drawn[place], Color::Light, "drawn twice");
                drawn[place] = Color::Dark;
            }
        }
        let code = QrCode::with_error_correction_level(CODE, EcLevel::M).expect("fits");
        assert_eq!(drawn, code.to_colors());
    }

    #[test]
    fn too_much_for_a_code_draws_nothing() {
        assert_eq!(outline(&"x".repeat(5000)), None);
    }
}
