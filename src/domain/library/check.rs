//! What can be wrong with a library of look-fors.

use super::{Both, Library, LookFor, LookForGroup, LookForId, UnitWords};

/// How many look-fors ship.
pub const LOOK_FORS: usize = 33;

/// The longest label, in characters: it stays on two lines of a tablet in portrait beside its buttons.
pub const LABEL_LIMIT: usize = 45;

/// Names that belong to others and must not be used as ours; `CLASS` in capitals only, because class is a word.
const PROTECTED_NAMES: [&str; 3] = ["Accountable Talk", "LearningWalk", "CLASS"];

/// Something wrong with a library; each variant says where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// There are not as many look-fors as ship.
    #[error("there are {found} look-fors and should be {LOOK_FORS}")]
    WrongCount {
        /// How many there are.
        found: usize,
    },
    /// Two look-fors have one id.
    #[error("{0} is there twice")]
    RepeatedId(LookForId),
    /// An earlier version is there twice, or is not below the present one.
    #[error("version {version} of {id} is there twice or is not an earlier one")]
    NotEarlier {
        /// The look-for.
        id: LookForId,
        /// Its version.
        version: u32,
    },
    /// An id does not begin with the code of its group.
    #[error("{0} does not begin with the code of its group")]
    OtherGroup(LookForId),
    /// A look-for's version is below 1.
    #[error("{0} has no version")]
    NoVersion(LookForId),
    /// A text is empty in one of the languages.
    #[error("{place} is empty in one of the languages")]
    EmptyText {
        /// Which text.
        place: String,
    },
    /// A look-for has fewer than two examples, or not as many in one language as in the other.
    #[error("{0} does not have two examples or more, as many in each language")]
    UnevenExamples(LookForId),
    /// A label is longer than [`LABEL_LIMIT`].
    #[error("the label of {0} is longer than {LABEL_LIMIT} characters")]
    LongLabel(LookForId),
    /// A text of a look-for uses a name that belongs to others.
    #[error("{id} uses the protected name {name}")]
    ProtectedName {
        /// The look-for.
        id: LookForId,
        /// The name.
        name: &'static str,
    },
    /// A line cannot be read off the unit.
    #[error("the line of {0} does not fit its unit")]
    UnfitLine(LookForId),
    /// An instrument records what the unit cannot say.
    #[error("the instrument of {0} does not fit its unit")]
    UnfitInstrument(LookForId),
    /// `not enough time` is offered where the boundary does not ask for it, or the other way round.
    #[error("{0} offers 'not enough time' and its boundary does not say so, or the other way round")]
    OtherOffer(LookForId),
    /// A phase is not 1, 2 or 3.
    #[error("{id} is of phase {phase}, which is not 1, 2 or 3")]
    UnknownPhase {
        /// The look-for.
        id: LookForId,
        /// Its phase.
        phase: u8,
    },
    /// A source is not among the library's.
    #[error("{id} names the source {source_name}, which is not listed")]
    UnknownSource {
        /// The look-for.
        id: LookForId,
        /// The source's short name.
        source_name: String,
    },
    /// A look-for names no source.
    #[error("{0} names no source")]
    NoSource(LookForId),
    /// The suggested core names a look-for that is not there.
    #[error("the suggested core names {0}, which is not there")]
    UnknownCore(LookForId),
    /// The phases are not 1, 2 and 3 in order.
    #[error("the phases are not 1, 2 and 3")]
    OtherPhases,
    /// A group has no name, or more than one.
    #[error("the group {0} does not have one name")]
    UnnamedGroup(&'static str),
}

/// Everything wrong with a library, in the order it is read; empty when it may ship.
pub fn faults(library: &Library) -> Vec<Fault> {
    let mut faults = Vec::new();
    if library.look_fors.len() != LOOK_FORS {
        faults.push(Fault::WrongCount { found: library.look_fors.len() });
    }
    faults.extend(faults_around(library));
    for (index, look_for) in library.look_fors.iter().enumerate() {
        if library.look_fors[..index].iter().any(|earlier| earlier.id == look_for.id) {
            faults.push(Fault::RepeatedId(look_for.id.clone()));
        }
        faults.extend(faults_of(look_for, library));
    }
    for (index, look_for) in library.earlier.iter().enumerate() {
        let LookFor { id, version, .. } = look_for;
        let again = library.earlier[..index].iter().any(|other| other.id == *id && other.version == *version);
        if again || library.current(id).is_some_and(|current| current.version <= *version) {
            faults.push(Fault::NotEarlier { id: id.clone(), version: *version });
        }
        faults.extend(faults_of(look_for, library));
    }
    faults
}

fn faults_around(library: &Library) -> Vec<Fault> {
    let mut faults = Vec::new();
    if library.phases.iter().map(|phase| phase.number).ne(1..=3) {
        faults.push(Fault::OtherPhases);
    }
    for group in LookForGroup::ALL {
        if library.groups.iter().filter(|words| words.group == group).count() != 1 {
            faults.push(Fault::UnnamedGroup(group.code()));
        }
    }
    let missing = library.suggested_district_core.iter().filter(|id| library.current(id).is_none());
    faults.extend(missing.map(|id| Fault::UnknownCore(id.clone())));
    faults.extend(empty_texts(texts_around(library)));
    faults
}

