//! Words of putting the app on a device, and of how well a device keeps what is recorded on it.
//!
//! Beside the rest of the words, so that the part of the app that has no tablet does not carry them.

use domain::language::Language;

use crate::browser::installed::Way;

/// Words of putting the app on a device.
pub struct Install {
    pub title: &'static str,
    pub lede: &'static str,
    pub is_installed: &'static str,
    pub button: &'static str,
    pub button_more: &'static str,
    pub began: &'static str,
    pub others: &'static str,
    pub name: fn(Way) -> &'static str,
    pub steps: fn(Way) -> &'static [&'static str],
    pub moves: fn(Way) -> &'static str,
    pub managing: &'static str,
    pub managing_more: [&'static str; 3],
    pub shared_title: &'static str,
    pub shared: [(&'static str, &'static str); 3],
    pub first_visit: &'static str,
    pub little_room: &'static str,
    pub how_safe: &'static str,
    pub put_here: &'static str,
    pub inventory: &'static str,
}

/// The words in a language.
pub fn of(language: Language) -> &'static Install {
    match language {
        Language::En => &EN,
        Language::Es => &ES,
    }
}

static EN: Install = Install {
    title: "Put Noticeboard on this device",
    lede: "It then opens like any other app, without a network, and the device keeps what you record better than a browser tab does.",
    is_installed: "This is the installed Noticeboard. There is nothing left to do here.",
    button: "Install Noticeboard",
    button_more: "This browser can do it by itself:",
    began: "Open Noticeboard from where this device keeps its apps from now on.",
    others: "On other devices",
    name: |way| match way {
        Way::Apple => "iPad and iPhone",
        Way::Android => "Android",
        Way::Chromebook => "Chromebook",
        Way::Computer => "Laptop",
    },
    steps: |way| match way {
        Way::Apple => &[
            "Open this address in Safari.",
            "Tap Share, the square with an arrow that points up: at the top on an iPad; at the bottom, or behind the three dots, on an iPhone.",
            "Choose “Add to Home Screen”; scroll down when it is not in sight. Leave “Open as Web App” switched on where it asks.",
            "Tap “Add”. Open Noticeboard from the home screen from now on, and sign in there once with a code of its own.",
        ],
        Way::Android => &[
            "Open this address in Chrome.",
            "Tap the three dots at the top.",
            "Choose “Install app” or “Add to Home screen”, then “Install”.",
            "Open Noticeboard from the home screen from now on.",
        ],
        Way::Chromebook => &[
            "Open this address in Chrome, signed in to your own account and not as a guest.",
            "Click the install sign at the right end of the address bar: a screen with an arrow.",
            "Choose “Install”.",
            "Right-click its icon at the bottom of the screen and choose “Pin”, so that it stays there.",
        ],
        Way::Computer => &[
            "Open this address in Chrome or Edge. Firefox does not install pages.",
            "Click the install sign at the right end of the address bar: a screen with an arrow.",
            "Choose “Install”.",
            "In Safari on a Mac: choose “Add to Dock” from the menu “File”.",
        ],
    },
    moves: |way| match way {
        Way::Apple => {
            "What is in this tab does not move along. Send it first; the screen “This tablet” says when that is done."
        }
        Way::Android | Way::Chromebook => "What is here already stays: the app and this browser share it.",
        Way::Computer => {
            "In Chrome and Edge, what is here already stays. An app that Safari adds to the Dock begins empty: send what is here first."
        }
    },
    managing: "For whoever manages the devices",
    managing_more: [
        "Chromebooks: add this address as a web app in the admin console and have it installed for those who lead. Guest mode, managed guest sessions and accounts that are erased at sign-out lose every visit that was not sent.",
        "iPads: a web clip with this address, full screen, puts it on the home screen. Prefer an iPad that belongs to one person: a Shared iPad can erase what is on it at sign-out.",
        "Everywhere: let this address keep its data, and do not have browsing data cleared when a browser is closed.",
    ],
    shared_title: "On a shared or managed device",
    shared: [
        (
            "Shared iPad",
            "Signing out of the iPad can erase what you recorded. Send first, and sign out only when the top of this screen says that it is safe.",
        ),
        (
            "Managed Chromebook",
            "As a guest, or where accounts are erased at sign-out, everything goes with you. Record in your own account, and send before you sign out.",
        ),
        ("Private window", "It forgets everything once it is closed. Open Noticeboard in an ordinary window."),
    ],
    first_visit: "This browser has not promised to keep what is recorded here. Send your visits on the same day, or make it safer first:",
    little_room: "This browser has little room left for what is recorded here, as a private window has. Free some space, or record in an ordinary window, before the first visit.",
    how_safe: "How safe it is on this tablet",
    put_here: "Put Noticeboard on this device",
    inventory: "What is kept where, and for how long",
};

