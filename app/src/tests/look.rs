//! Invariants of the style sheets, whatever colour or size changes.

use std::collections::BTreeMap;

use crate::style::sheet;

const TOKENS: &str = include_str!("../../../assets/css/tokens.css");

/// Text colours and their backgrounds, as tokens without their prefix.
const TEXT: [(&str, &str); 11] = [
    ("ink", "surface"),
    ("ink", "ground"),
    ("ink-second", "surface"),
    ("ink-second", "ground"),
    ("accent", "surface"),
    ("accent", "accent-soft"),
    ("on-accent", "accent"),
    ("on-chosen", "chosen"),
    ("on-safety", "safety"),
    ("ink", "accent-soft"),
    ("accent", "ground"),
];

/// Edges, fills and the focus ring, which identify a control, and their backgrounds.
const SHAPES: [(&str, &str); 6] = [
    ("edge", "surface"),
    ("edge", "ground"),
    ("rule", "surface"),
    ("accent", "surface"),
    ("chosen", "surface"),
    ("on-safety", "safety"),
];

type Colours = BTreeMap<String, [u8; 3]>;

/// Returns the colours of the blocks that start like this; later blocks override earlier ones.
fn colours(beginnings: &[&str]) -> Colours {
    let mut colours = Colours::new();
    for beginning in beginnings {
        let (_, block) = TOKENS
            .split_once(beginning)
            .unwrap_or_else(|| panic!("no block {beginning}"));
        let (block, _) = block.split_once('}').expect("a block that ends");
        for line in block.lines() {
            let Some((name, value)) = line.trim().split_once(": #") else {
                continue;
            };
            let name = name.trim_start_matches("--voorveld-color-").to_owned();
            let hex = u32::from_str_radix(value.trim_end_matches(';'), 16).expect("a colour");
            let [_, red, green, blue] = hex.to_be_bytes();
            colours.insert(name, [red, green, blue]);
        }
    }
    colours
}

/// Returns the relative luminance of WCAG 2.2.
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn check(colours: &Colours, text: f64, shapes: f64) {
    let pairs = TEXT.map(|pair| (pair, text));
    let pairs = pairs.into_iter().chain(SHAPES.map(|pair| (pair, shapes)));
    let weak: Vec<_> = pairs
        .map(|((front, back), least)| (front, back, contrast(colours[front], colours[back]), least))
        .filter(|(.., found, least)| found < least)
        .collect();
    assert!(weak.is_empty(), "{weak:?}");
}

const SAFETY: &str = "\n:root {\n";
const LIGHT: &str = "[data-appearance=\"light\"] {";
const DARK: &str = "  :root {\n    color-scheme: dark;";

#[test]
fn contrast_is_measured_as_wcag_does() {
    assert!((contrast([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 0.001);
    assert!((contrast([119, 119, 119], [255, 255, 255]) - 4.48).abs() < 0.01);
}

#[test]
fn light_can_be_read() {
    check(&colours(&[SAFETY, LIGHT]), 4.5, 3.0);
}

#[test]
fn dark_can_be_read() {
    check(&colours(&[SAFETY, DARK]), 4.5, 3.0);
}

#[test]
fn dark_by_choice_is_dark_by_the_phone() {
    assert_eq!(
        colours(&[DARK]),
        colours(&["\n[data-appearance=\"dark\"] {"])
    );
}

#[test]
fn who_asks_for_more_contrast_gets_it() {
    let more = "@media (prefers-contrast: more) {\n  :root,\n  [data-appearance] {";
    assert!(TOKENS.contains(more), "no block for it");
    for appearance in [LIGHT, DARK] {
        let mut all = colours(&[SAFETY, appearance]);
        // With more contrast, secondary text and every edge take the colour of the ink.
        for name in ["ink-second", "edge", "rule", "line"] {
            all.insert(name.to_owned(), all["ink"]);
        }
        check(
            &all,
            4.5,
            7.0_f64.min(contrast(all["accent"], all["surface"])),
        );
    }
}

#[test]
fn every_size_of_type_grows_with_the_phones() {
    let rules = sheet().split_once("*::after").expect("rules").1;
    for line in rules.lines().map(str::trim) {
        let sized = line.starts_with("font") || line.starts_with("line-height");
        let fixed = line.contains("px") && !line.contains("rem");
        assert!(!(sized && fixed), "{line}");
    }
}

#[test]
fn movement_contrast_and_forced_colours_are_thought_of() {
    for wish in [
        "(prefers-reduced-motion: reduce)",
        "(prefers-contrast: more)",
        "(forced-colors: active)",
    ] {
        assert!(sheet().contains(wish), "{wish}");
    }
}

/// Every pressable class, with the minimum height in its rules.
#[test]
fn a_wet_thumb_hits_every_target() {
    let rules = sheet();
    let roots = |height: &str| -> f64 {
        let height = height.trim();
        if height.starts_with("var(--voorveld-target)") {
            return 3.0;
        }
        height.trim_end_matches("rem").parse().unwrap_or(0.0)
    };
    for class in [
        ".switch {",
        ".paper__when,\n.paper__line {",
        ".paper__link {",
        ".button {",
        ".button--small {",
        ".invite {",
        ".chip {",
        ".filter {",
        ".field__box {",
        ".field__clear {",
        ".keypad__key {",
        ".row__main {",
        ".row {",
        ".tick__box {",
        ".tick a.row__words,\n.tick__words {",
        ".record {",
        ".call {",
        ".draft-line {",
        ".head__button {",
        ".bar__tab {",
        ".bar__plus {",
        ".sheet__close {",
        ".sheet__when {",
        ".trust__step {",
        ".last-three {",
        ".safety__fact {",
        ".safety__end {",
        ".tabs__tab {",
        ".signal__text {",
        ".square {",
        ".found {",
        ".lead-line a {",
        ".expense {",
        ".photo-field {",
        ".entry__text {",
        ".entry__meta .link {",
    ] {
        let tall = rules.split(&format!("\n{class}")).skip(1).any(|rest| {
            let block = rest.split('}').next().unwrap_or_default();
            block.lines().any(|line| {
                let Some((name, value)) = line.trim().trim_end_matches(';').split_once(": ") else {
                    return false;
                };
                matches!(name, "min-height" | "height") && roots(value) >= 3.0
            })
        });
        assert!(tall, "{class} … is less than 48 pixels high");
    }
}
