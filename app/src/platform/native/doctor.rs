//! `voorveld doctor`: checks this phone's data without opening the window.

use std::io::{BufRead as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use futures::executor::block_on;
use voorveld_core::api::{CheckPhone, ReadCheckup, ReadTeam, Sync};
use voorveld_core::view::{Checkup, Language};
use voorveld_core::{Environment, Error, Phone, close_all};

use crate::text::{checkup, problem};

/// Environment variable with the code; without it, the code is read from standard input.
const CODE: &str = "VOORVELD_CODE";

/// Checks the phone in this folder and prints what was found and done. An error is reported on standard
/// error, with exit code 2.
///
/// # Errors
/// When standard output cannot be written.
pub(super) fn doctor(folder: &Path) -> anyhow::Result<ExitCode> {
    let done = block_on(check(folder));
    close_all();
    Ok(match done {
        Ok(sentences) => {
            let mut out = std::io::stdout();
            sentences
                .iter()
                .try_for_each(|sentence| writeln!(out, "{sentence}"))?;
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}", problem::sentence(Language::Dutch, &error));
            ExitCode::from(2)
        }
    })
}

async fn check(folder: &Path) -> Result<Vec<String>, Error> {
    let phone = Phone::at(folder);
    if !phone.has_store() {
        return Err(Error::NotFound);
    }
    // Said before the code is asked for.
    phone.check_unused()?;
    let workspace = phone.unlock_alone(&code()?, Environment::default()).await?;
    // Opening may have replaced a damaged file already.
    let before = workspace.call(ReadCheckup).await?;
    let told = workspace.call(CheckPhone).await?;
    let mut sentences = said(before.filter(|it| !it.findings.is_empty()).as_ref());
    sentences.extend(said(Some(&told)));
    if workspace.call(ReadTeam).await?.sync.in_team {
        match workspace.call(Sync { close_day: false }).await {
            Ok(_) => {}
            Err(error) => sentences.push(problem::sentence(Language::Dutch, &error)),
        }
    }
    Ok(sentences)
}

fn said(told: Option<&Checkup>) -> Vec<String> {
    let lines = told.map(|told| checkup::lines(Language::Dutch, told));
    let lines = lines.unwrap_or_default().into_iter();
    lines
        .map(|(title, text)| format!("{}. {text}", title.trim_end_matches('.')))
        .map(|line| line.trim_end().to_owned())
        .collect()
}

fn code() -> Result<String, Error> {
    if let Some(code) = std::env::var_os(CODE) {
        return Ok(code.to_string_lossy().trim().to_owned());
    }
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    read.map_err(|error| Error::Storage(error.to_string()))?;
    Ok(line.trim().to_owned())
}
