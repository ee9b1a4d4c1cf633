//! Makes the library's JSON: which field of the YAML becomes which field of the JSON.

use saphyr::{LoadableYamlNode, Yaml};

use super::LibraryError;
use super::json::{Object, in_both, list, quoted};
use super::source::Place;

/// The fields of a look-for: one more in the YAML is refused, so that nothing is edited and then not shipped.
const LOOK_FOR_FIELDS: [&str; 28] = [
    "id",
    "version",
    "group",
    "label_en",
    "label_es",
    "facing",
    "indicator",
    "indicator_es",
    "looks_like",
    "looks_like_es",
    "boundary",
    "boundary_es",
    "unit",
    "tally_of",
    "interval_method",
    "count_of",
    "instrument",
    "offers_not_enough_time",
    "line",
    "inference",
    "phase",
    "reflect_en",
    "reflect_es",
    "family_en",
    "family_es",
    "ask_en",
    "ask_es",
    "sources",
];

/// The JSON of the library whose YAML is given.
pub(super) fn look_fors_from(yaml: &str) -> Result<String, LibraryError> {
    let documents = read(yaml)?;
    let source = top(&documents)?;
    let meta = source.at("meta")?;
    let units = meta.at("units")?;
    let json = Object::new()
        .with("version", meta.at("version")?.text()?)
        .with("date", meta.at("date")?.text()?)
        .with("status", both(&meta, "status", "status_es")?)
        .with("never_record", both(&meta, "never_record", "never_record_es")?)
        .with("phases", list(meta.at("phases")?.entries()?, |(number, phase)| phase_of(number, phase))?)
        .with("groups", list(meta.at("groups")?.entries()?, |(code, group)| group_of(code, group))?)
        .with(
            "units",
            Object::new()
                .with("presence", unit_words(&units.at("presence")?)?)
                .with("tally", unit_words(&units.at("tally")?)?)
                .with("interval", unit_words(&units.at("interval_2min")?)?)
                .with("share", unit_words(&units.at("share_of_students")?)?)
                .json(),
        )
        .with("suggested_district_core", list(meta.at("suggested_district_core")?.items()?, |id| id.text())?)
        .with("sources", sources(&meta.at("sources")?)?)
        .with("look_fors", list(source.at("lookfors")?.items()?, |place| look_for(place))?);
    let json = match source.maybe("earlier") {
        Some(earlier) => json.with("earlier", list(earlier.items()?, |place| look_for(place))?),
        None => json,
    };
    Ok(one_a_line(&json.json()))
}

/// The JSON of what is said to families, of every version of every look-for.
pub(super) fn families_from(yaml: &str) -> Result<String, LibraryError> {
    let documents = read(yaml)?;
    let source = top(&documents)?;
    let earlier = source.maybe("earlier").map_or(Ok(Vec::new()), |earlier| earlier.items())?;
    let every: Vec<Place> = source.at("lookfors")?.items()?.into_iter().chain(earlier).collect();
    Ok(one_a_line(&list(every, |place| to_families(place))?))
}

fn read(yaml: &str) -> Result<Vec<Yaml<'_>>, LibraryError> {
    Yaml::load_from_str(yaml).map_err(|error| LibraryError::NotYaml(error.to_string()))
}

