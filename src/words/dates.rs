//! Days as people in the United States write them in both languages; what browsers write by themselves differs.

use domain::language::Language;
use domain::time::Day;

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const SPANISH: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// `November 9`, `9 de noviembre`.
pub fn day(day: Day, language: Language) -> String {
    let (_, month, date) = day.civil();
    let month = month_name(month, language);
    match language {
        Language::En => format!("{month} {date}"),
        Language::Es => format!("{date} de {month}"),
    }
}

/// `Nov 9`, `9 nov`, for narrow places.
pub fn short_day(day: Day, language: Language) -> String {
    let (_, month, date) = day.civil();
    let name = month_name(month, language);
    // Names are ASCII. September is the one month that Spanish cuts after four letters.
    let letters = if language == Language::Es && month == 9 { 4 } else { 3 };
    let short = name.get(..letters).unwrap_or(name);
    match language {
        Language::En => format!("{short} {date}"),
        Language::Es => format!("{date} {short}"),
    }
}

/// `November 9, 2026`, `9 de noviembre de 2026`.
pub fn day_and_year(day: Day, language: Language) -> String {
    let year = day.civil().0;
    and_year(&self::day(day, language), year, language)
}

/// `November 9 – 20`, `9–20 de noviembre`: one phrase, without the year unless the days are of two years.
pub fn window(opens: Day, ends: Day, language: Language) -> String {
    let ((year, month, date), (last_year, last_month, last_date)) = (opens.civil(), ends.civil());
    let name = month_name(month, language);
    match language {
        _ if opens == ends => day(opens, language),
        _ if year != last_year => format!("{} – {}", day_and_year(opens, language), day_and_year(ends, language)),
        _ if month != last_month => format!("{} – {}", day(opens, language), day(ends, language)),
        Language::En => format!("{name} {date} – {last_date}"),
        Language::Es => format!("{date}–{last_date} de {name}"),
    }
}

/// `August 1 – December 31, 2026`, `1 de agosto – 31 de diciembre de 2026`.
pub fn window_and_year(opens: Day, ends: Day, language: Language) -> String {
    let days = window(opens, ends, language);
    let (year, last_year) = (opens.civil().0, ends.civil().0);
    if year == last_year { and_year(&days, year, language) } else { days }
}

fn and_year(days: &str, year: i64, language: Language) -> String {
    match language {
        Language::En => format!("{days}, {year}"),
        Language::Es => format!("{days} de {year}"),
    }
}

fn month_name(month: i64, language: Language) -> &'static str {
    let names = match language {
        Language::En => ENGLISH,
        Language::Es => SPANISH,
    };
    let place = usize::try_from(month - 1).unwrap_or_default();
    names.get(place).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn a_day_is_written_as_the_language_writes_it() {
        let november = at("2026-11-09");
        assert_eq!(day(november, Language::En), "November 9");
        assert_eq!(day(november, Language::Es), "9 de noviembre");
        assert_eq!(day_and_year(november, Language::En), "November 9, 2026");
        assert_eq!(day_and_year(november, Language::Es), "9 de noviembre de 2026");
        assert_eq!(short_day(november, Language::En), "Nov 9");
        assert_eq!(short_day(november, Language::Es), "9 nov");
        assert_eq!(short_day(at("2026-09-30"), Language::En), "Sep 30");
        assert_eq!(short_day(at("2026-09-30"), Language::Es), "30 sept");
    }

    #[test]
    fn a_window_says_nothing_twice() {
        let cases = [
            ("2026-11-09", "2026-11-20", "November 9 – 20", "9–20 de noviembre"),
            ("2026-10-28", "2026-11-09", "October 28 – November 9", "28 de octubre – 9 de noviembre"),
            ("2026-11-09", "2026-11-09", "November 9", "9 de noviembre"),
            (
                "2026-12-28",
                "2027-01-09",
                "December 28, 2026 – January 9, 2027",
                "28 de diciembre de 2026 – 9 de enero de 2027",
            ),
        ];
        for (opens, ends, english, spanish) in cases {
            assert_eq!(window(at(opens), at(ends), Language::En), english);
            assert_eq!(window(at(opens), at(ends), Language::Es), spanish);
        }
    }

    #[test]
    fn a_window_with_its_year_has_it_once_where_it_is_one() {
        let (opens, ends) = (at("2026-08-01"), at("2026-12-31"));
        assert_eq!(window_and_year(opens, ends, Language::En), "August 1 – December 31, 2026");
        assert_eq!(window_and_year(opens, ends, Language::Es), "1 de agosto – 31 de diciembre de 2026");
        let next = at("2027-01-09");
        assert_eq!(window_and_year(ends, next, Language::En), "December 31, 2026 – January 9, 2027");
    }
}
