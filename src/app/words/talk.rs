//! Words of the talk strip.

use domain::visit::Talk as Who;

use super::{Language, use_language};

/// Words of the talk strip.
pub struct Talk {
    pub who_now: &'static str,
    pub who: fn(Who) -> &'static str,
    // Quiet after an open question.
    pub questions: &'static str,
    pub hold: &'static str,
    pub question: fn(usize, u8) -> String,
    pub quiet_so_far: fn(u32) -> String,
    pub until: &'static str,
    pub at_once: &'static str,
    pub not_kept: &'static str,
    pub all_timed: fn(u8) -> String,
    pub timed: fn(usize, u32) -> String,
    // After the visit.
    pub times: &'static str,
    pub times_stay: &'static str,
    pub before: &'static str,
}

static EN: Talk = Talk {
    who_now: "who is talking now",
    who: |who| match who {
        Who::TeacherToAll => "teacher to all",
        Who::TeacherWithOne => "teacher with one",
        Who::StudentToAll => "student to all",
        Who::StudentToStudent => "student to student",
        Who::Partners => "partners",
        Who::Groups => "groups",
        Who::QuietThinking => "quiet thinking",
    },
    questions: "quiet after an open question",
    hold: "hold while it is quiet",
    question: |number, of| format!("open question {number} of {of}"),
    quiet_so_far: |seconds| format!("quiet for {seconds} s"),
    until: "let go, or tap, when somebody speaks",
    at_once: "answered at once",
    not_kept: "do not keep",
    all_timed: |of| format!("all {of} timed: that is enough"),
    timed: |questions, long| {
        let questions = if questions == 1 { "1 question".to_owned() } else { format!("{questions} questions") };
        format!("{questions}, three seconds or more after {long}")
    },
    times: "Who was talking",
    times_stay: "Stays on this tablet, and is erased with the visit.",
    before: "before the first tap",
};

static ES: Talk = Talk {
    who_now: "quién habla ahora",
    who: |who| match who {
        Who::TeacherToAll => "docente a todos",
        Who::TeacherWithOne => "docente con uno",
        Who::StudentToAll => "estudiante a todos",
        Who::StudentToStudent => "entre ellos",
        Who::Partners => "parejas",
        Who::Groups => "grupos",
        Who::QuietThinking => "pensar en silencio",
    },
    questions: "silencio después de una pregunta abierta",
    hold: "mantenga durante el silencio",
    question: |number, of| format!("pregunta abierta {number} de {of}"),
    quiet_so_far: |seconds| format!("{seconds} s de silencio"),
    until: "suelte, o toque, cuando alguien hable",
    at_once: "sin pausa",
    not_kept: "no guardar",
    all_timed: |of| format!("ya midió las {of}: es suficiente"),
    timed: |questions, long| {
        let questions = if questions == 1 { "1 pregunta".to_owned() } else { format!("{questions} preguntas") };
        format!("{questions}, tres segundos o más después de {long}")
    },
    times: "Quién hablaba",
    times_stay: "Se queda en esta tableta y se borra con la visita.",
    before: "antes del primer toque",
};

/// The words in the chosen language. They stand apart from [`super::Words`], which is on everyone's first screen.
pub fn use_talk_words() -> &'static Talk {
    match use_language()() {
        Language::En => &EN,
        Language::Es => &ES,
    }
}
