//! The icons: Lucide (ISC licence, see `assets/icons`), plus two phones side by side drawn for this app.

mod paths;

use dioxus::prelude::*;

/// The available icons.
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

/// An icon. It is hidden from screen readers: the control around it has the text.
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
