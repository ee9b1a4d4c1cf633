//! Words about what came of an action: what readers are told, and how whoever leads says it.

use domain::release::Promises;

/// Words about what came of an action.
pub struct Delivery {
    // What readers are told.
    pub by: fn(&str) -> String,
    pub passed: fn(&str) -> String,
    pub done: &'static str,
    pub done_and: &'static str,
    pub not_done: &'static str,
    pub said: fn(&str) -> String,
    pub promises: fn(Promises) -> String,
    // How it is said.
    pub ask: &'static str,
    pub ask_what: &'static str,
    pub sentence: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub why: &'static str,
    pub waits: &'static str,
    pub received: &'static str,
    pub otherwise: &'static str,
    pub stay: &'static str,
}

pub const EN: Delivery = Delivery {
    by: |day| format!("by {day}"),
    passed: |day| format!("by {day}; that day has passed, and nothing was said yet"),
    done: "Done.",
    done_and: "Done:",
    not_done: "Not done, because:",
    said: |day| format!("said on {day}"),
    promises: |promises| {
        let Promises { done, not_done, no_word } = promises;
        let was = |count: usize| if count == 1 { "was" } else { "were" };
        let have = if no_word == 1 { "has" } else { "have" };
        match promises.passed() {
            0 => "No promise’s day has passed yet.".to_owned(),
            1 if done == 1 => "The one promise whose day has passed was done.".to_owned(),
            1 if not_done == 1 => "The one promise whose day has passed was not done.".to_owned(),
            1 => "The one promise whose day has passed has no word yet.".to_owned(),
            passed => format!(
                "Of {passed} promises whose day has passed, {done} {} done, {not_done} {} not and {no_word} {have} no word yet.",
                was(done),
                was(not_done),
            ),
        }
    },
    ask: "Was it done?",
    ask_what: "Everyone who reads this picture reads the answer. Please name nobody in it.",
    sentence: "What came of it, or why it was not done",
    yes: "Yes, it was done",
    no: "No, it was not",
    why: "Say in a sentence why it was not done.",
    waits: "Saved on this tablet. It goes to the server when there is a network.",
    received: "Everyone who reads this picture reads it now.",
    otherwise: "Say it otherwise",
    stay: "Leave it as it is",
};

pub const ES: Delivery = Delivery {
    by: |day| format!("a más tardar el {day}"),
    passed: |day| format!("a más tardar el {day}; esa fecha ya pasó y todavía no se ha dicho nada"),
    done: "Se hizo.",
    done_and: "Se hizo:",
    not_done: "No se hizo, porque:",
    said: |day| format!("dicho el {day}"),
    promises: |promises| {
        let Promises { done, not_done, no_word } = promises;
        let did = |count: usize| if count == 1 { "se cumplió" } else { "se cumplieron" };
        match promises.passed() {
            0 => "Todavía no ha pasado la fecha de ninguna promesa.".to_owned(),
            1 if done == 1 => "La única promesa cuya fecha ya pasó se cumplió.".to_owned(),
            1 if not_done == 1 => "La única promesa cuya fecha ya pasó no se cumplió.".to_owned(),
            1 => "De la única promesa cuya fecha ya pasó todavía no se ha dicho nada.".to_owned(),
            passed => format!(
                "De {passed} promesas cuya fecha ya pasó, {done} {}, {not_done} no {} y de {no_word} todavía no se ha dicho nada.",
                did(done),
                did(not_done),
            ),
        }
    },
    ask: "¿Se hizo?",
    ask_what: "Lo que diga lo leerán todas las personas que leen este panorama. Por favor, no nombre a nadie.",
    sentence: "Qué resultó, o por qué no se hizo",
    yes: "Sí, se hizo",
    no: "No se hizo",
    why: "Diga en una frase por qué no se hizo.",
    waits: "Guardado en esta tableta. Va al servidor cuando haya red.",
    received: "Ya lo leen todas las personas que leen este panorama.",
    otherwise: "Decirlo de otra manera",
    stay: "Dejarlo como está",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promises_are_counted_in_a_plain_sentence_with_its_plurals() {
        let count = |done, not_done, no_word| Promises { done, not_done, no_word };
        assert_eq!(
            (EN.promises)(count(6, 2, 1)),
            "Of 9 promises whose day has passed, 6 were done, 2 were not and 1 has no word yet."
        );
        assert_eq!((EN.promises)(count(0, 1, 0)), "The one promise whose day has passed was not done.");
        assert_eq!((EN.promises)(count(0, 0, 0)), "No promise’s day has passed yet.");
        assert_eq!(
            (ES.promises)(count(1, 2, 3)),
            "De 6 promesas cuya fecha ya pasó, 1 se cumplió, 2 no se cumplieron y de 3 todavía no se ha dicho nada."
        );
    }
}
