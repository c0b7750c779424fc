//! Error messages as sentences, which also say what is safe.

use voorveld_core::view::Language;
use voorveld_core::{BadValue, Error, ImportRefusal, SyncProblem};

use crate::t_in;

/// Returns the message for an error.
pub fn sentence(language: Language, error: &Error) -> String {
    match error {
        Error::WrongPin => t_in!(language, "problem-wrong-pin"),
        Error::Empty => t_in!(language, "problem-empty"),
        Error::TooLong { max } => t_in!(language, "problem-too-long", max: *max),
        Error::Value(bad) => value(language, *bad),
        Error::NotFound => t_in!(language, "problem-not-found"),
        Error::DiskFull => t_in!(language, "problem-disk-full"),
        Error::StoreNewer { .. } => t_in!(language, "problem-store-newer"),
        Error::StoreDamaged { set_aside } => {
            t_in!(language, "problem-store-damaged", file: set_aside.clone())
        }
        Error::FileDamaged => t_in!(language, "problem-file-damaged"),
        Error::InUse => t_in!(language, "problem-in-use"),
        Error::Storage(_) => t_in!(language, "problem-storage"),
        Error::Import(refusal) => import(language, *refusal),
        Error::Words(0) => t_in!(language, "problem-words-count"),
        Error::Words(n) => t_in!(language, "problem-word", n: *n),
        Error::InvitationUnknown => t_in!(language, "problem-invitation-unknown"),
        Error::InvitationUsed => t_in!(language, "problem-invitation-used"),
        Error::InvitationExpired => t_in!(language, "problem-invitation-expired"),
        Error::RegistrationClosed => t_in!(language, "problem-registration"),
        Error::InTeam => t_in!(language, "problem-in-team"),
        Error::NoTeam => t_in!(language, "problem-no-team"),
        Error::Address => t_in!(language, "problem-address"),
        Error::Sync(problem) => sync(language, *problem),
        Error::Internal(_) => t_in!(language, "problem-internal"),
    }
}

/// Returns the message for a failed sync, with the code for an administrator.
pub fn sync(language: Language, problem: SyncProblem) -> String {
    let sentence = match problem {
        SyncProblem::NoConnection => t_in!(language, "sync-no-connection"),
        SyncProblem::NoAnswer => t_in!(language, "sync-no-answer"),
        SyncProblem::Certificate => t_in!(language, "sync-certificate"),
        SyncProblem::Nonsense => t_in!(language, "sync-nonsense"),
        SyncProblem::ServerTrouble => t_in!(language, "sync-server-trouble"),
        SyncProblem::NotKnown => t_in!(language, "sync-not-known"),
        SyncProblem::Version => t_in!(language, "sync-version"),
        SyncProblem::Fork => t_in!(language, "sync-fork"),
        SyncProblem::OwnStore => t_in!(language, "sync-own-store"),
        SyncProblem::Withheld => t_in!(language, "sync-withheld"),
        SyncProblem::NoProgress => t_in!(language, "sync-no-progress"),
        SyncProblem::LoginPage => t_in!(language, "sync-login-page"),
    };
    t_in!(language, "problem-with-code", sentence: sentence, code: problem.code())
}

/// Returns the message for an invalid field value.
pub fn value(language: Language, bad: BadValue) -> String {
    match bad {
        BadValue::Number => t_in!(language, "problem-value-number"),
        BadValue::Amount => t_in!(language, "problem-value-amount"),
        BadValue::Day => t_in!(language, "problem-value-day"),
        BadValue::Future => t_in!(language, "problem-value-future"),
        BadValue::NotEmpty => t_in!(language, "problem-value-not-empty"),
        BadValue::Picture => t_in!(language, "problem-value-picture"),
    }
}

fn import(language: Language, refusal: ImportRefusal) -> String {
    match refusal {
        ImportRefusal::EmptyFile => t_in!(language, "problem-import-empty"),
        ImportRefusal::UnknownKind => t_in!(language, "problem-import-kind"),
        ImportRefusal::NoNameColumn => t_in!(language, "problem-import-name"),
        ImportRefusal::NewerExport => t_in!(language, "problem-import-newer"),
        ImportRefusal::NotWhole => t_in!(language, "problem-import-not-whole"),
        ImportRefusal::TooLarge => t_in!(language, "problem-import-large"),
        ImportRefusal::TooManyRows { rows, most } => {
            t_in!(language, "problem-import-rows", rows: rows, most: most)
        }
        ImportRefusal::Spreadsheet => t_in!(language, "problem-import-spreadsheet"),
        ImportRefusal::PreviewGone => t_in!(language, "problem-import-gone"),
    }
}
