//! Starts the app. In a browser this same program is the page and, in a worker, the store.

fn main() -> anyhow::Result<std::process::ExitCode> {
    voorveld::platform::start()
}
