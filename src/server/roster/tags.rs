//! The tags that one row of classes or courses gives.

use domain::roster::{GradeBand, SubjectArea, Tags};

use super::table::{Column, Row, Table};
use super::{Patterns, What};

/// Grades in OneRoster (CEDS) that are before, after or beside the bands; they give no tag and are no fault.
const OUTSIDE_THE_BANDS: [&str; 4] = ["13", "PS", "UG", "OTHER"];

/// The columns that say something of a room.
pub struct TagColumns {
    grades: Column,
    subjects: Column,
    title: Column,
    code: Column,
}

impl TagColumns {
    /// The columns of classes and of courses; `codes` are the names that the code's column has.
    pub fn of(table: &Table, codes: &[&'static str]) -> TagColumns {
        TagColumns {
            grades: table.column(&["grades", "grade"]),
            subjects: table.column(&["subjects", "subject"]),
            title: table.column(&["title"]),
            code: table.column(codes),
        }
    }

    /// The row's code.
    pub fn code<'row>(&self, row: &'row Row) -> &'row str {
        row.cell(self.code)
    }

    /// The row's tags. The title is looked through for words and goes no further.
    pub fn tags(&self, row: &Row, patterns: &Patterns, left_out: &mut Vec<What>) -> Tags {
        let mut tags = Tags::default();
        for grade in row.list(self.grades) {
            match GradeBand::of_grades(grade) {
                Some(bands) => tags.grade_bands.extend(bands),
                None if OUTSIDE_THE_BANDS.contains(&grade.to_uppercase().as_str()) => {}
                None => left_out.push(What::Unknown { column: self.grades.name, value: grade.to_owned() }),
            }
        }
        // Some exports write a subject's number here, which says nothing without its list.
        let in_words = row.list(self.subjects).filter(|subject| subject.chars().any(char::is_alphabetic));
        tags.subject_areas = in_words.filter_map(SubjectArea::of_subject).collect();
        patterns.add(row.cell(self.title), row.cell(self.code), &mut tags);
        tags
    }
}

/// A class's tags with those of its course. Grades and subjects of the class come first: a course may be for all grades
/// where the class is for one.
pub fn with_course(class: Tags, course: Tags) -> Tags {
    let mut tags = class;
    if tags.grade_bands.is_empty() {
        tags.grade_bands = course.grade_bands;
    }
    if tags.subject_areas.is_empty() {
        tags.subject_areas = course.subject_areas;
    }
    tags.programmes.extend(course.programmes);
    tags.course_access.extend(course.course_access);
    tags
}
