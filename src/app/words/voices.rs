//! Words of the voices grid.

use super::{Language, use_language};

/// Words of the voices grid.
pub struct Voices {
    pub heard_of: fn(u8, u8) -> String,
    pub open: &'static str,
    pub lay_out: &'static str,
    pub blank: &'static str,
    pub back: &'static str,
    pub grid: &'static str,
    pub seat: fn(u8, u8) -> String,
    pub tap_when: &'static str,
    // Laying it out.
    pub students: &'static str,
    pub across: &'static str,
    pub lay_out_so_many: fn(u8) -> String,
    pub change: &'static str,
    pub erased: &'static str,
    // Where it cannot be used.
    pub set_aside: &'static str,
}

static EN: Voices = Voices {
    heard_of: |heard, of| format!("{heard} of {of} heard"),
    open: "open the grid",
    lay_out: "Lay out the seats",
    blank: "blank, no names",
    back: "Back to the look-fors",
    grid: "seats",
    seat: |row, place| format!("row {row}, seat {place}"),
    tap_when: "Tap a seat when it is heard. Once is enough.",
    students: "students in the class",
    across: "seats side by side",
    lay_out_so_many: |seats| if seats == 1 { "Lay out 1 seat".to_owned() } else { format!("Lay out {seats} seats") },
    change: "Change the seats",
    erased: "The seats are erased when the visit ends. Only how many were heard of how many stays on this tablet.",
    set_aside: "instead of the grid",
};

static ES: Voices = Voices {
    heard_of: |heard, of| format!("se oyeron {heard} de {of}"),
    open: "abrir la cuadrícula",
    lay_out: "Poner los asientos",
    blank: "en blanco, sin nombres",
    back: "Volver a los elementos",
    grid: "asientos",
    seat: |row, place| format!("fila {row}, asiento {place}"),
    tap_when: "Toque un asiento cuando se oiga. Una vez basta.",
    students: "estudiantes en la clase",
    across: "asientos por fila",
    lay_out_so_many: |seats| if seats == 1 { "Poner 1 asiento".to_owned() } else { format!("Poner {seats} asientos") },
    change: "Cambiar los asientos",
    erased: "Los asientos se borran al terminar la visita. En esta tableta solo queda cuántos se oyeron y de cuántos.",
    set_aside: "en lugar de la cuadrícula",
};

/// The words in the chosen language. They stand apart from [`super::Words`], which is on everyone's first screen.
pub fn use_voices_words() -> &'static Voices {
    match use_language()() {
        Language::En => &EN,
        Language::Es => &ES,
    }
}
