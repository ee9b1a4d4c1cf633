//! The access matrix: everything that the server answers × everyone who may ask × what they may ask for.
//!
//! Nothing here is picked by hand. The [`routes`] are read off the router itself, the [`callers`] are every role with its
//! own school, another one and the whole district, and those who are nobody; the objects are of the own school, the
//! other, both, and nowhere. What each route may say to whom follows from the table of [`domain::permission`] and from
//! one row in [`rules`]: a route without a row fails the test until somebody says what it asks for.
//!
//! A request that is refused may not change anything either, and no answer to anyone may hold words of a school, a
//! round or a person that they do not reach.

mod callers;
mod district;
mod items;
mod routes;
mod rules;

use std::collections::BTreeSet;
use std::fmt;

use axum::http::Method;

use self::callers::Caller;
use self::district::{District, Object};
use self::rules::{Rule, rule_of};
use crate::world::Answered;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_gets_what_the_table_does_not_give_them() {
    let mut district = District::new().await;
    let callers = callers::all(&district.world).await;
    let before = district.keep().await;
    let (mut tried, mut let_in, mut leaks) = (0, 0, Vec::new());
    let routes = routes::of(&district.world).await;
    let mut state = before.clone();
    for (method, path) in &routes {
        let rule = rule_of(method, path);
        let objects = district.objects_of(path);
        let queries = rule.queries(&district);
        let pairs = callers.iter().flat_map(|caller| objects.iter().map(move |objects| (caller, objects)));
        let cells =
            pairs.flat_map(|(caller, objects)| queries.iter().map(move |query| Cell { caller, objects, query }));
        let (allowed, refused): (Vec<_>, Vec<_>) =
            cells.partition(|cell| rule.lets_in(cell.caller, path, cell.objects));
        tried += allowed.len() + refused.len();
        for cell in refused {
            let answered = ask(&district, method, path, &rule, &cell).await;
            if is_let_in(&answered) {
                leaks.push(format!("{method} {path} of {cell} was let in"));
            }
            leaks.extend(said_too_much(&district, method, path, &cell, &answered));
        }
        if district.world.dump().await != state {
            leaks.push(format!("{method} {path}: a request that was refused changed something"));
            district.put_back().await;
        }
        // Of a file that is asked for in words, that somebody was given it, with words in it that others may not be told.
        let mut given: BTreeSet<&String> = queries.iter().filter(|query| query.is_empty()).collect();
        for cell in allowed {
            let mut answered = ask(&district, method, path, &rule, &cell).await;
            // Of what is not here somebody may be told that, or that it is not theirs.
            let is_for_them = rule.asks_who() && cell.objects.iter().all(Object::is_here);
            if is_for_them && is_shut_out(&answered) {
                // Somebody before may have ended what they came in with.
                district.put_back().await;
                answered = ask(&district, method, path, &rule, &cell).await;
            }
            if is_for_them && is_shut_out(&answered) {
                leaks.push(format!("{method} {path} of {cell} was shut out"));
            }
            let_in += usize::from(is_let_in(&answered));
            if is_let_in(&answered) && district.has_marks(&answered.body) {
                given.insert(cell.query);
            }
            leaks.extend(said_too_much(&district, method, path, &cell, &answered));
        }
        let missing: Vec<_> = queries.iter().filter(|query| !given.contains(query)).collect();
        assert!(missing.is_empty(), "nobody was given what could be searched at {method} {path}{missing:?}");
        if *method == Method::GET {
            // Looking leaves its rows in the access log.
            state = district.world.dump().await;
        } else {
            district.put_back().await;
            state = before.clone();
        }
    }
    println!(
        "{} routes, {} callers, {tried} cells, {let_in} of them let in, {} leaks",
        routes.len(),
        callers.len(),
        leaks.len()
    );
    assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.join("\n"));
    assert!(let_in > 100, "{let_in} cells were let in, so most of them were not asked in the right way");
    let idle = rules::without_a_route(&routes.iter().cloned().collect::<BTreeSet<_>>());
    assert!(idle.is_empty(), "rules of nothing that the router answers: {idle:#?}");
    district.world.ends().await;
}

/// One request: who asks for what, and what is asked after the path.
struct Cell<'cell> {
    caller: &'cell Caller,
    objects: &'cell [Object],
    query: &'cell String,
}

async fn ask(district: &District, method: &Method, path: &str, rule: &Rule, cell: &Cell<'_>) -> Answered {
    let (kind, body) = rule.body(district, cell.objects);
    let mut headers: Vec<(&str, &str)> =
        cell.caller.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    headers.extend([("content-type", kind), ("host", "notes.example.org")]);
    let filled = cell.objects.iter().fold(path.to_owned(), |path, object| path.replace(&object.place, &object.id));
    let filled = format!("{filled}{}", cell.query);
    district.world.asks_with(method.clone(), &filled, &headers, body).await
}

/// Whether something was done or given out.
fn is_let_in(answered: &Answered) -> bool {
    match answered.status {
        200..=299 => true,
        303 => !leads_to_the_sign_in(answered),
        _ => false,
    }
}

/// Whether whoever asked was kept out because of who they are.
fn is_shut_out(answered: &Answered) -> bool {
    matches!(answered.status, 401 | 403) || leads_to_the_sign_in(answered)
}

fn leads_to_the_sign_in(answered: &Answered) -> bool {
    answered.status == 303 && answered.headers["location"] == "/office/sign-in"
}

fn said_too_much(
    district: &District,
    method: &Method,
    path: &str,
    cell: &Cell<'_>,
    answered: &Answered,
) -> Vec<String> {
    let said =
        district.words_kept_from(cell.caller, path).into_iter().filter(|word| answered.body.contains(word.as_str()));
    said.map(|word| format!("{method} {path} of {cell} was told {word:?}")).collect()
}

impl fmt::Display for Cell<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.objects.iter().map(|object| object.name).collect();
        let names = if names.is_empty() { "the district".to_owned() } else { names.join(", ") };
        write!(to, "{names}{}: {}", self.query, self.caller.name)
    }
}
