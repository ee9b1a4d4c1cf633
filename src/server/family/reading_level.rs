//! How hard a text for families is to read; about grade 6 is meant, in both languages.
//!
//! English by the Flesch–Kincaid grade (Kincaid et al. 1975), Spanish by INFLESZ (Barrio-Cantalejo 2008: 206.835 − 62.3 ·
//! syllables/words − words/sentences), whose 65 and more is "bastante fácil" and whose less than 40 is "muy difícil".

use domain::language::Language;

/// The grade of school above which an English text is called hard.
const HARD_GRADE: f64 = 9.0;
/// The ease below which a Spanish text is called hard; "Los maestros planean juntos una tarea cada semana" has 51.
const HARD_EASE: f64 = 40.0;
/// Of fewer words the formulas say nothing: "Who participates?" would be of grade 14.
const FEWEST_WORDS: f64 = 8.0;

/// Whether a text is clearly harder than a page for families should be. One sentence says less about itself than a page
/// does, so this is for asking and not for refusing.
pub fn is_hard(text: &str, language: Language) -> bool {
    let counted = match language {
        Language::En => Counted::of(text, english_syllables),
        Language::Es => Counted::of(text, spanish_syllables),
    };
    counted.words >= FEWEST_WORDS
        && match language {
            Language::En => counted.flesch_kincaid() > HARD_GRADE,
            Language::Es => counted.inflesz() < HARD_EASE,
        }
}

/// Sentences, words and syllables of a text.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    sentences: f64,
    words: f64,
    syllables: f64,
}

impl Counted {
    fn of(text: &str, syllables: fn(&str) -> usize) -> Counted {
        let ends = text.split_inclusive(['.', '?', '!', ':']).filter(|part| part.chars().any(char::is_alphabetic));
        let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
        let plain =
            |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).collect::<String>().to_lowercase();
        let words: Vec<String> = words.map(plain).collect();
        Counted {
            sentences: ends.count() as f64,
            words: words.len() as f64,
            syllables: words.iter().map(|word| syllables(word)).sum::<usize>() as f64,
        }
    }

    fn flesch_kincaid(self) -> f64 {
        0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59
    }

    fn inflesz(self) -> f64 {
        206.835 - 62.3 * self.syllables / self.words - self.words / self.sentences
    }
}

/// English: groups of vowels, without a silent e at the end; at least one.
fn english_syllables(word: &str) -> usize {
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let groups = |text: &str| {
        let letters: Vec<bool> = text.chars().map(is_vowel).collect();
        (0..letters.len()).filter(|place| letters[*place] && (*place == 0 || !letters[*place - 1])).count()
    };
    let silent = (word.ends_with('e') && !word.ends_with("le"))
        || (word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded"))
        || (word.ends_with("es")
            && !["ses", "zes", "ches", "shes", "xes", "ges", "ces"].iter().any(|end| word.ends_with(end)));
    let all = groups(word);
    (if silent && all > 1 { all - 1 } else { all }).max(1)
}

/// Spanish: groups of vowels; two strong vowels, or a weak one with an accent, are apart.
fn spanish_syllables(word: &str) -> usize {
    let strong = |letter: char| "aeoáéó".contains(letter);
    let accented = |letter: char| "íú".contains(letter);
    let weak = |letter: char| "iuü".contains(letter);
    // The u of que, gue, qui and gui is not heard.
    let heard = word.replace("qu", "k").replace("gue", "ge").replace("gui", "gi");
    let letters: Vec<char> = heard.chars().collect();
    let last_y = letters.last() == Some(&'y');
    let is_vowel = |place: usize| {
        let letter = letters[place];
        strong(letter) || accented(letter) || weak(letter) || (last_y && place + 1 == letters.len())
    };
    let begins = |place: usize| {
        is_vowel(place)
            && (place == 0
                || !is_vowel(place - 1)
                || (strong(letters[place]) && (strong(letters[place - 1]) || accented(letters[place - 1])))
                || (accented(letters[place]) && strong(letters[place - 1])))
    };
    (0..letters.len()).filter(|place| begins(*place)).count().max(1)
}

#[cfg(test)]
mod tests;
