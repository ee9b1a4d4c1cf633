//! A roster of a thousand schools and sixty thousand classes, looked at and imported.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use domain::time::Moment;
use server::roster::{Choices, Looked, Offered, Retiring, WithoutLocation, look};
use server::store::{Place, Store};
use server::surroundings::SystemRandom;
use tempfile::TempDir;

use crate::memory::{forget_the_most, most_resident};
use crate::report::{Figure, Report};

const SCHOOLS: usize = 1_000;
/// Sections of a school, two in each room.
const CLASSES: usize = 60;
/// Students of a section, who make `enrollments.csv` as large as it really is.
const STUDENTS: usize = 25;
const NOW: Moment = Moment(1_795_443_600_000);

/// Reads an export from a folder and imports it; then again, grouped by teacher, with every location left out.
pub fn measure(report: &mut Report) {
    let runtime = tokio::runtime::Runtime::new().expect("this machine runs threads");
    runtime.block_on(async {
        let size = format!("{SCHOOLS} schools and {} classes", SCHOOLS * CLASSES);
        imported(report, &size, |section| format!("Room {}", section / 2), Choices::on(NOW.day())).await;
        let grouped = Choices { without_location: WithoutLocation::GroupedByTeacher, ..Choices::on(NOW.day()) };
        imported(report, &format!("{size}, grouped by teacher"), |_| String::new(), grouped).await;
    });
}

async fn imported(report: &mut Report, size: &str, location: impl Fn(usize) -> String, choices: Choices) {
    let folder = TempDir::new().expect("a folder for temporary files");
    let export = folder.path().join("export");
    write(&export, &location).expect("a folder for temporary files can be written");
    let place = Place::in_folder(folder.path().join("data"));
    let store = Store::open(place, Arc::new(SystemRandom), NOW).await.expect("a server opens in a new folder");

    forget_the_most();
    let began = Instant::now();
    let looked = looks(&export, &choices, &store).await;
    let at_look = began.elapsed().as_secs_f64();
    let rooms = looked.export.roster.rooms.len();
    assert_eq!(rooms, SCHOOLS * CLASSES / 2, "two sections a room");
    assert_eq!(looked.export.faults, []);
    looked.import(Retiring::AFifthAtMost, &store).await.expect("a roster goes in");
    report.figure(Figure {
        what: format!("a roster of {size} looked at and imported"),
        measured: began.elapsed().as_secs_f64(),
        budget: 5.0,
        unit: "s",
        mend: "reading the files of an export on all cores",
    });
    report.remark(format!("  of which looking took {at_look:.2} s; {rooms} rooms"));

    let began = Instant::now();
    assert!(looks(&export, &choices, &store).await.difference.is_empty());
    report.figure(Figure {
        what: format!("the same looked at again over what is held, {size}"),
        measured: began.elapsed().as_secs_f64(),
        budget: 5.0,
        unit: "s",
        mend: "the held roster compared as it is read, not as a whole",
    });
    match most_resident() {
        Some(measured) => report.figure(Figure {
            what: format!("resident memory at its most, {size}"),
            measured,
            budget: 150.0,
            unit: "MB",
            mend: "a roster that is written as it is read, and never held whole",
        }),
        None => report.remark("  resident memory: this system does not say"),
    }
    store.shut().await;
}

async fn looks(export: &Path, choices: &Choices, store: &Store) -> Looked {
    look(Offered::at(export).expect("an export is here"), choices, store).await.expect("a good export")
}

/// Writes the export row by row, so that what is measured is the reading of it.
fn write(folder: &Path, location: &impl Fn(usize) -> String) -> std::io::Result<()> {
    std::fs::create_dir(folder)?;
    let file = |name: &str| File::create(folder.join(name)).map(BufWriter::new);
    let (mut orgs, mut classes) = (file("orgs.csv")?, file("classes.csv")?);
    let (mut courses, mut enrollments) = (file("courses.csv")?, file("enrollments.csv")?);
    writeln!(orgs, "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\nd,,,Rivermoor,district,,")?;
    writeln!(
        courses,
        "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects"
    )?;
    writeln!(
        classes,
        "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,\
         termSourcedIds,subjects,subjectCodes,periods"
    )?;
    writeln!(
        enrollments,
        "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate"
    )?;
    for course in 0..CLASSES {
        writeln!(courses, "course-{course},,,,Course {course} Honors,C{course},09,d,Mathematics")?;
    }
    for school in 0..SCHOOLS {
        writeln!(orgs, "school-{school},,,School {school},school,,d")?;
        for section in 0..CLASSES {
            let (class, teacher) = (format!("class-{school}-{section}"), section / 2);
            let place = location(section);
            writeln!(
                classes,
                "{class},,,Algebra II period {section},\"09,10\",course-{section},ALG-{section},scheduled,{place},\
                 school-{school},,Mathematics,,{section}"
            )?;
            writeln!(enrollments, "t-{class},,,{class},school-{school},teacher-{school}-{teacher},teacher,true,,")?;
            for student in 0..STUDENTS {
                writeln!(
                    enrollments,
                    "s-{class}-{student},,,{class},school-{school},student-{student},student,false,,"
                )?;
            }
        }
    }
    [orgs, classes, courses, enrollments].into_iter().try_for_each(|mut file| file.flush())
}