fn faults_of(look_for: &LookFor, library: &Library) -> Vec<Fault> {
    let id = &look_for.id;
    let mut faults = Vec::new();
    let mut expect = |fits: bool, fault: Fault| {
        if !fits {
            faults.push(fault);
        }
    };
    let examples = &look_for.looks_like;
    expect(id.letters() == look_for.group.code(), Fault::OtherGroup(id.clone()));
    expect(look_for.version >= 1, Fault::NoVersion(id.clone()));
    expect(examples.en.len() >= 2 && examples.en.len() == examples.es.len(), Fault::UnevenExamples(id.clone()));
    expect(
        [&look_for.label.en, &look_for.label.es].iter().all(|label| label.chars().count() <= LABEL_LIMIT),
        Fault::LongLabel(id.clone()),
    );
    expect(look_for.line.rule.fits(look_for.unit), Fault::UnfitLine(id.clone()));
    let fits = look_for.instrument.is_none_or(|instrument| instrument.fits(look_for.unit));
    expect(fits, Fault::UnfitInstrument(id.clone()));
    let boundary = &look_for.boundary;
    let said = [boundary.en.contains("\"not enough time\""), boundary.es.contains("\"faltó tiempo\"")];
    expect(said == [look_for.offers_not_enough_time; 2], Fault::OtherOffer(id.clone()));
    expect((1..=3).contains(&look_for.phase), Fault::UnknownPhase { id: id.clone(), phase: look_for.phase });
    expect(!look_for.sources.is_empty(), Fault::NoSource(id.clone()));
    for source_name in &look_for.sources {
        expect(
            library.sources.contains_key(source_name),
            Fault::UnknownSource { id: id.clone(), source_name: source_name.clone() },
        );
    }
    let texts = texts_of(look_for);
    for name in PROTECTED_NAMES {
        expect(!texts.iter().any(|(_, text)| text.contains(name)), Fault::ProtectedName { id: id.clone(), name });
    }
    faults.extend(empty_texts(texts));
    faults
}

/// A text and what to call it.
type Named<'a> = (String, &'a str);

fn empty_texts(texts: Vec<Named>) -> Vec<Fault> {
    let mut places: Vec<String> =
        texts.into_iter().filter(|(_, text)| text.trim().is_empty()).map(|(place, _)| place).collect();
    places.dedup();
    places.into_iter().map(|place| Fault::EmptyText { place }).collect()
}

fn texts_of(look_for: &LookFor) -> Vec<Named<'_>> {
    let LookFor { id, label, indicator, boundary, line, reflect, looks_like, .. } = look_for;
    let both = [
        ("label", label),
        ("indicator", indicator),
        ("boundary", boundary),
        ("line", &line.words),
        ("reflect", reflect),
    ];
    let examples = looks_like.en.iter().chain(&looks_like.es);
    let mut texts: Vec<Named> = both.iter().flat_map(|(field, both)| in_each(format!("{id} {field}"), both)).collect();
    texts.extend(examples.map(|example| (format!("{id} looks_like"), example.as_str())));
    texts
}

fn texts_around(library: &Library) -> Vec<Named<'_>> {
    let mut texts = Vec::from([("version".to_owned(), library.version.as_str()), ("date".to_owned(), &library.date)]);
    texts.extend(in_each("status".into(), &library.status));
    let never = library.never_record.en.iter().chain(&library.never_record.es);
    texts.extend(never.map(|text| ("never_record".to_owned(), text.as_str())));
    for phase in &library.phases {
        texts.extend(in_each(format!("phase {}", phase.number), &phase.name));
        texts.extend(in_each(format!("phase {}", phase.number), &phase.meaning));
    }
    texts.extend(library.groups.iter().flat_map(|words| in_each(format!("group {}", words.group.code()), &words.name)));
    let units = &library.units;
    for (unit, words) in
        [("presence", &units.presence), ("tally", &units.tally), ("interval", &units.interval), ("share", &units.share)]
    {
        texts.extend(texts_of_unit(words).into_iter().flat_map(|both| in_each(format!("unit {unit}"), both)));
    }
    for (name, source) in &library.sources {
        texts.extend([&source.name, &source.licence].map(|text| (format!("source {name}"), text.as_str())));
    }
    texts
}

fn texts_of_unit(words: &UnitWords) -> Vec<&Both> {
    let values = words.values.iter().flat_map(|value| [Some(&value.words), value.band.as_ref()]);
    let others = [
        Some(&words.name),
        words.records.as_ref(),
        words.method.as_ref(),
        words.also_keeps.as_ref(),
        words.caution.as_ref(),
    ];
    values.chain(others).flatten().collect()
}

fn in_each(place: String, both: &Both) -> [Named<'_>; 2] {
    [(place.clone(), &both.en), (place, &both.es)]
}
