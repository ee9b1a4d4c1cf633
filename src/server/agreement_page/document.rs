//! An agreement as a document, and what a version changes of another in plain words.

use domain::agreement::{Agreement, Changed, Clause};
use maud::{Markup, html};

use super::words::{by_whom, clause_name, how_it_is_kept, how_never_is_kept, never_for_evaluation, term_in_words};
use crate::office::Say;
use crate::store::agreement::InForce;

/// Every clause: what it says, by whom it is kept, and how.
pub fn document(say: Say, agreement: &Agreement) -> Markup {
    html! {
        ol class="clauses" {
            @for term in agreement.terms() {
                (clause(say, term.clause(), &term_in_words(say, &term), how_it_is_kept(say, &term)))
            }
            (clause(say, Clause::NeverForEvaluation, never_for_evaluation(say), how_never_is_kept(say)))
        }
    }
}

fn clause(say: Say, clause: Clause, says: &str, how: &str) -> Markup {
    html! {
        li {
            h3 { (clause_name(say, clause)) }
            p class="lede" { (says) }
            p class="small soft" { span class="tag" { (by_whom(say, clause.keeping())) } " " (how) }
        }
    }
}

/// What a draft would change of what holds now.
pub fn would_change(say: Say, now: &InForce, draft: &Agreement) -> Markup {
    let changed = now.agreement.changes_to(draft);
    html! {
        h3 { (say.both("What it changes", "Qué cambia")) }
        @if !now.is_signed() {
            p { (say.both(
                "This would be the first agreement that is signed, so all of it is new.",
                "Sería el primer acuerdo que se firma, así que todo en él es nuevo.",
            )) }
        }
        @if now.is_signed() || !changed.is_empty() { (changes(say, &changed)) }
    }
}

/// What changes, clause by clause, as what it said and what it says now.
pub fn changes(say: Say, changes: &[Changed]) -> Markup {
    html! {
        @if changes.is_empty() { p class="soft" { (say.both("Nothing changes.", "No cambia nada.")) } }
        ul class="changes" {
            @for changed in changes {
                li {
                    h4 { (clause_name(say, changed.after.clause())) }
                    p class="soft" { (say.both("Until now:", "Hasta ahora:")) " " del { (term_in_words(say, &changed.before)) } }
                    p { (say.both("From then on:", "En adelante:")) " " ins { (term_in_words(say, &changed.after)) } }
                }
            }
        }
    }
}
