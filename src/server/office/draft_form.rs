//! The form of a draft: what its fields hold, as they were typed, and what can be read from them.

use domain::agreement::{Agreement, Clause, Fault, NoteDeadline, Term, VISITORS};
use domain::permission::Role;
use maud::{Markup, html};
use serde::Deserialize;

use super::agreement::PATH;
use super::say::Say;
use crate::agreement_page::{clause_name, role_in_a_list, term_in_words};

/// What the form sends; a box that is not ticked sends nothing.
#[derive(Deserialize)]
pub struct Terms {
    visit_minutes: String,
    k: String,
    #[serde(default)]
    district_lead: String,
    #[serde(default)]
    principal: String,
    #[serde(default)]
    visitor: String,
    /// `yes`, `no`, or nothing while nobody has chosen.
    #[serde(default)]
    evaluators: String,
    notice_days: String,
    #[serde(default)]
    note_deadline: String,
    summary_days: String,
    note_days: String,
    evidence_days: String,
}

impl Terms {
    /// The fields as an agreement has them.
    pub fn of(agreement: &Agreement) -> Terms {
        let further = &agreement.further;
        let ticked = |role: Role| if further.visitors.contains(&role) { "yes".to_owned() } else { String::new() };
        Terms {
            visit_minutes: agreement.visit_minutes.to_string(),
            k: agreement.k().to_string(),
            district_lead: ticked(Role::DistrictLead),
            principal: ticked(Role::Principal),
            visitor: ticked(Role::Visitor),
            evaluators: if further.evaluators { "yes" } else { "no" }.to_owned(),
            notice_days: further.notice_days.to_string(),
            note_deadline: further.note_deadline.word().to_owned(),
            summary_days: further.summary_days.to_string(),
            note_days: agreement.note_days.to_string(),
            evidence_days: further.evidence_days.to_string(),
        }
    }

    /// The same with the one choice open that nobody makes for a district: whether evaluators may visit.
    pub fn unsaid(agreement: &Agreement) -> Terms {
        Terms { evaluators: String::new(), ..Terms::of(agreement) }
    }

    /// The agreement that was typed, or everything that is wrong with it.
    pub fn read(&self) -> Result<Agreement, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut number = |text: &str, clause: Clause| {
            let (least, most) = clause.range().unwrap_or_default();
            let found = text.trim().parse::<u32>().ok().filter(|number| (least..=most).contains(&i64::from(*number)));
            if found.is_none() {
                faults.push(Fault::Range { clause, found: text.trim().parse().unwrap_or_default(), least, most });
            }
            found.unwrap_or_default()
        };
        let numbers = [
            Term::VisitMinutes(number(&self.visit_minutes, Clause::VisitMinutes)),
            Term::FewestRooms(number(&self.k, Clause::FewestRooms)),
            Term::NoticeDays(number(&self.notice_days, Clause::NoticeDays).into()),
            Term::SummaryDays(number(&self.summary_days, Clause::SummaryDays).into()),
            Term::NoteDays(number(&self.note_days, Clause::NoteDays).into()),
            Term::EvidenceDays(number(&self.evidence_days, Clause::EvidenceDays).into()),
        ];
        let visitors = Term::Visitors(VISITORS.into_iter().filter(|role| self.lets(*role)).collect());
        faults.extend(visitors.fault());
        let evaluators = match self.evaluators.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let deadline = NoteDeadline::ALL.into_iter().find(|deadline| deadline.word() == self.note_deadline);
        let (Some(evaluators), Some(deadline)) = (evaluators, deadline) else {
            faults.extend(evaluators.is_none().then_some(Fault::Unsaid(Clause::Evaluators)));
            faults.extend(deadline.is_none().then_some(Fault::Unsaid(Clause::NoteDeadline)));
            return Err(faults);
        };
        let chosen = [visitors, Term::Evaluators(evaluators), Term::NoteDeadline(deadline)];
        let agreement = numbers.into_iter().chain(chosen).fold(Agreement::default(), Agreement::with);
        if faults.is_empty() { Ok(agreement) } else { Err(faults) }
    }

    fn lets(&self, role: Role) -> bool {
        let field = match role {
            Role::DistrictLead => &self.district_lead,
            Role::Principal => &self.principal,
            Role::Visitor => &self.visitor,
            _ => return false,
        };
        !field.is_empty()
    }
}

