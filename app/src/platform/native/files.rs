//! File fields in a phone's web view. Dioxus's own file dialog returns no files on phones.

use std::any::Any;
use std::future::ready;
use std::path::PathBuf;
use std::pin::Pin;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use dioxus::CapturedError;
use dioxus::html::bytes::Bytes;
use dioxus::html::{FileData, NativeFileData};
use dioxus::prelude::*;
use futures::{Stream, stream};

/// Makes the current page the receiver of chosen files.
const TAKE: &str = "window.voorveldTake = (chosen) => dioxus.send(chosen); \
                    await new Promise(() => {});";

/// Calls `take` with the files chosen in a file field.
pub(crate) fn use_chosen(take: impl Fn(Vec<FileData>) + 'static) {
    use_hook(move || {
        spawn(async move {
            let mut page = document::eval(TAKE);
            while let Ok((name, content)) = page.recv::<(String, Option<String>)>().await {
                let content = content.and_then(|text| BASE64_STANDARD.decode(text).ok());
                take(vec![FileData::new(Chosen {
                    name,
                    content: content.map(Bytes::from),
                })]);
            }
        });
    });
}

/// A file that is already in memory: it has no path here.
#[derive(Clone)]
struct Chosen {
    name: String,
    /// `None` when the phone could not read the file.
    content: Option<Bytes>,
}

impl Chosen {
    fn read(&self) -> Result<Bytes, CapturedError> {
        self.content
            .clone()
            .ok_or_else(|| CapturedError::from_display("the phone could not read the file"))
    }
}

type Later<T> = Pin<Box<dyn Future<Output = Result<T, CapturedError>> + 'static>>;
type Pieces = Pin<Box<dyn Stream<Item = Result<Bytes, CapturedError>> + 'static + Send>>;

impl NativeFileData for Chosen {
    fn name(&self) -> String {
        self.name.clone()
    }

    fn size(&self) -> u64 {
        self.content.as_ref().map_or(0, |bytes| bytes.len() as u64)
    }

    fn last_modified(&self) -> u64 {
        0
    }

    fn path(&self) -> PathBuf {
        PathBuf::from(&self.name)
    }

    fn content_type(&self) -> Option<String> {
        None
    }

    fn read_bytes(&self) -> Later<Bytes> {
        Box::pin(ready(self.read()))
    }

    fn byte_stream(&self) -> Pieces {
        Box::pin(stream::once(ready(self.read())))
    }

    fn read_string(&self) -> Later<String> {
        let text = self
            .read()
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        Box::pin(ready(text))
    }

    fn inner(&self) -> &dyn Any {
        self
    }
}
