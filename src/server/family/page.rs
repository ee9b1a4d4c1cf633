//! The page itself: one column for each language, then the code of its own address for whoever holds it on paper.

use domain::family::{Draft, FamilyPage};
use domain::language::Language;
use domain::roster::School;
use domain::time::Day;
use maud::{DOCTYPE, Markup, html};
use words::dates;

use super::{FAMILY, address, said};
use crate::office::{Say, qr};

/// The page for a school's families.
pub fn of_school(first: Language, school: &School, page: &FamilyPage, together: &[String], here: &str) -> Markup {
    let title = format!("{} – {} / {}", school.name, said::EN.list, said::ES.list);
    let content = html! {
        header {
            h1 { (school.name) }
            (jump(first))
        }
        div class="both" { (text(first, &page.draft, page.approved, together, |language| plans(page, language))) }
        footer {
            (qr(Say(first), here))
            div {
                @for language in order(first) { p lang=(language.code()) { (said::of(language).code) } }
                p { code translate="no" { (here) } }
            }
        }
    };
    whole(first, &title, &content)
}

/// Both texts, each in a column of its own, as the public and whoever approves them read them; `plans` draws what adults
/// will do, in one language.
pub fn text(
    first: Language,
    draft: &Draft,
    approved: Day,
    together: &[String],
    plans: impl Fn(Language) -> Markup,
) -> Markup {
    html! {
        @for language in order(first) {
            @let (said, words) = (said::of(language), words::of(language));
            @let seen = draft.seen.in_language(language);
            article class="card stack" id=(language.code()) lang=(language.code()) {
                h2 { (said.title) }
                p { ((said.visited)(&dates::window_and_year(draft.opens, draft.ends, language))) }
                @if together.len() > 1 { p { ((said.together)(&words.roster.list(together.to_vec()))) } }
                (lines(said.most, &seen.most))
                (lines(said.some, &seen.some))
                @if seen.most.is_empty() && seen.some.is_empty() { p { (said.nothing) } }
                section { h3 { (said.next) } (plans(language)) }
                section class="ask" {
                    h3 { (said.ask) }
                    ul { @for question in &seen.ask { li { (question) } } }
                    p class="soft" { (said.ask_how) }
                }
                section class="small" {
                    h3 { (said.about) }
                    @for fact in said.facts { p { (fact) } }
                    p { ((said.read)(&dates::day_and_year(approved, language))) }
                }
            }
        }
    }
}

/// What adults will do, as it was approved.
fn plans(page: &FamilyPage, language: Language) -> Markup {
    let (said, plans) = (said::of(language), page.plans.in_language(language));
    html! {
        p class="soft" { (said.action) }
        p { (plans.action.as_str()) }
        p class="soft" { (said.question) }
        p { (plans.question.as_str()) }
    }
}

fn lines(title: &str, lines: &[String]) -> Markup {
    html! {
        @if !lines.is_empty() {
            section {
                h3 { (title) }
                ul { @for line in lines { li { (line) } } }
            }
        }
    }
}

/// The schools that have a page.
pub fn list(first: Language, schools: &[School]) -> Markup {
    let title = format!("{} / {}", said::EN.list, said::ES.list);
    let content = html! {
        header { h1 { @for language in order(first) { span lang=(language.code()) { (said::of(language).list) } " " } } }
        @if schools.is_empty() {
            @for language in order(first) { p lang=(language.code()) { (said::of(language).no_schools) } }
        } @else {
            ul class="schools" { @for school in schools { li { a href=(address(&school.id)) { (school.name) } } } }
        }
    };
    whole(first, &title, &content)
}

/// A school without a page.
pub fn none(first: Language) -> Markup {
    let content = html! {
        @for language in order(first) {
            @let said = said::of(language);
            section lang=(language.code()) { h2 { (said.none) } p { (said.none_more) } }
        }
        p { a href=(FAMILY) { (said::of(first).list) } }
    };
    whole(first, said::of(first).none, &content)
}

/// The server could not make a page.
pub fn not_now() -> Markup {
    let content = html! {
        @for language in Language::ALL { p lang=(language.code()) { (said::of(language).not_now) } }
    };
    whole(Language::En, said::EN.list, &content)
}

fn whole(first: Language, title: &str, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(first.code()) {
            head {
                meta charset="utf-8";
                title { (title) }
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="color-scheme" content="light dark";
                meta name="format-detection" content="telephone=no, date=no";
                link rel="icon" href="/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/family/page.css";
            }
            body { main { (content) } }
        }
    }
}

/// To the other language, where it comes after the first: on a phone.
fn jump(first: Language) -> Markup {
    let [_, other] = order(first);
    html! { a class="jump" href={ "#" (other.code()) } lang=(other.code()) { (other.own_name()) } }
}

fn order(first: Language) -> [Language; 2] {
    match first {
        Language::En => [Language::En, Language::Es],
        Language::Es => [Language::Es, Language::En],
    }
}
