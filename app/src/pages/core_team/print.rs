//! The agenda on paper.

use voorveld_core::view::{CoreTeam, Language};

use super::{called, title, when};
use crate::export::{ExportFile, Page};
use crate::t_in;

/// Creates the page for the meeting, with room to write.
pub fn page(language: Language, agenda: &CoreTeam, nameless: bool) -> ExportFile {
    let day = agenda.next.map(|day| day.to_string()).unwrap_or_default();
    let mut page = Page::new(
        language,
        &format!("kernteam-{day}"),
        &title(language, agenda),
    );
    page.second(&when(language, agenda));
    for (index, item) in agenda.items.iter().enumerate() {
        let name = called(language, &item.name, &item.problems, nameless);
        page.heading(&format!("{}. {name}", index + 1)).fields([
            (
                t_in!(language, "core-team-status").as_str(),
                item.status.as_str(),
            ),
            (&t_in!(language, "core-team-question"), &item.question),
        ]);
        page.blank(&t_in!(language, "core-team-decision"));
    }
    page.finish()
}
