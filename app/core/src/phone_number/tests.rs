//! Tests of phone numbers: in fields, in texts, and property tests.

mod generated;
mod in_fields;
mod in_texts;

use super::in_text;

fn check(text: &str, numbers: &[&str]) {
    assert_eq!(in_text(text), numbers, "{text}");
}
