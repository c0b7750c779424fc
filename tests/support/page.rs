//! Expressions to evaluate on a page through the inspector.

use serde::Deserialize;
use serde_json::{Value, json};

/// A way to find an element on the page.
#[derive(Debug, Clone, Copy)]
pub enum What<'a> {
    /// By CSS selector.
    Css(&'a str),
    /// A button, link, chip or field, by its visible text or accessible name.
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

/// A selector if it starts like one (`#id`, `.class`, `[attribute]`), otherwise a text.
impl<'a> From<&'a str> for What<'a> {
    fn from(what: &'a str) -> Self {
        if what.starts_with(['#', '.', '[']) {
            Self::Css(what)
        } else {
            Self::Words(what)
        }
    }
}

/// The position of an element, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Spot {
    /// Horizontal centre of its visible part.
    pub x: f64,
    /// Vertical centre of its visible part.
    pub y: f64,
    /// Whether a press at that point would hit the element.
    pub reach: bool,
    /// Whether its centre lies in or below the lower half of the viewport.
    pub below: bool,
    /// Device pixels per CSS pixel.
    pub ratio: f64,
    /// Width of the viewport.
    pub width: f64,
    /// Height of the viewport.
    pub height: f64,
}

/// Returns an expression for an element's [`Spot`]; null when it is absent or hidden.
pub fn spot(what: What<'_>) -> String {
    call("spot", what)
}

/// Returns an expression for whether an element is visible.
pub fn seen(what: What<'_>) -> String {
    format!("({}) !== null", call("find", what))
}

/// Returns an expression for an element's text, or a field's value.
pub fn words(what: What<'_>) -> String {
    format!(
        "(() => {{ const e = {}; return e === null ? null : (e.matches('input, textarea') ? e.value : clean(e.innerText)); }})()",
        call("find", what)
    )
}

/// Wraps an expression with the helper functions.
pub fn with_helpers(expression: &str) -> String {
    format!("(() => {{ {HELPERS} return {expression}; }})()")
}

/// Parses a spot; `None` when the element was not found.
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
