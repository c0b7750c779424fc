//! The style sheets and the typeface, embedded in the program: nothing is read from disk or network.

use std::sync::OnceLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

const SHEETS: &[&str] = &[
    include_str!("../../assets/css/tokens.css"),
    include_str!("../../assets/css/base.css"),
    include_str!("../../assets/css/shell.css"),
    include_str!("../../assets/css/controls.css"),
    include_str!("../../assets/css/records.css"),
    include_str!("../../assets/css/sheet.css"),
    include_str!("../../assets/css/case.css"),
    include_str!("../../assets/css/history.css"),
    include_str!("../../assets/css/unlock.css"),
    include_str!("../../assets/css/team.css"),
    include_str!("../../assets/css/network.css"),
    include_str!("../../assets/css/decision.css"),
    include_str!("../../assets/css/expense.css"),
    include_str!("../../assets/css/filters.css"),
    include_str!("../../assets/css/paper-screen.css"),
    include_str!("../../assets/css/study.css"),
    include_str!("../../assets/css/core-team.css"),
    include_str!("../../assets/css/effect.css"),
    include_str!("../../assets/css/casework.css"),
    include_str!("../../assets/css/wide.css"),
    include_str!("../../assets/css/large.css"),
    include_str!("../../assets/css/forced.css"),
];

const LATIN: &[u8] = include_bytes!("../../assets/fonts/latin.woff2");
const LATIN_EXT: &[u8] = include_bytes!("../../assets/fonts/latin-ext.woff2");

/// Unicode ranges of the two font files, as published with them.
const LATIN_RANGE: &str = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,\
     U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const LATIN_EXT_RANGE: &str = "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,\
     U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";

/// Returns all styles as one sheet. The typeface is embedded as a data URL, because file paths resolve
/// differently on each platform.
pub fn sheet() -> &'static str {
    static SHEET: OnceLock<String> = OnceLock::new();
    SHEET.get_or_init(|| {
        let mut sheet = String::with_capacity(128 * 1024);
        for (file, range) in [(LATIN, LATIN_RANGE), (LATIN_EXT, LATIN_EXT_RANGE)] {
            sheet.push_str(
                "@font-face{font-family:\"Atkinson Hyperlegible Next\";font-weight:200 800;\
                 font-style:normal;font-display:block;src:url(data:font/woff2;base64,",
            );
            STANDARD.encode_string(file, &mut sheet);
            sheet.push_str(") format(\"woff2\");unicode-range:");
            sheet.push_str(range);
            sheet.push_str(";}\n");
        }
        for part in SHEETS {
            sheet.push_str(part);
        }
        sheet
    })
}
