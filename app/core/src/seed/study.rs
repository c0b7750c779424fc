//! A sample study.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::model::InterviewRole;

/// A study with its interviews.
pub(crate) struct SeedStudy {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) district: String,
    pub(crate) question: String,
    pub(crate) begun: NaiveDate,
    pub(crate) themes: Vec<String>,
    pub(crate) interviews: Vec<SeedInterview>,
}

/// An interview.
pub(crate) struct SeedInterview {
    pub(crate) id: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) by: usize,
    pub(crate) role: InterviewRole,
    pub(crate) text: String,
    pub(crate) quote: String,
    pub(crate) themes: Vec<String>,
}
