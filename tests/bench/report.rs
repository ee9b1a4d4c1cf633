//! Figures beside their budgets. A budget that is missed is said, and fails nothing: these machines are noisy.

use std::fmt;

/// One measured figure.
struct Figure {
    what: String,
    measured: f64,
    budget: f64,
    unit: &'static str,
}

/// Everything measured in one run.
#[derive(Default)]
pub struct Report {
    figures: Vec<Figure>,
    remarks: Vec<String>,
}

impl Report {
    /// A figure that should not be above its budget.
    pub fn figure(&mut self, what: impl Into<String>, measured: f64, budget: f64, unit: &'static str) {
        self.figures.push(Figure { what: what.into(), measured, budget, unit });
    }

    /// Something worth knowing beside the figures.
    pub fn remark(&mut self, remark: impl Into<String>) {
        self.remarks.push(remark.into());
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Figure { what, measured, budget, unit } in &self.figures {
            let verdict = if measured <= budget { "within" } else { "MISSES" };
            writeln!(formatter, "{measured:>10.2} {unit:<3} {verdict} {budget} {unit:<3} {what}")?;
        }
        self.remarks.iter().try_for_each(|remark| writeln!(formatter, "{remark}"))
    }
}

/// The value below which `share` of `times` lie.
pub fn quantile(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    let place = ((times.len() as f64 * share).ceil() as usize).clamp(1, times.len());
    times[place - 1]
}
