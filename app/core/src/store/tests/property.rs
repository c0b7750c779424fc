//! Property test: with arbitrary actions, lost responses and crashes, both phones end up holding and
//! showing the same, and no acknowledged data is lost.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{CaseId, EncounterId};

#[derive(Debug, Clone)]
enum Step {
    NewCase,
    Log(usize, u8),
    Signal(u8),
    Field(usize, u8),
    Background(usize, u8),
    Trust(usize, usize),
    Link(usize),
    Sync,
    LoseAnswer,
    Kill,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => Just(Step::NewCase),
        6 => (any::<usize>(), any::<u8>()).prop_map(|(c, t)| Step::Log(c, t)),
        2 => any::<u8>().prop_map(Step::Signal),
        3 => (any::<usize>(), any::<u8>()).prop_map(|(c, t)| Step::Field(c, t)),
        3 => (any::<usize>(), any::<u8>()).prop_map(|(c, t)| Step::Background(c, t)),
        2 => (any::<usize>(), 0..4_usize).prop_map(|(c, t)| Step::Trust(c, t)),
        2 => any::<usize>().prop_map(Step::Link),
        3 => Just(Step::Sync),
        2 => Just(Step::LoseAnswer),
        1 => Just(Step::Kill),
    ]
}

fn cases(phone: &mut TestPhone) -> Vec<CaseId> {
    let list = phone.call(ReadCases {
        filter: CaseFilter::default(),
        skip: 0,
        limit: 100,
    });
    list.cases.into_iter().map(|case| case.id).collect()
}

/// Returns everything that screens show, in an order independent of arrival.
fn shown(phone: &mut TestPhone) -> Vec<String> {
    let list = phone.call(ReadCases {
        filter: CaseFilter::default(),
        skip: 0,
        limit: 100,
    });
    let mut all: Vec<String> = list.cases.iter().map(|line| format!("{line:?}")).collect();
    for case in cases(phone) {
        let mut view = phone.call(ReadCase { case });
        view.clashes.iter_mut().for_each(|clash| {
            clash.values.sort_by(|a, b| a.value.cmp(&b.value));
        });
        let timeline = phone.call(ReadTimeline {
            case,
            before: None,
            limit: 1000,
        });
        all.push(format!("{view:?} {timeline:?}"));
    }
    let today = phone.call(ReadToday);
    let mut signals: Vec<String> = today.signals.iter().map(|s| format!("{s:?}")).collect();
    signals.sort();
    all.sort();
    all.extend(signals);
    all
}

fn act(phone: &mut TestPhone, step: &Step, logged: &mut Vec<EncounterId>) {
    let all = cases(phone);
    let chosen = |n: usize| all.get(n % all.len().max(1)).copied();
    match *step {
        Step::NewCase => drop(phone.case("Nieuw")),
        Step::Signal(text) => logged.push(phone.log(Who::Unknown, &format!("Gehoord {text}"))),
        Step::Log(n, text) => {
            if let Some(case) = chosen(n) {
                logged.push(phone.log(Who::Case(case), &format!("Gezien {text}")));
            }
        }
        Step::Field(n, text) => {
            if let Some(case) = chosen(n) {
                phone.call(SetCaseField {
                    case,
                    field: CaseField::Phone,
                    value: format!("06{text}"),
                });
            }
        }
        Step::Background(n, text) => {
            if let Some(case) = chosen(n) {
                let before = phone.call(ReadCase { case }).background;
                phone.call(SetCaseField {
                    case,
                    field: CaseField::Background,
                    value: format!("{before} stuk{text}"),
                });
            }
        }
        Step::Trust(n, step) => {
            if let Some(case) = chosen(n) {
                let step = TrustStep::ALL[step];
                phone.call(SetTrust { case, step });
            }
        }
        Step::Link(n) => {
            let signals = phone.call(ReadToday).signals;
            if let (Some(case), Some(signal)) = (chosen(n), signals.first()) {
                let signal = signal.id;
                phone.call(LinkSignal { signal, case });
            }
        }
        Step::Sync | Step::LoseAnswer | Step::Kill => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, rng_seed: RngSeed::Fixed(20_260_731), ..ProptestConfig::default() })]

    #[test]
    fn any_two_days_end_equal(steps in prop::collection::vec((any::<bool>(), step()), 1..60)) {
        let (noor, bas, log) = duo();
        let mut phones = [Some(noor), Some(bas)];
        let mut logged = Vec::new();
        for (who, step) in &steps {
            let place = &mut phones[usize::from(*who)];
            let mut phone = place.take().expect("there");
            match step {
                Step::Sync => drop(phone.sync(&log)),
                Step::LoseAnswer => drop(phone.ask(&log)),
                Step::Kill => phone = phone.restart(),
                step => act(&mut phone, step, &mut logged),
            }
            *place = Some(phone);
        }
        let [mut noor, mut bas] = phones.map(|phone| phone.expect("there"));
        noor.sync(&log);
        bas.sync(&log);
        noor.sync(&log);
        bas.sync(&log);

        prop_assert_eq!(noor.store.digest().expect("reads"), bas.store.digest().expect("reads"));
        prop_assert!(noor.call(ReadTeam).sync.partners[0].equal);
        for phone in [&mut noor, &mut bas] {
            let count = "SELECT count(*) FROM unsent";
            let left: u32 = phone.store.connection.query_row(count, [], |r| r.get(0)).expect("counts");
            prop_assert_eq!((left, phone.call(ReadTeam).sync.only_here), (0, 0));
        }
        prop_assert_eq!(shown(&mut noor), shown(&mut bas));
        let sql = "SELECT count(*) FROM encounters";
        let kept: u32 = bas.store.connection.query_row(sql, [], |row| row.get(0)).expect("counts");
        prop_assert_eq!(kept as usize, logged.len());
    }
}
