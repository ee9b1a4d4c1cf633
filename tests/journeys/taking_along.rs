//! A school's ways of reading taken along: the file of each says what its screen says, line for line, and nothing else.

use std::collections::BTreeSet;
use std::path::Path;

use calamine::{Reader as _, Xlsx};
use domain::ids::SchoolId;
use domain::language::Language;
use domain::library::{Library, LookForId};
use domain::release::{Release, Steadiness};
use domain::time::Day;
use tempfile::TempDir;
use words::export::Column;
use words::{Words, dates};
use world::{Tablet, World};

use crate::views::at_the_picture_of;

/// The lines of a screen with everything on it unfolded; the cells of a table are lines of their own.
const LINES: &str = "
    for (const folded of document.querySelectorAll('main details')) folded.open = true;
    return document.querySelector('main').innerText.split(/[\\n\\t]+/)
        .map((line) => line.replace(/\\s+/g, ' ').trim()).filter((line) => line)";

/// The rows of the picture's table, cell by cell.
const TABLE: &str = "
    return [...document.querySelectorAll('main tbody tr')]
        .map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\\s+/g, ' ').trim()))";

/// What can be pressed on the screens, and what is asked of whoever leads the school.
const BUTTONS: [&str; 12] = [
    "Productive talk",
    "Picture",
    "Handover book",
    "Take it along",
    "CSV",
    "Excel",
    "Print this page",
    "Was it done?",
    "Everyone who reads this picture reads the answer. Please name nobody in it.",
    "What came of it, or why it was not done",
    "Yes, it was done",
    "No, it was not",
];

/// A file, row by row under the heads of its columns.
#[derive(PartialEq, Debug)]
struct File {
    name: String,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl File {
    /// What is in a row under a column; empty where the file has no such column.
    fn cell<'file>(&self, row: &'file [String], column: Column) -> &'file str {
        let head = (words::export::of(Language::En).head)(column);
        self.heads.iter().position(|other| other == head).map_or("", |place| &row[place])
    }

    fn day(&self, row: &[String], column: Column) -> Option<Day> {
        Day::parse(self.cell(row, column)).ok()
    }

    /// The rows as the picture's table has them: all rooms of a look-for under its name, its groups below.
    fn as_table(&self) -> Vec<Vec<String>> {
        let joined = |row: &[String], columns: &[Column]| {
            let cells: Vec<&str> =
                columns.iter().map(|column| self.cell(row, *column)).filter(|cell| !cell.is_empty()).collect();
            cells.join(" ")
        };
        let row = |row: &Vec<String>| {
            let seen = joined(row, &[Column::Seen, Column::CouldBe, Column::Certainty, Column::Note]);
            match self.cell(row, Column::Group) {
                "All rooms" => vec![
                    joined(row, &[Column::LookFor, Column::Group]),
                    seen,
                    joined(row, &[Column::Change, Column::Earlier]),
                ],
                group => vec![group.to_owned(), seen],
            }
        };
        self.rows.iter().map(row).collect()
    }

    /// Everything that the file says, in pieces that stand together on a screen. Days are written as a screen does.
    fn said(&self, words: &Words) -> BTreeSet<String> {
        let mut said = BTreeSet::new();
        for row in &self.rows {
            for column in Column::ALL {
                said.extend(pieces(column, self.cell(row, column)));
            }
            let days = [Column::From, Column::To].map(|column| self.day(row, column));
            if let [Some(from), Some(to)] = days {
                said.insert((words.picture.round_of)(&dates::window(from, to, words.language)));
                said.extend([dates::day(to, words.language), dates::short_day(to, words.language)]);
            }
            said.extend(self.compared(row, words));
            said.extend(self.in_a_row_of_rounds(row, words));
        }
        said
    }

    /// The sentence in which the screen has two of the file's columns.
    fn compared(&self, row: &[String], words: &Words) -> Option<String> {
        let with = self.cell(row, Column::ComparedWith);
        (!with.is_empty()).then(|| (words.opportunity.compared_with)(self.cell(row, Column::Group), with))
    }

    /// What stands under the newest round in a row of them, and the days of those before it where they are narrow.
    fn in_a_row_of_rounds(&self, row: &[String], words: &Words) -> Vec<String> {
        let rooms: Option<u32> = self.cell(row, Column::Rooms).parse().ok();
        let steadiness = |rooms| Steadiness::of(rooms).map(words.picture.steadiness).unwrap_or_default();
        let rests_on = rooms.map(|rooms| (words.picture.group_rooms)(rooms, steadiness(rooms)));
        let earlier = pieces(Column::Earlier, self.cell(row, Column::Earlier));
        let before = (1..400).filter_map(|days| Some(self.day(row, Column::From)?.plus(-days)));
        let named = before.filter(|day| earlier.contains(&dates::day(*day, words.language)));
        rests_on.into_iter().chain(named.map(|day| dates::short_day(day, words.language))).collect()
    }

    /// What the file says and the screen does not.
    fn beyond(&self, screen: &[String], words: &Words) -> Vec<String> {
        let whole = screen.join(" ");
        let mut beyond = Vec::new();
        for row in &self.rows {
            let said = |column| self.cell(row, column);
            for column in Column::ALL {
                let is_said = match column {
                    // By another name: an id and a version are the label of the library, numbers stand in sentences.
                    Column::LookForId | Column::Version => said(Column::LookForId).is_empty() || self.is_labelled(row),
                    Column::K => said(Column::Protects).contains(&format!("fewer than {} rooms", said(column))),
                    Column::Rooms => {
                        said(Column::Certainty).contains(&format!("{} rooms", said(column))) || said(column).is_empty()
                    }
                    Column::By => {
                        self.day(row, column).is_none_or(|day| whole.contains(&dates::day(day, words.language)))
                    }
                    Column::From | Column::To => self.day(row, column).is_none_or(|day| {
                        let [from, to] = [Column::From, Column::To].map(|column| self.day(row, column).unwrap_or(day));
                        let window = dates::window(from, to, words.language);
                        let ways = [window, dates::day(day, words.language), dates::short_day(to, words.language)];
                        ways.iter().any(|way| whole.contains(way))
                    }),
                    _ => pieces(column, said(column)).iter().all(|piece| whole.contains(piece)),
                };
                if !is_said {
                    beyond.push(format!("{column:?}: {:?}", said(column)));
                }
            }
        }
        beyond
    }

    fn is_labelled(&self, row: &[String]) -> bool {
        let id = LookForId::parse(self.cell(row, Column::LookForId)).unwrap();
        let version = self.cell(row, Column::Version).parse().unwrap();
        let look_for = Library::shipped().find(&id, version).unwrap();
        look_for.label.en == self.cell(row, Column::LookFor)
    }
}

