//! Who may do what, and what a request meets that asks for something else.

use axum::http::Method;
use protocol::path;
use protocol::people::Door;
use protocol::problem::ProblemKind;
use protocol::schools::{Doors, Schools};

use crate::on_both_engines;
use crate::world::{Walk, World};

/// Every operation of the document with its path filled in.
fn operations() -> Vec<(Method, String, String)> {
    let document = serde_json::to_value(server::http::document()).unwrap();
    let mut operations = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let id = "0123456789abcdef".repeat(2);
            let places = ["{round}", "{school}", "{note}", "{letter}"];
            let filled = places.iter().fold(path.clone(), |path, place| path.replace(place, &id));
            operations.push((method, filled, operation["operationId"].as_str().unwrap().to_owned()));
        }
    }
    operations
}

impl World {
    /// The operations that a door keeps out, whatever the body.
    async fn closed_to(&self, door: Option<&str>) -> Vec<String> {
        let mut closed = Vec::new();
        for (method, path, operation) in operations() {
            let answered = self.asks(method, &path, door, Some("no JSON".to_owned())).await;
            assert_eq!(answered.headers["cache-control"], "no-store", "{path}");
            if answered.status == 403 || answered.status == 401 {
                answered.is(if answered.status == 401 { ProblemKind::NotSignedIn } else { ProblemKind::NotAllowed });
                closed.push(operation);
            }
        }
        closed.sort();
        closed
    }
}

const ROUNDS: [&str; 7] = ["close", "offer", "preview", "pull", "push", "report", "tokens"];

on_both_engines! {
    async fn every_path_asks_the_table_before_it_reads_anything_else(world) {
        assert_eq!(operations().len(), 22);
        let mut all = ROUNDS.to_vec();
        all.extend(["export", "export_opportunity", "export_talk", "export_term", "releases", "schools", "term"]);
        all.sort();
        assert_eq!(world.closed_to(None).await, all);
        assert_eq!(world.closed_to(Some("principal")).await, all);
        assert_eq!(world.closed_to(Some("reader")).await, ROUNDS);
        assert_eq!(world.closed_to(Some("lead")).await, [""; 0]);
    }

    async fn the_sample_has_doors(world) {
        let doors: Doors = world.gets(path::DOORS).await;
        assert_eq!((doors.district.as_deref(), doors.doors), (Some("Rivermoor"), vec![Door::Lead, Door::Reader]));
        let schools: Schools = world.asks(Method::GET, path::SCHOOLS, Some("reader"), None).await.says();
        let names: Vec<&str> = schools.schools.iter().map(|school| school.name.as_str()).collect();
        assert_eq!(names, ["Alder", "Birch"]);
    }

    async fn what_is_no_path_is_a_problem_and_so_is_a_wrong_method(world) {
        for path in ["/api", "/api/v1", "/api/v2/push", "/api/v1/push/", "/api/v1/rounds"] {
            let answered = world.lead(Method::GET, path, None).await;
            assert_eq!(answered.problem().kind, ProblemKind::NotFound, "{path}");
            assert_eq!(answered.headers["cache-control"], "no-store");
        }
        let answered = world.lead(Method::DELETE, path::PUSH, None).await;
        assert_eq!(answered.problem().status, 405);
        assert_eq!(answered.headers["cache-control"], "no-store");
        let round = Walk::number(1).path(path::TOKENS).replace("01", "XY");
        let problem = world.lead(Method::GET, &round, None).await.problem();
        assert_eq!(problem.kind, ProblemKind::Malformed);
        assert!(problem.detail.contains("round id"), "{}", problem.detail);
    }

    async fn the_server_says_whether_it_is_well(world) {
        let well = world.asks(Method::GET, "/healthz", None, None).await;
        assert_eq!((well.status, well.body.as_str()), (200, r#"{"status":"ok"}"#));
        world.server().store.shut().await;
        let ill = world.asks(Method::GET, "/healthz", None, None).await;
        assert_eq!((ill.status, ill.body.as_str()), (503, r#"{"status":"unavailable"}"#));
        let problem = world.asks(Method::GET, path::DOORS, None, None).await.problem();
        assert_eq!(problem.kind, ProblemKind::Unavailable);
        for cause in ["pool", "closed", "sql"] {
            assert!(!problem.detail.to_lowercase().contains(cause), "{}", problem.detail);
        }
    }

    async fn outside_the_sample_no_door_opens(world) {
        world.forget_the_sample().await;
        let all = world.closed_to(None).await;
        assert_eq!(world.closed_to(Some("lead")).await, all);
        assert_eq!(world.closed_to(Some("reader")).await, all);
        let doors: Doors = world.gets(path::DOORS).await;
        assert_eq!(doors.doors, []);
    }
}
