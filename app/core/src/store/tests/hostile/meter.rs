//! Measures the cost of receiving a record. `./run bench hostile` prints the figures, for
//! docs/reliability.md.

use std::fmt;
use std::time::{Duration, Instant};

/// The cost of a piece of work.
pub(super) struct Cost {
    time: Duration,
    /// By how many KiB the process grew at most meanwhile; known on Linux only.
    memory: Option<u64>,
}

impl fmt::Display for Cost {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let milliseconds = self.time.as_secs_f64() * 1000.0;
        match self.memory {
            Some(memory) => write!(out, "{milliseconds:.1} ms, {memory} KiB"),
            None => write!(out, "{milliseconds:.1} ms"),
        }
    }
}

fn asked() -> bool {
    std::env::var_os("VOORVELD_MEASURE").is_some()
}

/// Runs a function and returns its cost.
pub(super) fn measured(work: impl FnOnce()) -> Cost {
    // Makes the peak begin anew. Other tests would add to it: these then run one at a time.
    let reset = asked() && std::fs::write("/proc/self/clear_refs", "5").is_ok();
    let before = kibibytes("VmRSS:").filter(|_| reset);
    let began = Instant::now();
    work();
    let time = began.elapsed();
    let memory = before.and_then(|before| Some(kibibytes("VmHWM:")?.saturating_sub(before)));
    Cost { time, memory }
}

fn kibibytes(field: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(field))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Prints what records cost when they came in, and at the next sync.
pub(super) fn tell(records: u32, bytes: usize, first: &Cost, next: &Cost) {
    if asked() {
        println!("\n  {records} records, {bytes} bytes: {first}; the next sync: {next}");
    }
}
