//! Words around every screen.

/// Words around every screen.
pub struct Frame {
    pub brand: &'static str,
    pub opening: &'static str,
    pub rounds: &'static str,
    pub this_round: &'static str,
    pub close: &'static str,
    pub later: &'static str,
    pub try_again: &'static str,
    pub what_counts: &'static str,
    pub qr_code: &'static str,
    pub new_version: &'static str,
    pub use_new_version: &'static str,
}

pub const EN: Frame = Frame {
    brand: "Noticeboard",
    opening: "Opening…",
    rounds: "Rounds",
    this_round: "This round",
    close: "Close",
    later: "Later",
    try_again: "Try again",
    what_counts: "What counts",
    qr_code: "QR code",
    new_version: "There is a new version. Your visits stay as they are.",
    use_new_version: "Open the new version",
};

pub const ES: Frame = Frame {
    brand: "Noticeboard",
    opening: "Abriendo…",
    rounds: "Rondas",
    this_round: "Esta ronda",
    close: "Cerrar",
    later: "Después",
    try_again: "Intentar de nuevo",
    what_counts: "Qué cuenta",
    qr_code: "Código QR",
    new_version: "Hay una versión nueva. Sus visitas quedan como están.",
    use_new_version: "Abrir la versión nueva",
};
