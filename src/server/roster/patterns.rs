//! Programmes and course access by the words of titles and codes. A title is looked through here and then forgotten.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use domain::roster::{CourseAccess, Programme, Tags};

use super::offered::File;
use super::table::{Row, Table, plain};
use super::{Effect, Refused, What};

/// Something that the words of a timetable give to a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// A programme.
    Programme(Programme),
    /// A kind of course access.
    Access(CourseAccess),
}

/// Which words give which tags.
#[derive(Debug, Clone)]
pub struct Patterns(Vec<Pattern>);

/// A phrase that gives a tag.
#[derive(Debug, Clone)]
struct Pattern {
    tag: Tag,
    place: Place,
    /// The words of the phrase; one may begin or end in a star.
    phrase: Vec<String>,
    /// Words that take the tag back when they stand right before the phrase.
    unless_after: Vec<String>,
}

/// Where a phrase is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Everywhere,
    Titles,
    Codes,
}

/// The names of a tag in a file, each by its letters alone. The first is the one that the docs use.
const NAMES: [(Tag, &[&str]); 5] = [
    (Tag::Programme(Programme::DesignatedEld), &["eld", "designatedeld", "elddesignado"]),
    (Tag::Programme(Programme::CoTaught), &["cotaught", "condosmaestros"]),
    (Tag::Programme(Programme::DualLanguage), &["duallanguage", "dosidiomas"]),
    (Tag::Access(CourseAccess::AdvancedPlacement), &["ap", "advancedplacement"]),
    (Tag::Access(CourseAccess::Honors), &["honors", "honours", "honores"]),
];

/// The patterns that are built in, as a file of them would say it. Integrated ELD is in every classroom; only the
/// designated kind makes a room one of the programme.
const BUILT_IN: &str = "tag,words,in,not after
ELD,\"ELD, ESL, English language development\",,integrated
co-taught,\"co taught, cotaught, co teach, coteach, co teaching, coteaching, team taught\",,
dual language,\"dual language, dual immersion, two way immersion, DLI\",,
AP,\"AP, advanced placement\",,pre
honors,\"honors, honours, hnrs\",,
";

impl Default for Patterns {
    fn default() -> Patterns {
        parsed("the built-in patterns", BUILT_IN.as_bytes().into()).expect("the built-in patterns are tested")
    }
}

impl Patterns {
    /// Reads a file of patterns: what it says of a tag stands in place of what is built in; other tags keep theirs. A
    /// fault in any row refuses the whole, because a tag that is silently missing would not be missed.
    pub fn read(text: &str) -> Result<Patterns, Refused> {
        Patterns::of_file("patterns.csv", text.as_bytes().to_vec())
    }

    /// Reads such a file from the disk.
    pub fn at(path: &Path) -> Result<Patterns, Refused> {
        let bytes = std::fs::read(path).map_err(|cause| Refused::Path { path: path.to_owned(), cause })?;
        Patterns::of_file(&path.file_name().unwrap_or_default().to_string_lossy(), bytes)
    }

    fn of_file(name: &str, bytes: Vec<u8>) -> Result<Patterns, Refused> {
        let mut patterns = parsed(name, bytes.into())?;
        let said: Vec<Tag> = patterns.0.iter().map(|pattern| pattern.tag).collect();
        patterns.0.extend(Patterns::default().0.into_iter().filter(|built_in| !said.contains(&built_in.tag)));
        Ok(patterns)
    }

    /// Adds what a title and a code say.
    pub fn add(&self, title: &str, code: &str, tags: &mut Tags) {
        let (title, code) = (words(title), words(code));
        for pattern in &self.0 {
            let in_title = pattern.place != Place::Codes && pattern.is_in(&title);
            if in_title || (pattern.place != Place::Titles && pattern.is_in(&code)) {
                pattern.tag.add_to(tags);
            }
        }
    }
}

impl Tag {
    /// The tag that somebody wrote by its name.
    pub fn named(name: &str) -> Option<Tag> {
        let name = plain(name);
        NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(tag, _)| *tag)
    }

    /// Adds itself.
    pub fn add_to(self, tags: &mut Tags) {
        match self {
            Tag::Programme(programme) => tags.programmes.insert(programme),
            Tag::Access(access) => tags.course_access.insert(access),
        };
    }
}

impl Pattern {
    fn is_in(&self, words: &[String]) -> bool {
        // A tag that shall never be given has a pattern without words.
        !self.phrase.is_empty()
            && words.windows(self.phrase.len()).enumerate().any(|(place, window)| {
                let before = place.checked_sub(1).map(|before| &words[before]);
                let taken_back = before.is_some_and(|word| self.unless_after.contains(word));
                !taken_back && window.iter().zip(&self.phrase).all(|(word, wanted)| is_word(word, wanted))
            })
    }
}

