//! A screen without a window, to read and to press.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use dioxus::dioxus_core::{Event, VirtualDom};
use dioxus::history::{History, MemoryHistory};
use dioxus::html::geometry::PixelsSize;
use dioxus::html::{
    PlatformEventData, SerializedFocusData, SerializedFormData, SerializedHtmlEventConverter,
    SerializedKeyboardData, SerializedMouseData, SerializedResizeData, set_event_converter,
};
use dioxus::prelude::*;
use voorveld_core::api::{Request, Response};
use voorveld_core::{Error, Phone, Workspace};

use super::answers;
use super::dom::Dom;
use crate::app::Door;
use crate::hooks::{Clock, Lock, use_lock_provider};

/// Longest wait for an expected event; only a failing test waits this long.
const PATIENCE: Duration = Duration::from_secs(20);

type Requests = Arc<Mutex<Vec<Request>>>;

/// The app on a fake workspace.
pub struct Screen {
    dom: VirtualDom,
    page: Dom,
    sent: Requests,
    waited: Duration,
    lock: Lock,
}

/// Initial state. It drops its workspace handle once the app has taken it.
#[derive(Props, Clone)]
struct Start {
    path: String,
    workspace: Rc<RefCell<Option<Workspace>>>,
    phone: Phone,
    lock: Rc<RefCell<Option<Lock>>>,
}

impl PartialEq for Start {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

#[allow(non_snake_case)]
fn Root(start: Start) -> Element {
    use_context_provider(|| Clock::Stopped("2025-11-18T08:12:00+01:00".parse().expect("a moment")));
    use_hook(|| {
        let history: Rc<dyn History> = Rc::new(MemoryHistory::with_initial_path(&start.path));
        dioxus::history::provide_history_context(history);
    });
    use_context_provider(|| start.phone.clone());
    let lock = use_lock_provider(|| start.workspace.take());
    start.lock.replace(Some(lock));
    rsx! {
        Door {}
    }
}

impl Screen {
    /// Opens a page on the sample data.
    pub fn open(path: &str) -> Self {
        Self::with(path, |_| None)
    }

    /// Opens a page; `special` may override the sample data's replies.
    pub fn with(
        path: &str,
        special: impl Fn(&Request) -> Option<Result<Response, Error>> + Send + 'static,
    ) -> Self {
        Self::start(path, vec![], special)
    }

    /// Opens a page on a variant of the sample data.
    pub fn varied(path: &str, variants: &[&str]) -> Self {
        let variants = variants.iter().map(|each| (*each).to_owned()).collect();
        Self::start(path, variants, |_| None)
    }

    fn start(
        path: &str,
        variants: Vec<String>,
        special: impl Fn(&Request) -> Option<Result<Response, Error>> + Send + 'static,
    ) -> Self {
        set_event_converter(Box::new(SerializedHtmlEventConverter));
        let sent = Requests::default();
        let workspace = Workspace::answering({
            let sent = sent.clone();
            let sample = answers::answering(variants);
            move |request| {
                sent.lock()
                    .expect("no panic while locked")
                    .push(request.clone());
                special(&request).unwrap_or_else(|| sample(request))
            }
        });
        Self::draw(path, Some(workspace), Phone::at("no phone at all"), sent)
    }

    /// Opens a page on the given workspace.
    pub fn over(path: &str, workspace: Workspace) -> Self {
        set_event_converter(Box::new(SerializedHtmlEventConverter));
        let phone = Phone::at("no phone at all");
        Self::draw(path, Some(workspace), phone, Requests::default())
    }

    /// Opens the lock screen of a phone.
    pub fn locked(phone: Phone) -> Self {
        set_event_converter(Box::new(SerializedHtmlEventConverter));
        Self::draw("/", None, phone, Requests::default())
    }

    fn draw(path: &str, workspace: Option<Workspace>, phone: Phone, sent: Requests) -> Self {
        let lock = Rc::new(RefCell::new(None));
        let mut dom = VirtualDom::new_with_props(
            Root,
            Start {
                path: path.to_owned(),
                workspace: Rc::new(RefCell::new(workspace)),
                phone,
                lock: Rc::clone(&lock),
            },
        );
        let mut page = Dom::new();
        dom.rebuild(&mut page);
        Self {
            dom,
            page,
            sent,
            waited: Duration::ZERO,
            lock: lock.take().expect("the root was drawn"),
        }
    }

    /// Waits until the page satisfies a condition.
    #[track_caller]
    pub fn until(&mut self, what: impl Fn(&Dom) -> bool) -> impl Future<Output = &Dom> {
        let place = std::panic::Location::caller();
        async move {
            while !what(&self.page) {
                self.work(place).await;
            }
            &self.page
        }
    }

    /// Waits until this text is on the page.
    #[track_caller]
    pub fn shows(&mut self, words: &str) -> impl Future<Output = &Dom> {
        let words = words.to_owned();
        self.until(move |page| page.text().contains(&words))
    }

