use super::super::transport::{Cut, Memory};
use super::*;

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.expect("a runtime").block_on(future)
}

const SERVER: &str = "https://sync.veldhoven.nl";

fn founding() -> StartTeam {
    StartTeam {
        server: "sync.veldhoven.nl/".into(),
        token: " ".into(),
        team: "Veldhoven".into(),
        me: " Samira ".into(),
    }
}

fn member(new: &NewMembership) -> Membership {
    Membership {
        server: new.server.clone(),
        team: new.team,
        team_name: new.team_name.clone(),
        me: new.me.clone(),
        key: new.key.clone(),
        epoch: new.epoch,
        signer: Signer::from_seed(new.device_seed),
    }
}

/// Starts a team and creates an invitation to it.
fn invited(server: &Memory) -> (NewMembership, view::Invitation) {
    let started = block_on(start(server, &mut Intents::default(), &founding()));
    let started = started.expect("starts");
    let now = DateTime::from_timestamp(1_800_000_000, 0).expect("a time");
    let invitation = block_on(invite(server, &member(&started), now)).expect("invites");
    (started, invitation)
}

fn joining(words: &str) -> JoinTeam {
    JoinTeam {
        server: SERVER.into(),
        words: words.into(),
        me: "Bart".into(),
    }
}

fn joins(server: &Memory, intents: &mut Intents, words: &str) -> Result<NewMembership, Error> {
    block_on(join(server, intents, &joining(words)))
}

#[test]
fn whoever_has_the_five_words_joins_with_the_teams_key() {
    let server = Memory::default();
    let (started, invitation) = invited(&server);
    assert_eq!(started.server, SERVER);
    assert_eq!((started.me.as_str(), started.founder), ("Samira", true));
    assert_eq!(invitation.words.len(), 5);
    assert_eq!(invitation.expires.timestamp(), 1_800_000_000 + 86_400);

    let words = invitation.words.join(" ");
    let joined = joins(&server, &mut Intents::default(), &words).expect("joins");
    assert_eq!((joined.team, &joined.key), (started.team, &started.key));
    assert_eq!((joined.team_name.as_str(), joined.epoch), ("Veldhoven", 1));
    assert!(!joined.founder);
    assert_ne!(joined.device_seed, started.device_seed);
}

#[test]
fn the_qr_brings_the_server_along() {
    let server = Memory::default();
    let (started, invitation) = invited(&server);
    let scanned = JoinTeam {
        server: String::new(),
        ..joining(&invitation.code)
    };
    let joined = block_on(join(&server, &mut Intents::default(), &scanned)).expect("joins");
    assert_eq!(
        (joined.server.as_str(), joined.team),
        (SERVER, started.team)
    );
}

#[test]
fn a_team_whose_founding_was_cut_off_is_started_once() {
    let server = Memory::default();
    server.server(|server| server.cuts.extend([Some(Cut::After), Some(Cut::Before)]));
    let mut intents = Intents::default();
    let cut = block_on(start(&server, &mut intents, &founding()));
    let team = intents.start.as_ref().expect("intended").team;
    assert_eq!(cut.err(), Some(Error::Sync(SyncProblem::NoAnswer)));
    let cut = block_on(start(&server, &mut intents, &founding()));
    assert_eq!(cut.err(), Some(Error::Sync(SyncProblem::NoConnection)));
    let started = block_on(start(&server, &mut intents, &founding())).expect("starts");
    assert_eq!(started.team, team);

    let elsewhere = StartTeam {
        server: "other.nl".into(),
        ..founding()
    };
    let other = block_on(start(&server, &mut intents, &elsewhere)).expect("starts");
    assert_ne!(other.team, team);
}

#[test]
fn a_phone_that_was_cut_off_while_joining_gets_in_at_the_next_try() {
    let server = Memory::default();
    let (_, invitation) = invited(&server);
    let words = invitation.words.join("-");
    let mut intents = Intents::default();
    server.server(|server| server.cuts.push_back(Some(Cut::After)));
    let cut = joins(&server, &mut intents, &words);
    assert_eq!(cut.err(), Some(Error::Sync(SyncProblem::NoAnswer)));
    joins(&server, &mut intents, &words).expect("joins");

    let third = joins(&server, &mut Intents::default(), &words);
    assert_eq!(third.err(), Some(Error::InvitationUsed));
}

#[test]
fn every_refusal_is_told_as_what_it_is() {
    let server = Memory::default();
    let words = Code::random().words().join(" ");
    let unknown = joins(&server, &mut Intents::default(), &words);
    assert_eq!(unknown.err(), Some(Error::InvitationUnknown));
    for (code, error) in [
        (RefusalCode::MailboxExpired, Error::InvitationExpired),
        (RefusalCode::Busy, Error::Sync(SyncProblem::ServerTrouble)),
        (RefusalCode::Version, Error::Sync(SyncProblem::Version)),
    ] {
        server.server(|server| server.refusals.push_back(code));
        let refused = joins(&server, &mut Intents::default(), &words);
        assert_eq!(refused.err(), Some(error));
    }
    server.server(|server| server.refusals.push_back(RefusalCode::RegistrationClosed));
    let closed = block_on(start(&server, &mut Intents::default(), &founding()));
    assert_eq!(closed.err(), Some(Error::RegistrationClosed));
}

#[test]
fn what_was_mistyped_never_reaches_the_network() {
    let server = Memory::default();
    let four = joins(&server, &mut Intents::default(), "een twee drie vier");
    assert_eq!(four.err(), Some(Error::Words(0)));
    let plain = StartTeam {
        server: "http://192.168.1.4".into(),
        ..founding()
    };
    let plain = block_on(start(&server, &mut Intents::default(), &plain));
    assert_eq!(plain.err(), Some(Error::Address));
    assert_eq!(server.server(|server| server.asked.len()), 0);
}
