//! A member of a team with an app of their own, which sends bad records:
//! `cargo run --example hostile -- SERVER "five words" RECORD…`.
//!
//! Written against `SEALED.md` alone, as anybody could who holds an invitation. `RECORD` is one of the
//! names in `record.rs`; each goes into the log in the order given, about the newest case in it. Prints
//! the sealed bytes of each.

mod member;
mod record;

use anyhow::Context as _;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let server = arguments.next().context("which server?")?;
    let words = arguments.next().context("which five words?")?;
    let mut member = member::Member::join(&server, &words)?;
    for name in arguments {
        let (case, document) = member.newest_case()?;
        let payload = record::named(&name, case, &document)?;
        let sealed = member.send(case, &payload)?;
        println!("{name}: {sealed} bytes");
    }
    Ok(())
}
