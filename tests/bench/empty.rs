//! The smallest Dioxus app: what every window costs before there is anything in it.

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
