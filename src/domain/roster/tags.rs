//! What a timetable says of a room: grades, subjects, programmes, access to courses.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// The grades taught in a room, in four bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum GradeBand {
    /// Before school, transitional kindergarten and kindergarten to grade 2.
    #[serde(rename = "k-2")]
    KindergartenTo2,
    /// Grades 3 to 5.
    #[serde(rename = "3-5")]
    Grades3To5,
    /// Grades 6 to 8.
    #[serde(rename = "6-8")]
    Grades6To8,
    /// Grades 9 to 12.
    #[serde(rename = "9-12")]
    Grades9To12,
}

impl GradeBand {
    /// Every band, youngest first.
    pub const ALL: [GradeBand; 4] =
        [GradeBand::KindergartenTo2, GradeBand::Grades3To5, GradeBand::Grades6To8, GradeBand::Grades9To12];

    /// The band of a grade as OneRoster writes it (CEDS codes such as `KG`, `03`), or nothing for a grade after school.
    pub fn of_grade(grade: &str) -> Option<GradeBand> {
        let grade = grade.trim().to_uppercase();
        match grade.as_str() {
            "IT" | "PR" | "PK" | "TK" | "KG" | "K" => Some(GradeBand::KindergartenTo2),
            _ => match grade.parse::<u8>().ok()? {
                0..=2 => Some(GradeBand::KindergartenTo2),
                3..=5 => Some(GradeBand::Grades3To5),
                6..=8 => Some(GradeBand::Grades6To8),
                9..=12 => Some(GradeBand::Grades9To12),
                _ => None,
            },
        }
    }

    /// The bands of a grade or of a range of grades as people write them and spreadsheets spoil them: `03`, `9th`, `K-2`,
    /// `Grades 6 to 8`, `3.º a 5.º`, `5-Mar`. Nothing when any part of it is no grade of a band.
    pub fn of_grades(written: &str) -> Option<Vec<GradeBand>> {
        let small = written.to_lowercase();
        let parts = small.split(|letter: char| !letter.is_alphanumeric());
        let parts = parts.filter(|part| !part.is_empty() && !AROUND_GRADES.contains(part));
        let bands = parts.map(GradeBand::of_part).collect::<Option<Vec<GradeBand>>>()?;
        let (first, last) = (bands.iter().min()?, bands.iter().max()?);
        Some(GradeBand::ALL.into_iter().filter(|band| (first..=last).contains(&band)).collect())
    }

    /// One end of a range.
    fn of_part(part: &str) -> Option<GradeBand> {
        let month = MONTHS.iter().find(|(month, _)| part.starts_with(month)).map(|(_, number)| *number);
        if part.starts_with("kinder") || part.starts_with("kínder") {
            return Some(GradeBand::KindergartenTo2);
        }
        let number = part.trim_end_matches(char::is_alphabetic);
        [Some(part), month, Some(number)].into_iter().flatten().find_map(GradeBand::of_grade)
    }
}

/// Months by which a spreadsheet calls a grade band that it took for a date: `3-5` becomes `5-Mar`.
const MONTHS: [(&str, &str); 5] = [("mar", "3"), ("may", "5"), ("jun", "6"), ("aug", "8"), ("sep", "9")];
/// Words around grades and between the ends of a range.
const AROUND_GRADES: [&str; 11] = ["grade", "grades", "grado", "grados", "band", "to", "through", "a", "al", "de", "º"];

/// A subject, as wide as a timetable can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SubjectArea {
    /// Reading, writing, English.
    LanguageArts,
    /// Mathematics.
    Mathematics,
    /// Science.
    Science,
    /// History and social studies.
    SocialStudies,
    /// Languages of the world.
    WorldLanguages,
    /// Music, art, theatre, dance.
    Arts,
    /// Physical education and health.
    PhysicalEducation,
    /// Career and technical education, computing included.
    CareerTechnical,
    /// Anything else.
    Other,
}

impl SubjectArea {
    /// Every subject area, in the order in which they are offered.
    pub const ALL: [SubjectArea; 9] = [
        SubjectArea::LanguageArts,
        SubjectArea::Mathematics,
        SubjectArea::Science,
        SubjectArea::SocialStudies,
        SubjectArea::WorldLanguages,
        SubjectArea::Arts,
        SubjectArea::PhysicalEducation,
        SubjectArea::CareerTechnical,
        SubjectArea::Other,
    ];

