//! Why something had no effect, for whoever reads a page: in their language, and without the ids and words
//! that a [`Failure`] has for programs and for the log.

use domain::release::NotYet;

use super::say::Say;
use crate::store::Failure;

/// Why, in a sentence or two.
pub fn why(say: Say, failure: &Failure) -> String {
    let sentence = match failure {
        Failure::OnlyAdministrator(name) => {
            return say.both(
                format!("{name} is the only administrator: without them nobody could let anyone in. Invite another one first."),
                format!("{name} es la única persona en la administración: sin ella nadie podría dar acceso a nadie. Invite primero a otra."),
            );
        }
        Failure::Paused { since } => {
            let since = say.day(*since);
            return say.both(
                format!("The staff representative paused it on {since}."),
                format!("La representación del personal lo puso en pausa el {since}."),
            );
        }
        Failure::UnsentWork { tablets: 1 } => say.both(
            "A tablet of the round still had work that was not sent.",
            "Una tableta de la ronda todavía tenía trabajo sin enviar.",
        ),
        Failure::UnsentWork { tablets } => {
            return say.both(
                format!("{tablets} tablets of the round still had work that was not sent."),
                format!("{tablets} tabletas de la ronda todavía tenían trabajo sin enviar."),
            );
        }
        Failure::Restored { until } => {
            let until = say.day(*until);
            return say.both(
                format!("The server was put back from a backup. Sync every tablet first, or wait until {until}."),
                format!("El servidor se restauró de una copia. Sincronice primero todas las tabletas, o espere hasta el {until}."),
            );
        }
        Failure::NotFound(_) => say.both(
            "It is not here: it may be gone already, or the address is not whole.",
            "No está aquí: puede que ya no exista, o que la dirección no esté completa.",
        ),
        Failure::Malformed(_) => say.both(
            "What was sent is not what this page takes. Open the page again and look over what you fill in.",
            "Lo que se envió no es lo que esta página acepta. Abra la página otra vez y revise lo que llena.",
        ),
        Failure::TooMuch(_) => say.both(
            "It is more than the server takes at once.",
            "Es más de lo que el servidor acepta de una vez.",
        ),
        Failure::NotYet(NotYet::Debrief(_)) => {
            say.both("The team’s debrief is not finished.", "La conversación del equipo no está terminada.")
        }
        Failure::NotYet(NotYet::TooSoon { .. }) => say.both(
            "It is too soon after the school’s last picture.",
            "Es demasiado pronto después del último panorama de la escuela.",
        ),
        Failure::LacksAgreement => {
            say.both("Staff have not signed an agreement yet.", "El personal todavía no ha firmado un acuerdo.")
        }
        Failure::AnotherDistrict => say.both("It belongs to another district.", "Es de otro distrito."),
        Failure::RoundClosed => say.both(
            "The round is closed, and what it published does not change.",
            "La ronda está cerrada, y lo que publicó no cambia.",
        ),
        Failure::OtherRelease(_) => say.both(
            "Another picture of this round was published already.",
            "Ya se publicó otro panorama de esta ronda.",
        ),
        Failure::Mistyped(_) => say.both(
            "The code is not typed as it was given. Please compare it letter by letter.",
            "El código no está escrito como se dio. Compárelo letra por letra, por favor.",
        ),
        Failure::CodeUnknown => say.both(
            "This code lets nobody in: it was used, is older than ten minutes, was tried too often, or was never given.",
            "Este código no da acceso: ya se usó, tiene más de diez minutos, se intentó demasiadas veces o nunca se dio.",
        ),
        Failure::TooMany => say.both(
            "Too many came in this minute. Wait one and try again.",
            "Llegaron demasiados en este minuto. Espere uno e inténtelo de nuevo.",
        ),
        Failure::Database(_) | Failure::Spoiled { .. } => say.both(
            "The server could not do this now. The same may succeed later.",
            "El servidor no pudo hacerlo ahora. Puede que más tarde sí.",
        ),
    };
    sentence.to_owned()
}

#[cfg(test)]
mod tests {
    use domain::language::Language;
    use domain::time::Day;

    use super::*;

    #[test]
    fn no_page_prints_what_a_failure_says_to_programs_and_each_has_words_in_both_languages() {
        let (inside, since) = ("round 0123456789abcdef is nowhere".to_owned(), Day::parse("2026-11-02").unwrap());
        let day = [" November 2, 2026", " 2 de noviembre de 2026"];
        let failures = [
            (Failure::Malformed(inside.clone()), ["", ""]),
            (Failure::TooMuch(inside.clone()), ["", ""]),
            (Failure::OnlyAdministrator("Ida".to_owned()), ["Ida is", "Ida es"]),
            (Failure::NotFound(inside.clone()), ["", ""]),
            (Failure::Paused { since }, day),
            (Failure::LacksAgreement, ["signed", "firmado"]),
            (Failure::UnsentWork { tablets: 1 }, ["A tablet", "Una tableta"]),
            (Failure::UnsentWork { tablets: 3 }, ["3 tablets", "3 tabletas"]),
            (Failure::Restored { until: since }, day),
            (Failure::AnotherDistrict, ["another district", "otro distrito"]),
            (Failure::RoundClosed, ["is closed", "está cerrada"]),
            (Failure::OtherRelease(inside), ["", ""]),
            (Failure::CodeUnknown, ["lets nobody in", "no da acceso"]),
            (Failure::TooMany, ["Wait", "Espere"]),
            (Failure::Database(sqlx::Error::RowNotFound), ["later", "más tarde"]),
        ];
        for (failure, says) in failures {
            let said = Language::ALL.map(|language| why(Say(language), &failure));
            assert_ne!(said[0], said[1]);
            for (sentence, words) in said.iter().zip(says) {
                assert!(sentence.contains(words) && sentence.ends_with('.'), "{failure:?}: {sentence}");
                assert!(!sentence.contains("0123"), "{failure:?}: {sentence}");
            }
        }
    }
}
