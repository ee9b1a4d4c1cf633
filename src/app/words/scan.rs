//! Words of scanning a code with the camera.

use domain::code_of::CodeOf;

use crate::browser::camera::NoCamera;

/// Words of scanning.
pub struct Scan {
    pub start: fn(CodeOf) -> &'static str,
    pub stop: &'static str,
    pub starting: &'static str,
    pub aim: &'static str,
    pub picture: &'static str,
    pub no_camera: fn(NoCamera) -> &'static str,
    pub not_ours: &'static str,
    pub another: fn(CodeOf) -> &'static str,
}

pub const EN: Scan = Scan {
    start: |of| match of {
        CodeOf::Card => "Scan the card",
        CodeOf::Door => "Scan the door card",
        CodeOf::Round | CodeOf::SignIn => "Scan the code",
    },
    stop: "Camera off",
    starting: "Opening the camera…",
    aim: "Hold the code inside the square. The camera only reads the code: no picture is kept or sent.",
    picture: "What the camera sees",
    no_camera: |why| match why {
        NoCamera::Denied => {
            "The camera is not allowed here. It can be allowed in this browser’s settings for this page; typing the code works just as well."
        }
        NoCamera::None => "This device has no camera. Type the code instead.",
        NoCamera::Busy => "Another app is using the camera. Close it and try again, or type the code.",
        NoCamera::Insecure => {
            "Browsers open the camera only on a secure address, one that begins with https. Type the code instead."
        }
        NoCamera::Unable => "The camera cannot be used in this browser. Type the code instead.",
    },
    not_ours: "That is a QR code, but not one of Noticeboard’s.",
    another: |of| match of {
        CodeOf::Card => "That is a card for a teacher. Another code is wanted here.",
        CodeOf::Door => "That is a teacher’s door card. Another code is wanted here.",
        CodeOf::Round => "That is a round’s code. Another code is wanted here.",
        CodeOf::SignIn => "That is a code for signing in. Another code is wanted here.",
    },
};

pub const ES: Scan = Scan {
    start: |of| match of {
        CodeOf::Card => "Escanear la tarjeta",
        CodeOf::Door => "Escanear la tarjeta de puerta",
        CodeOf::Round | CodeOf::SignIn => "Escanear el código",
    },
    stop: "Apagar la cámara",
    starting: "Abriendo la cámara…",
    aim: "Ponga el código dentro del cuadro. La cámara solo lee el código: no se guarda ni se envía ninguna imagen.",
    picture: "Lo que ve la cámara",
    no_camera: |why| match why {
        NoCamera::Denied => {
            "Aquí no se permite la cámara. Puede permitirla para esta página en los ajustes del navegador; escribir el código sirve igual."
        }
        NoCamera::None => "Este dispositivo no tiene cámara. Escriba el código.",
        NoCamera::Busy => "Otra aplicación está usando la cámara. Ciérrela e intente de nuevo, o escriba el código.",
        NoCamera::Insecure => {
            "Los navegadores abren la cámara solo en una dirección segura, que empieza con https. Escriba el código."
        }
        NoCamera::Unable => "En este navegador no se puede usar la cámara. Escriba el código.",
    },
    not_ours: "Ese es un código QR, pero no de Noticeboard.",
    another: |of| match of {
        CodeOf::Card => "Esa es una tarjeta para docentes. Aquí se necesita otro código.",
        CodeOf::Door => "Esa es la tarjeta de puerta de un docente. Aquí se necesita otro código.",
        CodeOf::Round => "Ese es el código de una ronda. Aquí se necesita otro código.",
        CodeOf::SignIn => "Ese es un código para entrar. Aquí se necesita otro código.",
    },
};
