//! The smallest Dioxus app: the baseline cost of a window.

use dioxus::prelude::*;

fn main() {
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::INFO)
        .init();
    dioxus::launch(App);
}

#[component]
fn App() -> Element {
    rsx! {
        div { onmounted: move |_| tracing::info!("first screen"), "Leeg" }
    }
}
