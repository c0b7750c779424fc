//! One phone with three teams, using real files and threads.

use uuid::Uuid;

use super::practice::*;
use super::*;
use crate::EncounterId;
use crate::api::*;
use crate::model::*;
use crate::view::*;

#[tokio::test]
async fn nothing_of_one_team_is_found_or_shown_in_another() {
    let phone = Practice::new();
    let (mut team, ids) = phone.three().await;
    for (place, id) in ids.into_iter().enumerate() {
        if team.team() != id {
            team = to(&team, id).await;
        }
        let all = everything(&team).await;
        for (other, name) in NAMES.into_iter().enumerate() {
            assert_eq!(
                all.contains(name),
                other == place,
                "{name} in {}: {all}",
                NAMES[place]
            );
        }
        let names: Vec<_> = teams(&team)
            .await
            .into_iter()
            .map(|entry| (entry.name, entry.open))
            .collect();
        let expected = NAMES.map(|name| (name.to_owned(), name == NAMES[place]));
        assert_eq!(names, expected);
    }
}

#[tokio::test]
async fn an_id_of_one_team_leads_nowhere_in_another() {
    let phone = Practice::new();
    let first = phone.opened();
    let CaseIds { case, contact } = phone.fill(&first, "Oosterhage").await;
    let second = first.switch(TeamChoice::New).await.expect("a new one");
    let timeline = ReadTimeline {
        case,
        before: None,
        limit: 9,
    };
    assert_eq!(
        second.call(ReadCase { case }).await.err(),
        Some(Error::NotFound)
    );
    assert_eq!(
        second.call(ReadContact { contact }).await.err(),
        Some(Error::NotFound)
    );
    let entries = second.call(timeline).await.map(|page| page.entries.len());
    assert!(
        matches!(entries, Err(Error::NotFound) | Ok(0)),
        "{entries:?}"
    );
}

#[tokio::test]
async fn what_was_meant_for_the_team_that_was_left_reaches_no_other() {
    let phone = Practice::new();
    let first = phone.opened();
    phone.fill(&first, "Oosterhage").await;
    let second = first.switch(TeamChoice::New).await.expect("a new one");
    let late = CreateCase {
        name: "Te laat".into(),
    };
    let refused = first.call(late).await;
    assert!(matches!(refused, Err(Error::Internal(_))), "{refused:?}");
    let again = first.switch(TeamChoice::New).await;
    assert!(matches!(again, Err(Error::Internal(_))), "{again:?}");
    // Its sync is closed as well.
    let sync = first.call(Sync { close_day: false }).await;
    assert_eq!(sync, Err(Error::Internal("this team is closed".into())));
    assert_eq!(all_cases(&second).await, [""; 0]);
    let first = to(&second, first.team()).await;
    assert_eq!(all_cases(&first).await, ["Duivenman Oosterhage"]);
}

#[tokio::test]
async fn a_team_that_was_left_is_closed_before_the_other_opens() {
    let phone = Practice::new();
    let first = phone.opened();
    phone.fill(&first, "Oosterhage").await;
    // A pending request must not keep the store open.
    let asked = std::pin::pin!(first.call(ReadToday));
    let waiting = futures::poll!(asked);
    let second = first.switch(TeamChoice::New).await.expect("a new one");
    assert!(!phone.journal(first.team()).exists());
    drop((second, waiting));
}

#[tokio::test]
async fn the_team_that_was_open_last_opens_first() {
    let phone = Practice::new();
    let (team, ids) = phone.three().await;
    assert_eq!(phone.opened().team(), ids[2]);
    drop(to(&team, ids[1]).await);
    assert_eq!(phone.opened().team(), ids[1]);
}

#[tokio::test]
async fn how_much_is_only_here_is_known_of_the_others_too() {
    let phone = Practice::new();
    let (team, ids) = phone.three().await;
    let counts: Vec<u32> = teams(&team)
        .await
        .iter()
        .map(|entry| entry.only_here)
        .collect();
    assert!(counts.iter().all(|count| *count > 2), "{counts:?}");
    let first = to(&team, ids[0]).await;
    log(&first, Who::Unknown, "Nog iets.").await;
    let team = to(&first, ids[2]).await;
    let later: Vec<u32> = teams(&team)
        .await
        .iter()
        .map(|entry| entry.only_here)
        .collect();
    assert_eq!(later, [counts[0] + 1, counts[1], counts[2]]);
}

