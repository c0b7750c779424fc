//! The figures and where they are written.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde::Serialize;

#[derive(Debug, Serialize)]
struct Figure {
    value: f64,
    unit: &'static str,
    budget: Option<f64>,
    how: String,
}

/// All figures of a run.
#[derive(Debug, Default)]
pub(crate) struct Figures(BTreeMap<String, Figure>);

impl Figures {
    /// Adds a figure; more than its budget is a miss.
    pub(crate) fn add(
        &mut self,
        name: impl Into<String>,
        value: f64,
        unit: &'static str,
        budget: impl Into<Option<f64>>,
        how: impl Into<String>,
    ) {
        let (name, budget, how) = (name.into(), budget.into(), how.into());
        let verdict = match budget {
            Some(budget) if value > budget => format!("OVER the budget of {budget} {unit}"),
            Some(budget) => format!("within {budget} {unit}"),
            None => String::new(),
        };
        println!("{name:<34} {value:>12.3} {unit:<8} {verdict}");
        let value = (value * 1000.0).round() / 1000.0;
        self.0.insert(
            name,
            Figure {
                value,
                unit,
                budget,
                how,
            },
        );
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Writes the file; answers how many are over budget.
    pub(crate) fn write(&self) -> anyhow::Result<usize> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench");
        std::fs::create_dir_all(&folder)?;
        std::fs::write(
            folder.join("figures.json"),
            serde_json::to_string_pretty(&self.0)?,
        )?;
        let over = |figure: &&Figure| figure.budget.is_some_and(|budget| figure.value > budget);
        Ok(self.0.values().filter(over).count())
    }
}

/// Times something many times. Milliseconds, sorted.
#[derive(Debug)]
pub(crate) struct Times(Vec<f64>);

impl Times {
    pub(crate) fn of(count: usize, mut work: impl FnMut(usize)) -> Self {
        let mut times: Vec<Duration> = Vec::with_capacity(count);
        for n in 0..count {
            let start = Instant::now();
            work(n);
            times.push(start.elapsed());
        }
        Self::from(times)
    }

    /// The value that this share of the times is below.
    pub(crate) fn quantile(&self, share: f64) -> f64 {
        let place = (self.0.len() as f64 * share).ceil() as usize;
        self.0[place.clamp(1, self.0.len()) - 1]
    }
}

impl From<Vec<Duration>> for Times {
    fn from(times: Vec<Duration>) -> Self {
        let mut times: Vec<f64> = times.iter().map(|t| t.as_secs_f64() * 1000.0).collect();
        times.sort_by(f64::total_cmp);
        Self(times)
    }
}
