//! Words of joining a round.

use domain::symbols::Misread;

/// Words of joining a round.
pub struct Join {
    pub title: &'static str,
    pub hint: &'static str,
    pub field: &'static str,
    pub join: &'static str,
    pub so_far: fn(usize) -> String,
    pub complete: &'static str,
    pub misread: fn(&Misread) -> String,
    pub waiting: &'static str,
    pub waiting_more: &'static str,
    pub another: &'static str,
}

pub const EN: Join = Join {
    title: "Join with a code",
    hint: "27 characters, in nine groups of three. Capitals, spaces and O for 0 do not matter.",
    field: "Round code",
    join: "Join",
    so_far: |typed| format!("{typed} of 27 characters"),
    complete: "The code is complete and fits together.",
    misread: |misread| match misread {
        Misread::Symbol(symbol) => {
            format!("“{symbol}” is not used in codes. Nothing was lost: compare that group again.")
        }
        Misread::Length { found, wanted } => {
            format!("{found} characters, and a code has {wanted}. Nothing was lost: compare the groups again.")
        }
        Misread::Check => "One of the characters is mistyped. Nothing was lost: compare the groups again.".into(),
    },
    waiting: "The code is kept. Its plan is not here yet.",
    waiting_more: "The round appears by itself once the tablet that planned it and this one have both been online. Nothing more is needed here.",
    another: "Type another code",
};

pub const ES: Join = Join {
    title: "Unirse con un código",
    hint: "27 caracteres, en nueve grupos de tres. No importan las mayúsculas, los espacios ni escribir O en lugar de 0.",
    field: "Código de la ronda",
    join: "Unirse",
    so_far: |typed| format!("{typed} de 27 caracteres"),
    complete: "El código está completo y concuerda.",
    misread: |misread| match misread {
        Misread::Symbol(symbol) => {
            format!("“{symbol}” no se usa en los códigos. No se perdió nada: compare otra vez ese grupo.")
        }
        Misread::Length { found, wanted } => format!(
            "Hay {found} caracteres y un código tiene {wanted}. No se perdió nada: compare otra vez los grupos."
        ),
        Misread::Check => "Hay un carácter mal escrito. No se perdió nada: compare otra vez los grupos.".into(),
    },
    waiting: "El código quedó guardado. Su plan todavía no está aquí.",
    waiting_more: "La ronda aparece sola cuando la tableta que la planeó y esta han estado en línea. Aquí no hace falta nada más.",
    another: "Escribir otro código",
};
