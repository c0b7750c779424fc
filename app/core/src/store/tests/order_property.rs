//! Property test: phones with arbitrary, jumping clocks all end with an order that respects
//! causality.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::{DateTime, Duration, Utc};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::TestPhone;
use super::log::Log;
use crate::api::*;
use crate::model::*;
use crate::{CaseId, EncounterId};

#[derive(Debug, Clone)]
enum Step {
    Log,
    Trust,
    CloseOrReopen,
    Sync {
        tells_time: bool,
    },
    Kill,
    /// By this many seconds.
    ClockJumps(i64),
    TimePasses(i64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => Just(Step::Log),
        4 => Just(Step::Trust),
        2 => Just(Step::CloseOrReopen),
        6 => any::<bool>().prop_map(|tells_time| Step::Sync { tells_time }),
        1 => Just(Step::Kill),
        2 => (-100_000_000..100_000_000_i64).prop_map(Step::ClockJumps),
        2 => (-900..900_i64).prop_map(Step::ClockJumps),
        3 => (0..200_000_i64).prop_map(Step::TimePasses),
    ]
}

/// A phone with the numbers of the entries it knows of.
struct Knowing {
    phone: Option<TestPhone>,
    known: Vec<u32>,
}

/// The shared log, and which entries causally precede which.
struct World {
    log: Rc<RefCell<Log>>,
    case: CaseId,
    time: DateTime<Utc>,
    /// For each entry, by number, the entries its phone knew of.
    followed: Vec<Vec<u32>>,
    sent: Vec<u32>,
}

impl World {
    fn wrote(&mut self, who: &mut Knowing) -> u32 {
        let number = self.followed.len() as u32;
        self.followed.push(who.known.clone());
        who.known.push(number);
        number
    }

    fn act(&mut self, who: &mut Knowing, step: &Step) {
        let mut phone = who.phone.take().expect("there");
        let case = self.case;
        match *step {
            Step::Log => {
                let text = format!("{}", self.wrote(who));
                let id = EncounterId(uuid::Uuid::from_bytes(crate::crypto::random()));
                let (channel, who, at) = (Channel::Street, Who::Case(case), None);
                phone.call(SaveEncounter {
                    id,
                    text,
                    channel,
                    who,
                    at,
                });
            }
            Step::Trust => {
                let step = TrustStep::ALL[self.followed.len() % 4];
                phone.call(SetTrust { case, step });
            }
            Step::CloseOrReopen => match phone.call(ReadCase { case }).status {
                CaseStatus::Closed => phone.call(ReopenCase { case }),
                _ => {
                    let text = "Klaar.".into();
                    let outcome = None;
                    phone.call(CloseCase {
                        case,
                        text,
                        outcome,
                    });
                }
            },
            Step::Sync { tells_time } => {
                if tells_time {
                    phone.store.note_clock(self.time).expect("keeps");
                }
                phone.sync(&self.log);
                self.sent.extend(&who.known);
                self.sent.sort_unstable();
                self.sent.dedup();
                who.known.clone_from(&self.sent);
            }
            Step::Kill => phone = phone.restart(),
            Step::ClockJumps(seconds) => phone.clock.pass(Duration::seconds(seconds)),
            Step::TimePasses(_) => {}
        }
        who.phone = Some(phone);
    }
}

/// Returns the numbers of the timeline's entries, oldest first.
fn order(phone: &mut TestPhone, case: CaseId) -> Vec<u32> {
    let timeline = phone.call(ReadTimeline {
        case,
        before: None,
        limit: 1000,
    });
    let numbers = timeline.entries.iter().rev();
    numbers
        .map(|entry| entry.text.parse().expect("a number"))
        .collect()
}

fn run(steps: &[(usize, Step)]) -> Result<(), TestCaseError> {
    let log = Rc::new(RefCell::new(Log::new()));
    let mut noor = TestPhone::in_team("Noor", true);
    let case = noor.case("Duivenman");
    noor.sync(&log);
    let mut phones = vec![noor];
    for name in ["Bas", "Samira"] {
        let mut phone = TestPhone::in_team(name, false);
        phone.sync(&log);
        phones.push(phone);
    }
    let time = phones[0].clock.now();
    let mut world = World {
        log,
        case,
        time,
        followed: Vec::new(),
        sent: Vec::new(),
    };
    let known = |phone| Knowing {
        phone: Some(phone),
        known: Vec::new(),
    };
    let mut all: Vec<Knowing> = phones.into_iter().map(known).collect();
    for (who, step) in steps {
        if let Step::TimePasses(seconds) = *step {
            world.time += Duration::seconds(seconds);
            for who in &all {
                let phone = who.phone.as_ref().expect("there");
                phone.clock.pass(Duration::seconds(seconds));
            }
        }
        world.act(&mut all[*who], step);
    }
    let mut shown: Vec<String> = Vec::new();
    for _ in 0..3 {
        for who in &mut all {
            world.act(who, &Step::Sync { tells_time: true });
        }
    }
    let digest = |who: &Knowing| who.phone.as_ref().expect("there").store.digest();
    let first = digest(&all[0]).expect("reads");
    for who in &mut all {
        prop_assert_eq!(digest(who).expect("reads"), first);
        let phone = who.phone.as_mut().expect("there");
        let order = order(phone, case);
        prop_assert_eq!(order.len(), world.followed.len());
        for (place, number) in order.iter().enumerate() {
            for earlier in &world.followed[*number as usize] {
                let of = order.iter().position(|number| number == earlier);
                prop_assert!(
                    of < Some(place),
                    "{} knew of {}: {:?}",
                    number,
                    earlier,
                    order
                );
            }
        }
        let view = phone.call(ReadCase { case });
        let latest = world.time + Duration::minutes(11);
        prop_assert!(
            view.last_three.iter().all(|entry| entry.at <= latest),
            "none from the future"
        );
        shown.push(format!(
            "{:?} {:?} {:?} {:?}",
            view.trust, view.trust_history, view.status, view.closings
        ));
        shown.dedup();
        prop_assert_eq!(shown.len(), 1);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_129), ..ProptestConfig::default() })]

    #[test]
    fn two_phones_with_any_clocks_end_in_the_order_of_what_they_knew(
        steps in prop::collection::vec((0..2_usize, step()), 1..50)
    ) {
        run(&steps)?;
    }

    #[test]
    fn three_phones_with_any_clocks_end_in_the_order_of_what_they_knew(
        steps in prop::collection::vec((0..3_usize, step()), 1..60)
    ) {
        run(&steps)?;
    }
}
