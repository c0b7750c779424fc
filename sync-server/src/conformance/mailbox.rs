//! Mailboxes: one invitation, one new device, one day.

use voorveld_protocol::{MailboxId, TeamTag};

use super::{
    Place,
    people::{TEAM, anna, bram, device, push, records, with_anna},
};
use crate::{
    NewMailbox, StoreError,
    store::{MAILBOX_MEMORY_SECONDS, MAX_MAILBOXES},
};

const MAILBOX: MailboxId = MailboxId([4; 16]);

fn invitation() -> NewMailbox {
    NewMailbox {
        team: TEAM,
        inviter: anna().device(),
        mailbox: MAILBOX,
        sealed: b"come in".to_vec(),
        now: 1000,
        expires: 2000,
    }
}

pub(super) async fn an_invitation_lets_one_device_in_and_may_be_opened_again_by_it(
    place: &impl Place,
) {
    let store = with_anna(place).await;
    let nothing = store.open_mailbox(MAILBOX, bram().device(), 1000).await;
    assert_eq!(nothing, Err(StoreError::MailboxUnknown));
    assert_eq!(store.put_mailbox(invitation()).await, Ok(()));

    for now in [1000, 1500, 1999] {
        let contents = store
            .open_mailbox(MAILBOX, bram().device(), now)
            .await
            .expect("opens");
        assert_eq!((contents.team, contents.inviter), (TEAM, anna().device()));
        assert_eq!(contents.sealed, b"come in");
    }
    let other = store.open_mailbox(MAILBOX, device(3).device(), 1500).await;
    assert_eq!(other, Err(StoreError::MailboxUsed));
    assert_eq!(push(&*store, &bram(), records(&bram(), 1, 1)).await, Ok(1));
    let shut_out = push(&*store, &device(3), records(&device(3), 1, 1)).await;
    assert_eq!(shut_out, Err(StoreError::UnknownDevice));
    drop(store.close().await);

    let store = place.open().await;
    let other = store.open_mailbox(MAILBOX, device(3).device(), 1500).await;
    assert_eq!(other, Err(StoreError::MailboxUsed), "also after a restart");
}

pub(super) async fn an_invitation_that_expired_lets_nobody_in(place: &impl Place) {
    let store = with_anna(place).await;
    store.put_mailbox(invitation()).await.expect("put");
    let late = store.open_mailbox(MAILBOX, bram().device(), 2000).await;
    assert_eq!(late, Err(StoreError::MailboxExpired));
    let kept = store.kept(TEAM, bram().device()).await;
    assert_eq!(kept, Err(StoreError::UnknownDevice));

    // The next invitation cleans up: the contents at expiry, the mailbox itself a week later.
    let next = |now, number| NewMailbox {
        mailbox: MailboxId([number; 16]),
        now,
        expires: now + 10,
        ..invitation()
    };
    store.put_mailbox(next(2000, 5)).await.expect("put");
    let back_in_time = store.open_mailbox(MAILBOX, bram().device(), 1500).await;
    assert_eq!(
        back_in_time,
        Err(StoreError::MailboxExpired),
        "its contents are gone"
    );
    let much_later = 2000 + MAILBOX_MEMORY_SECONDS;
    store.put_mailbox(next(much_later, 6)).await.expect("put");
    let forgotten = store
        .open_mailbox(MAILBOX, bram().device(), much_later)
        .await;
    assert_eq!(forgotten, Err(StoreError::MailboxUnknown));
}

pub(super) async fn a_mailbox_holds_one_invitation(place: &impl Place) {
    let store = with_anna(place).await;
    store.put_mailbox(invitation()).await.expect("put");
    assert_eq!(
        store.put_mailbox(invitation()).await,
        Ok(()),
        "the same again"
    );
    let another = NewMailbox {
        sealed: b"other".to_vec(),
        ..invitation()
    };
    let taken = store.put_mailbox(another).await;
    assert_eq!(taken, Err(StoreError::MailboxTaken));
    let contents = store
        .open_mailbox(MAILBOX, bram().device(), 1500)
        .await
        .expect("opens");
    assert_eq!(contents.sealed, b"come in");
}

pub(super) async fn only_devices_of_the_team_invite_and_not_without_end(place: &impl Place) {
    let store = with_anna(place).await;
    let stranger = NewMailbox {
        inviter: bram().device(),
        ..invitation()
    };
    let refused = store.put_mailbox(stranger).await;
    assert_eq!(refused, Err(StoreError::UnknownDevice));
    let nowhere = NewMailbox {
        team: TeamTag([0; 16]),
        ..invitation()
    };
    assert_eq!(
        store.put_mailbox(nowhere).await,
        Err(StoreError::UnknownTeam)
    );

    let numbered = |number: u64, now| NewMailbox {
        mailbox: MailboxId(u128::from(number).to_be_bytes()),
        now,
        expires: now + 10,
        ..invitation()
    };
    for number in 0..MAX_MAILBOXES {
        store
            .put_mailbox(numbered(number, 1000))
            .await
            .expect("put");
    }
    let too_many = store.put_mailbox(numbered(MAX_MAILBOXES, 1000)).await;
    assert_eq!(too_many, Err(StoreError::TooManyMailboxes));
    let later = store.put_mailbox(numbered(MAX_MAILBOXES, 1010)).await;
    assert_eq!(later, Ok(()), "the others have expired by then");
}
