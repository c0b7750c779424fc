//! Starts the app. In a browser, this program runs as the page and, in a worker, as the store.

fn main() -> anyhow::Result<std::process::ExitCode> {
    voorveld::platform::start()
}
