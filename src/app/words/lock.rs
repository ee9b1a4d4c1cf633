//! Words of locking a tablet by a PIN or passphrase. Apart from the other words, because nobody needs them on the first
//! screen.

use device::passphrase::NoKey;
use device::tablet::{FEWEST_CHARACTERS, NotAPin, NotOpened, NotUnlocked};
use domain::language::Language;

use super::storage::in_spanish;

/// Words of locking a tablet.
pub struct Lock {
    pub is_locked: &'static str,
    pub is_locked_more: &'static str,
    pub pin: &'static str,
    pub show: &'static str,
    pub open: &'static str,
    pub opening: &'static str,
    pub next_try: fn(u32) -> String,
    pub goes_out: &'static str,
    pub forgotten: &'static str,
    pub forgotten_more: &'static str,
    pub back_to_pin: &'static str,
    pub code: &'static str,
    pub wrong_code: &'static str,
    pub recover: &'static str,
    pub title: &'static str,
    pub none_set: &'static str,
    pub is_set: fn(u16) -> String,
    pub set: &'static str,
    pub change: &'static str,
    pub remove: &'static str,
    pub lock_now: &'static str,
    pub pin_now: &'static str,
    pub new_pin: &'static str,
    pub new_pin_hint: &'static str,
    pub again: &'static str,
    pub not_the_same: &'static str,
    pub after: &'static str,
    pub minutes: fn(u16) -> String,
    pub set_it: &'static str,
    pub change_it: &'static str,
    pub remove_it: &'static str,
    pub remove_more: &'static str,
    pub leave: &'static str,
    pub code_title: &'static str,
    pub code_more: &'static str,
    pub code_written: &'static str,
    pub lost: &'static str,
    pub lost_more: &'static str,
    pub not_a_pin: fn(NotAPin) -> String,
    pub not_unlocked: fn(&NotUnlocked) -> String,
}

/// The words of a language.
pub fn of(language: Language) -> &'static Lock {
    match language {
        Language::En => &EN,
        Language::Es => &ES,
    }
}

static EN: Lock = Lock {
    is_locked: "This tablet is locked",
    is_locked_more: "Give the PIN or passphrase to go on where you were. The clock of a visit runs on meanwhile.",
    pin: "PIN or passphrase",
    show: "Show what I type",
    open: "Unlock",
    opening: "Unlocking…",
    next_try: |seconds| match seconds {
        1 => "The next try can be made in 1 second.".into(),
        _ => format!("The next try can be made in {seconds} seconds."),
    },
    goes_out: "It goes out by itself, also while the tablet is locked.",
    forgotten: "I forgot it",
    forgotten_more: "The recovery code that you wrote down when the lock was set opens this tablet, and sets a new PIN. Without either, nobody can open what is here.",
    back_to_pin: "Back to the PIN",
    code: "Recovery code",
    wrong_code: "This is not the code of this lock. Each new PIN comes with a new code: use the last one.",
    recover: "Unlock and set the new PIN",
    title: "Lock",
    none_set: "Without a lock, whoever holds this tablet unlocked can read what is on it. A PIN or passphrase seals it.",
    is_set: |minutes| format!("Locks after {minutes} minutes without a touch."),
    set: "Set a PIN or passphrase",
    change: "Change it",
    remove: "Remove the lock",
    lock_now: "Lock now",
    pin_now: "PIN or passphrase now",
    new_pin: "New PIN or passphrase",
    new_pin_hint: "At least six characters. A few random words are much stronger than digits: six digits keep out whoever finds the tablet, but not somebody who copies its disk and has time.",
    again: "The same once more",
    not_the_same: "The two are not the same.",
    after: "Lock after this long without a touch",
    minutes: |minutes| format!("{minutes} minutes"),
    set_it: "Set the lock",
    change_it: "Set the new PIN",
    remove_it: "Remove the lock",
    remove_more: "Then nothing but this device’s own lock stands before what is here.",
    leave: "Leave it as it is",
    code_title: "Write this recovery code down",
    code_more: "It opens this tablet if the PIN is forgotten. It is shown this once and is kept nowhere. Keep it on paper, and not with the tablet.",
    code_written: "I have written it down",
    lost: "It is not clear whether the lock was changed.",
    lost_more: "This browser’s storage stopped answering in the middle of it. Try again, and it shows: if a PIN or passphrase is asked for, give the new one, or else the one before. If the new one opens this tablet, change it once more: its recovery code was not shown.",
    not_a_pin: |why| match why {
        NotAPin::Short => format!("Use at least {FEWEST_CHARACTERS} characters."),
        NotAPin::Row => "This is among the first that anybody would try. Take another one.".into(),
    },
    not_unlocked: |why| match why {
        NotUnlocked::Wrong => "This is another PIN. Nothing is lost: try again.".into(),
        NotUnlocked::Wait(_) => "After several wrong ones each try has to wait. Nothing is lost.".into(),
        NotUnlocked::OtherLock => "The lock was changed meanwhile. Load this page again.".into(),
        NotUnlocked::NoKey(NoKey::Memory) => {
            "There is not enough memory on this tablet now. Close other apps and try again.".into()
        }
        NotUnlocked::NoKey(NoKey::Cost) => "This lock was set by another version. Load this page again.".into(),
        NotUnlocked::NotOpened(failure) => {
            format!("This did not work ({failure}). Nothing is lost: load this page again.")
        }
    },
};