    /// The subject area of a subject as a roster writes it, by the first of [`SUBJECT_WORDS`] that is in it.
    ///
    /// Nothing for a blank subject; [`SubjectArea::Other`] for one that none of the words is in.
    pub fn of_subject(subject: &str) -> Option<SubjectArea> {
        let subject = subject.trim().to_lowercase();
        let words: Vec<&str> = subject.split(|character: char| !character.is_alphanumeric()).collect();
        // A short word such as "pe" must stand alone: it is also the beginning of "performance".
        let says = |word: &str| if word.len() <= 3 { words.contains(&word) } else { subject.contains(word) };
        let found = SUBJECT_WORDS.iter().find(|(word, _)| says(word)).map(|(_, area)| *area);
        (!subject.is_empty()).then(|| found.unwrap_or(SubjectArea::Other))
    }
}

/// Words in a roster's subjects. Earlier ones go first: "Social Science" is no laboratory, "Computer Science" no
/// science, "Language Arts" no art.
const SUBJECT_WORDS: [(&str, SubjectArea); 57] = [
    ("social", SubjectArea::SocialStudies),
    ("computer", SubjectArea::CareerTechnical),
    ("career", SubjectArea::CareerTechnical),
    ("technical", SubjectArea::CareerTechnical),
    ("engineering", SubjectArea::CareerTechnical),
    ("agriculture", SubjectArea::CareerTechnical),
    ("business", SubjectArea::CareerTechnical),
    ("physical education", SubjectArea::PhysicalEducation),
    ("health", SubjectArea::PhysicalEducation),
    ("pe", SubjectArea::PhysicalEducation),
    ("educación física", SubjectArea::PhysicalEducation),
    ("language arts", SubjectArea::LanguageArts),
    ("english", SubjectArea::LanguageArts),
    ("reading", SubjectArea::LanguageArts),
    ("writing", SubjectArea::LanguageArts),
    ("literacy", SubjectArea::LanguageArts),
    ("literature", SubjectArea::LanguageArts),
    ("ela", SubjectArea::LanguageArts),
    ("lenguaje", SubjectArea::LanguageArts),
    ("inglés", SubjectArea::LanguageArts),
    ("lectura", SubjectArea::LanguageArts),
    ("escritura", SubjectArea::LanguageArts),
    ("math", SubjectArea::Mathematics),
    ("matemática", SubjectArea::Mathematics),
    ("algebra", SubjectArea::Mathematics),
    ("álgebra", SubjectArea::Mathematics),
    ("geometry", SubjectArea::Mathematics),
    ("calculus", SubjectArea::Mathematics),
    ("statistics", SubjectArea::Mathematics),
    ("science", SubjectArea::Science),
    ("ciencia", SubjectArea::Science),
    ("biology", SubjectArea::Science),
    ("chemistry", SubjectArea::Science),
    ("physics", SubjectArea::Science),
    ("history", SubjectArea::SocialStudies),
    ("historia", SubjectArea::SocialStudies),
    ("geography", SubjectArea::SocialStudies),
    ("geografía", SubjectArea::SocialStudies),
    ("government", SubjectArea::SocialStudies),
    ("civics", SubjectArea::SocialStudies),
    ("economics", SubjectArea::SocialStudies),
    ("world language", SubjectArea::WorldLanguages),
    ("spanish", SubjectArea::WorldLanguages),
    ("español", SubjectArea::WorldLanguages),
    ("french", SubjectArea::WorldLanguages),
    ("mandarin", SubjectArea::WorldLanguages),
    ("art", SubjectArea::Arts),
    ("arts", SubjectArea::Arts),
    ("artes", SubjectArea::Arts),
    ("music", SubjectArea::Arts),
    ("música", SubjectArea::Arts),
    ("theatre", SubjectArea::Arts),
    ("theater", SubjectArea::Arts),
    ("drama", SubjectArea::Arts),
    ("dance", SubjectArea::Arts),
    ("band", SubjectArea::Arts),
    ("choir", SubjectArea::Arts),
];

/// A programme that a room serves by its timetable, never by the look of its students.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Programme {
    /// Designated English language development.
    DesignatedEld,
    /// Taught by two teachers together.
    CoTaught,
    /// Two languages of instruction.
    DualLanguage,
}

/// Access to courses that not every student is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CourseAccess {
    /// Advanced Placement.
    AdvancedPlacement,
    /// Honors.
    Honors,
}

