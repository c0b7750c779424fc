//! The measured figures and their file.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

/// One measured quantity.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Figure {
    /// The value held against the budget; for times the 99th percentile.
    pub(crate) value: f64,
    pub(crate) unit: String,
    pub(crate) budget: Option<f64>,
    pub(crate) how: String,
    /// The median and the number of samples, for times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) p50: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) samples: Option<usize>,
    /// The median right after unlocking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) cold: Option<f64>,
}

impl Figure {
    pub(crate) fn is_over(&self) -> bool {
        self.budget.is_some_and(|budget| self.value > budget)
    }
}

/// All figures of a run.
#[derive(Debug, Default)]
pub(crate) struct Figures(BTreeMap<String, Figure>);

impl Figures {
    /// Adds a figure; it misses its budget if it exceeds it.
    pub(crate) fn add(
        &mut self,
        name: impl Into<String>,
        value: f64,
        unit: &'static str,
        budget: impl Into<Option<f64>>,
        how: impl Into<String>,
    ) {
        self.put(
            name.into(),
            Figure {
                value: thousandths(value),
                unit: unit.to_owned(),
                budget: budget.into(),
                how: how.into(),
                p50: None,
                samples: None,
                cold: None,
            },
        );
    }

    /// Adds times, in milliseconds; their 99th percentile is held against the budget.
    pub(crate) fn add_times(
        &mut self,
        name: impl Into<String>,
        times: &Times,
        budget: impl Into<Option<f64>>,
        how: impl Into<String>,
    ) {
        self.put(
            name.into(),
            Figure {
                value: thousandths(times.quantile(0.99)),
                unit: "ms".to_owned(),
                budget: budget.into(),
                how: how.into(),
                p50: Some(thousandths(times.quantile(0.5))),
                samples: Some(times.0.len()),
                cold: None,
            },
        );
    }

    /// Adds to a figure its median right after unlocking.
    pub(crate) fn add_cold(&mut self, name: &str, times: &Times) {
        let cold = thousandths(times.quantile(0.5));
        println!("{name:<34} {cold:>12.3} ms       cold");
        if let Some(figure) = self.0.get_mut(name) {
            figure.cold = Some(cold);
        }
    }

    fn put(&mut self, name: String, figure: Figure) {
        let Figure {
            value, unit, p50, ..
        } = &figure;
        let middle = p50.map_or(String::new(), |p50| format!("(p50 {p50:.3}) "));
        let verdict = match figure.budget {
            Some(budget) if figure.is_over() => format!("OVER the budget of {budget} {unit}"),
            Some(budget) => format!("within {budget} {unit}"),
            None => String::new(),
        };
        println!("{name:<34} {value:>12.3} {unit:<8} {middle}{verdict}");
        self.0.insert(name, figure);
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Figure)> {
        self.0.iter().map(|(name, figure)| (name.as_str(), figure))
    }

    /// Returns the file of a full run, or that of a partial run, which must not be mistaken for it.
    fn path(whole: bool) -> PathBuf {
        let name = if whole {
            "figures.json"
        } else {
            "figures-part.json"
        };
        std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("target/bench")
            .join(name)
    }

    /// Writes the file; returns how many figures are over budget.
    pub(crate) fn write(&self, whole: bool) -> anyhow::Result<usize> {
        let path = Self::path(whole);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, serde_json::to_string_pretty(&self.0)?)?;
        Ok(self.0.values().filter(|figure| figure.is_over()).count())
    }

    /// Reads the figures of the last run.
    pub(crate) fn read(whole: bool) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(Self::path(whole))?;
        Ok(Self(serde_json::from_str(&text)?))
    }
}

fn thousandths(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// Durations of repeated work, in milliseconds, sorted.
#[derive(Debug)]
pub(crate) struct Times(Vec<f64>);

impl Times {
    pub(crate) fn of(count: usize, work: impl FnMut(usize)) -> Self {
        Self::within(count, count, Duration::MAX, work)
    }

    /// Repeats the work `least` times, then up to `most` times as long as `time` has not passed.
    pub(crate) fn within(
        least: usize,
        most: usize,
        time: Duration,
        mut work: impl FnMut(usize),
    ) -> Self {
        let mut times: Vec<Duration> = Vec::with_capacity(most);
        let begin = Instant::now();
        for n in 0..most {
            if n >= least && begin.elapsed() > time {
                break;
            }
            let start = Instant::now();
            work(n);
            times.push(start.elapsed());
        }
        Self::from(times)
    }

    /// Returns the quantile for a share between 0 and 1.
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
