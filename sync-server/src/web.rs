//! The phone app's files, in memory: which there are and how each is sent.

mod answer;
mod coding;
mod name;

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use axum::body::Bytes;

pub(crate) use answer::answer;
use coding::Coding;

/// What the build script put in: nothing, unless `VOORVELD_WEB_APP` named a folder.
static TABLE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/web_app.rs"));

/// Hashed once a process, however many servers a test starts.
static EMBEDDED: LazyLock<WebApp> = LazyLock::new(|| {
    let files = TABLE.iter();
    WebApp::new(files.map(|(path, bytes)| (*path, Bytes::from_static(bytes))))
});

/// The files of the phone app. Cheap to clone.
#[derive(Clone, Default)]
pub struct WebApp(Arc<BTreeMap<String, WebFile>>);

/// One file of the app.
#[derive(Clone)]
struct WebFile {
    content_type: &'static str,
    /// The name carries a hash of what is in it: under that name it never changes.
    immutable: bool,
    /// What can be sent for it, the plain one first.
    forms: Vec<Form>,
}

/// A file as it goes over the wire.
#[derive(Clone)]
struct Form {
    coding: Coding,
    bytes: Bytes,
    /// Strong, so another one for each coding.
    etag: String,
}

impl WebApp {
    /// The app in this binary, if it was built with one.
    pub fn embedded() -> Self {
        EMBEDDED.clone()
    }

    /// An app of these files, by path without a slash before it. `X.br` and `X.gz` beside `X` are
    /// other forms of `X`, and no files of their own.
    pub fn new<P: Into<String>>(files: impl IntoIterator<Item = (P, Bytes)>) -> Self {
        let given: BTreeMap<String, Bytes> = files
            .into_iter()
            .map(|(path, bytes)| (path.into(), bytes))
            .collect();
        let is_form = |path: &str| {
            Coding::COMPRESSED
                .iter()
                .filter_map(|coding| path.strip_suffix(coding.suffix()))
                .any(|plain| given.contains_key(plain))
        };
        let files = given
            .iter()
            .filter(|(path, _)| !is_form(path))
            .map(|(path, bytes)| {
                let compressed = Coding::COMPRESSED.into_iter().filter_map(|coding| {
                    let bytes = given.get(&format!("{path}{}", coding.suffix()))?;
                    Some(Form::new(coding, bytes.clone()))
                });
                let plain = Form::new(Coding::Identity, bytes.clone());
                let file = WebFile {
                    content_type: name::content_type(path),
                    immutable: name::carries_hash(path),
                    forms: std::iter::once(plain).chain(compressed).collect(),
                };
                (path.clone(), file)
            })
            .collect();
        Self(Arc::new(files))
    }

    /// This app and one file more.
    #[must_use]
    pub fn with(self, path: &str, bytes: impl Into<Bytes>) -> Self {
        let one = Self::new([(path, bytes.into())]);
        let mut files = Arc::unwrap_or_clone(self.0);
        files.extend(Arc::unwrap_or_clone(one.0));
        Self(Arc::new(files))
    }

    /// Whether there is an app to open, and not just a file beside one.
    pub fn is_there(&self) -> bool {
        self.0.contains_key(INDEX)
    }
}

/// The file that is the app's start.
const INDEX: &str = "index.html";

impl Form {
    fn new(coding: Coding, bytes: Bytes) -> Self {
        let hash = blake3::hash(&bytes).to_hex();
        Self {
            coding,
            etag: format!("\"{}\"", &hash[..32]),
            bytes,
        }
    }
}

impl std::fmt::Debug for WebApp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}
