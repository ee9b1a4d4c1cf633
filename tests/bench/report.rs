//! Figures beside their budgets. A budget that is missed is said, and fails nothing: these machines are noisy.

use std::fmt;

/// One measured figure.
pub struct Figure {
    /// What was measured.
    pub what: String,
    /// What came out.
    pub measured: f64,
    /// What it should not be above.
    pub budget: f64,
    /// Of both.
    pub unit: &'static str,
    /// What would bring it within its budget, printed when it is not.
    pub mend: &'static str,
}

/// Everything measured in one run.
#[derive(Default)]
pub struct Report {
    /// Whether fewer samples are wanted: a first look in the place of a figure to keep.
    pub is_quick: bool,
    /// Whether one bench was asked for by its name.
    pub is_alone: bool,
    figures: Vec<Figure>,
    remarks: Vec<String>,
    /// What was begun and not measured to its end.
    broke_off: Vec<String>,
}

impl Report {
    /// Whether a bench measures what takes minutes to set up: when it is asked for by name, or by `cargo xtask prove`.
    pub fn is_at_length(&self) -> bool {
        !self.is_quick && (self.is_alone || std::env::var_os("NOTICEBOARD_AT_LENGTH").is_some())
    }

    /// A figure that should not be above its budget.
    pub fn figure(&mut self, figure: Figure) {
        self.figures.push(figure);
    }

    /// Something worth knowing beside the figures.
    pub fn remark(&mut self, remark: impl Into<String>) {
        self.remarks.push(remark.into());
    }

    /// Something that was begun and not measured to its end. The rest is measured and printed all the same.
    pub fn broke_off(&mut self, what: impl fmt::Display) {
        self.broke_off.push(format!("  {what} BROKE OFF and was not measured to its end"));
    }

    /// Whether everything that was begun was measured.
    pub fn is_whole(&self) -> bool {
        self.broke_off.is_empty()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Figure { what, measured, budget, unit, mend } in &self.figures {
            let is_within = measured <= budget;
            let verdict = if is_within { "within" } else { "MISSES" };
            writeln!(formatter, "{measured:>10.2} {unit:<3} {verdict} {budget} {unit:<3} {what}")?;
            if !is_within {
                writeln!(formatter, "{:>15}what would mend it: {mend}", "")?;
            }
        }
        self.remarks.iter().chain(&self.broke_off).try_for_each(|remark| writeln!(formatter, "{remark}"))
    }
}

/// The value below which `share` of `times` lie.
pub fn quantile(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    let place = ((times.len() as f64 * share).ceil() as usize).clamp(1, times.len());
    times[place - 1]
}

/// The mean of the half of `times` that lies in the middle: few that are out of line move it little, and it tells apart what
/// a browser's clock gives in whole milliseconds.
pub fn middle(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    let quarter = times.len() / 4;
    let middle = &times[quarter..times.len() - quarter];
    middle.iter().sum::<f64>() / middle.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_half_is_moved_by_neither_end_and_lies_between_whole_milliseconds() {
        assert_eq!(middle(&mut [900.0, 4.0, 3.0, 4.0, 0.0, 4.0, 3.0, 3.0]), 3.5);
        assert_eq!(middle(&mut [7.0]), 7.0);
    }

    #[test]
    fn what_broke_off_is_said_below_everything_that_was_measured_and_makes_the_report_less_than_whole() {
        let mut report = Report::default();
        report.remark("firefox: 3 ms");
        assert!(report.is_whole());
        report.broke_off("webkit");
        report.remark("chromium: 2 ms");
        assert!(!report.is_whole());
        let said = "firefox: 3 ms\nchromium: 2 ms\n  webkit BROKE OFF and was not measured to its end\n";
        assert_eq!(report.to_string(), said);
    }
}
