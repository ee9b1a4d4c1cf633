//! Everything that the server itself says to families is read at about grade 6 in both languages.
//! `cargo test -p noticeboard-server reading_level -- --nocapture` prints the figures.
//!
//! Spanish also by the Fernández Huerta index (1959, in the form 206.84 − 60 · syllables/words − 1.02 · words/sentences),
//! whose 70 to 80 is read from about grade 6 on ("bastante fácil").

use domain::library::Families;

use super::super::said;
use super::*;

/// What stands on pages, one entry a line or question; fixed words have a school's names and days in them.
fn texts(language: Language) -> Vec<String> {
    let said = said::of(language);
    let Families(all) = Families::shipped();
    let days = match language {
        Language::En => "November 9 to 12",
        Language::Es => "9 al 12 de noviembre",
    };
    let schools = match language {
        Language::En => "Alder and Birch",
        Language::Es => "Alder y Birch",
    };
    let mut texts: Vec<String> = all
        .iter()
        .flat_map(|words| [words.line.in_language(language).clone(), words.ask.in_language(language).clone()])
        .collect();
    texts.extend([said.title, said.most, said.some, said.next, said.about, said.ask, said.ask_how].map(str::to_owned));
    texts.extend([said.action, said.question, said.nothing, said.none, said.none_more, said.code].map(str::to_owned));
    texts.extend([said.list, said.no_schools, said.not_now].map(str::to_owned));
    texts.extend(said.facts.map(str::to_owned));
    texts.extend([(said.visited)(days), (said.read)(days), (said.together)(schools)]);
    texts
}

impl Counted {
    fn plus(self, other: Counted) -> Counted {
        Counted {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            syllables: self.syllables + other.syllables,
        }
    }

    fn fernandez_huerta(self) -> f64 {
        206.84 - 60.0 * self.syllables / self.words - 1.02 * self.words / self.sentences
    }
}

fn whole(texts: &[String], syllables: fn(&str) -> usize) -> Counted {
    texts.iter().map(|text| Counted::of(text, syllables)).fold(Counted::default(), Counted::plus)
}

fn worst(texts: &[String], syllables: fn(&str) -> usize, harder: impl Fn(Counted) -> f64) -> (f64, &str) {
    let graded = texts.iter().map(|text| (harder(Counted::of(text, syllables)), text.as_str()));
    graded.max_by(|left, right| left.0.total_cmp(&right.0)).expect("there is a text")
}

#[test]
fn syllables_are_counted_as_they_are_said() {
    let english = [
        ("school", 1),
        ("question", 2),
        ("children", 2),
        ("idea", 2),
        ("teachers", 2),
        ("classes", 2),
        ("asked", 1),
        ("table", 2),
    ];
    for (word, count) in english {
        assert_eq!(english_syllables(word), count, "{word}");
    }
    let spanish = [
        ("escuela", 3),
        ("pregunta", 3),
        ("día", 2),
        ("niños", 2),
        ("idea", 3),
        ("maestros", 3),
        ("qué", 1),
        ("oímos", 3),
        ("hay", 1),
        ("ciudad", 2),
    ];
    for (word, count) in spanish {
        assert_eq!(spanish_syllables(word), count, "{word}");
    }
}

#[test]
fn the_formulas_give_what_a_hand_computes() {
    // 10 words in 1 sentence with 14 syllables.
    let counted = Counted { sentences: 1.0, words: 10.0, syllables: 14.0 };
    assert!((counted.flesch_kincaid() - 4.83).abs() < 0.01);
    assert!((counted.fernandez_huerta() - 112.64).abs() < 0.01);
    assert!((counted.inflesz() - 109.615).abs() < 0.01);
}

#[test]
fn families_read_everything_at_about_grade_six_in_both_languages() {
    let (english, spanish) = (texts(Language::En), texts(Language::Es));
    let grade = whole(&english, english_syllables).flesch_kincaid();
    let (hardest, text) = worst(&english, english_syllables, Counted::flesch_kincaid);
    println!("English: Flesch–Kincaid grade {grade:.1} over {} texts; hardest {hardest:.1}: {text}", english.len());
    let huerta = whole(&spanish, spanish_syllables).fernandez_huerta();
    let inflesz = whole(&spanish, spanish_syllables).inflesz();
    let (least, hardest_es) = worst(&spanish, spanish_syllables, |counted| -counted.inflesz());
    println!(
        "Spanish: Fernández Huerta {huerta:.0}, INFLESZ {inflesz:.0} over {} texts; hardest INFLESZ {:.0}: {hardest_es}",
        spanish.len(),
        -least
    );
    assert!(grade <= 6.0, "English is of grade {grade:.1}");
    assert!(huerta >= 70.0 && inflesz >= 65.0, "Spanish is at {huerta:.0} and {inflesz:.0}");
    for text in &english {
        let grade = Counted::of(text, english_syllables).flesch_kincaid();
        assert!(grade <= 7.0, "grade {grade:.1}: {text}");
    }
    for text in &spanish {
        let ease = Counted::of(text, spanish_syllables).inflesz();
        assert!(ease >= 55.0, "INFLESZ {ease:.0}: {text}");
    }
}

#[test]
fn a_text_is_called_hard_where_it_is_clearly_harder_than_the_pages_own() {
    for (text, language, hard) in [
        ("Teachers plan one task together each week.", Language::En, false),
        ("Implementation of collaborative instructional methodologies will be prioritized.", Language::En, true),
        ("Los maestros planean juntos una tarea cada semana.", Language::Es, false),
        ("Se priorizará la implementación de metodologías instruccionales colaborativas.", Language::Es, true),
        ("", Language::En, false),
        ("Who participates?", Language::En, false),
        ("¿Quién participa?", Language::Es, false),
    ] {
        assert_eq!(is_hard(text, language), hard, "{text}");
    }
}
