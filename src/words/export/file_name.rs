//! What a file is called: the school, what is told of it and the days, in letters that every system takes.

use domain::time::Day;

use super::Kind;

/// Letters of a school's name that a file's name keeps.
const MOST_LETTERS: usize = 60;

/// A file's name without its ending, such as `juniper-high-school-2026-11-09-2026-11-12`. Small letters of English,
/// digits and hyphens only, so that it is no path and no device's name on any system.
pub fn file_name(kind: Kind, of: &str, from: Day, to: Day) -> String {
    let mut name = String::new();
    for letter in of.chars().flat_map(char::to_lowercase).map(plain) {
        match letter {
            'a'..='z' | '0'..='9' if name.len() < MOST_LETTERS => name.push(letter),
            _ if !name.is_empty() && !name.ends_with('-') => name.push('-'),
            _ => {}
        }
    }
    let name = if name.is_empty() { "school" } else { name.trim_end_matches('-') };
    match kind {
        Kind::Round | Kind::Term => format!("{name}-{from}-{to}"),
        Kind::Opportunity | Kind::Talk => format!("{name}-{}-{from}-{to}", kind.word()),
    }
}

/// The letters of Spanish without their marks.
fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' => 'a',
        'é' | 'è' => 'e',
        'í' => 'i',
        'ó' | 'ò' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_tells_the_school_and_the_days_in_letters_that_every_system_takes() {
        let (from, to) = (Day::parse("2026-11-09").unwrap(), Day::parse("2026-11-12").unwrap());
        let name = |of: &str| file_name(Kind::Round, of, from, to);
        assert_eq!(name("Juniper High School"), "juniper-high-school-2026-11-09-2026-11-12");
        assert_eq!(name("Escuela Peña Ánimas, N.º 3"), "escuela-pena-animas-n-3-2026-11-09-2026-11-12");
        let talk = file_name(Kind::Talk, "Juniper High School", from, to);
        assert_eq!(talk, "juniper-high-school-talk-2026-11-09-2026-11-12", "beside the round's own");
        for hostile in ["../../etc/passwd", "a\"; rm -rf", "con", "مدرسة", "", "=cmd|x", &"long ".repeat(90)] {
            let name = name(hostile);
            assert!(name.chars().all(|letter| matches!(letter, 'a'..='z' | '0'..='9' | '-')), "{name}");
            assert!(name.len() <= MOST_LETTERS + 23 && !name.starts_with('-'), "{name}");
        }
    }
}
