//! Questions about a page, as expressions for the inspector.

use serde::Deserialize;
use serde_json::{Value, json};

/// Something on the page.
#[derive(Debug, Clone, Copy)]
pub enum What<'a> {
    /// By its selector.
    Css(&'a str),
    /// By the words on it (or said by a screen reader): a button, link, chip or field.
    Words(&'a str),
}

impl std::fmt::Display for What<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Css(selector) => f.write_str(selector),
            Self::Words(words) => write!(f, "“{words}”"),
        }
    }
}

/// A selector when it starts like one of ours (`#id`, `.class`, `[attribute]`), else words.
impl<'a> From<&'a str> for What<'a> {
    fn from(what: &'a str) -> Self {
        if what.starts_with(['#', '.', '[']) {
            Self::Css(what)
        } else {
            Self::Words(what)
        }
    }
}

/// Where something is, in the page's pixels.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Spot {
    /// The middle of the part that is in view.
    pub x: f64,
    /// The same.
    pub y: f64,
    /// A finger put there would touch it.
    pub reach: bool,
    /// It lies under the lower edge of what is in view.
    pub below: bool,
    /// Screen pixels a page pixel.
    pub ratio: f64,
    /// Size of what is in view.
    pub width: f64,
    /// The same.
    pub height: f64,
}

/// Where something is; none when it is not there or cannot be seen.
pub fn spot(what: What<'_>) -> String {
    call("spot", what)
}

/// Whether something is there to be seen.
pub fn seen(what: What<'_>) -> String {
    format!("({}) !== null", call("find", what))
}

/// The words of something; of a field, what was typed in it.
pub fn words(what: What<'_>) -> String {
    format!(
        "(() => {{ const e = {}; return e === null ? null : (e.matches('input, textarea') ? e.value : clean(e.innerText)); }})()",
        call("find", what)
    )
}

/// An expression with the helpers in front.
pub fn with_helpers(expression: &str) -> String {
    format!("(() => {{ {HELPERS} return {expression}; }})()")
}

/// Reads a spot; none when nothing was found.
pub fn read_spot(value: Value) -> Option<Spot> {
    serde_json::from_value(value).ok()
}

fn call(function: &str, what: What<'_>) -> String {
    let (css, words) = match what {
        What::Css(css) => (json!(css), Value::Null),
        What::Words(words) => (Value::Null, json!(words)),
    };
    format!("{function}({css}, {words})")
}

const HELPERS: &str = r#"
const clean = text => (text ?? '').replace(/\s+/g, ' ').trim();
const visible = e => {
    if (e.closest('[inert]')) return false;
    const box = e.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(e).visibility !== 'hidden';
};
const find = (css, words) => {
    if (css !== null) return [...document.querySelectorAll(css)].find(visible) ?? null;
    const all = [...document.querySelectorAll('button, a, label, input, textarea, [role=tab]')]
        .filter(visible);
    const said = e => clean(e.getAttribute('aria-label') ?? e.placeholder);
    return all.find(e => clean(e.innerText) === words)
        ?? all.find(e => said(e) === words)
        ?? all.find(e => clean(e.innerText).includes(words))
        ?? null;
};
const spot = (css, words) => {
    const e = find(css, words);
    if (e === null) return null;
    const box = e.getBoundingClientRect();
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const x = (left + right) / 2, y = (top + bottom) / 2;
    const hit = top < bottom && left < right ? document.elementFromPoint(x, y) : null;
    return {
        x, y,
        reach: hit !== null && (e.contains(hit) || hit.contains(e) && hit.closest('label') === hit),
        below: (box.top + box.bottom) / 2 > innerHeight / 2,
        ratio: devicePixelRatio, width: innerWidth, height: innerHeight,
    };
};
"#;
