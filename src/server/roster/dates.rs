//! A day as an export writes it: OneRoster wants `2026-08-17`, and spreadsheets make something else of it.

use domain::time::Day;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// The day that a spreadsheet counts as one is the last of 1899, and it takes 1900 for a leap year.
const SPREADSHEET_ZERO: &str = "1899-12-30";

/// The day that a cell names: `2026-08-17`, `2026-08-17T00:00:00Z`, `20260817`, `8/17/2026`, `17.08.26`, `17-Aug-2026`,
/// `August 17, 2026` or a spreadsheet's `46251`. Where day and month could be either, slashes and hyphens are read as in
/// the United States and dots as in Europe.
pub fn parse(cell: &str) -> Option<Day> {
    let (head, _) = cell.split_once(['T', ' ']).filter(|(head, _)| head.len() >= 6).unwrap_or((cell, ""));
    let date = if head.ends_with(',') || head.chars().all(char::is_alphabetic) { cell } else { head };
    let parts: Vec<&str> =
        date.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [digits] => together(digits),
        [year, month, date] if year.len() == 4 && year.parse::<u32>().is_ok() => day(year, month_of(month)?, date),
        [first, second, year] => match (month_of(first), month_of(second)) {
            _ if first.chars().any(char::is_alphabetic) => day(year, month_of(first)?, second),
            _ if second.chars().any(char::is_alphabetic) || date.contains('.') => day(year, month_of(second)?, first),
            (Some(month), _) => day(year, month, second),
            (None, Some(month)) => day(year, month, first),
            (None, None) => None,
        },
        _ => None,
    }
}

/// `20260817`, or days as a spreadsheet counts them, from 1982 on so that a year is not taken for one.
fn together(digits: &str) -> Option<Day> {
    match digits.len() {
        8 if digits.is_ascii() => day(&digits[..4], digits[4..6].parse().ok()?, &digits[6..]),
        5 => {
            let days = digits.parse().ok().filter(|days| (30_000..80_000).contains(days))?;
            Day::parse(SPREADSHEET_ZERO).ok().map(|zero| zero.plus(days))
        }
        _ => None,
    }
}

/// A month by its number or by the beginning of its English name.
fn month_of(part: &str) -> Option<u32> {
    let small = part.to_lowercase();
    match MONTHS.iter().zip(1..).find(|(month, _)| small.starts_with(*month)) {
        Some((_, number)) => Some(number),
        None => part.parse().ok().filter(|number| (1..=12).contains(number)),
    }
}

fn day(year: &str, month: u32, date: &str) -> Option<Day> {
    let year: u32 = year.parse().ok()?;
    let date: u32 = date.parse().ok()?;
    let year = if year < 100 { 2000 + year } else { year };
    Day::parse(&format!("{year:04}-{month:02}-{date:02}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_day_is_read_in_each_of_its_shapes() {
        for shape in [
            "2026-08-17",
            "2026/8/17",
            "20260817",
            "2026-08-17T00:00:00.000Z",
            "2026-08-17 00:00:00",
            "8/17/2026",
            "08-17-2026",
            "8/17/26 0:00",
            "17/8/2026",
            "17.08.2026",
            "17-Aug-2026",
            "17-aug-26",
            "Aug 17, 2026",
            "August 17 2026",
            "Aug. 17, 2026",
            "46251",
        ] {
            assert_eq!(parse(shape), Day::parse("2026-08-17").ok(), "{shape}");
        }
        assert_eq!(parse("June 5, 2026"), Day::parse("2026-06-05").ok());
        assert_eq!(parse("03/04/2026"), Day::parse("2026-03-04").ok());
        assert_eq!(parse("03.04.2026"), Day::parse("2026-04-03").ok());
    }

    #[test]
    fn what_is_no_day_is_none() {
        for none in
            ["", "soon", "2026", "2026-13-01", "2026-02-30", "31/31/2026", "1-2-3-4", "99999999999999", "ñañaña"]
        {
            assert_eq!(parse(none), None, "{none}");
        }
    }
}