/// Everything the timetable says of one room; a room of many sections gathers the tags of all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Tags {
    /// Bands of the grades taught.
    pub grade_bands: BTreeSet<GradeBand>,
    /// Subject areas taught.
    pub subject_areas: BTreeSet<SubjectArea>,
    /// Programmes served.
    pub programmes: BTreeSet<Programme>,
    /// Kinds of course access.
    pub course_access: BTreeSet<CourseAccess>,
}

impl Tags {
    /// Adds everything that `other` says.
    pub fn gather(&mut self, other: Tags) {
        self.grade_bands.extend(other.grade_bands);
        self.subject_areas.extend(other.subject_areas);
        self.programmes.extend(other.programmes);
        self.course_access.extend(other.course_access);
    }

    /// The one subject taught here, or nothing where the visitor has to say which is on now.
    pub fn fixed_subject(&self) -> Option<SubjectArea> {
        let mut areas = self.subject_areas.iter();
        areas.next().filter(|_| areas.next().is_none()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_fall_into_their_bands_and_adult_education_into_none() {
        assert_eq!(GradeBand::of_grade("KG"), Some(GradeBand::KindergartenTo2));
        assert_eq!(GradeBand::of_grade("03"), Some(GradeBand::Grades3To5));
        assert_eq!(GradeBand::of_grade("12"), Some(GradeBand::Grades9To12));
        assert_eq!(GradeBand::of_grade("13"), None);
        assert_eq!(GradeBand::of_grade("UG"), None);
    }

    #[test]
    fn grades_are_read_as_people_write_them_and_as_spreadsheets_spoil_them() {
        use GradeBand::{Grades3To5, Grades6To8, Grades9To12, KindergartenTo2};
        for written in ["3-5", "3–5", "Grades 3 to 5", "5-Mar", "Mar-05", "3.º a 5.º", "4", "4th", "5-3"] {
            assert_eq!(GradeBand::of_grades(written), Some(vec![Grades3To5]), "{written}");
        }
        for written in ["K-2", "TK", "kindergarten", "Kínder a 2.º grado", "01", "1st"] {
            assert_eq!(GradeBand::of_grades(written), Some(vec![KindergartenTo2]), "{written}");
        }
        assert_eq!(GradeBand::of_grades("K-5"), Some(vec![KindergartenTo2, Grades3To5]));
        assert_eq!(GradeBand::of_grades("8-Jun"), Some(vec![Grades6To8]));
        assert_eq!(GradeBand::of_grades("12-Sep"), Some(vec![Grades9To12]));
        for none in ["", "-", "adults", "13", "PS1", "ninth", "2026"] {
            assert_eq!(GradeBand::of_grades(none), None, "{none}");
        }
    }

    #[test]
    fn a_subject_is_found_by_its_words_in_either_language() {
        assert_eq!(SubjectArea::of_subject("English Language Arts"), Some(SubjectArea::LanguageArts));
        assert_eq!(SubjectArea::of_subject("Social Science"), Some(SubjectArea::SocialStudies));
        assert_eq!(SubjectArea::of_subject("Computer Science"), Some(SubjectArea::CareerTechnical));
        assert_eq!(SubjectArea::of_subject("Ciencias Sociales"), Some(SubjectArea::SocialStudies));
        assert_eq!(SubjectArea::of_subject("Matemáticas"), Some(SubjectArea::Mathematics));
        assert_eq!(SubjectArea::of_subject("Artes del lenguaje"), Some(SubjectArea::LanguageArts));
        assert_eq!(SubjectArea::of_subject("Quarter Review"), Some(SubjectArea::Other));
        assert_eq!(SubjectArea::of_subject("Performance"), Some(SubjectArea::Other));
        assert_eq!(SubjectArea::of_subject("PE"), Some(SubjectArea::PhysicalEducation));
        assert_eq!(SubjectArea::of_subject("Speech"), Some(SubjectArea::Other));
        assert_eq!(SubjectArea::of_subject(" "), None);
    }

    #[test]
    fn a_room_with_several_subjects_has_no_fixed_one() {
        let mut tags = Tags { subject_areas: [SubjectArea::Science].into(), ..Tags::default() };
        assert_eq!(tags.fixed_subject(), Some(SubjectArea::Science));
        tags.gather(Tags { subject_areas: [SubjectArea::Arts].into(), ..Tags::default() });
        assert_eq!(tags.fixed_subject(), None);
    }
}
