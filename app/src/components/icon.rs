//! The icons in use: Lucide (ISC licence, see `assets/icons`), and two phones side by side of our own.

mod paths;

use dioxus::prelude::*;

/// Which icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is called what it shows")]
pub enum Glyph {
    Archive,
    ArrowDown,
    ArrowLeft,
    ArrowRight,
    ArrowUp,
    Ban,
    Bell,
    BookOpen,
    Building,
    Calendar,
    Camera,
    ChartColumn,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    CircleAlert,
    ClipboardList,
    Clock,
    Delete,
    DoorOpen,
    Download,
    EllipsisVertical,
    Euro,
    Eye,
    EyeOff,
    Fingerprint,
    Flag,
    Folder,
    FolderPlus,
    Footprints,
    HandHelping,
    Heart,
    House,
    Image,
    Landmark,
    Link,
    ListChecks,
    Lock,
    Mail,
    MapPin,
    MessageSquare,
    MessagesSquare,
    Pencil,
    Phone,
    PhoneCall,
    Plus,
    Printer,
    Quote,
    RefreshCw,
    Repeat,
    RotateCcw,
    Scale,
    Search,
    Settings,
    Share,
    ShieldCheck,
    Siren,
    Sliders,
    Smartphone,
    Sun,
    Table,
    Tag,
    TriangleAlert,
    TwoPhones,
    Undo,
    Upload,
    UserPlus,
    Users,
    Wallet,
    X,
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
