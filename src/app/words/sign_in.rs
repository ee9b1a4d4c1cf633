//! Words of coming in with a code.

use domain::symbols::Misread;

/// Words of coming in with a code.
pub struct SignIn {
    pub title: &'static str,
    pub hint: &'static str,
    pub field: &'static str,
    pub device: &'static str,
    pub device_more: &'static str,
    pub sign_in: &'static str,
    pub unknown: &'static str,
    pub mistyped: &'static str,
    pub too_many: &'static str,
    pub no_device: &'static str,
    pub everywhere: &'static str,
    pub signed_in_as: fn(&str) -> String,
    pub sign_out: &'static str,
    pub sign_out_first: &'static str,
    pub sign_out_more: &'static str,
    pub somebody_else: &'static str,
    pub misread: fn(&Misread) -> String,
}

pub const EN: SignIn = SignIn {
    title: "Sign in with a code",
    hint: "Ten symbols from your administrator, or the fifteen on the sheet in the staff room. Capitals, spaces and O for 0 do not matter.",
    field: "Code",
    device: "What is this device called?",
    device_more: "So that it can be found in the list of devices and signed out from there.",
    sign_in: "Sign in",
    unknown: "This code lets nobody in: it was used, is older than ten minutes, was tried too often, or was changed. Ask for a new one.",
    mistyped: "One of the symbols is mistyped. The code still counts: compare it again.",
    too_many: "Too many wrong codes came to the server in this minute. Wait one, then try again.",
    no_device: "Give this device a name of at most 80 characters.",
    everywhere: "The whole district",
    signed_in_as: |name| format!("Signed in as {name}."),
    sign_out: "Sign out",
    sign_out_first: "Some of your work is only on this tablet. Send it first; signing out waits for that.",
    sign_out_more: "What was sent stays with the server. To lead here again, ask for a new code.",
    somebody_else: "Somebody else leads on this tablet",
    misread: |misread| match misread {
        Misread::Symbol(symbol) => format!("“{symbol}” is not used in codes. Compare it again."),
        Misread::Length { found, .. } => format!("{found} symbols; a code has 10, or 15 for a school’s staff."),
        Misread::Check => EN.mistyped.to_owned(),
    },
};

pub const ES: SignIn = SignIn {
    title: "Entrar con un código",
    hint: "Diez símbolos de quien administra, o los quince de la hoja de la sala de docentes. No importan las mayúsculas, los espacios ni escribir O en lugar de 0.",
    field: "Código",
    device: "¿Cómo se llama este dispositivo?",
    device_more: "Para encontrarlo en la lista de dispositivos y cerrar su sesión desde ahí.",
    sign_in: "Entrar",
    unknown: "Con este código no se entra: ya se usó, tiene más de diez minutos, se probó demasiadas veces o se cambió. Pida otro.",
    mistyped: "Hay un símbolo mal escrito. El código sigue sirviendo: compárelo otra vez.",
    too_many: "En este minuto llegaron al servidor demasiados códigos equivocados. Espere uno e intente de nuevo.",
    no_device: "Dé a este dispositivo un nombre de hasta 80 caracteres.",
    everywhere: "Todo el distrito",
    signed_in_as: |name| format!("Sesión de {name}."),
    sign_out: "Cerrar la sesión",
    sign_out_first: "Una parte de su trabajo está solo en esta tableta. Envíela primero; cerrar la sesión espera a eso.",
    sign_out_more: "Lo enviado queda en el servidor. Para dirigir aquí otra vez, pida un código nuevo.",
    somebody_else: "Otra persona dirige en esta tableta",
    misread: |misread| match misread {
        Misread::Symbol(symbol) => format!("“{symbol}” no se usa en los códigos. Compárelo otra vez."),
        Misread::Length { found, .. } => {
            format!("Hay {found} símbolos; un código tiene 10, o 15 si es del personal de una escuela.")
        }
        Misread::Check => ES.mistyped.to_owned(),
    },
};
