//! What the page says of the agreement in force, and the kinds of context that it offers: the parts that the server fills in.

use std::fmt::Write;

use domain::agreement::Agreement;
use domain::language::Language;
use domain::note::Context;

/// "What happens with this visit", in three plain sentences.
pub fn what_happens(agreement: &Agreement, language: Language) -> [String; 3] {
    let others = agreement.k() - 1;
    let notes = in_days(agreement.note_days, language);
    let summaries = in_days(agreement.further.summary_days, language);
    match language {
        Language::En => [
            format!(
                "Your room is counted together with at least {others} others before anyone sees a picture of the school, \
                 and that picture has no name, no room and no visit in it."
            ),
            "It cannot rate anyone and is not part of any evaluation: the people who visited know what they saw, and \
             nothing that is kept or published says it of you."
                .to_owned(),
            format!(
                "A note can be read for {notes} after the last day of the visits, or until you delete it, and what \
                 the visits sent for the picture is deleted {summaries} after the picture is made."
            ),
        ],
        Language::Es => [
            format!(
                "Su salón se cuenta junto con al menos otros {others} antes de que alguien vea el panorama de la escuela, y \
                 en ese panorama no hay nombres, salones ni visitas."
            ),
            "No puede calificar a nadie ni forma parte de ninguna evaluación: quienes visitaron saben lo que vieron, y \
             nada de lo que se guarda o se publica lo dice de usted."
                .to_owned(),
            format!(
                "Una nota se puede leer durante {notes} después del último día de las visitas, o hasta que usted la \
                 borre, y lo que las visitas enviaron para el panorama se borra {summaries} después de hacerlo."
            ),
        ],
    }
}

/// Days as they are said in a sentence.
fn in_days(days: i64, language: Language) -> String {
    match (days, language) {
        (1, Language::En) => "one day".to_owned(),
        (1, Language::Es) => "un día".to_owned(),
        (days, Language::En) => format!("{days} days"),
        (days, Language::Es) => format!("{days} días"),
    }
}

/// The page with those sentences, k, how long a note stays, and a choice for each kind of context.
pub fn filled(page: &str, language: Language, agreement: &Agreement) -> String {
    let mut happens = String::new();
    let [english, spanish] = Language::ALL.map(|language| what_happens(agreement, language));
    for (english, spanish) in english.iter().zip(&spanish) {
        let _ = write!(happens, "<p class=\"en\">{english}</p><p class=\"es\">{spanish}</p>");
    }
    let mut kinds = String::new();
    for kind in Context::ALL {
        let (word, [english, spanish]) = (kind.word(), Language::ALL.map(|language| kind.said_in(language)));
        let _ = write!(
            kinds,
            "<label class=\"choice\"><input type=\"radio\" name=\"kind\" value=\"{word}\">\
             <span class=\"en\">{english}</span><span class=\"es\">{spanish}</span></label>"
        );
    }
    page.replace("{{language}}", language.code())
        .replace("{{happens}}", &happens)
        .replace("{{kinds}}", &kinds)
        .replace("{{k}}", &agreement.k().to_string())
        .replace("{{note-days-en}}", &in_days(agreement.note_days, Language::En))
        .replace("{{note-days-es}}", &in_days(agreement.note_days, Language::Es))
}

#[cfg(test)]
mod tests {
    use domain::agreement::Term;

    use super::*;

    #[test]
    fn the_three_sentences_follow_the_agreement_in_force() {
        let agreement = Agreement::default().with_k(14).with(Term::NoteDays(45)).with(Term::SummaryDays(12));
        for (language, others, notes, summaries) in [
            (Language::En, "at least 13 others", "for 45 days after", "deleted 12 days after"),
            (Language::Es, "al menos otros 13", "durante 45 días después", "se borra 12 días después"),
        ] {
            let [together, _, long] = what_happens(&agreement, language);
            assert!(together.contains(others), "{together}");
            assert!(long.contains(notes) && long.contains(summaries), "{long}");
        }
        let short = Agreement::default().with(Term::NoteDays(1)).with(Term::SummaryDays(1));
        let [_, _, long] = what_happens(&short, Language::En);
        assert!(long.contains("for one day after") && long.contains("deleted one day after"), "{long}");
        // Nobody can be promised fewer than nine others.
        assert!(what_happens(&Agreement::default().with_k(3), Language::En)[0].contains("at least 9 others"));
    }

    #[test]
    fn what_the_agreement_says_is_one_sentence_each() {
        for language in Language::ALL {
            for sentence in what_happens(&Agreement::default(), language) {
                assert!(sentence.ends_with('.') && sentence.matches(". ").count() == 0, "{sentence}");
            }
        }
    }
}
