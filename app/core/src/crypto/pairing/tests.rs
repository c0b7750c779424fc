use proptest::prelude::*;

use super::*;

fn invitation() -> Invitation {
    Invitation {
        team: TeamTag([4; 16]),
        team_name: "Veldhoven".into(),
        key: TeamKey([5; 32]),
        epoch: 1,
        inviter: "Samira".into(),
    }
}

#[track_caller]
fn check(typed: &str, expected: Result<&Code, Error>) {
    assert_eq!(Code::parse(typed).as_ref(), expected.as_ref().copied());
}

#[test]
fn the_new_phone_reads_what_the_inviting_phone_wrote() {
    let code = Code::random();
    let sealed = code
        .stretch()
        .expect("stretches")
        .seal(&invitation())
        .expect("seals");

    let typed = Code::parse(&code.words().join(" "))
        .expect("parses")
        .stretch();
    let invited = typed.expect("stretches");
    assert_eq!(
        invited.mailbox(),
        code.stretch().expect("stretches").mailbox()
    );
    assert_eq!(invited.open(&sealed), Ok(invitation()));
}

#[test]
fn other_words_open_another_mailbox_and_not_this_letter() {
    let code = Code([1, 2, 3, 4, 5]).stretch().expect("stretches");
    let other = Code([1, 2, 3, 4, 6]).stretch().expect("stretches");
    assert_ne!(code.mailbox(), other.mailbox());
    let sealed = code.seal(&invitation()).expect("seals");
    assert_eq!(other.open(&sealed), Err(OpenError::Unauthentic));
}

#[test]
fn words_are_read_however_they_were_typed() {
    let code = Code([0, 1, 500, 1022, 1023]);
    let words = code.words();
    check(&words.join(" "), Ok(&code));
    check(&words.join("-"), Ok(&code));
    check(&format!("  {}.\n", words.join(",  ")), Ok(&code));
    check(&words.join(" – ").to_uppercase(), Ok(&code));
    let numbered: Vec<_> = (1..)
        .zip(&words)
        .map(|(n, w)| format!("{n}. {w}"))
        .collect();
    check(&numbered.join("\n"), Ok(&code));
}

#[test]
fn the_first_wrong_word_is_named() {
    let words = Code([0, 1, 2, 3, 4]).words();
    check("", Err(Error::Words(0)));
    check(&words[..4].join(" "), Err(Error::Words(0)));
    check(
        &format!("{} xqx", words[..4].join(" ")),
        Err(Error::Words(5)),
    );
    check(
        &format!("xqx qxq {}", words[..3].join(" ")),
        Err(Error::Words(1)),
    );
}

#[test]
fn the_qr_holds_server_and_words() {
    let code = Code::random();
    let line = code.line("https://sync.example.nl:8443");
    let words = code.words().join("-");
    let server = "https://sync.example.nl:8443";
    assert_eq!(line, format!("{server}/#/team/koppel/{words}"));
    // Codes without a page: the older format, and one that somebody may shorten by hand.
    for text in [
        line,
        format!("voorveld:{server}#{words}"),
        format!(" {server}#{words} "),
    ] {
        let read = read_code_line(&text).expect("reads");
        assert_eq!(read, (Some(server.into()), code.clone()), "{text}");
        assert_eq!(server_in_code(&text), Some(server));
    }
    assert_eq!(server_in_code(&code.words().join(" ")), None);
    let read = read_code_line(&code.words().join(" ")).expect("reads");
    assert_eq!(read, (None, code));
}

#[test]
fn a_letter_that_does_not_fit_a_mailbox_is_refused() {
    let noise: String = (0..6000)
        .map(|_| char::from(random::<1>()[0] % 90 + 33))
        .collect();
    let long = Invitation {
        team_name: noise,
        ..invitation()
    };
    let code = Code::random().stretch().expect("stretches");
    assert!(matches!(code.seal(&long), Err(Error::TooLong { .. })));
}

#[test]
fn the_words_are_not_printed() {
    assert_eq!(format!("{:?}", Code::random()), "Code(…)");
}

proptest! {
    #[test]
    fn no_text_at_all_makes_it_panic(text in "\\PC{0,80}") {
        let _refused = read_code_line(&text);
        let _refused = read_code_line(&format!("voorveld:{text}"));
        let _refused = read_code_line(&format!("{text}/#/{text}"));
    }
}
