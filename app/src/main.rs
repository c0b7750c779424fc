//! Starts the app. In a browser this same program is the page and, in a worker, the store.

fn main() -> anyhow::Result<()> {
    voorveld::platform::start()
}