static ES: Install = Install {
    title: "Poner Noticeboard en este dispositivo",
    lede: "Así se abre como cualquier aplicación, sin red, y el dispositivo conserva lo que anota mejor que una pestaña del navegador.",
    is_installed: "Este es el Noticeboard instalado. Aquí no queda nada por hacer.",
    button: "Instalar Noticeboard",
    button_more: "Este navegador puede hacerlo solo:",
    began: "De ahora en adelante, abra Noticeboard desde donde este dispositivo tiene sus aplicaciones.",
    others: "En otros dispositivos",
    name: |way| match way {
        Way::Apple => "iPad y iPhone",
        Way::Android => "Android",
        Way::Chromebook => "Chromebook",
        Way::Computer => "Computadora",
    },
    steps: |way| match way {
        Way::Apple => &[
            "Abra esta dirección en Safari.",
            "Toque Compartir, el cuadrado con una flecha hacia arriba: en un iPad está arriba; en un iPhone, abajo o detrás de los tres puntos.",
            "Elija “Agregar a inicio” (o “Añadir a pantalla de inicio”); baje si no se ve. Deje activado “Abrir como app web” si lo pregunta.",
            "Toque “Agregar”. De ahora en adelante abra Noticeboard desde la pantalla de inicio y entre ahí una vez con un código propio.",
        ],
        Way::Android => &[
            "Abra esta dirección en Chrome.",
            "Toque los tres puntos de arriba.",
            "Elija “Instalar app” o “Agregar a la pantalla principal”, y luego “Instalar”.",
            "De ahora en adelante abra Noticeboard desde la pantalla principal.",
        ],
        Way::Chromebook => &[
            "Abra esta dirección en Chrome, con su propia cuenta y no como invitado.",
            "Haga clic en el signo de instalar, a la derecha de la barra de direcciones: una pantalla con una flecha.",
            "Elija “Instalar”.",
            "Haga clic derecho en su ícono, abajo en la pantalla, y elija “Fijar” para que se quede ahí.",
        ],
        Way::Computer => &[
            "Abra esta dirección en Chrome o Edge. Firefox no instala páginas.",
            "Haga clic en el signo de instalar, a la derecha de la barra de direcciones: una pantalla con una flecha.",
            "Elija “Instalar”.",
            "En Safari en una Mac: elija “Agregar al Dock” en el menú “Archivo”.",
        ],
    },
    moves: |way| match way {
        Way::Apple => {
            "Lo que hay en esta pestaña no se muda. Envíelo antes; la pantalla “Esta tableta” dice cuándo está listo."
        }
        Way::Android | Way::Chromebook => "Lo que ya hay aquí se queda: la aplicación y este navegador lo comparten.",
        Way::Computer => {
            "En Chrome y Edge, lo que ya hay aquí se queda. Una aplicación que Safari agrega al Dock empieza vacía: envíe antes lo que hay aquí."
        }
    },
    managing: "Para quien administra los dispositivos",
    managing_more: [
        "Chromebooks: agregue esta dirección como aplicación web en la consola de administración e instálela para quienes dirigen. El modo invitado, las sesiones de invitado administradas y las cuentas que se borran al salir pierden toda visita que no se envió.",
        "iPads: un clip web con esta dirección, a pantalla completa, la pone en la pantalla de inicio. Mejor un iPad de una sola persona: un iPad compartido puede borrar lo que tiene al cerrar la sesión.",
        "En todos: permita que esta dirección conserve sus datos y no haga borrar los datos de navegación al cerrar el navegador.",
    ],
    shared_title: "En un dispositivo compartido o administrado",
    shared: [
        (
            "iPad compartido",
            "Cerrar la sesión del iPad puede borrar lo que anotó. Envíe antes, y ciérrela solo cuando esta pantalla diga arriba que puede hacerlo.",
        ),
        (
            "Chromebook administrado",
            "Como invitado, o donde las cuentas se borran al salir, todo se va con usted. Anote en su propia cuenta y envíe antes de salir.",
        ),
        ("Ventana privada", "Lo olvida todo cuando se cierra. Abra Noticeboard en una ventana normal."),
    ],
    first_visit: "Este navegador no ha prometido conservar lo que se anota aquí. Envíe sus visitas el mismo día, o hágalo más seguro antes:",
    little_room: "A este navegador le queda poco espacio para lo que se anota aquí, como a una ventana privada. Libere espacio, o anote en una ventana normal, antes de la primera visita.",
    how_safe: "Qué tan seguro está en esta tableta",
    put_here: "Poner Noticeboard en este dispositivo",
    inventory: "Qué se guarda, dónde y por cuánto tiempo",
};
