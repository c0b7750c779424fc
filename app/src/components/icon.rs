//! The icons in use: Lucide (ISC licence, see `assets/icons`), and two phones side by side of our own.

use dioxus::prelude::*;

/// Which icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is called what it shows")]
pub enum Glyph {
    ArrowDown,
    ArrowLeft,
    Calendar,
    Check,
    ChevronRight,
    CircleAlert,
    Delete,
    EllipsisVertical,
    EyeOff,
    Fingerprint,
    Folder,
    FolderPlus,
    Footprints,
    House,
    Lock,
    MapPin,
    MessageSquare,
    MessagesSquare,
    Pencil,
    Phone,
    Plus,
    RefreshCw,
    Search,
    Settings,
    Smartphone,
    Sun,
    TriangleAlert,
    TwoPhones,
    Upload,
    UserPlus,
    Users,
    X,
}

impl Glyph {
    /// The outlines, as path data in a square of 24.
    fn paths(self) -> &'static [&'static str] {
        match self {
            Self::ArrowDown => &["M12 5v14", "m19 12-7 7-7-7"],
            Self::ArrowLeft => &["m12 19-7-7 7-7", "M19 12H5"],
            Self::Calendar => &[
                "M8 2v3",
                "M16 2v3",
                "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2z",
                "M3 9h18",
            ],
            Self::Check => &["M20 6 9 17l-5-5"],
            Self::ChevronRight => &["m9 18 6-6-6-6"],
            Self::CircleAlert => &[
                "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0",
                "M12 8v4",
                "M12 16h.01",
            ],
            Self::Delete => &[
                "M10 5a2 2 0 0 0-1.344.519l-6.328 5.74a1 1 0 0 0 0 1.481l6.328 5.741A2 2 0 0 0 10 19h10a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2z",
                "m12 9 6 6",
                "m18 9-6 6",
            ],
            Self::EllipsisVertical => &[
                "M11 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0",
                "M11 5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0",
                "M11 19a1 1 0 1 0 2 0a1 1 0 1 0 -2 0",
            ],
            Self::EyeOff => &[
                "M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49",
                "M14.084 14.158a3 3 0 0 1-4.242-4.242",
                "M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143",
                "m2 2 20 20",
            ],
            Self::Fingerprint => &[
                "M12 10a2 2 0 0 0-2 2c0 1.02-.1 2.51-.26 4",
                "M14 13.12c0 2.38 0 6.38-1 8.88",
                "M17.29 21.02c.12-.6.43-2.3.5-3.02",
                "M2 12a10 10 0 0 1 18-6",
                "M2 16h.01",
                "M21.8 16c.2-2 .131-5.354 0-6",
                "M5 19.5C5.5 18 6 15 6 12a6 6 0 0 1 .34-2",
                "M8.65 22c.21-.66.45-1.32.57-2",
                "M9 6.8a6 6 0 0 1 9 5.2v2",
            ],
            Self::Folder => &[
                "M20 20a2 2 0 0 0 2-2V8a2 2 0 0 0-2-2h-7.9a2 2 0 0 1-1.69-.9L9.6 3.9A2 2 0 0 0 7.93 3H4a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2Z",
            ],
            Self::FolderPlus => &[
                "M12 10v6",
                "M9 13h6",
                "M20 20a2 2 0 0 0 2-2V8a2 2 0 0 0-2-2h-7.9a2 2 0 0 1-1.69-.9L9.6 3.9A2 2 0 0 0 7.93 3H4a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2Z",
            ],
            Self::Footprints => &[
                "M4 16v-2.38C4 11.5 2.97 10.5 3 8c.03-2.72 1.49-6 4.5-6C9.37 2 10 3.8 10 5.5c0 3.11-2 5.66-2 8.68V16a2 2 0 1 1-4 0Z",
                "M20 20v-2.38c0-2.12 1.03-3.12 1-5.62-.03-2.72-1.49-6-4.5-6C14.63 6 14 7.8 14 9.5c0 3.11 2 5.66 2 8.68V20a2 2 0 1 0 4 0Z",
                "M16 17h4",
                "M4 13h4",
            ],
            Self::House => &[
                "M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8",
                "M3 10a2 2 0 0 1 .709-1.528l7-6a2 2 0 0 1 2.582 0l7 6A2 2 0 0 1 21 10v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z",
            ],
            Self::Lock => &[
                "M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z",
                "M7 11V7a5 5 0 0 1 10 0v4",
            ],
            Self::MapPin => &[
                "M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0",
                "M9 10a3 3 0 1 0 6 0a3 3 0 1 0 -6 0",
            ],
            Self::MessageSquare => &[
                "M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z",
            ],
            Self::MessagesSquare => &[
                "M16 10a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 14.286V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2z",
                "M20 9a2 2 0 0 1 2 2v10.286a.71.71 0 0 1-1.212.502l-2.202-2.202A2 2 0 0 0 17.172 19H10a2 2 0 0 1-2-2v-1",
            ],
            Self::Pencil => &[
                "M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z",
                "m15 5 4 4",
            ],
            Self::Phone => &[
                "M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384",
            ],
            Self::Plus => &["M5 12h14", "M12 5v14"],
            Self::RefreshCw => &[
                "M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8",
                "M21 3v5h-5",
                "M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16",
                "M8 16H3v5",
            ],
            Self::Search => &["m21 21-4.34-4.34", "M3 11a8 8 0 1 0 16 0a8 8 0 1 0 -16 0"],
            Self::Settings => &[
                "M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.659 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915",
                "M9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0",
            ],
            Self::Smartphone => &[
                "M7 2h10a2 2 0 0 1 2 2v16a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-16a2 2 0 0 1 2 -2z",
                "M12 18h.01",
            ],
            Self::Sun => &[
                "M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
                "M12 2v2",
                "M12 20v2",
                "m4.93 4.93 1.41 1.41",
                "m17.66 17.66 1.41 1.41",
                "M2 12h2",
                "M20 12h2",
                "m6.34 17.66-1.41 1.41",
                "m19.07 4.93-1.41 1.41",
            ],
            Self::TriangleAlert => &[
                "m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3",
                "M12 9v4",
                "M12 17h.01",
            ],
            Self::TwoPhones => &[
                "M5 3h6a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z",
                "M16 6h3a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-5a2 2 0 0 1-2-2",
            ],
            Self::Upload => &[
                "M12 3v12",
                "m17 8-5-5-5 5",
                "M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4",
            ],
            Self::UserPlus => &[
                "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2",
                "M5 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
                "M19 8L19 14",
                "M22 11L16 11",
            ],
            Self::Users => &[
                "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2",
                "M16 3.128a4 4 0 0 1 0 7.744",
                "M22 21v-2a4 4 0 0 0-3-3.87",
                "M5 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
            ],
            Self::X => &["M18 6 6 18", "m6 6 12 12"],
        }
    }
}

/// An icon. It says nothing to a screen reader: the control around it has the words.
#[component]
pub fn Icon(glyph: Glyph, #[props(default)] class: String) -> Element {
    rsx! {
        svg {
            class: "icon {class}",
            view_box: "0 0 24 24",
            "aria-hidden": "true",
            for (index , path) in glyph.paths().iter().enumerate() {
                path { key: "{index}", d: *path }
            }
        }
    }
}
