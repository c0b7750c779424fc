//! Every screen, from request to view model: each must open within a frame, with all data stored.

use std::time::{Duration, Instant};

use futures::executor::block_on;
use voorveld_core::api::{
    FindWho, ReadCaseChoices, ReadCases, ReadContact, ReadInvolved, ReadNetwork, ReadSettings,
    ReadSignal, ReadTeam, ReadTeamSettings, ReadToday, RequestType, Search, Shown,
};
use voorveld_core::view::{CaseFilter, CaseList, Network, Today};
use voorveld_core::{CaseId, Environment, Phone, Workspace};

use crate::figures::{Figures, Times};
use crate::phone::PIN;
use crate::{Size, practice};

/// One frame, in milliseconds.
pub(crate) const FRAME: f64 = 16.0;
/// Fewest and most repetitions of each request, and the time limit between the two.
const LEAST: usize = 200;
const MOST: usize = 1000;
const ROUNDS_TIME: Duration = Duration::from_secs(2);
/// Repetitions of each request right after unlocking.
const COLD: usize = 3;
/// Lines a screen shows initially.
const PART: u32 = 50;

/// Runs one of a screen's requests.
type Question = Box<dyn Fn(&Workspace, usize)>;

/// Shared state of the screen measurements.
pub(crate) struct Screens<'a> {
    pub(crate) workspace: &'a Workspace,
    pub(crate) figures: &'a mut Figures,
    size: &'a Size,
    /// Calls to repeat on a cold store.
    questions: Vec<(String, Question)>,
}

impl Screens<'_> {
    /// Measures these requests in turn on a warm store: earlier ones in the run have filled its page cache
    /// as far as it reaches.
    pub(crate) fn ask<C: RequestType + Clone + 'static>(
        &mut self,
        name: &str,
        requests: &[C],
        how: &str,
    ) {
        self.ask_in(Some(FRAME), name, requests, how);
    }

    /// Like [`Self::ask`], with another budget or none.
    pub(crate) fn ask_in<C: RequestType + Clone + 'static>(
        &mut self,
        budget: Option<f64>,
        name: &str,
        requests: &[C],
        how: &str,
    ) {
        let requests = requests.to_vec();
        let question = move |workspace: &Workspace, turn: usize| {
            let request = requests[turn % requests.len()].clone();
            drop(block_on(workspace.call(request)).expect("answers"));
        };
        let times = Times::within(LEAST, MOST, ROUNDS_TIME, |turn| {
            question(self.workspace, turn);
        });
        self.add(budget, name, &times, how);
        let name = format!("{name}_{}", self.size.name);
        self.questions.push((name, Box::new(question)));
    }

    /// Returns the size as used in the names of figures.
    pub(crate) fn size(&self) -> &'static str {
        self.size.name
    }

    /// Adds measured times of a screen.
    pub(crate) fn add(&mut self, budget: Option<f64>, name: &str, times: &Times, how: &str) {
        let Size { name: n, cases, .. } = self.size;
        self.figures.add_times(
            format!("{name}_{n}"),
            times,
            budget,
            format!("{how}; {cases} cases with all of the practice on file"),
        );
    }
}

pub(crate) fn measure(
    size: &Size,
    phone: &Phone,
    workspace: Workspace,
    cases: &[CaseId],
    figures: &mut Figures,
) -> anyhow::Result<()> {
    let mut screens = Screens {
        workspace: &workspace,
        figures,
        size,
        questions: Vec::new(),
    };
    of_the_bar(&mut screens)?;
    lists(&mut screens)?;
    practice::measure(&mut screens, cases)?;
    let questions = screens.questions;
    drop(workspace);
    // The first request on a freshly opened store: its file may be in the OS page cache, but none of its
    // pages has been read or decrypted.
    for (name, question) in questions {
        let mut times = Vec::new();
        for turn in 0..COLD {
            let workspace = block_on(phone.unlock(PIN, Environment::default()))?;
            let start = Instant::now();
            question(&workspace, turn);
            times.push(start.elapsed());
        }
        figures.add_cold(&name, &Times::from(times));
    }
    Ok(())
}

