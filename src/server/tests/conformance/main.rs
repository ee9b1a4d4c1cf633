//! What every server does, said once and held against SQLite and PostgreSQL alike, through the door that tablets use.
#![expect(clippy::unwrap_used, reason = "a test may fail anywhere")]

mod access;
mod access_log;
mod agreeing;
mod at_rest;
mod closing;
mod contexts;
mod delivering;
mod doors;
mod expiring;
mod families;
mod letters;
mod many_releases;
mod misuse;
mod notes;
mod office;
mod office_of_the_agreement;
mod people;
mod pulling;
mod pushing;
mod restoring;
mod taking_along;
mod traces;
mod visitors;
mod world;

/// Runs each sentence in a world of its own on each engine.
macro_rules! on_both_engines {
    ($(async fn $sentence:ident($world:ident) $story:block)*) => {
        mod sentences {
            use super::*;
            $(pub async fn $sentence($world: &mut $crate::world::World) $story)*
        }
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)] async fn $sentence() {
                let mut world = $crate::world::World::on_sqlite().await;
                super::sentences::$sentence(&mut world).await;
                world.ends().await;
            })*
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)] async fn $sentence() {
                let mut world = $crate::world::World::on_postgres().await;
                super::sentences::$sentence(&mut world).await;
                world.ends().await;
            })*
        }
    };
}
use on_both_engines;
