//! A team whose file is damaged, beside teams that are intact.

use super::practice::*;
use super::*;
use crate::TeamId;
use crate::api::{CheckPhone, ReadCheckup, TeamChoice};
use crate::model::Who;
use crate::view::{Damage, Finding};

impl Practice {
    fn damage(&self, team: TeamId) {
        std::fs::write(self.file(team), vec![7; 8192]).expect("damaged");
    }
}

fn set_aside(team: TeamId) -> String {
    format!("team-{}.damaged-1.db", team.0.simple())
}

#[tokio::test]
async fn a_damaged_team_keeps_no_other_shut_and_is_named() {
    let phone = Practice::new();
    let (team, ids) = phone.three().await;
    let team = to(&team, ids[0]).await;
    phone.close(to(&team, ids[1]).await);
    phone.damage(ids[1]);

    // The damaged team was the one open last.
    let team = phone.opened();
    assert_ne!(team.team(), ids[1]);
    let entries = teams(&team).await;
    assert_eq!(entries[1].name, "Veldhoven");
    let damage = |new| {
        Some(Damage {
            file: set_aside(ids[1]),
            new,
        })
    };
    assert_eq!(entries[1].damage, damage(true));
    assert_eq!((&entries[0].damage, &entries[2].damage), (&None, &None));
    for id in [ids[0], ids[2]] {
        let here = phone.opened();
        let here = if here.team() == id {
            here
        } else {
            to(&here, id).await
        };
        assert_eq!(all_cases(&here).await.len(), 1);
    }
    // After the next unlock the damage is no longer new.
    assert_eq!(teams(&phone.opened()).await[1].damage, damage(false));
    assert!(phone.folder.path().join(set_aside(ids[1])).exists());
}

#[tokio::test]
async fn going_to_a_damaged_team_leaves_the_open_one_as_it_was() {
    let phone = Practice::new();
    let (team, ids) = phone.three().await;
    phone.damage(ids[0]);
    for _ in 0..2 {
        let refused = team.switch(TeamChoice::Team(ids[0])).await;
        let expected = Error::StoreDamaged {
            set_aside: set_aside(ids[0]),
        };
        assert_eq!(refused.err(), Some(expected));
    }
    assert!(!phone.file(ids[0]).exists(), "no empty one in its place");
    log(&team, crate::model::Who::Unknown, "Het gaat gewoon door.").await;
    assert_eq!(all_cases(&team).await, ["Duivenman Eersel"]);
    drop(team);
    assert_eq!(phone.opened().team(), ids[2]);
}

#[tokio::test]
async fn a_damaged_file_that_was_put_right_opens_again() {
    let phone = Practice::new();
    let (team, ids) = phone.three().await;
    let whole = std::fs::read(phone.file(ids[0])).expect("reads");
    phone.damage(ids[0]);
    team.switch(TeamChoice::Team(ids[0]))
        .await
        .expect_err("damaged");
    std::fs::write(phone.file(ids[0]), whole).expect("put right");
    let again = to(&team, ids[0]).await;
    assert_eq!(all_cases(&again).await, ["Duivenman Oosterhage"]);
    let last = to(&again, ids[2]).await;
    assert_eq!(teams(&last).await[0].damage, None);
}

#[tokio::test]
async fn a_file_that_is_gone_is_not_replaced_by_an_empty_one() {
    let phone = Practice::new();
    let (team, ids) = phone.three().await;
    std::fs::remove_file(phone.file(ids[0])).expect("gone");
    let refused = team.switch(TeamChoice::Team(ids[0])).await.err();
    assert!(
        matches!(refused, Some(Error::StoreDamaged { .. })),
        "{refused:?}"
    );
    assert!(!phone.file(ids[0]).exists());
}

#[tokio::test]
async fn the_only_team_that_proves_damaged_is_said_and_then_a_new_one_begins() {
    let phone = Practice::new();
    let first = phone.opened();
    let id = first.team();
    phone.fill(&first, "Oosterhage").await;
    phone.close(first);
    phone.damage(id);
    assert!(matches!(
        phone.unlock().err(),
        Some(Error::StoreDamaged { .. })
    ));
    let fresh = phone.opened();
    assert_eq!(all_cases(&fresh).await, [""; 0]);
    assert_eq!(
        teams(&fresh).await.len(),
        2,
        "the damaged one is not forgotten"
    );
}

fn flip_page(path: &std::path::Path, whole: &[u8], page: usize) {
    let mut bytes = whole.to_vec();
    bytes[page * 4096 + 64..page * 4096 + 128].fill(0x5a);
    std::fs::write(path, bytes).expect("damaged");
}

#[tokio::test]
async fn whichever_page_is_damaged_the_phone_opens_and_repairs_itself() {
    let phone = Practice::new();
    let first = phone.opened();
    let id = first.team();
    phone.fill(&first, "Oosterhage").await;
    phone.close(first);
    let whole = std::fs::read(phone.file(id)).expect("reads");
    let mut replaced = 0;
    for page in (0..whole.len() / 4096).step_by(5) {
        flip_page(&phone.file(id), &whole, page);
        let here = phone.opened();
        assert_eq!(here.team(), id, "page {page}");
        here.call(CheckPhone).await.expect("checks");
        let told = here.call(ReadCheckup).await.expect("reads");
        let told = told.expect("a result");
        // A request goes through at once.
        log(&here, Who::Unknown, "Het gaat gewoon door.").await;
        if let Some(Finding::File(rescue)) = told.findings.first() {
            replaced += 1;
            assert!(phone.folder.path().join(&rescue.set_aside).exists());
        }
        let again = here.call(CheckPhone).await.expect("checks");
        assert_eq!(again.findings, [], "page {page}");
        phone.close(here);
    }
    assert!(replaced > 3, "{replaced}");
}

#[tokio::test]
async fn a_replacement_that_was_killed_before_its_last_step_is_finished_at_the_next_start() {
    let phone = Practice::new();
    let first = phone.opened();
    let id = first.team();
    phone.fill(&first, "Oosterhage").await;
    phone.close(first);
    let made = phone.file(id).with_extension("rescued-1.db");
    std::fs::rename(phone.file(id), &made).expect("renames");
    let here = phone.opened();
    assert_eq!(all_cases(&here).await, ["Duivenman Oosterhage"]);
    assert!(!made.exists());
}

#[tokio::test]
async fn what_a_rescue_that_was_killed_halfway_left_is_removed_and_the_next_one_succeeds() {
    let phone = Practice::new();
    let first = phone.opened();
    let id = first.team();
    phone.fill(&first, "Oosterhage").await;
    phone.close(first);
    let whole = std::fs::read(phone.file(id)).expect("reads");
    flip_page(&phone.file(id), &whole, 0);
    let left = [
        "rescuing-1.db",
        "rescuing-2.db",
        "first-1.db",
        "copied-1.db",
    ];
    let left = left.map(|left| phone.file(id).with_extension(left));
    for left in &left {
        std::fs::write(left, b"half a file").expect("writes");
        std::fs::write(left.with_extension("db-wal"), b"half a journal").expect("writes");
    }
    let here = phone.opened();
    assert_eq!(all_cases(&here).await, ["Duivenman Oosterhage"]);
    phone.close(here);
    let files = std::fs::read_dir(phone.folder.path()).expect("reads");
    let names = files.map(|file| {
        file.expect("a file")
            .file_name()
            .into_string()
            .expect("text")
    });
    let mut names: Vec<String> = names.filter(|name| name.starts_with("team-")).collect();
    names.sort();
    let own = format!("team-{}.db", id.0.simple());
    assert_eq!(names, [set_aside(id), own]);
}
