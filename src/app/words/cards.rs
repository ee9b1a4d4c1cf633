//! Words of the cards that are printed before the walk.

/// Words of the cards.
pub struct Cards {
    pub title: &'static str,
    pub what: &'static str,
    pub print: &'static str,
    pub make: &'static str,
    pub none_title: &'static str,
    pub none: &'static str,
    pub used: fn(usize) -> String,
    pub used_what: &'static str,
    pub number: fn(u32) -> String,
    pub sheet: fn(u32, u32) -> String,
    // On the card, where both languages stand.
    pub note: &'static str,
    pub only_holder: &'static str,
}

pub const EN: Cards = Cards {
    title: "Cards to fold and hand over",
    what: "Print them before the walk, cut along the dashed lines and fold the code to the inside. A note is sealed to a card only when a visit is finished; until then a card opens nothing.",
    print: "Print",
    make: "Make eight more",
    none_title: "No cards yet",
    none: "A card lets the teacher read the note about a visit, on any phone, without an account. Eight fit on a sheet.",
    used: |used| if used == 1 { "1 card is used".to_owned() } else { format!("{used} cards are used") },
    used_what: "Used cards are not printed again. Their codes are erased when the note is received.",
    number: |number| format!("card {number}"),
    sheet: |first, last| format!("Cards {first} to {last}"),
    note: "A note about today’s visit",
    only_holder: "Only who holds this card can read it.",
};

pub const ES: Cards = Cards {
    title: "Tarjetas para doblar y entregar",
    what: "Imprímalas antes del recorrido, córtelas por las líneas y dóblelas con el código hacia adentro. La nota se sella con una tarjeta solo al terminar una visita; hasta entonces la tarjeta no abre nada.",
    print: "Imprimir",
    make: "Hacer ocho más",
    none_title: "Todavía no hay tarjetas",
    none: "Con una tarjeta, quien enseña puede leer la nota sobre la visita en cualquier teléfono, sin cuenta. Caben ocho en una hoja.",
    used: |used| if used == 1 { "Ya se usó 1 tarjeta".to_owned() } else { format!("Ya se usaron {used} tarjetas") },
    used_what: "Las tarjetas usadas no se vuelven a imprimir. Su código se borra cuando la nota se recibe.",
    number: |number| format!("tarjeta {number}"),
    sheet: |first, last| format!("Tarjetas {first} a {last}"),
    note: "Una nota sobre la visita de hoy",
    only_holder: "Solo la lee quien tenga esta tarjeta.",
};