static ES: Lock = Lock {
    is_locked: "Esta tableta está bloqueada",
    is_locked_more: "Escriba el PIN o la frase de acceso para seguir donde estaba. Mientras tanto, el reloj de la visita sigue.",
    pin: "PIN o frase de acceso",
    show: "Mostrar lo que escribo",
    open: "Desbloquear",
    opening: "Desbloqueando…",
    next_try: |seconds| match seconds {
        1 => "El próximo intento se puede hacer en 1 segundo.".into(),
        _ => format!("El próximo intento se puede hacer en {seconds} segundos."),
    },
    goes_out: "Sale solo, también con la tableta bloqueada.",
    forgotten: "Lo olvidé",
    forgotten_more: "El código de recuperación que usted anotó al poner el bloqueo abre esta tableta y pone un PIN nuevo. Sin ninguno de los dos, nadie puede abrir lo que hay aquí.",
    back_to_pin: "Volver al PIN",
    code: "Código de recuperación",
    wrong_code: "No es el código de este bloqueo. Cada PIN nuevo trae un código nuevo: use el último.",
    recover: "Desbloquear y poner el PIN nuevo",
    title: "Bloqueo",
    none_set: "Sin bloqueo, quien tenga esta tableta abierta en la mano puede leer lo que hay en ella. Un PIN o una frase de acceso lo sella.",
    is_set: |minutes| format!("Se bloquea a los {minutes} minutos sin tocarla."),
    set: "Poner un PIN o una frase de acceso",
    change: "Cambiarlo",
    remove: "Quitar el bloqueo",
    lock_now: "Bloquear ahora",
    pin_now: "PIN o frase de acceso actual",
    new_pin: "PIN o frase de acceso nueva",
    new_pin_hint: "Seis caracteres como mínimo. Unas pocas palabras al azar son mucho más fuertes que las cifras: seis cifras detienen a quien encuentre la tableta, pero no a quien copie su disco y tenga tiempo.",
    again: "Lo mismo otra vez",
    not_the_same: "Los dos no son iguales.",
    after: "Bloquear después de este tiempo sin tocarla",
    minutes: |minutes| format!("{minutes} minutos"),
    set_it: "Poner el bloqueo",
    change_it: "Poner el PIN nuevo",
    remove_it: "Quitar el bloqueo",
    remove_more: "Entonces solo el bloqueo propio de este dispositivo protege lo que hay aquí.",
    leave: "Dejarlo como está",
    code_title: "Anote este código de recuperación",
    code_more: "Abre esta tableta si se olvida el PIN. Se muestra solo esta vez y no se guarda en ninguna parte. Téngalo en papel, y no junto con la tableta.",
    code_written: "Ya lo anoté",
    lost: "No está claro si el bloqueo cambió.",
    lost_more: "El almacenamiento de este navegador dejó de responder en ese momento. Inténtelo de nuevo y se verá: si se pide un PIN o una frase de acceso, escriba el nuevo o, si no abre, el anterior. Si el nuevo abre esta tableta, cámbielo otra vez: su código de recuperación no se mostró.",
    not_a_pin: |why| match why {
        NotAPin::Short => format!("Use {FEWEST_CHARACTERS} caracteres como mínimo."),
        NotAPin::Row => "Es de los primeros que cualquiera probaría. Elija otro.".into(),
    },
    not_unlocked: |why| match why {
        NotUnlocked::Wrong => "Es otro PIN. No se perdió nada: pruebe otra vez.".into(),
        NotUnlocked::Wait(_) => {
            "Después de varios equivocados, cada intento tiene que esperar. No se perdió nada.".into()
        }
        NotUnlocked::OtherLock => "El bloqueo cambió mientras tanto. Cargue esta página otra vez.".into(),
        NotUnlocked::NoKey(NoKey::Memory) => {
            "Ahora no hay memoria suficiente en esta tableta. Cierre otras aplicaciones y pruebe otra vez.".into()
        }
        NotUnlocked::NoKey(NoKey::Cost) => "Este bloqueo lo puso otra versión. Cargue esta página otra vez.".into(),
        NotUnlocked::NotOpened(failure) => {
            let why = match failure {
                NotOpened::Storage(failure) => in_spanish(failure),
                NotOpened::Unreadable(_) | NotOpened::Unknown(_) => "algo de lo guardado no se puede leer".to_owned(),
            };
            format!("No funcionó ({why}). No se perdió nada: cargue esta página otra vez.")
        }
    },
};
