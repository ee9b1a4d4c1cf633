//! Words of the list of rounds.

use device::tablet::Standing;

/// Words of the list of rounds.
pub struct Lead {
    pub title: &'static str,
    pub closed_rounds: &'static str,
    pub plan: &'static str,
    pub join: &'static str,
    pub library: &'static str,
    pub tablet: &'static str,
    pub pictures: &'static str,
    pub also_here: &'static str,
    pub standing: fn(Standing) -> &'static str,
    pub visited: fn(usize, usize) -> String,
    pub not_joined: &'static str,
    pub picture_of: fn(u32) -> String,
    pub few_rooms: &'static str,
    pub no_rounds: &'static str,
    pub no_rounds_more: &'static str,
    pub no_roster: &'static str,
    pub visit_under_way: fn(&str) -> String,
    pub go_on: &'static str,
    pub codes_waiting: fn(usize) -> String,
    pub round_unsent: &'static str,
}

pub const EN: Lead = Lead {
    title: "Rounds",
    closed_rounds: "Closed rounds",
    plan: "Plan a round",
    join: "Join with a code",
    library: "The 33 look-fors",
    tablet: "This tablet",
    pictures: "Pictures of the schools",
    also_here: "Also here",
    standing: |standing| match standing {
        Standing::NotJoined => "not joined",
        Standing::Open => "open",
        Standing::Debriefing => "debriefing",
        Standing::Closed => "closed",
    },
    visited: |visited, of| format!("{visited} of {of} rooms visited"),
    not_joined: "Ask a colleague for the round code to visit.",
    picture_of: |rooms| format!("picture of {rooms} rooms"),
    few_rooms: "too few rooms for a picture",
    no_rounds: "No rounds here yet",
    no_rounds_more: "A round is a set of ten-minute visits with one shared question. Plan one, or join the one a colleague has planned: ask for its code.",
    no_roster: "This tablet has not heard of any school yet. Connect it to the network once; from then on everything works without.",
    visit_under_way: |room| format!("A visit is under way in {room}."),
    go_on: "Go on with the visit",
    codes_waiting: |codes| {
        match codes {
        1 => "One round code is kept here and waits for its plan, which comes when this tablet and the one that planned have both been online.".into(),
        _ => format!("{codes} round codes are kept here and wait for their plans, which come when this tablet and the ones that planned have been online."),
    }
    },
    round_unsent: "still on this tablet",
};

pub const ES: Lead = Lead {
    title: "Rondas",
    closed_rounds: "Rondas cerradas",
    plan: "Planear una ronda",
    join: "Unirse con un código",
    library: "Los 33 elementos",
    tablet: "Esta tableta",
    pictures: "Panoramas de las escuelas",
    also_here: "También aquí",
    standing: |standing| match standing {
        Standing::NotJoined => "sin unirse",
        Standing::Open => "abierta",
        Standing::Debriefing => "en conversación",
        Standing::Closed => "cerrada",
    },
    visited: |visited, of| match visited {
        1 => format!("1 de {of} salones visitado"),
        _ => format!("{visited} de {of} salones visitados"),
    },
    not_joined: "Pida a un colega el código de la ronda para visitar.",
    picture_of: |rooms| format!("panorama de {rooms} salones"),
    few_rooms: "muy pocos salones para un panorama",
    no_rounds: "Todavía no hay rondas",
    no_rounds_more: "Una ronda es un conjunto de visitas de diez minutos con una pregunta en común. Planee una o únase a la que planeó un colega: pídale el código.",
    no_roster: "Esta tableta todavía no conoce ninguna escuela. Conéctela a la red una vez; desde entonces todo funciona sin red.",
    visit_under_way: |room| format!("Hay una visita en curso en {room}."),
    go_on: "Seguir con la visita",
    codes_waiting: |codes| {
        match codes {
        1 => "Aquí hay un código de ronda que espera su plan; llega cuando esta tableta y la que planeó han estado en línea.".into(),
        _ => format!("Aquí hay {codes} códigos de ronda que esperan su plan; llegan cuando esta tableta y las que planearon han estado en línea."),
    }
    },
    round_unsent: "todavía en esta tableta",
};
