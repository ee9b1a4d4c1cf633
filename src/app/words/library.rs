//! Words around the look-fors; their own words are in the library itself.

/// Words around the look-fors.
pub struct Library {
    pub title: fn(usize) -> String,
    pub boundary: &'static str,
    pub examples: &'static str,
    pub line: &'static str,
    pub reflect: &'static str,
    pub never: &'static str,
}

pub const EN: Library = Library {
    title: |count| format!("{count} things worth noticing"),
    boundary: "What counts and what does not",
    examples: "For example",
    line: "A room is a yes when it was",
    reflect: "To think about",
    never: "What a visitor never writes down",
};

pub const ES: Library = Library {
    title: |count| format!("{count} cosas que vale la pena notar"),
    boundary: "Qué cuenta y qué no",
    examples: "Por ejemplo",
    line: "Un salón es un sí cuando fue",
    reflect: "Para pensar",
    never: "Lo que quien visita nunca anota",
};