/// What of a cell stands together on a screen: a question by itself and each thing that began with a round.
fn pieces(column: Column, cell: &str) -> Vec<String> {
    let parted = match column {
        Column::Asked => (1..30).rev().fold(cell.to_owned(), |cell, number| cell.replace(&format!("{number}: "), "\n")),
        Column::Earlier => {
            let marks = [(". ", ".\n"), (": ", "\n"), ("(", "\n"), (")", "\n"), ("; ", "\n")];
            marks.iter().fold(cell.to_owned(), |cell, (mark, parted)| cell.replace(mark, parted))
        }
        Column::Note => ["(", ")", "; "].iter().fold(cell.to_owned(), |cell, mark| cell.replace(mark, "\n")),
        _ => cell.to_owned(),
    };
    parted.lines().map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

/// What is left of the lines of a screen where all that is `said` is taken out of them; numbers alone say nothing.
fn left_over(screen: &[String], said: &BTreeSet<String>) -> Vec<String> {
    let mut longest_first: Vec<&String> = said.iter().filter(|said| said.chars().any(char::is_alphabetic)).collect();
    longest_first.sort_by_key(|said| std::cmp::Reverse(said.len()));
    let lines = screen.iter().map(|line| longest_first.iter().fold(line.clone(), |line, said| line.replace(*said, "")));
    lines.filter(|line| line.chars().any(char::is_alphabetic)).collect()
}

/// Takes what is on the screen along in one form.
fn takes(principal: &Tablet, form: &str) -> (String, Vec<u8>) {
    let folder = TempDir::new().unwrap();
    let file = principal.saves_a_file(form, folder.path());
    let name = file.file_name().unwrap().to_str().unwrap().to_owned();
    principal.sees(&file_name_saved(&name));
    (name, std::fs::read(file).unwrap())
}

fn csv_file(principal: &Tablet) -> File {
    let (name, bytes) = takes(principal, "CSV");
    let text = std::str::from_utf8(&bytes).unwrap().strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
    File { name: stem(&name, "csv"), heads, rows: rows.collect() }
}

/// The first sheet of the workbook.
fn workbook(principal: &Tablet) -> File {
    let (name, bytes) = takes(principal, "Excel");
    let mut workbook: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
    let mut rows = sheet.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>());
    File { name: stem(&name, "xlsx"), heads: rows.next().unwrap(), rows: rows.collect() }
}

