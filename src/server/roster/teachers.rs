//! Which classes one teacher holds. Who teaches is read row by row, used to compare, and gone when the function returns.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};

use csv::{ByteRecord, ReaderBuilder, Trim};

use super::offered::Unopened;
use super::table::plain;
use super::{Refused, text};

/// Bytes of which the first line tells what stands between cells.
const START: u64 = 64 * 1024;
/// The roles of those who hold a class; the second and third are Microsoft's.
const ROLES: [&str; 3] = ["teacher", "professor", "faculty"];

/// For each class the number of its teacher, counted through for this one reading; it says who is the same and not who.
///
/// A class of several teachers is the primary one's, else that of whose identifier comes first. Nothing of the file is in
/// any message, because a cell in the wrong column may be a name.
pub fn by_class(enrollments: Unopened) -> Result<BTreeMap<String, usize>, Refused> {
    let name = enrollments.name.to_string();
    let mut read = Ok(BTreeMap::new());
    enrollments.open(&mut |reader| {
        read = holders(&name, reader)?;
        Ok(())
    })?;
    let holders = read?;
    let mut numbers: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    let mut number = |teacher: Vec<u8>| {
        let next = numbers.len();
        *numbers.entry(teacher).or_insert(next)
    };
    Ok(holders.into_iter().map(|(class, holder)| (class, number(holder.teacher))).collect())
}

/// Who holds a class, as far as was read. The smaller one stands.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Holder {
    not_primary: bool,
    teacher: Vec<u8>,
}

type Holders = BTreeMap<String, Holder>;

fn holders(name: &str, reader: &mut dyn Read) -> io::Result<Result<Holders, Refused>> {
    let mut start = Vec::new();
    reader.take(START).read_to_end(&mut start)?;
    if start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]) {
        return Ok(Err(Refused::NotText { file: name.to_owned(), row: 1 }));
    }
    let between = text::between(&String::from_utf8_lossy(&start));
    let whole = Cursor::new(start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start)).chain(reader);
    let mut rows = ReaderBuilder::new().flexible(true).delimiter(between).trim(Trim::All).from_reader(whole);
    let header: Vec<String> = rows
        .byte_headers()
        .map_err(io::Error::other)?
        .iter()
        .map(|name| plain(&String::from_utf8_lossy(name)))
        .collect();
    let column = |wanted: &str| header.iter().position(|name| *name == plain(wanted));
    let required = |wanted: &'static str| {
        column(wanted).ok_or_else(|| Refused::NoColumn { file: name.to_owned(), column: wanted, there: Vec::new() })
    };
    let (class, teacher, role) = match (required("classSourcedId"), required("userSourcedId"), required("role")) {
        (Ok(class), Ok(teacher), Ok(role)) => (class, teacher, role),
        (Err(missing), ..) | (_, Err(missing), _) | (.., Err(missing)) => return Ok(Err(missing)),
    };
    let (primary, status) = (column("primary"), column("status"));

    let (mut holders, mut row) = (Holders::new(), ByteRecord::new());
    while rows.read_byte_record(&mut row).map_err(io::Error::other)? {
        let cell = |place: usize| String::from_utf8_lossy(row.get(place).unwrap_or_default());
        let says = |place: Option<usize>, word: &str| place.is_some_and(|place| plain(&cell(place)) == word);
        let (class, teacher) = (cell(class), row.get(teacher).unwrap_or_default());
        let left = says(status, "tobedeleted") || says(status, "inactive");
        if left || class.is_empty() || teacher.is_empty() || !ROLES.contains(&plain(&cell(role)).as_str()) {
            continue;
        }
        let holder = Holder { not_primary: !says(primary, "true"), teacher: teacher.to_owned() };
        match holders.get_mut(class.as_ref()) {
            Some(before) if *before <= holder => {}
            Some(before) => *before = holder,
            None => {
                holders.insert(class.into_owned(), holder);
            }
        }
    }
    Ok(Ok(holders))
}
