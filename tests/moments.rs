//! The three moments that decide whether the app is used, in real windows with real clicks and keys,
//! on two phones with the real server.

mod support;

use support::scenario::Day;
use support::teller::Teller;

#[test]
fn two_colleagues_get_through_their_day() {
    let mut day = Day::new(Teller::quiet());
    day.bas_opens();
    day.on_the_street();
    day.battery_dies();
    day.locks();
    day.noor_opens();
    day.a_case();
    day.at_the_door();
    day.wrong_code();
    day.team();
    day.apart();
    day.closing_fails();
    day.day_end();
    day.settled();
    day.teller.end();
}
