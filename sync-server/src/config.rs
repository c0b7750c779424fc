//! What an administrator decides, and the bounds the server holds itself to.

use std::{path::PathBuf, time::Duration};

use crate::WebApp;

/// Everything a server needs to know before it starts.
#[derive(Debug, Clone)]
pub struct Config {
    /// Folder of the database; made when missing.
    pub data: PathBuf,
    /// What a caller must show to start a team. Without one only callers on this machine may.
    pub registration_token: Option<String>,
    /// Serve HTTPS with this certificate, instead of HTTP.
    pub tls: Option<Tls>,
    /// The phone app, served at `/`.
    pub web: WebApp,
    /// Largest size of the database file, in bytes; beyond it pushes are refused as by a full disk.
    pub max_data_bytes: Option<u64>,
    /// Bounds on what is handled at once.
    pub limits: Limits,
}

impl Config {
    /// Defaults, with the database in this folder and the app that is in the binary.
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

/// Where the certificate comes from.
#[derive(Debug, Clone)]
pub enum Tls {
    /// From an administrator, both as PEM.
    Files {
        /// The certificate with its chain.
        certificate: PathBuf,
        /// Its private key.
        key: PathBuf,
    },
    /// From an authority of the server's own ([`crate::SelfSigned`]), for a try-out.
    SelfSigned,
}

/// Bounds on what is handled at once; beyond them a caller is told that the server is busy.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Requests being handled.
    pub in_flight: usize,
    /// Files of the app being sent, besides those requests.
    pub files: usize,
    /// Request bodies in memory, all together, in bytes. Must fit the largest request.
    pub body_bytes: usize,
    /// Large answers in memory, all together, in bytes. Beyond it pages get smaller.
    pub page_bytes: usize,
    /// Writes that wait for the writer.
    pub queue: usize,
    /// Writes in one transaction at most.
    pub batch: usize,
    /// Connections that read.
    pub readers: usize,
    /// How long a caller may take to send its request.
    pub body_timeout: Duration,
    /// How long a request may take once it is in.
    pub request_timeout: Duration,
    /// How long requests get to finish when the server stops.
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
