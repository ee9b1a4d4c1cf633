//! Words of the cards that are printed before the walk.

/// Words of the cards.
pub struct Cards {
    pub title: &'static str,
    pub what: &'static str,
    pub how: &'static str,
    pub print: &'static str,
    pub printing: &'static str,
    pub once: &'static str,
    pub printed: &'static str,
    pub on_paper: fn(usize) -> String,
    pub numbers: fn(&[u32]) -> String,
    pub spoiled: &'static str,
    pub spoiled_what: &'static str,
    pub print_again: &'static str,
    pub used: fn(usize) -> String,
    pub used_what: &'static str,
    // On the card, where both languages stand.
    pub note: &'static str,
    pub scan: &'static str,
    pub for_you: &'static str,
}

pub const EN: Cards = Cards {
    title: "Cards to fold and hand over",
    what: "With a card a teacher reads the note about a visit on any phone, without an account. A note is sealed to it only when a visit is finished; until then it opens nothing.",
    how: "Print them before the walk, one copy, on A4 or Letter. Cut along the solid lines and fold at the dashed one: the code is inside, the number stays in sight. They belong to this tablet: only here can a note be sealed to them.",
    print: "Print eight cards",
    printing: "These cards go to paper once",
    once: "One copy: of two cards with one number, the second would open the other’s note. If the print goes wrong, throw it away and print again from here; it makes new cards.",
    printed: "Done: put the codes away",
    on_paper: |cards| if cards == 1 { "1 card on paper".to_owned() } else { format!("{cards} cards on paper") },
    numbers: |numbers| match numbers {
        [one] => format!("Card {one} is not used yet."),
        _ => format!("Cards {} are not used yet.", listed(numbers, "and", "to")),
    },
    spoiled: "Spoiled or lost?",
    spoiled_what: "Printing again makes new cards with new numbers. The ones on paper that are not used are void from then on: throw them away, they open nothing.",
    print_again: "Void them and print new ones",
    used: |used| if used == 1 { "1 card is used".to_owned() } else { format!("{used} cards are used") },
    used_what: "A used card is never printed again. Its code is erased when its note is received.",
    note: "A note about today’s visit",
    scan: "Scan it with your phone, or type the code. No account.",
    for_you: "What we noticed, and a question. Only who holds this card can read it. It rates nobody.",
};

pub const ES: Cards = Cards {
    title: "Tarjetas para doblar y entregar",
    what: "Con una tarjeta, quien enseña lee la nota sobre la visita en cualquier teléfono, sin cuenta. La nota se sella con ella solo al terminar una visita; hasta entonces la tarjeta no abre nada.",
    how: "Imprímalas antes del recorrido, una sola copia, en A4 o carta. Corte por las líneas continuas y doble por la punteada: el código queda adentro y el número, a la vista. Son de esta tableta: solo aquí se puede sellar una nota con ellas.",
    print: "Imprimir ocho tarjetas",
    printing: "Estas tarjetas van al papel una sola vez",
    once: "Una sola copia: de dos tarjetas con el mismo número, la segunda abriría la nota de la otra. Si la impresión sale mal, tírela e imprima otra vez desde aquí; se hacen tarjetas nuevas.",
    printed: "Listo: guardar los códigos",
    on_paper: |cards| {
        if cards == 1 { "1 tarjeta en papel".to_owned() } else { format!("{cards} tarjetas en papel") }
    },
    numbers: |numbers| match numbers {
        [one] => format!("La tarjeta {one} todavía no se usa."),
        _ => format!("Las tarjetas {} todavía no se usan.", listed(numbers, "y", "a")),
    },
    spoiled: "¿Se dañaron o se perdieron?",
    spoiled_what: "Al imprimir otra vez se hacen tarjetas nuevas con otros números. Las que están en papel sin usar quedan anuladas: tírelas, no abren nada.",
    print_again: "Anularlas e imprimir otras",
    used: |used| if used == 1 { "Ya se usó 1 tarjeta".to_owned() } else { format!("Ya se usaron {used} tarjetas") },
    used_what: "Una tarjeta usada no se vuelve a imprimir. Su código se borra cuando la nota se recibe.",
    note: "Una nota sobre la visita de hoy",
    scan: "Escanéela con su teléfono o escriba el código. Sin cuenta.",
    for_you: "Lo que notamos y una pregunta. Solo la lee quien tenga esta tarjeta. No califica a nadie.",
};

/// Numbers in order, three or more in a row as the first and the last: "2, 4 to 8 and 11".
fn listed(numbers: &[u32], and: &str, to: &str) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in numbers.iter().copied() {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let parts = runs.into_iter().flat_map(|(first, last)| match last - first {
        0 => vec![first.to_string()],
        1 => vec![first.to_string(), last.to_string()],
        _ => vec![format!("{first} {to} {last}")],
    });
    let parts: Vec<String> = parts.collect();
    match parts.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} {and} {last}", before.join(", ")),
        _ => parts.concat(),
    }
}
