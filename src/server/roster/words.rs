//! Programmes and course access by the words of titles and codes. A title is looked through here and then forgotten.

use domain::roster::{CourseAccess, Programme};

/// A tag, the phrases that give it, and words that take it back when they stand right before.
type Rule<T> = (T, &'static [&'static str], &'static [&'static str]);

/// Integrated ELD is in every classroom; only the designated kind makes a room one of the programme.
const PROGRAMMES: [Rule<Programme>; 3] = [
    (Programme::DesignatedEld, &["eld", "esl", "english language development"], &["integrated"]),
    (
        Programme::CoTaught,
        &["co taught", "cotaught", "co teach", "coteach", "co teaching", "coteaching", "team taught"],
        &[],
    ),
    (Programme::DualLanguage, &["dual language", "dual immersion", "two way immersion", "dli"], &[]),
];

const ACCESS: [Rule<CourseAccess>; 2] = [
    (CourseAccess::AdvancedPlacement, &["ap", "advanced placement"], &["pre"]),
    (CourseAccess::Honors, &["honors", "honours", "hnrs"], &[]),
];

/// The programmes that a title or code names.
pub fn programmes(text: &str) -> impl Iterator<Item = Programme> {
    named(text, &PROGRAMMES)
}

/// The kinds of course access that a title or code names.
pub fn course_access(text: &str) -> impl Iterator<Item = CourseAccess> {
    named(text, &ACCESS)
}

fn named<T: Copy>(text: &str, rules: &'static [Rule<T>]) -> impl Iterator<Item = T> {
    let words = words(text);
    rules
        .iter()
        .filter(move |(_, phrases, unless)| phrases.iter().any(|phrase| says(&words, phrase, unless)))
        .map(|(tag, _, _)| *tag)
}

/// Whole words in lower case: "R02-ELD" is `r02`, `eld`, and "Field Studies" has no `eld` in it.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>()
}

fn says(words: &[String], phrase: &str, unless: &[&str]) -> bool {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    (0..words.len()).any(|place| {
        let taken_back = place.checked_sub(1).is_some_and(|before| unless.contains(&words[before]));
        words[place..].starts_with(&phrase) && !taken_back
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn programmes_of(text: &str) -> Vec<Programme> {
        programmes(text).collect()
    }

    fn access_of(text: &str) -> Vec<CourseAccess> {
        course_access(text).collect()
    }

    #[test]
    fn programmes_are_found_however_they_are_spelt() {
        for text in ["Kindergarten Designated ELD", "R02-ELD", "English Language Development 3", "eld_2"] {
            assert_eq!(programmes_of(text), [Programme::DesignatedEld], "{text}");
        }
        for text in ["Grade 1 Mathematics, Co-taught", "COTAUGHT ELA", "Algebra (co-teach)"] {
            assert_eq!(programmes_of(text), [Programme::CoTaught], "{text}");
        }
        assert_eq!(programmes_of("Science, Dual  Language"), [Programme::DualLanguage]);
    }

    #[test]
    fn course_access_is_found_by_whole_words() {
        assert_eq!(access_of("AP Biology"), [CourseAccess::AdvancedPlacement]);
        assert_eq!(access_of("BIO-AP-1"), [CourseAccess::AdvancedPlacement]);
        assert_eq!(access_of("English 9 Honors"), [CourseAccess::Honors]);
        assert_eq!(access_of("Honors Advanced Placement Physics").len(), 2);
    }

    #[test]
    fn a_part_of_a_word_is_not_the_word() {
        for text in ["Field Studies", "Elderly Care", "Cap and Gown", "Map Skills", "", "Dual Enrollment Language Lab"]
        {
            assert_eq!((programmes_of(text), access_of(text)), (vec![], vec![]), "{text}");
        }
    }

    #[test]
    fn integrated_eld_and_pre_ap_are_not_the_programme_they_lead_to() {
        assert_eq!(programmes_of("Grade 4 ELA with Integrated ELD"), []);
        assert_eq!(access_of("Pre-AP English"), []);
    }
}
