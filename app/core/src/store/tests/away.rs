//! Phones that are not as one expects: long away, or named alike.

use chrono::Duration;

use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;

#[test]
fn a_phone_that_was_away_for_three_years_gets_everything_and_gives_what_it_had() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Karel");
    noor.sync(&log);
    bas.sync(&log);
    noor.log(Who::Case(case), "Net voor haar verlof.");
    noor.store.next_request().expect("a request");
    for _ in 0..36 {
        bas.clock.pass(Duration::days(30));
        bas.log(Who::Case(case), "Weer een maand.");
        bas.sync(&log);
    }
    noor.clock.pass(Duration::days(36 * 30));
    let mut noor = noor.restart();
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(phone.call(ReadCase { case }).encounters, 37);
        let sync = phone.call(ReadTeam).sync;
        assert!(sync.partners[0].equal, "{sync:?}");
        assert_eq!((sync.only_here, sync.quarantined), (0, 0));
    }
}

#[test]
fn two_phones_of_one_name_are_two_phones() {
    let (mut noor, mut bas, log) = duo();
    let mut other = TestPhone::new();
    other.joins_with([9; 32], "Noor", false);
    other.sync(&log);
    let case = noor.case("Karel");
    noor.sync(&log);
    other.sync(&log);
    noor.log(Who::Case(case), "Van de ene.");
    other.log(Who::Case(case), "Van de andere.");
    for _ in 0..3 {
        for phone in [&mut noor, &mut bas, &mut other] {
            phone.sync(&log);
        }
    }
    for phone in [&mut noor, &mut bas, &mut other] {
        assert_eq!(phone.call(ReadCase { case }).encounters, 2);
        let sync = phone.call(ReadTeam).sync;
        assert_eq!((sync.only_here, sync.quarantined), (0, 0));
        assert_eq!(sync.partners.len(), 2, "{:?}", sync.partners);
        assert!(sync.partners.iter().all(|partner| partner.equal));
    }
}
