//! The shipped library is whole, and every fault is found when it is planted.

use super::*;
use crate::language::Language;

/// What is found when one thing is changed in the shipped library.
fn found_after(change: impl FnOnce(&mut Library)) -> Vec<Fault> {
    let mut library = Library::shipped().clone();
    change(&mut library);
    faults(&library)
}

fn id(text: &str) -> LookForId {
    LookForId::parse(text).unwrap()
}

#[test]
fn nothing_is_wrong_with_the_shipped_library() {
    let library = Library::shipped();
    assert_eq!(faults(library), []);
    assert_eq!(library.look_fors.len(), 33);
}

#[test]
fn the_shipped_library_is_written_as_it_is_read() {
    let json: serde_json::Value = serde_json::from_str(include_str!("lookfors.json")).unwrap();
    assert_eq!(serde_json::to_value(Library::shipped()).unwrap(), json);
}

#[test]
fn every_unit_and_every_kind_of_line_is_in_use() {
    let look_fors = &Library::shipped().look_fors;
    let with = |fits: &dyn Fn(&LookFor) -> bool| look_fors.iter().filter(|look_for| fits(look_for)).count();
    assert_eq!(with(&|look_for| look_for.line.rule == Line::Seen), 17);
    assert_eq!(with(&|look_for| look_for.line.rule == Line::MostOrMore), 7);
    assert_eq!(with(&|look_for| matches!(look_for.line.rule, Line::PerTenMinutes(_))), 5);
    assert_eq!(with(&|look_for| matches!(look_for.line.rule, Line::OfFive(_))), 1);
    assert_eq!(with(&|look_for| matches!(look_for.line.rule, Line::Blocks(_))), 3);
    let method = |method| with(&|look_for| look_for.unit == Unit::Interval { method });
    assert_eq!((method(IntervalMethod::Event), method(IntervalMethod::State)), (2, 1));
}

#[test]
fn a_look_for_is_found_by_its_id_and_speaks_both_languages() {
    let look_for = Library::shipped().current(&id("DIS-04")).unwrap();
    assert_eq!(look_for.label.in_language(Language::En), "Questions that invite reasoning");
    assert_eq!(look_for.label.in_language(Language::Es), "Preguntas que invitan a razonar");
    assert_eq!((look_for.unit, look_for.line.rule), (Unit::Tally { of: None }, Line::PerTenMinutes(3)));
    assert_eq!(look_for.line.words.in_language(Language::Es), "tres o más en diez minutos");
    assert_eq!(Library::shipped().current(&id("DIS-99")), None);
}

#[test]
fn a_share_of_tables_is_printed_as_tables() {
    let look_for = Library::shipped().current(&id("LAS-07")).unwrap();
    assert_eq!(look_for.unit, Unit::Share { of: ShareOf::Tables });
    assert!(look_for.line.words.en.contains("tables") && look_for.line.words.es.contains("mesas"));
}

#[test]
fn the_groups_hold_every_look_for_once() {
    let library = Library::shipped();
    let in_groups: usize = LookForGroup::ALL.map(|group| library.of_group(group).count()).iter().sum();
    assert_eq!(in_groups, library.look_fors.len());
}

#[test]
fn a_look_for_that_went_missing_is_found() {
    assert_eq!(found_after(|library| drop(library.look_fors.pop())), [Fault::WrongCount { found: 32 }]);
}

#[test]
fn an_id_used_twice_is_found() {
    let found = found_after(|library| library.look_fors[1].id = id("INQ-01"));
    assert_eq!(found, [Fault::RepeatedId(id("INQ-01"))]);
}

#[test]
fn an_earlier_version_is_found_by_its_number_and_the_present_one_stays_present() {
    let mut library = Library::shipped().clone();
    let before = library.look_fors[0].clone();
    library.look_fors[0].version = 2;
    library.earlier.push(before.clone());
    assert_eq!(faults(&library), []);
    assert_eq!(library.find(&id("INQ-01"), 1), Some(&before));
    assert_eq!(library.find(&id("INQ-01"), 2), library.current(&id("INQ-01")));
    assert_eq!(library.find(&id("INQ-01"), 3), None);
    library.earlier.push(before);
    assert_eq!(faults(&library), [Fault::NotEarlier { id: id("INQ-01"), version: 1 }]);
    library.earlier = vec![library.look_fors[0].clone()];
    assert_eq!(faults(&library), [Fault::NotEarlier { id: id("INQ-01"), version: 2 }]);
}

#[test]
fn an_id_of_another_group_is_found() {
    let found = found_after(|library| library.look_fors[1].group = LookForGroup::Task);
    assert_eq!(found, [Fault::OtherGroup(id("INQ-02"))]);
}

#[test]
fn a_look_for_without_a_version_is_found() {
    assert_eq!(found_after(|library| library.look_fors[0].version = 0), [Fault::NoVersion(id("INQ-01"))]);
}

