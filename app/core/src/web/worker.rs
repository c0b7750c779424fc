//! The worker's side of the connection.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures::StreamExt as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, MessagePort};

use super::message::{Ask, Asked, Opening, Told};
use crate::{Environment, Error, Phone, Workspace, files};

/// The prefix of the phone's file names.
const FOLDER: &str = "phone";

/// The state of the worker.
struct Desk {
    page: MessagePort,
    phone: Phone,
    open: RefCell<Option<(u32, Workspace)>>,
    openings: Cell<u32>,
}

/// Opens the file pool, then serves the page's requests through this port.
pub async fn serve(page: MessagePort) {
    if let Err(error) = files::install().await {
        return tell(&page, &Told::Refused(error));
    }
    let desk = Rc::new(Desk {
        page: page.clone(),
        phone: Phone::at(FOLDER),
        open: RefCell::default(),
        openings: Cell::default(),
    });
    let has_store = desk.phone.has_store();
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let text = event.data().as_string().unwrap_or_default();
        match serde_json::from_str::<Asked>(&text) {
            Ok(asked) => spawn_local(answer(Rc::clone(&desk), asked)),
            Err(error) => tracing::error!("the page asks nothing that is known: {error}"),
        }
    });
    tell(&page, &Told::Ready { has_store });
    // Messages that arrived before this are queued in the port.
    page.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // Lives as long as the worker.
    listener.forget();
}

async fn answer(desk: Rc<Desk>, Asked { number, ask }: Asked) {
    let told = match ask {
        Ask::Create(pin) => {
            // An open store would block the new one.
            desk.open.replace(None);
            let made = desk.phone.create(&pin, Environment::default()).await;
            Told::Opened(number, desk.opened(made))
        }
        Ask::Unlock(pin) => {
            desk.open.replace(None);
            let opened = desk.phone.unlock(&pin, Environment::default()).await;
            Told::Opened(number, desk.opened(opened))
        }
        Ask::Switch(opening, choice) => {
            let switched = match desk.at(opening) {
                Ok(workspace) => workspace.switch(choice).await,
                Err(error) => Err(error),
            };
            Told::Opened(number, switched.map(|workspace| desk.open(workspace)))
        }
        Ask::SetAside => {
            desk.open.replace(None);
            Told::Done(number, desk.phone.set_aside().await)
        }
        Ask::Close(opening) => {
            // Another store may have been opened since.
            if desk.at(opening).is_ok() {
                desk.open.replace(None);
            }
            Told::Done(number, Ok(()))
        }
        Ask::Store(opening, request) => {
            let answer = match desk.at(opening).map(|workspace| workspace.ask(request)) {
                Ok(answer) => answer.await,
                Err(error) => Err(error),
            };
            Told::Answer(number, Box::new(answer))
        }
    };
    tell(&desk.page, &told);
}

impl Desk {
    /// Returns the workspace of an opening, if that is the one currently open.
    fn at(&self, opening: u32) -> Result<Workspace, Error> {
        let open = self.open.borrow();
        let open = open.as_ref().filter(|(number, _)| *number == opening);
        let closed = || Error::Internal("the store is closed".into());
        open.map(|(_, workspace)| workspace.clone())
            .ok_or_else(closed)
    }

    fn opened(&self, opened: Result<Workspace, Error>) -> Result<Opening, Error> {
        if opened.is_err() {
            // The vault may have been created even though a later step failed.
            let has_store = self.phone.has_store();
            tell(&self.page, &Told::Ready { has_store });
        }
        opened.map(|workspace| self.open(workspace))
    }

    /// Makes this workspace the open one, and forwards its changes to the page.
    fn open(&self, workspace: Workspace) -> Opening {
        let opening = Opening {
            number: self.openings.get() + 1,
            team: workspace.team(),
        };
        self.openings.set(opening.number);
        let mut changes = workspace.changes();
        self.open.replace(Some((opening.number, workspace)));
        let page = self.page.clone();
        spawn_local(async move {
            while let Some(change) = changes.next().await {
                tell(&page, &Told::Changed(change));
            }
        });
        opening
    }
}

fn tell(page: &MessagePort, told: &Told) {
    let text = serde_json::to_string(told).unwrap_or_else(|e| unreachable!("plain data: {e}"));
    if let Err(error) = page.post_message(&JsValue::from_str(&text)) {
        tracing::error!("the page was not told: {error:?}");
    }
}
