//! A record's sync mark.

use dioxus::prelude::*;
use voorveld_core::model::SyncMark;

use super::{Glyph, Icon};
use crate::{format, text};

/// One phone, in bold: only here. Two phones, muted: with the team.
#[component]
pub fn SyncMarkLine(mark: SyncMark) -> Element {
    let (class, glyph) = match mark {
        SyncMark::OnlyHere => ("mark mark--only-here", Glyph::Smartphone),
        SyncMark::WithTeam => ("mark", Glyph::TwoPhones),
    };
    rsx! {
        span { class,
            Icon { glyph }
            {format::mark(text::language(), mark)}
        }
    }
}