/// Whether a word is the wanted one; a star at either end of that stands for anything.
fn is_word(word: &str, wanted: &str) -> bool {
    match (wanted.strip_prefix('*'), wanted.strip_suffix('*')) {
        (None, None) => word == wanted,
        (Some(end), None) => word.ends_with(end),
        (None, Some(start)) => word.starts_with(start),
        (Some(end), Some(_)) => word.contains(end.trim_end_matches('*')),
    }
}

/// Whole words in small letters: "R02-ELD" is `r02`, `eld`, and "Field Studies" has no `eld` in it.
fn words(text: &str) -> Vec<String> {
    split(text, |letter| letter.is_alphanumeric())
}

fn split(text: &str, belongs: impl Fn(char) -> bool) -> Vec<String> {
    let small = text.to_lowercase();
    small.split(|letter: char| !belongs(letter)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn parsed(name: &str, bytes: Cow<'static, [u8]>) -> Result<Patterns, Refused> {
    let mut faults = Vec::new();
    let table = Table::read(&File { name: Arc::from(name), bytes }, &mut faults)?;
    let columns = [
        table.required(&["tag", "etiqueta"])?,
        table.required(&["words", "palabras"])?,
        table.column(&["in", "en"]),
        table.column(&["not after", "no después de"]),
    ];
    let mut patterns = Vec::new();
    for row in table.rows() {
        let refused = |what| Refused::Pattern(Box::new(table.fault(row.number, what, Effect::RowSkipped)));
        patterns.extend(of_row(row, columns).map_err(refused)?);
    }
    match faults.into_iter().next() {
        Some(fault) => Err(Refused::Pattern(Box::new(fault))),
        None => Ok(Patterns(patterns)),
    }
}

fn of_row(row: &Row, [tag, phrases, place, not_after]: [super::table::Column; 4]) -> Result<Vec<Pattern>, What> {
    let unknown =
        |column: super::table::Column| What::Unknown { column: column.name, value: row.cell(column).to_owned() };
    let name = Tag::named(row.cell(tag)).ok_or_else(|| unknown(tag))?;
    let place = match plain(row.cell(place)).as_str() {
        "" | "both" => Place::Everywhere,
        "title" | "titles" => Place::Titles,
        "code" | "codes" => Place::Codes,
        _ => return Err(unknown(place)),
    };
    let unless_after: Vec<String> = row.list(not_after).flat_map(words).collect();
    let pattern = |phrase| Pattern { tag: name, place, phrase, unless_after: unless_after.clone() };
    let phrases: Vec<Vec<String>> =
        row.list(phrases).map(|phrase| split(phrase, |letter| letter.is_alphanumeric() || letter == '*')).collect();
    Ok(if phrases.is_empty() { vec![pattern(Vec::new())] } else { phrases.into_iter().map(pattern).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(patterns: &Patterns, title: &str, code: &str) -> Tags {
        let mut tags = Tags::default();
        patterns.add(title, code, &mut tags);
        tags
    }

    fn programmes_of(text: &str) -> Vec<Programme> {
        tags(&Patterns::default(), text, "").programmes.into_iter().collect()
    }

    fn access_of(text: &str) -> Vec<CourseAccess> {
        tags(&Patterns::default(), text, "").course_access.into_iter().collect()
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

    #[test]
    fn a_file_says_other_words_for_its_tags_and_leaves_the_rest() {
        let file = "Tag,In,Words,Not after\nHonors,code,\"*h\",\nAP,,,\neld,title,Newcomer *lish,pre\n";
        let patterns = Patterns::read(file).unwrap();
        assert_eq!(tags(&patterns, "English 9", "ENG9H").course_access, [CourseAccess::Honors].into());
        assert_eq!(tags(&patterns, "Math with Honors", "M9").course_access, [].into(), "only codes are looked through");
        assert_eq!(tags(&patterns, "AP Biology", "AP-BIO").course_access, [].into(), "no words, never given");
        assert_eq!(tags(&patterns, "Newcomer English", "").programmes, [Programme::DesignatedEld].into());
        assert_eq!(tags(&patterns, "Pre Newcomer English", "").programmes, [].into());
        assert_eq!(tags(&patterns, "Co-taught Algebra", "").programmes, [Programme::CoTaught].into());
    }

    #[test]
    fn a_file_with_a_fault_is_refused_with_its_row() {
        for (file, said) in [
            ("tag,words\nELD,eld\nGifted,gate\n", "patterns.csv, row 3, column tag: \"Gifted\" is not known"),
            ("tag,words,in\nELD,eld,attic\n", "patterns.csv, row 2, column in: \"attic\" is not known"),
            ("tag\nELD\n", "patterns.csv has no column words"),
            ("tag,words\nELD,eld,esl\n", "patterns.csv, row 2"),
        ] {
            let refusal = Patterns::read(file).unwrap_err().to_string();
            assert!(refusal.contains(said), "{refusal}");
        }
    }
}