    /// Waits until a request of this kind is sent, and returns it.
    #[track_caller]
    pub fn sends<T>(&mut self, which: impl Fn(&Request) -> Option<T>) -> impl Future<Output = T> {
        self.sends_nth(0, which)
    }

    /// Waits until a request of this type is sent, and returns it.
    #[track_caller]
    pub fn sends_a<T: TryFrom<Request>>(&mut self) -> impl Future<Output = T> {
        self.sends(|request| T::try_from(request.clone()).ok())
    }

    /// Like [`Self::sends`], for the nth request of this kind.
    #[track_caller]
    pub fn sends_nth<T>(
        &mut self,
        nth: usize,
        which: impl Fn(&Request) -> Option<T>,
    ) -> impl Future<Output = T> {
        let place = std::panic::Location::caller();
        async move {
            loop {
                let found = self.sent().iter().filter_map(&which).nth(nth);
                match found {
                    Some(found) => return found,
                    None => self.work(place).await,
                }
            }
        }
    }

    /// Returns every request sent so far.
    pub fn sent(&self) -> Vec<Request> {
        self.sent.lock().expect("no panic while locked").clone()
    }

    /// Returns the page as rendered now.
    pub fn page(&self) -> &Dom {
        &self.page
    }

    async fn work(&mut self, place: &std::panic::Location<'_>) {
        // A request may arrive without a render, so check periodically.
        let wait = tokio::time::timeout(Duration::from_millis(20), self.dom.wait_for_work());
        if wait.await.is_ok() {
            self.dom.render_immediate(&mut self.page);
            self.waited = Duration::ZERO;
        } else {
            self.waited += Duration::from_millis(20);
            assert!(
                self.waited < PATIENCE,
                "{place}: still waiting; the page says: {}",
                self.page.text()
            );
        }
    }

    /// Renders pending work until there is none left.
    pub async fn settle(&mut self) {
        let quiet = Duration::from_millis(40);
        while tokio::time::timeout(quiet, self.dom.wait_for_work())
            .await
            .is_ok()
        {
            self.dom.render_immediate(&mut self.page);
        }
    }

    /// Resizes the window to this width.
    pub fn widen(&mut self, width: f64) {
        let element = self
            .page
            .first("resize")
            .expect("something that is resized");
        let size = PixelsSize::new(width, 800.0);
        let data = SerializedResizeData::new(size, size);
        self.event("resize", element, Box::new(data));
    }

    /// Presses the control with this id.
    #[track_caller]
    pub fn press(&mut self, id: &str) {
        let element = self
            .page
            .listener(id, "click")
            .unwrap_or_else(|| panic!("nothing to press called {id}: {}", self.page.text()));
        self.event("click", element, Box::new(SerializedMouseData::default()));
    }

    /// Presses the nth control with this text.
    #[track_caller]
    pub fn press_words(&mut self, words: &str, nth: usize) {
        let element = self
            .page
            .pressed(words, nth)
            .unwrap_or_else(|| panic!("nothing to press says {words}: {}", self.page.text()));
        self.event("click", element, Box::new(SerializedMouseData::default()));
    }

    /// Types into the field with this id; `text` is its whole new value.
    #[track_caller]
    pub fn type_in(&mut self, id: &str, text: &str) {
        let element = self.page.listener(id, "input").expect("a field");
        let data = SerializedFormData::new(text.to_owned(), vec![]);
        self.event("input", element, Box::new(data));
    }

    /// Blurs the field with this id.
    #[track_caller]
    pub fn leave(&mut self, id: &str) {
        let element = self.page.listener(id, "blur").expect("a field");
        self.event("blur", element, Box::new(SerializedFocusData {}));
    }

    /// Sends a keydown to the field with this id.
    #[track_caller]
    pub fn key(&mut self, id: &str, key: Key, modifiers: Modifiers) {
        let element = self.page.listener(id, "keydown").expect("a field");
        let data = SerializedKeyboardData::new(
            key,
            Code::Enter,
            Location::Standard,
            false,
            modifiers,
            false,
        );
        self.event("keydown", element, Box::new(data));
    }

    /// Acts on the lock as the phone would.
    pub fn lock(&mut self, act: impl FnOnce(Lock)) {
        let lock = self.lock;
        self.dom.in_runtime(|| act(lock));
        self.dom.process_events();
        self.dom.render_immediate(&mut self.page);
    }

    /// Runs code in the app's own scope, for example with its history.
    pub fn within(&mut self, act: impl FnOnce()) {
        self.dom.in_scope(dioxus::core::ScopeId::APP, act);
        self.dom.process_events();
        self.dom.render_immediate(&mut self.page);
    }

    fn event(&mut self, name: &str, element: dioxus::core::ElementId, data: Box<dyn Any>) {
        let data: Rc<dyn Any> = Rc::new(PlatformEventData::new(data));
        self.dom
            .runtime()
            .handle_event(name, Event::new(data, true), element);
        self.dom.process_events();
        self.dom.render_immediate(&mut self.page);
    }
}
