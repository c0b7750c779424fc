//! The effect of imports on documents, on one phone and on two.

mod alike;
mod chosen;
mod crafted;
mod own_export;
mod taken_back;

use super::TestPhone;
use crate::CaseId;
use crate::api::*;
use crate::view::*;

pub(super) fn preview(phone: &mut TestPhone, name: &str, text: &str) -> ImportPreview {
    phone.call(PreviewImport {
        name: name.into(),
        bytes: text.as_bytes().to_vec(),
    })
}

/// Previews a file and imports it without choices.
pub(super) fn keep(phone: &mut TestPhone, name: &str, text: &str) -> ImportReport {
    let token = preview(phone, name, text).token;
    phone.call(ConfirmImport {
        token,
        ..ConfirmImport::default()
    })
}

pub(super) fn all_cases(phone: &mut TestPhone) -> Vec<CaseId> {
    let list = phone.call(ReadCases {
        filter: CaseFilter::default(),
        skip: 0,
        limit: 1000,
    });
    list.cases.into_iter().map(|case| case.id).collect()
}

pub(super) fn contacts(phone: &mut TestPhone) -> Vec<ContactView> {
    let all = phone.call(ListContacts);
    let read = |contact| phone.call(ReadWholeContact { contact });
    all.into_iter().map(read).collect()
}
