//! The page of figures: a section for each proof, each with its own day.

use std::fmt::{self, Display, Formatter};

use crate::failure::Outcome;

/// What one proof put on the page.
pub struct Section<'a> {
    /// Its headline.
    pub title: &'a str,
    /// What to type for the same proof alone.
    pub command: String,
    /// How long it took.
    pub minutes: f64,
    /// The day and the machine.
    pub surroundings: String,
    /// The figures.
    pub printed: String,
    /// Whether it broke off or found something.
    pub ended: &'a Outcome,
}

impl Display for Section<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let Section { title, command, minutes, surroundings, printed, ended } = self;
        writeln!(out, "\n## {title}\n\nMeasured on {surroundings}.\n`{command}`, {minutes:.1} minutes:\n")?;
        writeln!(out, "```text\n{}\n```", printed.trim_end())?;
        if let Err(cause) = ended {
            writeln!(out, "\n**It did not end well:** {cause}.")?;
        }
        Ok(())
    }
}

/// The page with this section in the place of the one it had before, and every other byte as it was. A section that is
/// new stands before those that `titles`, the order of the page, has after it.
pub fn with(page: &str, titles: &[&str], section: &Section<'_>) -> String {
    let start_of = |title: &&str| page.find(&format!("\n\n## {title}\n")).map(|end_of_text| end_of_text + 1);
    let later = titles.iter().skip_while(|title| **title != section.title).skip(1).filter_map(start_of);
    let end = later.min().unwrap_or(page.len());
    let start = start_of(&section.title).unwrap_or(end);
    format!("{}{section}{}", &page[..start], &page[end..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Failure;

    const TITLES: [&str; 3] = ["First screen", "Kills", "Budgets"];

    fn section<'a>(title: &'a str, printed: &str, ended: &'a Outcome) -> Section<'a> {
        let surroundings = "2026-11-29, a machine".to_owned();
        Section {
            title,
            command: "cargo xtask it".to_owned(),
            minutes: 2.04,
            surroundings,
            printed: printed.to_owned(),
            ended,
        }
    }

    /// A page of the proofs titled so, put there in this order.
    fn page(titles: &[&str]) -> String {
        let put = |page: String, title: &&str| with(&page, &TITLES, &section(title, "3 ms\n", &Ok(())));
        titles.iter().fold("# Figures\n\nA word before.\n".to_owned(), put)
    }

    #[test]
    fn a_section_says_its_day_its_command_what_was_printed_and_that_it_did_not_end_well() {
        let failed = Err(Failure::Found("a seed found something".to_owned()));
        let told =
            "\n## Kills\n\nMeasured on 2026-11-29, a machine.\n`cargo xtask it`, 2.0 minutes:\n\n```text\n3 ms\n```\n";
        assert_eq!(section("Kills", "3 ms\n", &Ok(())).to_string(), told);
        let told = format!("{told}\n**It did not end well:** a seed found something.\n");
        assert_eq!(section("Kills", "3 ms\n", &failed).to_string(), told);
    }

    #[test]
    fn a_section_that_is_proven_again_leaves_every_other_byte_of_the_page() {
        let before = page(&TITLES);
        for title in TITLES {
            let after = with(&before, &TITLES, &section(title, "5 ms", &Ok(())));
            let [first, second, third] = TITLES.map(|other| if other == title { "5 ms" } else { "3 ms" });
            let expected = [("First screen", first), ("Kills", second), ("Budgets", third)];
            let expected = expected.map(|(title, printed)| section(title, printed, &Ok(())).to_string()).concat();
            assert_eq!(after, format!("# Figures\n\nA word before.\n{expected}"));
            assert_eq!(with(&after, &TITLES, &section(title, "3 ms", &Ok(()))), before);
        }
    }

    #[test]
    fn what_ended_badly_is_replaced_with_its_last_sentence() {
        let failed = Err(Failure::Found("a seed found something".to_owned()));
        let before = page(&TITLES);
        for title in TITLES {
            let bad = with(&before, &TITLES, &section(title, "9 ms", &failed));
            assert_eq!(with(&bad, &TITLES, &section(title, "3 ms", &Ok(()))), before);
        }
    }

    #[test]
    fn the_order_of_the_page_is_the_same_whichever_proof_was_first() {
        let all = page(&TITLES);
        assert_eq!(page(&["Kills", "Budgets", "First screen"]), all);
        assert_eq!(page(&["Budgets", "Kills", "First screen", "Kills"]), all);
    }
}