fn of_the_bar(screens: &mut Screens<'_>) -> anyhow::Result<()> {
    let workspace = screens.workspace;
    let now: Today = block_on(workspace.call(ReadToday))?;
    anyhow::ensure!(
        now.signals.len() > 1 && !now.look_again.is_empty(),
        "no inbox"
    );
    screens.ask("today", &[ReadToday], "Vandaag, its inbox included");
    let signals: Vec<ReadSignal> = now
        .signals
        .iter()
        .map(|signal| ReadSignal { signal: signal.id })
        .collect();
    screens.ask("signal", &signals, "a signal of the inbox");
    screens.ask("team", &[ReadTeam], "Team");
    screens.ask("settings", &[ReadSettings], "settings");
    screens.ask("agreements", &[ReadTeamSettings], "what the team agreed on");
    screens.ask("involved", &[ReadInvolved], "cases we stay in touch with");
    let everybody = whole();
    let network: Network = block_on(workspace.call(everybody.clone()))?;
    let contacts: Vec<ReadContact> = network
        .districts
        .iter()
        .flat_map(|district| &district.contacts)
        .map(|contact| ReadContact {
            contact: contact.id,
        })
        .collect();
    screens.ask("network", std::slice::from_ref(&everybody), "Netwerk");
    let tags: Vec<ReadNetwork> = network
        .tags
        .iter()
        .map(|tag| ReadNetwork {
            tags: vec![tag.clone()],
            ..everybody.clone()
        })
        .collect();
    screens.ask("network_tag", &tags, "Netwerk, each tag in turn");
    let two = ReadNetwork {
        tags: network.tags[..2].to_vec(),
        district: network.all_districts.first().cloned(),
        ..everybody.clone()
    };
    screens.ask(
        "network_narrow",
        &[two],
        "Netwerk, a neighbourhood and two tags",
    );
    screens.ask("contact", &contacts, "a contact");
    Ok(())
}

fn whole() -> ReadNetwork {
    ReadNetwork {
        text: String::new(),
        district: None,
        tags: Vec::new(),
        limit: PART,
    }
}

/// Returns one filter of each kind, and all of them combined.
fn filters(screens: &Screens<'_>) -> anyhow::Result<Vec<(&'static str, CaseFilter)>> {
    let choices = block_on(screens.workspace.call(ReadCaseChoices))?;
    let all = CaseFilter {
        district: choices.districts.first().cloned(),
        problem: choices.problems.first().cloned(),
        lead: choices.leads.first().cloned(),
        open: Some(true),
    };
    anyhow::ensure!(
        all.district.is_some() && all.problem.is_some() && all.lead.is_some(),
        "nothing to filter on"
    );
    let none = CaseFilter::default;
    Ok(vec![
        ("", none()),
        (
            "_district",
            CaseFilter {
                district: all.district.clone(),
                ..none()
            },
        ),
        (
            "_problem",
            CaseFilter {
                problem: all.problem.clone(),
                ..none()
            },
        ),
        (
            "_lead",
            CaseFilter {
                lead: all.lead.clone(),
                ..none()
            },
        ),
        (
            "_open",
            CaseFilter {
                open: Some(true),
                ..none()
            },
        ),
        ("_all", all),
    ])
}

fn lists(screens: &mut Screens<'_>) -> anyhow::Result<()> {
    screens.ask(
        "case_choices",
        &[ReadCaseChoices],
        "what can be filtered on",
    );
    let letters = typed();
    for (name, filter) in filters(screens)? {
        let list = ReadCases {
            filter: filter.clone(),
            skip: 0,
            limit: PART,
        };
        let found: CaseList = block_on(screens.workspace.call(list.clone()))?;
        anyhow::ensure!(!found.cases.is_empty(), "no cases with {filter:?}");
        let how = format!("Dossiers with these chips: {filter:?}");
        screens.ask(&format!("cases{name}"), &[list], &how);
        let search: Vec<Search> = letters
            .iter()
            .map(|text| Search {
                text: text.clone(),
                filter: filter.clone(),
                shown: Shown::default(),
            })
            .collect();
        let words = WORDS.join(", ");
        let how = format!("search: {words} letter by letter, with these chips: {filter:?}");
        screens.ask(&format!("search{name}"), &search, &how);
    }
    let who: Vec<FindWho> = letters.iter().cloned().map(FindWho::new).collect();
    screens.ask("who", &who, "with whom, letter by letter");
    let network: Vec<ReadNetwork> = letters
        .into_iter()
        .map(|text| ReadNetwork { text, ..whole() })
        .collect();
    screens.ask("network_search", &network, "Netwerk, letter by letter");
    Ok(())
}

/// Returns the search texts as somebody types them, letter by letter.
pub(crate) fn typed() -> Vec<String> {
    WORDS
        .iter()
        .flat_map(|word| {
            word.char_indices()
                .map(|(end, c)| word[..end + c.len_utf8()].to_owned())
        })
        .collect()
}

/// The texts searched for.
pub(crate) const WORDS: [&str; 7] = [
    "duivenman",
    "slaapzak",
    "moeder zegt",
    "wijk",
    "06",
    "afspraak woensdag",
    "hond",
];
