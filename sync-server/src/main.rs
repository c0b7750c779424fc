//! `voorveld-sync-server`: options, logging, signals. The rest is the library.

use std::{
    io::{IsTerminal, Write},
    net::TcpListener,
    path::PathBuf,
};

use anyhow::Context;
use clap::{Parser, ValueEnum};
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;
use voorveld_sync_server::{Config, Server, Tls};

/// The sync server of Voorveld: keeps the sealed logs of teams. It cannot read what it keeps.
///
/// Phones reach it over HTTPS: give it a certificate (--tls-cert, --tls-key), or put a proxy that
/// has one before it. Everything it keeps is in one folder (--data); a copy made while it runs must
/// be made with SQLite's own tools, a copy of the folder only when it is stopped.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Options {
    /// Address and port to listen on. Port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7431")]
    listen: String,

    /// Folder of the database; made when missing
    #[arg(long, value_name = "DIR", default_value = "voorveld-data")]
    data: PathBuf,

    /// What somebody must show to start a team. Without it, only callers on this machine can
    #[arg(
        long,
        value_name = "TOKEN",
        env = "VOORVELD_REGISTRATION_TOKEN",
        hide_env_values = true
    )]
    registration_token: Option<String>,

    /// Certificate with its chain (PEM); with it the server speaks HTTPS
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,

    /// Private key of the certificate (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,

    /// Largest size of the database in MiB; beyond it pushes are refused [default: the disk's]
    #[arg(long, value_name = "MIB")]
    max_data_mib: Option<u64>,

    /// How log lines look; they go to standard error. RUST_LOG chooses which
    #[arg(long, value_enum, default_value_t = LogForm::Text)]
    log: LogForm,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LogForm {
    /// For people
    Text,
    /// One JSON object a line
    Json,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    start_log(options.log);

    let mut config = Config::new(options.data);
    config.registration_token = options.registration_token;
    config.max_data_bytes = options
        .max_data_mib
        .map(|mib| mib.saturating_mul(1024 * 1024));
    config.tls = options
        .tls_cert
        .zip(options.tls_key)
        .map(|(certificate, key)| Tls::Files { certificate, key });
    let scheme = if config.tls.is_some() {
        "https"
    } else {
        "http"
    };

    let mut terminated = signal(SignalKind::terminate())?;
    let mut interrupted = signal(SignalKind::interrupt())?;
    let server = Server::open(config)?;
    let listener = TcpListener::bind(&options.listen)
        .with_context(|| format!("cannot listen on {}", options.listen))?;
    let mut stdout = std::io::stdout();
    writeln!(stdout, "listening on {scheme}://{}", listener.local_addr()?)?;
    stdout.flush()?;

    server
        .run(listener, async move {
            tokio::select! {
                _ = terminated.recv() => {}
                _ = interrupted.recv() => {}
            }
        })
        .await?;
    Ok(())
}

fn start_log(form: LogForm) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    match form {
        LogForm::Text => log.init(),
        LogForm::Json => log.json().init(),
    }
}
