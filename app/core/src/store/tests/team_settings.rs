//! Team settings: the same on every phone, also when set before there was a team.

use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{BadValue, Error};

fn agree(phone: &mut TestPhone, setting: TeamSetting, value: &str) -> Result<(), Error> {
    let value = value.to_owned();
    phone.try_call(SetTeamSetting { setting, value })
}

#[test]
fn what_one_agrees_on_counts_on_both_phones() {
    let (mut noor, mut bas, log) = duo();
    assert_eq!(bas.call(ReadTeamSettings), TeamSettings::default());
    agree(&mut noor, TeamSetting::Weeks, "26").expect("agrees");
    agree(&mut noor, TeamSetting::BudgetMonth, "100000").expect("agrees");
    noor.sync(&log);
    bas.sync(&log);
    let settings = bas.call(ReadTeamSettings);
    assert_eq!((settings.weeks, settings.budget_month), (26, Some(100_000)));
}

#[test]
fn what_two_agree_on_offline_ends_the_same_on_both() {
    let (mut noor, mut bas, log) = duo();
    agree(&mut noor, TeamSetting::Weeks, "12").expect("agrees");
    agree(&mut bas, TeamSetting::Weeks, "52").expect("agrees");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    let weeks = noor.call(ReadTeamSettings).weeks;
    assert_eq!(weeks, bas.call(ReadTeamSettings).weeks);
    assert!([12, 52].contains(&weeks));
}

#[test]
fn a_value_that_cannot_be_is_refused_and_what_was_stays() {
    let mut phone = TestPhone::new();
    for (setting, value, why) in [
        (TeamSetting::Weeks, "0", BadValue::Number),
        (TeamSetting::Weeks, "zestien", BadValue::Number),
        (TeamSetting::CoreTeamWeeks, "53", BadValue::Number),
        (TeamSetting::CoreTeamNext, "27 november", BadValue::Day),
        (TeamSetting::BudgetMonth, "-5", BadValue::Amount),
    ] {
        assert_eq!(agree(&mut phone, setting, value), Err(Error::Value(why)));
    }
    assert_eq!(phone.call(ReadTeamSettings), TeamSettings::default());
}

#[test]
fn what_was_agreed_alone_goes_along_into_a_team_that_one_starts() {
    let mut alone = TestPhone::new();
    agree(&mut alone, TeamSetting::CoreTeamWeeks, "8").expect("agrees");
    let mut alone = alone.restart();
    alone.joins("Noor", true);
    assert_eq!(alone.call(ReadTeamSettings).core_team_weeks, 8);
    let request = alone.store.next_request().expect("a request");
    assert_eq!(request.pushes.len(), 1, "one document of the team, not two");
}
