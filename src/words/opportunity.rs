//! Words about groups set beside one another: about opportunity and rooms, never about who is in them.

use domain::release::Contrast;

use crate::picture::row;

/// Words about groups set beside one another.
#[expect(missing_docs, reason = "each field has the name of what it says; the sentences themselves are the text")]
pub struct Opportunity {
    pub link: &'static str,
    pub asks: &'static str,
    pub what: &'static str,
    /// Of the look-fors in which a difference is clear.
    pub title: fn(&[String]) -> String,
    pub nothing: &'static str,
    pub compared_with: fn(&str, &str) -> String,
    pub the_others: &'static str,
    pub contrast: fn(Contrast, (i8, i8)) -> String,
    pub not_grouped: &'static str,
    pub by_school: &'static str,
    pub one_value: &'static str,
    pub when_said: &'static str,
}

/// English.
pub const EN: Opportunity = Opportunity {
    link: "Same opportunity?",
    asks: "Is the same opportunity there in every group of rooms?",
    what: "Each group is set beside the other rooms of the round. The groups stand in the order of the timetable.",
    title: |clear| match clear {
        [] => "No clear difference between the groups of this round.".to_owned(),
        clear => format!("A clear difference between the groups of this round: {}.", row(clear)),
    },
    nothing: "This round’s groups are not set beside one another.",
    compared_with: |name, others| format!("{name}, compared with {others}:"),
    the_others: "the other rooms",
    contrast: |contrast, (from, to)| match contrast {
        Contrast::More => format!(
            "the opportunity was there in more rooms, {} more of every 10.",
            span(from, to, ["", "up to ", " to "])
        ),
        Contrast::Fewer => {
            format!(
                "the opportunity was there in fewer rooms, {} fewer of every 10.",
                span(-to, -from, ["", "up to ", " to "])
            )
        }
        Contrast::NoClearDifference => {
            format!("no clear difference. It could be anything from {} fewer to {to} more of every 10 rooms.", -from)
        }
    },
    not_grouped: "This round took all its rooms together, so there are no groups to set beside one another. By what rooms are grouped is chosen when a round is planned.",
    by_school: "This round was grouped by school. Schools are not compared with one another.",
    one_value: "The timetable puts all rooms of this round into one group.",
    when_said: "A difference is only said when chance alone would hardly ever make it. With 20 rooms in each of two groups that takes between 5 and 6 rooms in 10, and two groups of 10 rooms are too few for it. So “no clear difference” does not mean that there is none.",
};

/// Spanish, with *usted*.
pub const ES: Opportunity = Opportunity {
    link: "¿La misma oportunidad?",
    asks: "¿Existe la misma oportunidad en todos los grupos de salones?",
    what: "Cada grupo se compara con los demás salones de la ronda. Los grupos siguen el orden del horario.",
    title: |clear| match clear {
        [] => "Sin una diferencia clara entre los grupos de esta ronda.".to_owned(),
        clear => format!("Una diferencia clara entre los grupos de esta ronda: {}.", row(clear)),
    },
    nothing: "Los grupos de esta ronda no se comparan entre sí.",
    compared_with: |name, others| format!("{name} (frente a: {others}):"),
    the_others: "los demás salones",
    contrast: |contrast, (from, to)| match contrast {
        Contrast::More => format!(
            "la oportunidad existió en más salones, {} más de cada 10.",
            span(from, to, ["de ", "hasta ", " a "])
        ),
        Contrast::Fewer => {
            format!(
                "la oportunidad existió en menos salones, {} menos de cada 10.",
                span(-to, -from, ["de ", "hasta ", " a "])
            )
        }
        Contrast::NoClearDifference => format!(
            "sin una diferencia clara. Podría ser cualquier cosa, desde {} menos hasta {to} más de cada 10 salones.",
            -from
        ),
    },
    not_grouped: "Esta ronda tomó todos sus salones juntos, así que no hay grupos que comparar. La forma de agrupar los salones se elige al planear una ronda.",
    by_school: "Esta ronda se agrupó por escuela. Las escuelas no se comparan entre sí.",
    one_value: "El horario pone todos los salones de esta ronda en un solo grupo.",
    when_said: "Una diferencia solo se dice cuando el azar por sí solo casi nunca la produciría. Con 20 salones en cada uno de dos grupos hacen falta entre 5 y 6 de cada 10, y dos grupos de 10 salones son muy pocos para eso. Por eso “sin una diferencia clara” no quiere decir que no haya ninguna.",
};

/// `up to 5` or `2 to 6`, of ten.
fn span(from: i8, to: i8, [at, up_to, until]: [&str; 3]) -> String {
    if from <= 0 { format!("{up_to}{to}") } else { format!("{at}{from}{until}{to}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_said_with_its_interval_and_by_default_is_none() {
        let said = |contrast, tenths| [(EN.contrast)(contrast, tenths), (ES.contrast)(contrast, tenths)];
        assert_eq!(
            said(Contrast::NoClearDifference, (-3, 4)),
            [
                "no clear difference. It could be anything from 3 fewer to 4 more of every 10 rooms.",
                "sin una diferencia clara. Podría ser cualquier cosa, desde 3 menos hasta 4 más de cada 10 salones.",
            ]
        );
        assert_eq!(
            said(Contrast::More, (2, 6)),
            [
                "the opportunity was there in more rooms, 2 to 6 more of every 10.",
                "la oportunidad existió en más salones, de 2 a 6 más de cada 10.",
            ]
        );
        assert_eq!(
            said(Contrast::Fewer, (-5, 0)),
            [
                "the opportunity was there in fewer rooms, up to 5 fewer of every 10.",
                "la oportunidad existió en menos salones, hasta 5 menos de cada 10.",
            ]
        );
    }

    #[test]
    fn the_title_names_only_what_clearly_differs() {
        let talk = ["Partner talk".to_owned()];
        assert_eq!((EN.title)(&talk), "A clear difference between the groups of this round: partner talk.");
        assert_eq!((ES.title)(&[]), "Sin una diferencia clara entre los grupos de esta ronda.");
    }
}
