//! A picture in rows: all rooms of a look-for, then each group that is coded apart; on the screen and in a file alike.

use domain::release::{Finding, History, Point, Range, Release};
use domain::roster::Roster;

use crate::{Words, dates};

/// A row of a picture.
pub struct Row {
    /// Which rooms it is about.
    pub rooms: String,
    /// The counts that it could stand for; nothing where it is not shown.
    pub range: Option<Range>,
    /// On how many rooms it rests and how steady that is; empty where it is not shown.
    pub certainty: String,
    /// What changed since the round before; only of all rooms, and only where they are shown.
    pub change: String,
    /// What rounds before it said, the newest first; only of all rooms.
    pub earlier: Vec<String>,
    /// Why something is not shown or stands with something else, and what began with this round.
    pub notes: Vec<String>,
}

impl Words {
    /// The rows of a look-for, whose history it is, of the last of `releases`, which are a school's, oldest first; `schools` has the names of
    /// all. The first row is about all rooms.
    pub fn rows(&self, finding: &Finding, history: &History, releases: &[Release], schools: &Roster) -> Vec<Row> {
        let Some(release) = releases.last() else { return Vec::new() };
        let picture = &self.picture;
        // One group alone is the whole: it is not said twice.
        let apart = if finding.cells.len() > 1 { finding.cells.as_slice() } else { &[] };
        let together = match finding.cells.len() {
            1 => self.why_together(finding, release, None, schools),
            _ => Vec::new(),
        };
        let range = finding.whole();
        let newest = history.points.last();
        let notes = picture.why_hidden(finding, release).into_iter().chain(together);
        let notes = notes.chain(self.why_left_out(release, schools)).chain(self.other_schools(finding, history));
        let whole = Row {
            rooms: self.roster.everything.to_owned(),
            range,
            certainty: range.map_or_else(String::new, |range| self.rests_on(range)),
            change: self.change(finding, history),
            earlier: self.earlier(history, releases),
            notes: notes.chain(newest.and_then(|point| self.marks(point))).collect(),
        };
        let groups = apart.iter().map(|cell| {
            let range = cell.range();
            Row {
                rooms: self.roster.groups(&cell.groups, release, schools),
                range: Some(range),
                certainty: self.group_rooms(range),
                change: String::new(),
                earlier: Vec::new(),
                notes: self.why_together(finding, release, Some(&cell.groups), schools),
            }
        });
        std::iter::once(whole).chain(groups).collect()
    }

    /// What changed since the round before, where it is shown.
    pub fn change(&self, finding: &Finding, history: &History) -> String {
        if finding.is_shown() { self.picture.changed(history) } else { String::new() }
    }

    /// That rounds of other schools are not compared, where there are any and something is shown.
    pub fn other_schools(&self, finding: &Finding, history: &History) -> Option<String> {
        (finding.is_shown() && history.other_schools).then(|| self.picture.other_schools.to_owned())
    }

    /// On how many rooms all rooms of a look-for rest, and how steady that is.
    pub fn rests_on(&self, range: Range) -> String {
        (self.picture.rests_on)(range.rooms, self.picture.how_steady(range))
    }

    /// The same of a group, or of an earlier round.
    pub fn group_rooms(&self, range: Range) -> String {
        (self.picture.group_rooms)(range.rooms, self.picture.how_steady(range))
    }

    /// What began with a round, or before it, in one phrase; nothing where nothing did.
    pub fn marks(&self, point: &Point) -> Option<String> {
        let begun = self.trend.begun(point, self.language);
        let marks: Vec<String> = self.trend.questions_before(point).into_iter().chain(begun).collect();
        (!marks.is_empty()).then(|| format!("({})", marks.join("; ")))
    }

    /// The rounds of a history before its last, newest first, each with its last day.
    fn earlier(&self, history: &History, releases: &[Release]) -> Vec<String> {
        let earlier = history.points.iter().rev().skip(1);
        let said = earlier.filter_map(|point| {
            let day = dates::day(releases.get(point.place)?.ends, self.language);
            let said = match point.range {
                Some(range) => format!("{} {}", self.picture.sentence(range), self.group_rooms(range)),
                None => self.picture.hidden_here.to_owned(),
            };
            let marks = self.marks(point).map(|marks| format!(" {marks}")).unwrap_or_default();
            Some(format!("{day}: {said}{marks}"))
        });
        said.collect()
    }
}

/// The questions that were taken on before a round, with the numbers that name them in a row of rounds. `releases` are
/// those that the numbers count.
pub fn asked(point: &Point, releases: &[Release]) -> Vec<String> {
    let asked = point.inquiries.iter().filter_map(|place| Some((place + 1, releases.get(*place)?)));
    asked.map(|(number, release)| format!("{number}: {}", release.question.asks.as_str())).collect()
}
