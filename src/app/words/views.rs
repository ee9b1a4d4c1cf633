//! Words around the ways to read a school: its picture, its groups, its talk; and on paper.

/// Words around the ways to read a school.
pub struct Views {
    pub ways: &'static str,
    pub picture: &'static str,
    pub print: &'static str,
}

pub const EN: Views =
    Views { ways: "Ways to read this school’s rounds", picture: "Picture", print: "Print this page" };

pub const ES: Views =
    Views { ways: "Formas de leer las rondas de esta escuela", picture: "Panorama", print: "Imprimir esta página" };
