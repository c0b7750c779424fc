//! Makes a page under a sheet inert for the keyboard and screen readers, as the scrim does for the eye.

use dioxus::prelude::*;

#[derive(Clone, Copy)]
struct Covered(Signal<u32>);

/// Provides the count of open sheets in the context.
pub fn use_covered_provider() {
    let sheets = use_signal(|| 0);
    use_context_provider(|| Covered(sheets));
}

/// Tells whether a sheet covers the page.
pub fn use_covered() -> bool {
    use_hook(try_consume_context::<Covered>).is_some_and(|Covered(sheets)| sheets() > 0)
}

/// Covers the page while the component is mounted.
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
