//! Spanish from the first screen to the end of a visit, remembered.

use world::{Planning, World};

#[test]
fn spanish_is_chosen_once_and_remembered() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.goes_to("/");
    lead.presses("Español");
    lead.sees("Dirigir una ronda");
    lead.reloads();
    lead.sees("Dirigir una ronda");
    assert_eq!(lead.run("return document.documentElement.lang", vec![]), "es");
    lead.closes_the_browser();
    lead.opens_the_browser_again("/");
    lead.sees("Dirigir una ronda");
    // The note's page, which is not the app, speaks it too.
    lead.goes_to("/note");
    lead.sees("Código de la tarjeta");
    lead.goes_to("/");
    lead.presses("English");
    lead.sees("Lead a round");
}

#[test]
fn a_whole_visit_is_made_in_spanish() {
    let world = World::new();
    let lead = world.tablet("directora");
    lead.opens_the_lead_door();
    lead.plans_a_round(&Planning {
        purpose: "¿Nuestras preguntas invitan a razonar?",
        look_fors: &["DIS-04", "EQP-02"],
        opens: "2026-11-09",
        ends: "2026-11-20",
    });
    lead.run("localStorage.setItem('noticeboard-language', 'es')", vec![]);
    lead.goes_to_the_rounds("");
    lead.sees("Salones");
    lead.follows_in("Room 3", "Comenzar una visita");
    lead.chooses("Matemáticas");
    lead.presses("Comenzar la visita");
    lead.presses_in("Preguntas que invitan a razonar", "para sumar");
    lead.sees("guardado en esta tableta");
    // What judges is marked in Spanish too, and kept all the same.
    lead.presses("Vi… / Oí…");
    lead.writes("Con las palabras del salón, no con las suyas", "los estudiantes estaban muy interesados");
    lead.sees("¿Qué vio u oyó ahí?");
    lead.presses("Guardar");
    lead.sees("Vi los estudiantes estaban muy interesados");
    lead.presses("Volver a la visita");
    lead.minutes_pass(10);
    lead.presses("Terminar la visita");
    lead.sees("Esto es todo lo que saldrá de la tableta.");
    lead.presses("Terminar sin nota");
    lead.sees("La visita está terminada");
    let english = ["Finish", "Room ", "saved", "This is", "Undo", "visit "];
    let said = lead.text();
    for word in english {
        assert!(!without_rooms(&said).contains(word), "{word:?} stands in: {said}");
    }
}

/// Without the names of rooms, which are the school's own in every language.
fn without_rooms(said: &str) -> String {
    (1..=34).rev().fold(said.to_owned(), |said, number| said.replace(&format!("Room {number}"), ""))
}
