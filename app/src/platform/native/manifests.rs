//! Checks the phone manifests, which no compiler here reads.

use std::path::Path;

const DIOXUS: &str = include_str!("../../../../Dioxus.toml");
const MANIFEST: &str = include_str!("../../../phones/android/AndroidManifest.xml");
const ACTIVITY: &str = include_str!("../../../phones/android/MainActivity.kt");
const SCRIPT: &str = include_str!("phone.js");

/// Returns the quoted value of a key in `Dioxus.toml`.
fn said(key: &str) -> &'static str {
    let line = DIOXUS.lines().find(|line| line.starts_with(key));
    let line = line.unwrap_or_else(|| panic!("Dioxus.toml says no {key}"));
    line.split('"').nth(1).expect("a text")
}

#[test]
fn what_dx_is_pointed_at_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for key in ["android_manifest", "android_main_activity"] {
        assert!(root.join(said(key)).is_file(), "{key}");
    }
}

#[test]
fn the_activity_is_of_this_app() {
    let config = format!("= {}.BuildConfig", said("identifier"));
    assert!(ACTIVITY.contains(&config), "{config}");
    assert!(MANIFEST.contains("\"dev.dioxus.main.MainActivity\""));
}

#[test]
fn android_is_asked_for_the_internet_and_nothing_else() {
    let asked: Vec<_> = MANIFEST.split("<uses-permission").skip(1).collect();
    assert_eq!(asked.len(), 1);
    assert!(asked[0].contains("android.permission.INTERNET"));
    assert!(!DIOXUS.contains("UsageDescription") && !DIOXUS.contains("[permissions"));
}

#[test]
fn nothing_is_backed_up_and_no_picture_can_be_taken() {
    assert!(MANIFEST.contains("android:allowBackup=\"false\""));
    assert!(MANIFEST.contains("android:dataExtractionRules"));
    assert!(ACTIVITY.contains("addFlags(WindowManager.LayoutParams.FLAG_SECURE)"));
    assert!(DIOXUS.contains("NSFileProtectionComplete"));
}

/// The activity, the script and the page refer to each other by these names.
#[test]
fn back_reaches_the_arrow_on_the_screen() {
    assert!(ACTIVITY.contains("window.voorveldBack"));
    assert!(SCRIPT.contains("window.voorveldBack ="));
    let head = include_str!("../../components/head.rs");
    let sheet = include_str!("../../components/sheet.rs");
    assert!(SCRIPT.contains("getElementById('back')") && head.contains("id: \"back\""));
    assert!(SCRIPT.contains(".sheet__close") && sheet.contains("class: \"sheet__close\""));
}
