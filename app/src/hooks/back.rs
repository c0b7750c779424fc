//! The way back from a page.

use dioxus::prelude::*;

use crate::route::Route;

/// Goes back in history, or to the list of cases when there is none.
pub fn back() {
    let navigator = navigator();
    if navigator.can_go_back() {
        navigator.go_back();
    } else {
        navigator.push(Route::CasesPage {});
    }
}
