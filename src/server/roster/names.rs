//! Which file is which, whatever a browser, a copy or a person made of its name.

use super::Refused;

/// Organisations: the district and its schools.
pub const ORGS: &str = "orgs.csv";
/// Classes: what meets where.
pub const CLASSES: &str = "classes.csv";
/// Courses: what classes are of.
pub const COURSES: &str = "courses.csv";
/// Terms and years.
pub const SESSIONS: &str = "academicSessions.csv";
/// What the export says of itself.
pub const MANIFEST: &str = "manifest.csv";
/// Who teaches and attends what; opened only where the administrator allows it.
pub const ENROLLMENTS: &str = "enrollments.csv";

/// The last part of a path, whichever way its slashes lean. Hidden files and those that a Mac adds to a zip are none.
pub fn file_name(path: &str) -> Option<&str> {
    let parts = || path.split(['/', '\\']);
    let name = parts().next_back().filter(|name| !name.is_empty() && !name.starts_with('.'))?;
    (!parts().any(|part| part == "__MACOSX")).then_some(name)
}

/// Whether a file of this name can be the one that is called `canonical`: `Orgs.CSV`, `orgs (1).csv`,
/// `Copy of orgs.csv`, `orgs-2026-08-01.csv` and `orgs.csv.csv` can all be `orgs.csv`.
pub fn can_be(name: &str, canonical: &str) -> bool {
    let lower = name.to_lowercase();
    let mut stem = lower.as_str();
    while let Some(shorter) = stem.strip_suffix(".csv").or_else(|| stem.strip_suffix(".txt")) {
        stem = shorter;
    }
    let wanted = canonical.trim_end_matches(".csv").to_lowercase();
    let words = stem.split(|letter: char| !letter.is_alphabetic());
    let left: String = words.filter(|word| !matches!(*word, "copy" | "of" | "copia" | "de")).collect();
    stem.len() < lower.len() && left == wanted
}

/// The one of `names` that can be `canonical`, by its place. Two that can are refused: nobody here knows which is newer.
pub fn find<'names>(
    names: impl Iterator<Item = (usize, &'names str)>,
    canonical: &'static str,
) -> Result<Option<usize>, Refused> {
    let mut found: Option<(usize, &str)> = None;
    for (place, path) in names {
        if !file_name(path).is_some_and(|name| can_be(name, canonical)) {
            continue;
        }
        if let Some((_, first)) = found {
            return Err(Refused::TwoFiles { file: canonical, first: first.to_owned(), second: path.to_owned() });
        }
        found = Some((place, path));
    }
    Ok(found.map(|(place, _)| place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_under_the_names_that_downloads_and_copies_give_it() {
        for name in ["orgs.csv", "Orgs.CSV", "orgs (1).csv", "Copy of orgs.csv", "orgs - Copy.csv", "orgs_2026-08.csv"]
        {
            assert!(can_be(name, ORGS), "{name}");
        }
        assert!(can_be("academic_sessions.csv", SESSIONS) && can_be("AcademicSessions.txt", SESSIONS));
    }

    #[test]
    fn another_file_is_another_file() {
        for name in ["orgs", "orgs.xlsx", "reorgs.csv", "users.csv", ".csv", "orgs.csv.bak"] {
            assert!(!can_be(name, ORGS), "{name}");
        }
        assert_eq!(file_name("__MACOSX/orgs.csv"), None);
        assert_eq!(file_name("export\\2026/orgs.csv"), Some("orgs.csv"));
        assert_eq!(file_name("export/._orgs.csv"), None);
    }
}