#[tokio::test]
async fn draft_and_place_stay_with_their_team_and_a_new_one_looks_the_same() {
    let phone = Practice::new();
    let first = phone.opened();
    phone.fill(&first, "Oosterhage").await;
    let draft = Draft {
        id: EncounterId(Uuid::now_v7()),
        text: "Stond bij de halte".into(),
        channel: Channel::Street,
        who: Who::Unknown,
        who_name: String::new(),
        at: chrono::Utc::now(),
        interview: crate::view::InterviewChoice::default(),
    };
    let keep = SaveDraft {
        draft: draft.clone(),
    };
    first.call(keep).await.expect("kept");
    let place = SaveLocation {
        path: "/dossiers".into(),
        sheet: false,
    };
    first.call(place).await.expect("kept");
    let english = Settings {
        language: Language::English,
        appearance: Appearance::Dark,
        lock_after: LockAfter::AtOnce,
    };
    first
        .call(SetSettings { settings: english })
        .await
        .expect("kept");

    let second = first.switch(TeamChoice::New).await.expect("a new one");
    assert_eq!(second.call(ReadDrafts).await, Ok(vec![]));
    assert_eq!(second.call(ReadLocation).await, Ok(None));
    assert_eq!(second.call(ReadSettings).await, Ok(english));
    // From then on each team has its own settings.
    second
        .call(SetSettings {
            settings: Settings::default(),
        })
        .await
        .expect("kept");
    let first = to(&second, first.team()).await;
    assert_eq!(first.call(ReadDrafts).await, Ok(vec![draft]));
    assert_eq!(first.call(ReadSettings).await, Ok(english));
    let second = to(&first, second.team()).await;
    assert_eq!(second.call(ReadSettings).await, Ok(Settings::default()));
}

#[tokio::test]
async fn who_thinks_better_of_a_new_one_leaves_nothing_behind() {
    let phone = Practice::new();
    let first = phone.opened();
    phone.fill(&first, "Oosterhage").await;
    let empty = first.switch(TeamChoice::New).await.expect("a new one");
    assert_eq!(teams(&empty).await.len(), 2);
    let stays = empty.switch(TeamChoice::New).await.expect("stays");
    assert_eq!(stays.team(), empty.team());
    let first = to(&stays, first.team()).await;
    assert_eq!(teams(&first).await.len(), 1);
    let again = first.switch(TeamChoice::New).await.expect("a new one");
    assert_eq!(again.team(), empty.team());
}

#[tokio::test]
async fn a_phone_that_is_killed_while_it_switches_has_both_teams_whole() {
    for steps in 0..=3 {
        let phone = Practice::new();
        let first = phone.opened();
        phone.fill(&first, "Oosterhage").await;
        let left = phone.store(first.team()).team_summary().expect("reads");
        let id = first.team();
        phone.close(first);
        let vault = Vault::unlock(phone.folder.path(), PIN).expect("a vault");
        let ring = Keyring::new(
            phone.folder.path(),
            vault,
            Environment::default(),
            Syncing::ByItself,
        )
        .expect("nobody has it open");
        // Repeats the steps of `switch` up to the simulated crash.
        let new = ring.choose(TeamChoice::New, id, &left).expect("a key");
        if steps == 1 {
            std::fs::write(phone.file(new), b"").expect("an empty file");
        }
        if steps >= 2 {
            drop(ring.open(new.0).expect("a store"));
        }
        if steps >= 3 {
            ring.moved(id, left, new);
        }
        drop(ring);

        let team = phone.opened();
        assert_eq!(team.team(), if steps < 3 { id } else { new }, "{steps}");
        let other = match steps {
            3 => to(&team, id).await,
            _ => team
                .switch(TeamChoice::New)
                .await
                .expect("the same new one"),
        };
        assert_eq!(other.team(), if steps < 3 { new } else { id }, "{steps}");
        let first = if steps < 3 {
            to(&other, id).await
        } else {
            other
        };
        assert_eq!(all_cases(&first).await, ["Duivenman Oosterhage"], "{steps}");
    }
}

#[tokio::test]
async fn another_code_opens_no_team_at_all() {
    let phone = Practice::new();
    phone.three().await;
    let opened = Vault::unlock(phone.folder.path(), "654321").err();
    assert_eq!(opened, Some(Error::WrongPin));
}

#[tokio::test]
async fn a_forgotten_code_takes_all_teams_along_and_a_found_one_brings_them_back() {
    let phone = Practice::new();
    phone.three().await;
    Phone::at(phone.folder.path())
        .set_aside()
        .await
        .expect("set aside");
    Vault::create(phone.folder.path(), PIN, PinCost::TEST).expect("a new vault");
    let fresh = phone.opened();
    assert_eq!(teams(&fresh).await.len(), 1);
    assert_eq!(all_cases(&fresh).await, [""; 0]);
    drop(fresh);
    let at = |name: &str| phone.folder.path().join(name);
    std::fs::rename(at("vault.aside-1.cbor"), at("vault.cbor")).expect("put back");
    let names: Vec<String> = teams(&phone.opened())
        .await
        .into_iter()
        .map(|entry| entry.name)
        .collect();
    assert_eq!(names, NAMES);
}
