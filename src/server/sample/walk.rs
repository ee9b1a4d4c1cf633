//! One visit as a visitor would have recorded it: marks drawn so that the look-for is as common as its round says.

use domain::ids::{RoundId, VisitId};
use domain::library::{IntervalMethod, Line, Unit};
use domain::roster::{Room, SubjectArea};
use domain::round::{Plan, PlannedLookFor, Sense};
use domain::text::Passage;
use domain::time::Moment;
use domain::visit::{Act, BLOCK_SECONDS, BlockAnswer, Presence, Share, Shared, Visit, block_end};

use super::NotFilled;
use super::draw::Draw;
use super::rounds::Common;

/// A visit is meant to last ten minutes; some are a little longer.
const SECONDS: u32 = 600;

/// What visitors wrote down. It stays in the visit, which goes no further than this folder.
const EVIDENCE: [&str; 4] = [
    "\"What makes you say that?\" Four students answered before the teacher spoke again.",
    "Two students compared their drawings and changed one of them.",
    "\"I think it is both, because it floats and then it sinks.\"",
    "Every table had written a question of its own at the top of the page.",
];

/// Something done at a second of the visit.
type Timed = (u32, Act);

/// The visit to `room` that began at `began`, with all its marks, and how long it lasted.
pub fn visit(
    plan: &Plan,
    common: &[Common],
    room: &Room,
    began: Moment,
    draw: &mut Draw,
) -> Result<(Visit, u32), NotFilled> {
    // About one visit in fifteen ends early: a fire drill, a lesson that was over.
    let seconds = if draw.happens(7) { 400 } else { SECONDS + 10 * draw.up_to(4) };
    let mut acts: Vec<Timed> = vec![(5, Act::Subject(subject(room, draw)))];
    for (planned, common) in plan.look_fors.iter().zip(common) {
        acts.extend(recorded(planned, common, seconds, draw));
    }
    if draw.happens(60) {
        let text = EVIDENCE[usize::try_from(draw.up_to(3)).unwrap_or(0)];
        let passage = Passage::parse(text).map_err(NotFilled::Text)?;
        acts.push((200, Act::Evidence(Sense::Heard, passage, None)));
    }
    acts.retain(|(second, _)| *second <= seconds);
    acts.sort_by_key(|(second, _)| *second);
    acts.push((seconds, Act::Finish(seconds)));

    let mut visit = begin(plan.round.clone(), room, began, draw);
    for (second, act) in acts {
        let mark = visit.next_mark(act, Moment(began.0 + i64::from(second) * 1000), &plan.look_fors)?;
        visit.marks.push(mark);
    }
    Ok((visit, seconds))
}

fn begin(round: RoundId, room: &Room, began: Moment, draw: &mut Draw) -> Visit {
    Visit { id: VisitId::from_bytes(draw.bytes()), round, room: room.id.clone(), began, marks: Vec::new() }
}

/// The subject that is on: one of the timetable's.
fn subject(room: &Room, draw: &mut Draw) -> SubjectArea {
    let areas: Vec<SubjectArea> = room.tags.subject_areas.iter().copied().collect();
    let last = u32::try_from(areas.len().saturating_sub(1)).unwrap_or(0);
    areas.get(draw.up_to(last) as usize).copied().unwrap_or(SubjectArea::Other)
}

/// What is recorded for one look-for.
fn recorded(planned: &PlannedLookFor, common: &Common, seconds: u32, draw: &mut Draw) -> Vec<Timed> {
    let id = &planned.id;
    let (usable, yes) = (draw.happens(common.usable), draw.happens(common.yes));
    let Some(unit) = planned.unit() else { return Vec::new() };
    match unit {
        Unit::Presence => {
            let seen = if yes { Presence::Seen } else { Presence::NotSeen };
            vec![(seconds - 20, Act::Presence(id.clone(), if usable { seen } else { Presence::NotApplicable }))]
        }
        Unit::Share { .. } => {
            let some = if draw.happens(50) { Share::Some } else { Share::Few };
            let most = if draw.happens(70) { Share::Most } else { Share::NearlyAll };
            let share = if usable { if yes { most } else { some } } else { Share::NotApplicable };
            let in_view = u16::try_from(16 + draw.up_to(10)).ok();
            vec![(seconds - 30, Act::Share(id.clone(), Shared { share, in_view }))]
        }
        Unit::Tally { .. } => {
            let count = count(planned.line, yes, seconds, draw);
            (0..count).map(|_| (20 + draw.up_to(seconds - 60), Act::Count(id.clone()))).collect()
        }
        Unit::Interval { method } => {
            let answers = (1..).zip(answers(planned.line, usable, yes, seconds, draw));
            let timed = |(block, answer)| match method {
                IntervalMethod::Event => (block_end(block) - 1, Act::Block(id.clone(), block, answer)),
                IntervalMethod::State => (block_end(block), Act::Sample(id.clone(), block, answer)),
            };
            answers.map(timed).collect()
        }
    }
}

/// A count on the yes or the no side of the line.
fn count(line: Line, yes: bool, seconds: u32, draw: &mut Draw) -> u32 {
    let enough = match line {
        Line::PerTenMinutes(wanted) => (wanted * seconds).div_ceil(600),
        Line::OfFive(wanted) => wanted,
        Line::Blocks(_) | Line::Seen | Line::MostOrMore => 1,
    };
    match line {
        Line::OfFive(_) if yes => enough,
        _ if yes => enough + draw.up_to(3),
        _ => draw.up_to(enough.saturating_sub(1)),
    }
}

/// An answer for each full block.
fn answers(line: Line, usable: bool, yes: bool, seconds: u32, draw: &mut Draw) -> Vec<BlockAnswer> {
    let full = seconds / BLOCK_SECONDS;
    let wanted = if let Line::Blocks(wanted) = line { wanted } else { 1 };
    let saying_yes = if yes { wanted + draw.up_to(full.saturating_sub(wanted)) } else { draw.up_to(wanted - 1) };
    let mut answers: Vec<BlockAnswer> =
        (0..full).map(|block| if block < saying_yes { BlockAnswer::Yes } else { BlockAnswer::No }).collect();
    if !usable {
        answers.fill(BlockAnswer::NotApplicable);
    }
    draw.shuffle(&mut answers);
    answers
}