fn top<'a>(documents: &'a [Yaml<'a>]) -> Result<Place<'a>, LibraryError> {
    let source = documents.first().ok_or_else(|| LibraryError::NotYaml("the file is empty".into()))?;
    Ok(Place::top(source))
}

/// One look-for a line, for whoever reads a change; inside a text a quotation mark is always escaped.
fn one_a_line(json: &str) -> String {
    json.replace("{\"id\":\"", "\n{\"id\":\"") + "\n"
}

fn to_families(place: &Place) -> Result<String, LibraryError> {
    Ok(Object::new()
        .with("id", place.at("id")?.text()?)
        .with("version", place.at("version")?.number()?)
        .with("line", both(place, "family_en", "family_es")?)
        .with("ask", both(place, "ask_en", "ask_es")?)
        .json())
}

fn look_for(place: &Place) -> Result<String, LibraryError> {
    if let Some((_, field)) = place.entries()?.iter().find(|(key, _)| !LOOK_FOR_FIELDS.contains(&key.as_str())) {
        return Err(LibraryError::UnknownField { place: field.name.clone() });
    }
    let line = place.at("line")?;
    let json = Object::new()
        .with("id", place.at("id")?.text()?)
        .with("version", place.at("version")?.number()?)
        .with("group", place.at("group")?.text()?)
        .with("label", both(place, "label_en", "label_es")?)
        .with("facing", place.at("facing")?.text()?)
        .with("indicator", both(place, "indicator", "indicator_es")?)
        .with("looks_like", both(place, "looks_like", "looks_like_es")?)
        .with("boundary", both(place, "boundary", "boundary_es")?)
        .with("unit", unit(place)?);
    let json = match place.maybe("instrument") {
        Some(instrument) => json.with("instrument", instrument.text()?),
        None => json,
    };
    let json = match place.maybe("offers_not_enough_time") {
        Some(offers) => json.with("offers_not_enough_time", offers.yes_or_no()?),
        None => json,
    };
    Ok(json
        .with("line", Object::new().with("rule", threshold(&line)?).with("words", both(&line, "en", "es")?).json())
        .with("inference", place.at("inference")?.text()?)
        .with("phase", place.at("phase")?.number()?)
        .with("reflect", both(place, "reflect_en", "reflect_es")?)
        .with("sources", list(place.at("sources")?.items()?, |source| source.text())?)
        .json())
}

fn unit(place: &Place) -> Result<String, LibraryError> {
    let unit = place.at("unit")?;
    Ok(match unit.yaml.as_str() {
        Some("presence") => quoted("presence"),
        Some("tally") => {
            let of = place.maybe("tally_of").map_or(Ok("null".into()), |of| of.number())?;
            Object::new().with("tally", Object::new().with("of", of).json()).json()
        }
        Some("interval_2min") => {
            let method = place.at("interval_method")?.text()?;
            Object::new().with("interval", Object::new().with("method", method).json()).json()
        }
        Some("share_of_students") => {
            let of = place.maybe("count_of").map_or(Ok(quoted("students")), |of| of.text())?;
            Object::new().with("share", Object::new().with("of", of).json()).json()
        }
        _ => return Err(unit.expected("presence, tally, interval_2min or share_of_students")),
    })
}

fn threshold(line: &Place) -> Result<String, LibraryError> {
    for key in ["per_ten_minutes", "of_five", "blocks"] {
        if let Some(number) = line.maybe(key) {
            return Ok(Object::new().with(key, number.number()?).json());
        }
    }
    match line.at("value")?.yaml.as_str() {
        Some("seen") => Ok(quoted("seen")),
        Some("most") => Ok(quoted("most_or_more")),
        _ => Err(line.expected("per_ten_minutes, of_five, blocks, or the value seen or most")),
    }
}

fn phase_of(number: &str, phase: &Place) -> Result<String, LibraryError> {
    Ok(Object::new()
        .with("number", number.into())
        .with("name", both(phase, "name_en", "name_es")?)
        .with("meaning", both(phase, "meaning", "meaning_es")?)
        .json())
}

fn group_of(code: &str, group: &Place) -> Result<String, LibraryError> {
    Ok(Object::new().with("group", quoted(code)).with("name", both(group, "name_en", "name_es")?).json())
}

fn unit_words(unit: &Place) -> Result<String, LibraryError> {
    let mut json = Object::new().with("name", both(unit, "name_en", "name_es")?);
    json = match unit.maybe("values_en") {
        Some(english) => json.with("values", values(unit, &english)?),
        None => json.with("records", both(unit, "values", "values_es")?),
    };
    for (key, english, spanish) in [("method", "method", "method_es"), ("caution", "caution", "caution_es")] {
        if unit.maybe(english).is_some() {
            json = json.with(key, both(unit, english, spanish)?);
        }
    }
    if let Some(english) = unit.maybe("also_store") {
        let (english, spanish) = (english.at("in_view")?.text()?, unit.at("also_store_es")?.at("in_view")?.text()?);
        json = json.with("also_keeps", in_both(english, spanish));
    }
    Ok(json.json())
}

/// The values one may choose, each with its words and, for a share, the band it stands for.
fn values(unit: &Place, english: &Place) -> Result<String, LibraryError> {
    let (codes, english, spanish) = (unit.at("values")?.items()?, english.items()?, unit.at("values_es")?.items()?);
    if codes.len() != english.len() || codes.len() != spanish.len() {
        return Err(unit.expected("as many values_en and values_es as values"));
    }
    let values = codes.iter().zip(english).zip(spanish);
    list(values.collect(), |((code, english), spanish)| {
        let mut json =
            Object::new().with("value", code.text()?).with("words", in_both(english.text()?, spanish.text()?));
        if let (Some(bands), Some(key)) = (unit.maybe("bands"), code.yaml.as_str()) {
            json = json.with("band", in_both(bands.at(key)?.text()?, unit.at("bands_es")?.at(key)?.text()?));
        }
        Ok(json.json())
    })
}

/// Name and licence of each source; the remarks about how they were checked stay in the YAML.
fn sources(sources: &Place) -> Result<String, LibraryError> {
    let mut json = Object::new();
    for (key, source) in sources.entries()? {
        let body =
            Object::new().with("name", source.at("name")?.text()?).with("licence", source.at("licence")?.text()?);
        json = json.with(&key, body.json());
    }
    Ok(json.json())
}

fn both(place: &Place, english: &str, spanish: &str) -> Result<String, LibraryError> {
    Ok(in_both(place.at(english)?.text_or_texts()?, place.at(spanish)?.text_or_texts()?))
}
