//! `voorveld-sync-server`: command-line options, logging and signals. The library does the rest.

mod startup_banner;

use std::{
    io::{IsTerminal, Write},
    net::{SocketAddr, TcpListener},
    path::PathBuf,
};

use anyhow::Context;
use clap::{Parser, ValueEnum};
use startup_banner::{Certificate, StartupBanner};
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;
use voorveld_sync_server::{Config, Server, Tls, WebApp, reachable};

/// The sync server of Voorveld: stores the sealed logs of teams. It cannot read what it stores.
///
/// It also serves the phone app at `/` when built with it (`./run server`). Phones need HTTPS: give it
/// a certificate (--tls-cert, --tls-key), put a proxy that has one in front of it, or, for a try-out,
/// let it issue its own (--self-signed). All its data is in one folder (--data). Back that folder up
/// with SQLite's own tools while the server runs; a plain copy is safe only when it is stopped.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Options {
    /// Address and port to listen on. Port 0 picks a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7431")]
    listen: String,

    /// Folder of the database; created when missing
    #[arg(long, value_name = "DIR", default_value = "voorveld-data")]
    data: PathBuf,

    /// Token required to start a team. Without one, only callers on this machine can
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

    /// For a try-out: serve HTTPS with a self-issued certificate, valid for this machine's names and
    /// for private addresses. Phones must be told to trust it; instructions are printed. Its
    /// certificate authority is stored in the data folder (authority.pem). If phones can reach the
    /// server and no registration token is given, one is generated (registration-token) and printed
    #[arg(long, conflicts_with_all = ["tls_cert", "tls_key"])]
    self_signed: bool,

    /// Print the addresses for phones as QR codes even when standard output is not a terminal
    #[arg(long)]
    qr: bool,

    /// Largest size of the database in MiB; beyond it pushes are refused [default: no limit]
    #[arg(long, value_name = "MIB")]
    max_data_mib: Option<u64>,

    /// Format of log lines, written to standard error. RUST_LOG sets the filter
    #[arg(long, value_enum, default_value_t = LogForm::Text)]
    log: LogForm,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LogForm {
    /// Human-readable
    Text,
    /// One JSON object per line
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
    let files = options.tls_cert.zip(options.tls_key);
    config.tls = match files {
        Some((certificate, key)) => Some(Tls::Files { certificate, key }),
        None => options.self_signed.then_some(Tls::SelfSigned),
    };
    let scheme = if config.tls.is_some() {
        "https"
    } else {
        "http"
    };

    let mut terminated = signal(SignalKind::terminate())?;
    let mut interrupted = signal(SignalKind::interrupt())?;
    let tls = config.tls.clone();
    let token_given = config.registration_token.is_some();
    let mut server = Server::open(config)?;
    let listener = TcpListener::bind(&options.listen)
        .with_context(|| format!("cannot listen on {}", options.listen))?;
    let listen = listener.local_addr()?;
    let mut token = None;
    let try_out = matches!(tls, Some(Tls::SelfSigned));
    if try_out && !token_given && !listen.ip().to_canonical().is_loopback() {
        // The first phone must be able to start a team, but not every machine on the network.
        token = Some(server.require_token()?.to_owned());
    }
    let mut stdout = std::io::stdout();
    // Scripts wait for this line and may stop reading after it.
    writeln!(stdout, "listening on {scheme}://{listen}")?;
    stdout.flush()?;
    let terminal = stdout.is_terminal();
    if terminal || options.qr || try_out {
        let mut phones = reachable(listen);
        let greeting = StartupBanner {
            certificate: certificate(&server, tls.as_ref(), &mut phones),
            listen,
            phones,
            token,
            app: WebApp::embedded().is_there(),
            qr: options.qr || terminal,
        };
        greeting.tell(&mut stdout);
    }

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

/// Returns which certificate the server uses; removes from `phones` the addresses it does not cover.
fn certificate(server: &Server, tls: Option<&Tls>, phones: &mut Vec<SocketAddr>) -> Certificate {
    match (tls, server.self_signed()) {
        (_, Some(own)) => Certificate::Own {
            fingerprint: own.fingerprint(),
            names: own.names(),
            uncovered: phones
                .extract_if(.., |phone| !own.covers(phone.ip()))
                .collect(),
        },
        (Some(_), None) => Certificate::Theirs,
        (None, None) => Certificate::None,
    }
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
