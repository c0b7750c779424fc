//! The three moments that decide whether the app is used, in real windows.

mod support;

use std::rc::Rc;

use support::display::Display;
use support::handset::{Handset, RACING};

#[test]
fn a_phone_is_switched_on() {
    let display = Rc::new(Display::start(800, 860));
    let folder = tempfile::tempdir().expect("a folder");
    let mut noor = Handset::switch_on("Noor", &display, &folder.path().join("noor"), 0);
    noor.choose_code("000000");
    noor.window.screenshot(std::path::Path::new("/tmp/noor-first.png"));
    noor.press_plus();
    noor.write("Sprak de groenteman: Zoë en André zijn weer gezien bij het plein, zegt hij. Naïef misschien, maar één keer bellen is genoeg.", RACING);
    noor.window.screenshot(std::path::Path::new("/tmp/noor-write.png"));
}
