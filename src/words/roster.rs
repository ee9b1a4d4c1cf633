//! Words for what a timetable says: grades, subjects, programmes, groups.

use std::collections::BTreeSet;

use domain::release::Release;
use domain::roster::{CourseAccess, GradeBand, Programme, Roster as Schools, SubjectArea, Tags};
use domain::round::{GroupNumber, GroupValue, Grouping};

use crate::picture::inside;

/// Words for what a timetable says.
#[expect(missing_docs, reason = "each field has the name of what it says; the sentences themselves are the text")]
pub struct Roster {
    /// By school, by grade band and so on.
    pub grouping: fn(Grouping) -> &'static str,
    pub grade_band: fn(GradeBand) -> &'static str,
    pub subject: fn(SubjectArea) -> &'static str,
    pub programme: fn(Programme) -> &'static str,
    pub course_access: fn(CourseAccess) -> &'static str,
    pub everything: &'static str,
    pub several: fn(Grouping) -> &'static str,
    pub unmarked: fn(Grouping) -> &'static str,
    pub rooms: fn(usize) -> String,
    /// The word before the last of a list.
    and: fn(&str) -> &'static str,
}

impl Roster {
    /// One thing that the rooms of a group share.
    pub fn value(&self, value: &GroupValue, grouping: Grouping, schools: &Schools) -> String {
        match value {
            GroupValue::Everything => self.everything.to_owned(),
            GroupValue::School(id) => schools.school(id).map_or_else(|| id.to_string(), |school| school.name.clone()),
            GroupValue::GradeBand(band) => (self.grade_band)(*band).to_owned(),
            GroupValue::SubjectArea(area) => (self.subject)(*area).to_owned(),
            GroupValue::Programme(programme) => (self.programme)(*programme).to_owned(),
            GroupValue::CourseAccess(access) => (self.course_access)(*access).to_owned(),
            GroupValue::Several => (self.several)(grouping).to_owned(),
            GroupValue::Unmarked => (self.unmarked)(grouping).to_owned(),
        }
    }

    /// Everything that the rooms of a group share, in one phrase that begins with a capital.
    pub fn group(&self, values: &BTreeSet<GroupValue>, grouping: Grouping, schools: &Schools) -> String {
        let mut values = values.iter();
        let first = values.next().map(|value| self.value(value, grouping, schools));
        self.list(first.into_iter().chain(values.map(|value| self.inside(value, grouping, schools))).collect())
    }

    /// What the rooms of some groups of a release share, in one phrase that begins with a capital.
    pub fn groups(&self, groups: &BTreeSet<GroupNumber>, release: &Release, schools: &Schools) -> String {
        self.group(&values(groups, release), release.grouping, schools)
    }

    /// The same inside a sentence.
    pub fn groups_inside(&self, groups: &BTreeSet<GroupNumber>, release: &Release, schools: &Schools) -> String {
        let values = values(groups, release);
        self.list(values.iter().map(|value| self.inside(value, release.grouping, schools)).collect())
    }

    /// What the timetable says of a room, in one line; empty when it says nothing. A subject is said only where it is
    /// the room's one subject.
    pub fn tags(&self, tags: &Tags) -> String {
        let bands = tags.grade_bands.iter().map(|band| (self.grade_band)(*band));
        let areas = tags.fixed_subject().map(self.subject);
        let programmes = tags.programmes.iter().map(|programme| (self.programme)(*programme));
        let access = tags.course_access.iter().map(|access| (self.course_access)(*access));
        bands.chain(areas).chain(programmes).chain(access).collect::<Vec<_>>().join(" · ")
    }

    /// A value inside a sentence. Names keep their capitals.
    fn inside(&self, value: &GroupValue, grouping: Grouping, schools: &Schools) -> String {
        let said = self.value(value, grouping, schools);
        match value {
            GroupValue::School(_) | GroupValue::CourseAccess(CourseAccess::AdvancedPlacement) => said,
            _ => inside(&said),
        }
    }

    /// `a, b and c`.
    pub fn list(&self, mut parts: Vec<String>) -> String {
        let Some(last) = parts.pop() else { return String::new() };
        if parts.is_empty() { last } else { format!("{} {} {last}", parts.join(", "), (self.and)(&last)) }
    }
}

/// What the rooms of some groups of a release share.
fn values(groups: &BTreeSet<GroupNumber>, release: &Release) -> BTreeSet<GroupValue> {
    let values = groups.iter().filter_map(|group| release.groups.get(usize::from(*group)));
    values.flatten().cloned().collect()
}

