//! Words about a picture that is taken along as a file.

/// Words about a picture that is taken along as a file.
pub struct Taking {
    pub take: &'static str,
    pub csv: &'static str,
    pub excel: &'static str,
    pub fetching: &'static str,
    pub saved: fn(&str) -> String,
    pub not_fetched: &'static str,
}

pub const EN: Taking = Taking {
    take: "Take it along",
    csv: "CSV",
    excel: "Excel",
    fetching: "Fetching the file.",
    saved: |name| format!("{name} is where this browser puts downloads."),
    not_fetched: "The file did not come. Try again when there is a network; nothing was changed.",
};

pub const ES: Taking = Taking {
    take: "Llevárselo",
    csv: "CSV",
    excel: "Excel",
    fetching: "Buscando el archivo.",
    saved: |name| format!("{name} está donde este navegador guarda las descargas."),
    not_fetched: "El archivo no llegó. Inténtelo otra vez cuando haya red; no se cambió nada.",
};
