//! A district with nothing else: a spreadsheet of five columns, and rooms typed on a screen.

use domain::roster::{CourseAccess, GradeBand, Programme, SubjectArea};
use protocol::roster::{RosterForm, TypedRoom, TypedRooms};
use server::roster::{Offered, Retiring, district_name};

use crate::archives::zip;
use crate::office::{Office, in_use};

/// A workbook with one sheet; each cell is its type, its style and its value. Style 1 is a date.
fn workbook(rows: &[&[(&str, &str)]]) -> Vec<u8> {
    let mut cells = String::new();
    for (row, columns) in rows.iter().enumerate() {
        cells.push_str(&format!("<row r=\"{}\">", row + 1));
        for (column, (kind, value)) in columns.iter().enumerate() {
            let place = format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1);
            cells.push_str(&match *kind {
                "text" => format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{value}</t></is></c>"),
                "date" => format!("<c r=\"{place}\" s=\"1\"><v>{value}</v></c>"),
                _ => format!("<c r=\"{place}\"><v>{value}</v></c>"),
            });
        }
        cells.push_str("</row>");
    }
    workbook_of(&format!("<sheetData>{cells}</sheetData>"))
}

fn workbook_of(sheet: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let sheet = format!("<worksheet xmlns=\"{main}\">{sheet}</worksheet>");
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"Rooms\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let links = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let start = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let styles = format!(
        "<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"16\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
    );
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", start.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

const HEADER: &[(&str, &str)] = &[
    ("text", "School"),
    ("text", "Room"),
    ("text", "Grade band"),
    ("text", "Subject area"),
    ("text", "Programme/course access"),
];

#[tokio::test]
async fn a_workbook_is_read_with_the_numbers_and_the_dates_that_excel_makes_of_rooms_and_grades() {
    let mut office = Office::new("workbook").await;
    office.choices.district = Some(district_name("Rivermoor").unwrap());
    let bytes = workbook(&[
        &[("text", "Rooms of our schools")],
        HEADER,
        // 46086 is the fifth of March 2026: somebody typed 3-5.
        &[("text", "Alder"), ("number", "12"), ("date", "46086"), ("text", "Mathematics"), ("text", "ELD, co-taught")],
        &[("text", "Alder"), ("text", "Annex"), ("text", "9-12"), ("text", "Science"), ("text", "AP")],
    ]);
    let looked = office.looks_at(Offered::uploaded("rooms.xlsx", bytes).unwrap()).await.unwrap();
    assert_eq!(looked.export.faults, []);
    assert_eq!(looked.export.form, RosterForm::Spreadsheet);
    assert_eq!(in_use(&looked.export.roster), ["12", "Annex"]);
    let [twelve, annex] = looked.export.roster.rooms.as_slice() else { panic!("{looked}") };
    assert_eq!(twelve.tags.grade_bands, [GradeBand::Grades3To5].into());
    assert_eq!(twelve.tags.subject_areas, [SubjectArea::Mathematics].into());
    assert_eq!(twelve.tags.programmes, [Programme::DesignatedEld, Programme::CoTaught].into());
    assert_eq!(annex.tags.course_access, [CourseAccess::AdvancedPlacement].into());
}

#[tokio::test]
async fn a_workbook_that_claims_a_cell_a_million_rows_away_costs_no_more_than_its_cells() {
    let mut office = Office::new("far").await;
    office.choices.district = Some(district_name("Rivermoor").unwrap());
    let text = |place: &str, value: &str| format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{value}</t></is></c>");
    let near = format!("<row r=\"1\">{}{}</row>", text("A1", "School"), text("B1", "Room"));
    let far = format!(
        "<row r=\"1048576\">{}{}{}</row>",
        text("A1048576", "Alder"),
        text("B1048576", "1"),
        text("XFD1048576", "x")
    );
    let bytes = workbook_of(&format!("<sheetData>{near}{far}</sheetData>"));
    let looked = office.looks_at(Offered::uploaded("rooms.xlsx", bytes).unwrap()).await.unwrap();
    assert_eq!(in_use(&looked.export.roster), ["1"]);
}

#[test]
fn what_cannot_be_read_as_a_spreadsheet_says_what_to_save() {
    let old = Offered::uploaded("rooms.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()).err().unwrap().to_string();
    assert!(
        old.starts_with("rooms.xls is a spreadsheet from before 2007, or has a password. Save it as .xlsx"),
        "{old}"
    );
    let broken = zip(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook")]);
    let broken = Offered::uploaded("C:\\fakepath\\rooms.xlsx", broken).err().unwrap().to_string();
    assert!(broken.starts_with("rooms.xlsx cannot be read as a spreadsheet"), "{broken}");
    let empty = Offered::uploaded("rooms.xlsx", workbook_of("<sheetData/>")).err().unwrap().to_string();
    assert!(empty.contains("it has no cells"), "{empty}");
}

#[tokio::test]
async fn a_spreadsheet_of_an_unknown_district_asks_for_its_name_and_of_a_known_one_does_not() {
    let office = Office::new("unnamed").await;
    let sheet =
        || Offered::uploaded("rooms.csv", b"School,Room\nAlder,Room 1\nAlder,Room 2\nAlder,3\n".to_vec()).unwrap();
    let said = office.looks_at(sheet()).await.unwrap_err().to_string();
    assert!(said.starts_with("A spreadsheet does not say what the district is called."), "{said}");

    office.imports().await.unwrap();
    let looked = office.looks_at(sheet()).await.unwrap();
    assert_eq!(looked.export.district, "Rivermoor");
    let difference = &looked.difference;
    assert!(difference.schools_added.is_empty() && difference.rooms_added.is_empty(), "a school keeps its identity");
    assert_eq!(difference.rooms_changed.len(), 3, "they have no grades now");
}

#[tokio::test]
async fn rooms_typed_on_a_screen_join_those_that_are_held() {
    let office = Office::new("typed").await;
    office.imports().await.unwrap();
    let held = office.roster().await;
    let typed = TypedRooms {
        district: None,
        rooms: vec![
            TypedRoom {
                school: "ALDER".into(),
                room: "Greenhouse".into(),
                grades: "3-5".into(),
                ..TypedRoom::default()
            },
            TypedRoom { school: "Birch".into(), room: "1".into(), programmes: "ELD".into(), ..TypedRoom::default() },
            TypedRoom { school: "Birch".into(), ..TypedRoom::default() },
        ],
        out_of_use: vec![],
    };
    let looked = office.looks_at(Offered::typed(&typed)).await.unwrap();
    assert_eq!(looked.export.form, RosterForm::Typed);
    assert_eq!(looked.export.faults.len(), 1);
    assert_eq!((looked.difference.rooms_added.len(), looked.difference.rooms_changed.len()), (2, 0));
    looked.import(Retiring::AFifthAtMost, &office.store).await.unwrap();
    assert_eq!(in_use(&office.roster().await), ["Greenhouse", "Room 1", "Room 2", "Room 3", "1"]);

    let out_of_use = vec![held.rooms[0].id.clone()];
    let looked = office.looks_at(Offered::typed(&TypedRooms { out_of_use, ..TypedRooms::default() })).await.unwrap();
    looked.import(Retiring::AFifthAtMost, &office.store).await.unwrap();
    assert_eq!(in_use(&office.roster().await), ["Greenhouse", "Room 2", "Room 3", "1"]);
}

/// A workbook in order.
pub fn sample() -> Vec<u8> {
    workbook(&[HEADER, &[("text", "Alder"), ("number", "12"), ("date", "46086"), ("text", "Art"), ("text", "ELD")]])
}