/// English.
pub const EN: Roster = Roster {
    grouping: |grouping| match grouping {
        Grouping::None => "Not at all",
        Grouping::School => "By school",
        Grouping::GradeBand => "By grade band",
        Grouping::SubjectArea => "By subject area",
        Grouping::Programme => "By program",
        Grouping::CourseAccess => "By course access",
    },
    grade_band: |band| match band {
        GradeBand::KindergartenTo2 => "Kindergarten to grade 2",
        GradeBand::Grades3To5 => "Grades 3 to 5",
        GradeBand::Grades6To8 => "Grades 6 to 8",
        GradeBand::Grades9To12 => "Grades 9 to 12",
    },
    subject: |area| match area {
        SubjectArea::LanguageArts => "Language arts",
        SubjectArea::Mathematics => "Mathematics",
        SubjectArea::Science => "Science",
        SubjectArea::SocialStudies => "Social studies",
        SubjectArea::WorldLanguages => "World languages",
        SubjectArea::Arts => "Arts",
        SubjectArea::PhysicalEducation => "Physical education",
        SubjectArea::CareerTechnical => "Career and technical",
        SubjectArea::Other => "Something else",
    },
    programme: |programme| match programme {
        Programme::DesignatedEld => "Designated ELD",
        Programme::CoTaught => "Co-taught",
        Programme::DualLanguage => "Dual language",
    },
    course_access: |access| match access {
        CourseAccess::AdvancedPlacement => "Advanced Placement",
        CourseAccess::Honors => "Honors",
    },
    everything: "All rooms",
    several: |grouping| match grouping {
        Grouping::GradeBand => "Several grade bands",
        Grouping::SubjectArea => "Several subjects",
        Grouping::Programme => "Several programs",
        Grouping::CourseAccess => "Several kinds of courses",
        Grouping::None | Grouping::School => "Several",
    },
    unmarked: |grouping| match grouping {
        Grouping::GradeBand => "No grade in the timetable",
        Grouping::SubjectArea => "No subject in the timetable",
        Grouping::Programme => "No program",
        Grouping::CourseAccess => "Open to every student",
        Grouping::None | Grouping::School => "Nothing in the timetable",
    },
    rooms: |count| match count {
        1 => "1 room".into(),
        _ => format!("{count} rooms"),
    },
    and: |_| "and",
};

/// Spanish.
pub const ES: Roster = Roster {
    grouping: |grouping| match grouping {
        Grouping::None => "De ninguna manera",
        Grouping::School => "Por escuela",
        Grouping::GradeBand => "Por banda de grados",
        Grouping::SubjectArea => "Por materia",
        Grouping::Programme => "Por programa",
        Grouping::CourseAccess => "Por acceso a cursos",
    },
    grade_band: |band| match band {
        GradeBand::KindergartenTo2 => "De kínder a 2.º grado",
        GradeBand::Grades3To5 => "De 3.º a 5.º grado",
        GradeBand::Grades6To8 => "De 6.º a 8.º grado",
        GradeBand::Grades9To12 => "De 9.º a 12.º grado",
    },
    subject: |area| match area {
        SubjectArea::LanguageArts => "Artes del lenguaje",
        SubjectArea::Mathematics => "Matemáticas",
        SubjectArea::Science => "Ciencias",
        SubjectArea::SocialStudies => "Estudios sociales",
        SubjectArea::WorldLanguages => "Idiomas",
        SubjectArea::Arts => "Artes",
        SubjectArea::PhysicalEducation => "Educación física",
        SubjectArea::CareerTechnical => "Carreras técnicas",
        SubjectArea::Other => "Otra cosa",
    },
    programme: |programme| match programme {
        Programme::DesignatedEld => "ELD designado",
        Programme::CoTaught => "Con dos maestros",
        Programme::DualLanguage => "Dos idiomas",
    },
    course_access: |access| match access {
        CourseAccess::AdvancedPlacement => "Advanced Placement",
        CourseAccess::Honors => "Honores",
    },
    everything: "Todos los salones",
    several: |grouping| match grouping {
        Grouping::GradeBand => "Varias bandas de grados",
        Grouping::SubjectArea => "Varias materias",
        Grouping::Programme => "Varios programas",
        Grouping::CourseAccess => "Varios tipos de cursos",
        Grouping::None | Grouping::School => "Varios",
    },
    unmarked: |grouping| match grouping {
        Grouping::GradeBand => "Sin grado en el horario",
        Grouping::SubjectArea => "Sin materia en el horario",
        Grouping::Programme => "Sin programa",
        Grouping::CourseAccess => "Abiertos a todos los estudiantes",
        Grouping::None | Grouping::School => "Nada en el horario",
    },
    rooms: |count| match count {
        1 => "1 salón".into(),
        _ => format!("{count} salones"),
    },
    // «y» becomes «e» before the sound of an i.
    and: |last| if last.starts_with(['I', 'i', 'Í']) || last.starts_with("Hi") { "e" } else { "y" },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_keep_their_capitals_inside_a_phrase() {
        let schools = Schools::default();
        let bands = [GroupValue::GradeBand(GradeBand::KindergartenTo2), GroupValue::Several].into();
        assert_eq!(ES.group(&bands, Grouping::GradeBand, &schools), "De kínder a 2.º grado y varias bandas de grados");
        let access = [
            GroupValue::CourseAccess(CourseAccess::AdvancedPlacement),
            GroupValue::CourseAccess(CourseAccess::Honors),
            GroupValue::Unmarked,
        ];
        assert_eq!(
            EN.group(&access.into(), Grouping::CourseAccess, &schools),
            "Advanced Placement, honors and open to every student"
        );
        let programmes =
            [GroupValue::Programme(Programme::DualLanguage), GroupValue::Programme(Programme::DesignatedEld)];
        assert_eq!(ES.group(&programmes.into(), Grouping::Programme, &schools), "ELD designado y dos idiomas");
    }
}
