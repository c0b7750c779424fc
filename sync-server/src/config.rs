//! Configuration set by the administrator, and the server's resource limits.

use std::{path::PathBuf, time::Duration};

use crate::WebApp;

/// The configuration of a server.
#[derive(Debug, Clone)]
pub struct Config {
    /// Folder of the database; created when missing.
    pub data: PathBuf,
    /// Token required to start a team. Without one, only callers on this machine may.
    pub registration_token: Option<String>,
    /// Serves HTTPS with this certificate; plain HTTP when absent.
    pub tls: Option<Tls>,
    /// The phone app, served at `/`.
    pub web: WebApp,
    /// Largest size of the database file, in bytes; beyond it pushes are refused as on a full disk.
    pub max_data_bytes: Option<u64>,
    /// Resource limits.
    pub limits: Limits,
}

impl Config {
    /// Returns the defaults, with the database in this folder and the app embedded in the binary.
    pub fn new(data: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            registration_token: None,
            tls: None,
            web: WebApp::embedded(),
            max_data_bytes: None,
            limits: Limits::default(),
        }
    }
}

/// The source of the TLS certificate.
#[derive(Debug, Clone)]
pub enum Tls {
    /// PEM files supplied by the administrator.
    Files {
        /// The certificate with its chain.
        certificate: PathBuf,
        /// Its private key.
        key: PathBuf,
    },
    /// Issued by the server's own authority ([`crate::SelfSigned`]), for a try-out.
    SelfSigned,
}

/// Resource limits of the whole server.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Most API requests in flight.
    pub in_flight: usize,
    /// Most files of the app being sent at once; these do not count as in flight.
    pub files: usize,
    /// Memory for request bodies, in bytes, over all requests. Must fit the largest request.
    pub body_bytes: usize,
    /// Memory for large response pages, in bytes, over all requests. Beyond it pages get smaller.
    pub page_bytes: usize,
    /// Most writes queued for the writer thread.
    pub queue: usize,
    /// Most writes in one transaction.
    pub batch: usize,
    /// Number of read connections.
    pub readers: usize,
    /// How long reserving memory for a request body, and then reading it, may each take.
    pub body_timeout: Duration,
    /// Time for handling; a request may take this plus [`Self::body_timeout`] in total.
    pub request_timeout: Duration,
    /// How long requests in flight may take to finish at shutdown.
    pub stop_timeout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            in_flight: 512,
            files: 256,
            body_bytes: 10 * 1024 * 1024,
            page_bytes: 8 * 1024 * 1024,
            queue: 512,
            batch: 64,
            readers: 4,
            body_timeout: Duration::from_secs(60),
            request_timeout: Duration::from_secs(30),
            stop_timeout: Duration::from_secs(10),
        }
    }
}