fn stem(name: &str, ending: &str) -> String {
    let path = Path::new(name);
    assert_eq!(path.extension().and_then(|ending| ending.to_str()), Some(ending), "{name}");
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

/// What only the screen says of a school's rounds: who took on what and what came of it, the other rounds to choose from,
/// and the words around all of it.
fn only_on_the_screen(world: &World, words: &Words) -> Vec<String> {
    let school = SchoolId::from_roster("juniper");
    let published = world.wait_for(world.server().store.releases(&school)).unwrap().releases;
    let releases = published.iter().map(|release| serde_json::from_str::<Release>(&release.body).unwrap());
    let (picture, trend, opportunity) = (&words.picture, &words.trend, &words.opportunity);
    let mut around: Vec<String> = releases
        .flat_map(|release| {
            let (day, team) = (dates::day(release.ends, words.language), release.question.team.as_str());
            let by = dates::day(release.action.by, words.language);
            [
                (picture.owner_will)(release.action.owner.as_str()),
                format!("by {by}; that day has passed, and nothing was said yet"),
                (picture.team_asks)(team),
                (trend.after)(&day, team),
                (words.strands.newest)(&day),
                dates::window(release.opens, release.ends, words.language),
                release.purpose.as_str().to_owned(),
            ]
        })
        .collect();
    around.extend([(picture.purpose)(""), file_name_saved("")]);
    let fixed = [
        [picture.by_group, picture.next, picture.as_table, picture.look_for, picture.seen_in, picture.earlier],
        [
            picture.newest,
            picture.look,
            picture.for_families,
            picture.can_and_cannot,
            trend.questions,
            trend.questions_what,
        ],
        [
            opportunity.asks,
            opportunity.what,
            opportunity.when_said,
            opportunity.link,
            words.strands.asks,
            words.strands.what,
        ],
    ];
    around
        .extend(fixed.into_iter().flatten().chain(picture.can).chain(picture.cannot).chain(BUTTONS).map(str::to_owned));
    around
}

/// What the screen says once a file was saved.
fn file_name_saved(name: &str) -> String {
    format!("{name} is where this browser puts downloads.")
}

/// Takes what is on the screen along in both forms, and holds each line of the screen against it.
fn says_the_same(world: &World, principal: &Tablet, name: &str) -> File {
    let words = words::of(Language::En);
    let file = csv_file(principal);
    let screen: Vec<String> = serde_json::from_value(principal.run(LINES, vec![])).unwrap();
    assert!(file.name.starts_with(name), "{}", file.name);
    assert_eq!(
        file.beyond(&screen, words),
        Vec::<String>::new(),
        "the file says what the screen does not: {screen:#?}"
    );
    let mut said = file.said(words);
    said.extend(only_on_the_screen(world, words));
    said.insert(format!("{}.csv", file.name));
    assert_eq!(left_over(&screen, &said), Vec::<String>::new(), "the screen says what the file does not");
    assert_eq!(workbook(principal), file, "both forms hold the same cells");
    file
}

#[test]
fn a_principal_takes_a_picture_along_and_the_file_says_what_the_screen_says_line_for_line() {
    let world = World::with_earlier_rounds();
    let principal = at_the_picture_of(&world, "Juniper High School");
    let file = says_the_same(&world, &principal, "juniper-high-school-2026-");
    assert!(file.rows.len() > 8, "each look-for and its groups: {file:?}");
    let table: Vec<Vec<String>> = serde_json::from_value(principal.run(TABLE, vec![])).unwrap();
    assert_eq!(table, file.as_table(), "the table holds the cells of the file");

    world.network_down();
    principal.presses("CSV");
    principal.sees("The file did not come. Try again when there is a network; nothing was changed.");
}

#[test]
fn the_groups_of_a_round_and_the_talk_of_a_school_are_taken_along_line_for_line() {
    let world = World::with_earlier_rounds();
    let principal = at_the_picture_of(&world, "Juniper High School");
    principal.follows("Same opportunity?");
    principal.sees("Is the same opportunity there in every group of rooms?");
    let groups = says_the_same(&world, &principal, "juniper-high-school-opportunity-2026-");
    assert!(groups.rows.len() > 8, "the groups of four look-fors: {groups:?}");

    principal.follows("Productive talk");
    principal.sees("They are not added up");
    let talk = says_the_same(&world, &principal, "juniper-high-school-talk-2026-");
    assert!(talk.rows.len() > 6, "look-fors and their rounds: {talk:?}");
}

#[test]
fn a_district_lead_takes_a_term_along_and_the_file_says_nothing_that_the_screen_does_not() {
    let world = World::with_earlier_rounds();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.goes_to("/pictures/district");
    lead.sees("What was promised");
    let file = csv_file(&lead);
    let screen: Vec<String> = serde_json::from_value(lead.run(LINES, vec![])).unwrap();
    assert!(file.rows.len() > 8, "each look-for and its schools: {file:?}");
    // The card of a look-for is its row of all schools, and the screen names the schools of one reason together.
    let is_together = |said: &String| {
        let note = said.strip_prefix("Note: \"").map(|note| note.trim_end_matches(['.', '"']));
        let parted = note.and_then(|note| note.split_once(": "));
        said.contains("All schools that are shown")
            || parted.is_some_and(|(why, school)| screen.iter().any(|line| line.contains(why) && line.contains(school)))
    };
    let mut beyond = file.beyond(&screen, words::of(Language::En));
    beyond.retain(|said| !is_together(said));
    assert_eq!(beyond, Vec::<String>::new(), "{screen:#?}");
    assert_eq!(workbook(&lead), file, "both forms hold the same cells");
}