/// The form; `waits` where a draft lies there already.
pub fn form_of(say: Say, terms: &Terms, waits: bool) -> Markup {
    html! {
        form class="card stack" method="post" action=(PATH) {
            h2 {
                @if waits { (say.both("Write the draft anew", "Escribir el borrador de nuevo")) }
                @else { (say.both("Draft a new version", "Redactar una versión nueva")) }
            }
            (number(say, "visit_minutes", Clause::VisitMinutes, &terms.visit_minutes, say.both("minutes", "minutos")))
            (number(say, "k", Clause::FewestRooms, &terms.k, say.both("rooms", "salones")))
            fieldset class="field" {
                legend { (clause_name(say, Clause::Visitors)) }
                div class="choices" {
                    @for role in VISITORS {
                        label class="choice" {
                            input type="checkbox" name=(role.word()) value="yes" checked[terms.lets(role)];
                            span { (role_in_a_list(say, role)) }
                        }
                    }
                }
            }
            fieldset class="field" {
                legend { (clause_name(say, Clause::Evaluators)) }
                p class="small soft" { (say.both(
                    "A choice for the district and its staff to make: who evaluates teachers decides about them. The program takes a school’s principal for that person.",
                    "Una decisión del distrito y su personal: quien evalúa a docentes decide sobre ellos. El programa considera que es la dirección de la escuela.",
                )) }
                @for (value, says) in [("no", false), ("yes", true)] {
                    (choice("evaluators", value, terms.evaluators == value, &term_in_words(say, &Term::Evaluators(says))))
                }
            }
            (number(say, "notice_days", Clause::NoticeDays, &terms.notice_days, say.both("days before", "días antes")))
            fieldset class="field" {
                legend { (clause_name(say, Clause::NoteDeadline)) }
                @for deadline in NoteDeadline::ALL {
                    @let chosen = terms.note_deadline == deadline.word();
                    (choice("note_deadline", deadline.word(), chosen, &term_in_words(say, &Term::NoteDeadline(deadline))))
                }
            }
            (number(say, "summary_days", Clause::SummaryDays, &terms.summary_days, say.both("days after the close", "días después del cierre")))
            (number(say, "note_days", Clause::NoteDays, &terms.note_days, say.both("days after the last day of a round", "días después del último día de la ronda")))
            (number(say, "evidence_days", Clause::EvidenceDays, &terms.evidence_days, say.both("days after the visit", "días después de la visita")))
            p class="small soft" { (say.both(
                "“Never for evaluation” stands in every version and cannot be taken out.",
                "“Nunca para evaluar” está en todas las versiones y no se puede quitar.",
            )) }
            div class="acts" { button class="main" { (say.both("Put it before the staff representative", "Presentarlo a la representación del personal")) } }
        }
    }
}

fn number(say: Say, name: &str, clause: Clause, value: &str, of_what: &str) -> Markup {
    let (least, most) = clause.range().unwrap_or_default();
    html! {
        div class="field" {
            label for=(name) { (clause_name(say, clause)) }
            p id={ (name) "-hint" } class="small soft" { (least) "–" (most) " " (of_what) }
            input id=(name) name=(name) type="number" inputmode="numeric" required min=(least) max=(most) value=(value) aria-describedby={ (name) "-hint" };
        }
    }
}

fn choice(name: &str, value: &str, chosen: bool, says: &str) -> Markup {
    html! {
        label class="choice" {
            input type="radio" name=(name) value=(value) required checked[chosen];
            span { (says) }
        }
    }
}
