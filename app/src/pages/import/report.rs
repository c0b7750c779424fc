//! What an import did.

use dioxus::prelude::*;
use voorveld_core::model::ImportKind;
use voorveld_core::view::ImportReport;

use crate::components::{Glyph, MenuRow, Point};
use crate::route::Route;
use crate::t;

/// The result of an import.
#[component]
pub fn Report(report: ImportReport) -> Element {
    let title = match (report.added, report.kind) {
        (0, _) => t!("import-nothing-added"),
        (n, ImportKind::Cases) => t!("import-added-cases", n: n),
        (n, ImportKind::Contacts) => t!("import-added-contacts", n: n),
        (n, ImportKind::Team) => t!("import-added-team", n: n),
    };
    rsx! {
        div { id: "import-report", role: "status",
            Point { glyph: Glyph::Check, title }
            if report.known > 0 {
                Point { glyph: Glyph::Folder, title: t!("import-were-known", n: report.known) }
            }
            if report.left_out > 0 {
                Point { glyph: Glyph::X, title: t!("import-left-out", n: report.left_out) }
            }
        }
        div { class: "section",
            match report.kind {
                ImportKind::Cases | ImportKind::Team => rsx! {
                    MenuRow {
                        id: "import-open",
                        glyph: Glyph::Folder,
                        title: t!("import-to-cases"),
                        to: Route::CasesPage {},
                    }
                },
                ImportKind::Contacts => rsx! {
                    MenuRow {
                        id: "import-open",
                        glyph: Glyph::MapPin,
                        title: t!("import-to-network"),
                        to: Route::NetworkPage {},
                    }
                },
            }
        }
    }
}
