//! Several teams on one phone: switching between them.

use std::time::Instant;

use futures::executor::block_on;
use voorveld_core::Environment;
use voorveld_core::api::{CreateCase, ReadTeams, ReadToday, TeamChoice};

use crate::figures::{Figures, Times};
use crate::filled::{Filled, folder};
use crate::phone::PIN;
use crate::{ENCOUNTERS, SMALL};

const ROUNDS: usize = 30;

pub(crate) fn measure(filled: &Filled, figures: &mut Figures) -> anyhow::Result<()> {
    println!("\nfrom one team to another");
    let folder = folder()?;
    let phone = filled.phone(&SMALL, folder.path())?;
    let big = block_on(phone.unlock(PIN, Environment::default()))?;
    let mut here = block_on(big.switch(TeamChoice::New))?;
    block_on(here.call(CreateCase { name: "G.".into() }))?;
    let (big, other) = (big.team(), here.team());
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        for team in [big, other] {
            let start = Instant::now();
            here = block_on(here.switch(TeamChoice::Team(team)))?;
            block_on(here.call(ReadToday))?;
            if team == big {
                times.push(start.elapsed());
            }
        }
    }
    let switch = Times::from(times);
    figures.add(
        "switch_team_p50",
        switch.quantile(0.5),
        "ms",
        None,
        format!(
            "from the tap to the view model of Vandaag: one store closed, one of {} cases x \
             {ENCOUNTERS} encounters opened",
            SMALL.cases
        ),
    );
    let list = Times::of(200, |_| {
        block_on(here.call(ReadTeams)).expect("reads");
    });
    figures.add(
        "teams_p99",
        list.quantile(0.99),
        "ms",
        16.0,
        "the names of the teams, as Vandaag shows the one that is open",
    );
    Ok(())
}