#[test]
fn a_text_missing_in_one_language_is_found_wherever_it_is() {
    type Change = fn(&mut Library);
    let planted: [(&str, Change); 15] = [
        ("INQ-01 label", |library| library.look_fors[0].label.es.clear()),
        ("INQ-01 indicator", |library| library.look_fors[0].indicator.es = "  ".into()),
        ("INQ-01 boundary", |library| library.look_fors[0].boundary.en.clear()),
        ("INQ-01 line", |library| library.look_fors[0].line.words.es.clear()),
        ("INQ-01 reflect", |library| library.look_fors[0].reflect.es.clear()),
        ("INQ-01 looks_like", |library| library.look_fors[0].looks_like.es[1].clear()),
        ("date", |library| library.date.clear()),
        ("status", |library| library.status.es.clear()),
        ("never_record", |library| library.never_record.es[0].clear()),
        ("phase 2", |library| library.phases[1].meaning.es.clear()),
        ("group FA", |library| library.groups[3].name.es.clear()),
        ("unit presence", |library| library.units.presence.values[0].words.es.clear()),
        ("unit share", |library| library.units.share.values[1].band.as_mut().unwrap().es.clear()),
        ("unit interval", |library| library.units.interval.method.as_mut().unwrap().es.clear()),
        ("source WAIT", |library| library.sources.get_mut("WAIT").unwrap().name.clear()),
    ];
    for (place, change) in planted {
        assert_eq!(found_after(change), [Fault::EmptyText { place: place.into() }]);
    }
}

#[test]
fn examples_missing_in_one_language_or_in_both_are_found() {
    let uneven = [Fault::UnevenExamples(id("INQ-01"))];
    assert_eq!(found_after(|library| drop(library.look_fors[0].looks_like.es.pop())), uneven);
    assert_eq!(found_after(|library| library.look_fors[0].looks_like = Both::default()), uneven);
}

#[test]
fn a_label_too_long_is_found_by_characters_and_not_by_bytes() {
    let labelled = |label: String| found_after(|library| library.look_fors[0].label.es = label);
    assert_eq!(labelled("é".repeat(LABEL_LIMIT)), []);
    assert_eq!(labelled("é".repeat(LABEL_LIMIT + 1)), [Fault::LongLabel(id("INQ-01"))]);
}

#[test]
fn a_name_that_belongs_to_others_is_found() {
    for name in ["Accountable Talk", "LearningWalk", "CLASS"] {
        let found = found_after(|library| library.look_fors[0].label.en = format!("{name} in use"));
        assert_eq!(found, [Fault::ProtectedName { id: id("INQ-01"), name }]);
    }
    assert_eq!(found_after(|library| library.look_fors[0].label.en = "The class talks".into()), []);
}

#[test]
fn a_line_that_does_not_fit_its_unit_is_found() {
    let found = found_after(|library| library.look_fors[1].line.rule = Line::Blocks(2));
    assert_eq!(found, [Fault::UnfitLine(id("INQ-02"))]);
    let open_tally = Unit::Tally { of: None };
    let interval = Unit::Interval { method: IntervalMethod::State };
    assert!(!Line::PerTenMinutes(0).fits(open_tally), "a line everyone passes");
    assert!(!Line::OfFive(6).fits(Unit::Tally { of: Some(5) }), "a line nobody can pass");
    assert!(!Line::OfFive(3).fits(open_tally));
    assert!(!Line::Blocks(5).fits(interval), "a line a short visit cannot pass");
    assert!(Line::Blocks(4).fits(interval));
}

#[test]
fn an_instrument_that_records_something_else_than_the_unit_is_found() {
    let look_fors = Library::shipped().look_fors.iter();
    let shipped: Vec<(&str, Instrument)> =
        look_fors.filter_map(|look_for| Some((look_for.id.as_str(), look_for.instrument?))).collect();
    assert_eq!(shipped, [("DIS-05", Instrument::TalkStrip), ("EQP-01", Instrument::VoicesGrid)]);
    for instrument in [Instrument::TalkStrip, Instrument::VoicesGrid] {
        let found = found_after(|library| library.look_fors[1].instrument = Some(instrument));
        assert_eq!(found, [Fault::UnfitInstrument(id("INQ-02"))]);
    }
}

#[test]
fn not_enough_time_is_offered_where_the_boundary_says_so_and_nowhere_else() {
    let offering = Library::shipped().look_fors.iter().filter(|look_for| look_for.offers_not_enough_time);
    assert_eq!(offering.map(|look_for| look_for.id.as_str()).collect::<Vec<_>>(), ["FA-04"]);
    let other = [Fault::OtherOffer(id("INQ-02"))];
    assert_eq!(found_after(|library| library.look_fors[1].offers_not_enough_time = true), other);
    let says = "Mark \"not enough time\" at the bell.";
    assert_eq!(found_after(|library| library.look_fors[1].boundary.en = says.into()), other);
}

#[test]
fn an_unknown_phase_is_found() {
    for phase in [0, 4] {
        let found = found_after(|library| library.look_fors[0].phase = phase);
        assert_eq!(found, [Fault::UnknownPhase { id: id("INQ-01"), phase }]);
    }
    assert_eq!(found_after(|library| drop(library.phases.pop())), [Fault::OtherPhases]);
}

#[test]
fn an_unlisted_source_and_a_look_for_without_one_are_found() {
    let found = found_after(|library| library.look_fors[0].sources[0] = "XYZ".into());
    assert_eq!(found, [Fault::UnknownSource { id: id("INQ-01"), source_name: "XYZ".into() }]);
    assert_eq!(found_after(|library| library.look_fors[0].sources.clear()), [Fault::NoSource(id("INQ-01"))]);
}

#[test]
fn a_core_that_names_what_is_not_there_is_found() {
    let found = found_after(|library| library.suggested_district_core.push(id("DIS-99")));
    assert_eq!(found, [Fault::UnknownCore(id("DIS-99"))]);
}

#[test]
fn a_group_without_a_name_is_found() {
    assert_eq!(found_after(|library| drop(library.groups.remove(0))), [Fault::UnnamedGroup("INQ")]);
}

#[test]
fn every_fault_says_where_it_is() {
    let found = found_after(|library| library.look_fors[0].phase = 7);
    assert_eq!(found[0].to_string(), "INQ-01 is of phase 7, which is not 1, 2 or 3");
}
