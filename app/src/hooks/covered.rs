//! A page under a sheet is out of reach: for the eye by the scrim, for the keyboard and a screen
//! reader by this.

use dioxus::prelude::*;

#[derive(Clone, Copy)]
struct Covered(Signal<u32>);

/// Puts in the context whether something lies over the page.
pub fn use_covered_provider() {
    let sheets = use_signal(|| 0);
    use_context_provider(|| Covered(sheets));
}

/// Something lies over the page.
pub fn use_covered() -> bool {
    use_hook(try_consume_context::<Covered>).is_some_and(|Covered(sheets)| sheets() > 0)
}

/// Lies over the page for as long as the component is there.
pub fn use_covering() {
    let covered = use_hook(|| {
        let covered = try_consume_context::<Covered>();
        if let Some(Covered(mut sheets)) = covered {
            sheets += 1;
        }
        covered
    });
    use_drop(move || {
        if let Some(Covered(mut sheets)) = covered {
            sheets -= 1;
        }
    });
}
