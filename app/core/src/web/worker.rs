//! The worker's side.

use std::cell::RefCell;
use std::rc::Rc;

use futures::StreamExt as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, MessagePort};

use super::message::{Ask, Asked, Told};
use crate::{Environment, Error, Phone, Workspace, files};

/// Where the phone's files are, as a prefix of their names.
const FOLDER: &str = "phone";

/// The open store.
type Open = Rc<RefCell<Option<Workspace>>>;

/// Opens the files and answers the page through this port from then on.
pub async fn serve(page: MessagePort) {
    if let Err(error) = files::install().await {
        return tell(&page, &Told::Refused(error));
    }
    let phone = Phone::at(FOLDER);
    let open = Open::default();
    let listener = {
        let (phone, page) = (phone.clone(), page.clone());
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            match serde_json::from_str::<Asked>(&text) {
                Ok(asked) => {
                    spawn_local(answer(page.clone(), phone.clone(), Rc::clone(&open), asked));
                }
                Err(error) => tracing::error!("the page asks nothing that is known: {error}"),
            }
        })
    };
    tell(
        &page,
        &Told::Ready {
            has_store: phone.has_store(),
        },
    );
    // What the page said before this has waited in the port.
    page.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // Lives as long as the worker.
    listener.forget();
}

async fn answer(page: MessagePort, phone: Phone, open: Open, Asked { number, ask }: Asked) {
    if matches!(ask, Ask::Create(_) | Ask::Unlock(_)) {
        // One that was left open would stand in the way.
        open.replace(None);
    }
    let opened = match ask {
        Ask::Create(pin) => phone.create(&pin, Environment::default()).await,
        Ask::Unlock(pin) => phone.unlock(&pin, Environment::default()).await,
        Ask::SetAside => {
            open.replace(None);
            return tell(&page, &Told::Opened(number, phone.set_aside().await));
        }
        Ask::Close => {
            open.replace(None);
            return tell(&page, &Told::Opened(number, Ok(())));
        }
        Ask::Call(command) => {
            let asked = open.borrow().as_ref().map(|open| open.ask(command));
            let answer = match asked {
                Some(answer) => answer.await,
                None => Err(Error::Internal("the store is closed".into())),
            };
            return tell(&page, &Told::Answer(number, Box::new(answer)));
        }
    };
    let told = opened.map(|workspace| {
        let mut changes = workspace.changes();
        open.replace(Some(workspace));
        let page = page.clone();
        spawn_local(async move {
            while let Some(change) = changes.next().await {
                tell(&page, &Told::Changed(change));
            }
        });
    });
    if told.is_err() {
        // A vault may have been made before what came after it failed.
        let has_store = phone.has_store();
        tell(&page, &Told::Ready { has_store });
    }
    tell(&page, &Told::Opened(number, told));
}

fn tell(page: &MessagePort, told: &Told) {
    let text = serde_json::to_string(told).unwrap_or_else(|e| unreachable!("plain data: {e}"));
    if let Err(error) = page.post_message(&JsValue::from_str(&text)) {
        tracing::error!("the page was not told: {error:?}");
    }
}
