//! Likely names of people: after a title, from a list of first names, or with a capital before what a person does.

use super::heard::among;
use super::token::Token;
use super::{Concern, ConcernKind, span};

/// Titles that stand before nothing but a name, in small letters too.
const SHORT_TITLES: &str = "mr mrs ms mx sr sra srta";

/// Titles that are words of their own: a name has a capital after them.
const TITLES: &str = "miss dr dra coach principal prof professor sir dean officer nurse counselor senor senora senorita profe \
    profesor profesora maestro maestra director directora don dona doctor doctora teacher tutor entrenador";

/// First names that are hardly ever anything else.
const FIRST_NAMES: &str = "aaliyah aaron abdul abigail adam adriana ahmed aiden alan alberto alejandra alejandro alex alexander \
    alexandra alexis alfredo alice alicia alma alyssa amanda amelia amina amir amy ana andrea andres andrew angela angelica \
    anita anna anthony araceli ariana armando arturo asher ashley aubrey ava axel ayden beatriz ben benjamin bianca brandon \
    brayden brenda brian brianna bryan caleb cameron camila carla carlos carmen caroline cesar chloe chris christina \
    christopher cindy claire claudia connor cristian cristina cynthia dakota damian daniel daniela danielle dario david \
    deandre deborah deja denise derek deshawn devon diana dominic donna dylan eddie edgar eduardo elena eli elias elijah \
    elizabeth ella elmer emily emiliano emma emmanuel enrique eric erica erik erin ernesto esmeralda esteban esther ethan eva \
    evan evelyn ezra fatima felipe fernanda fernando gabriel gabriela gabriella genesis gerardo giovanni gloria gonzalo \
    guadalupe guillermo gustavo hailey hannah hassan hector heather henry hugo ian ibrahim ignacio imani irene isaac isabel \
    isabella isaiah ivan jacob jada jaden jaime jake jalen jamal james jamie jasmin jasmine jason javier jayden jaylen jazmin \
    jeff jeffrey jennifer jeremiah jeremy jerome jessica jesus jimena joanna joaquin joel john jonathan jorge joseph joshua \
    josiah josue juana julia julian juliana julie julio justin kaitlyn kareem karen karina karla kate katherine kathy katie \
    kayla keisha kelly kenneth kevin khadija kiara kim kimberly kyle lamar latoya laura lauren leah leila leonardo leticia \
    levi liam linda lisa logan lorena lorenzo lucas lucia luis luisa luke malik manuel marcela marco marcos marcus margarita \
    maria mariah mariana maribel maribel mario marisol marta martha martin mary mateo matthew mauricio maya megan mei melanie \
    melissa mia micah michael michelle miguel mohamed mohammed monica monique muhammad myra naomi natalia natalie nathan \
    nathaniel nevaeh nia nicholas nicolas nicole noah noelia nora octavio olga oliver olivia omar oscar owen pablo pamela \
    patricia patrick paul pedro priya priyanka rachel rafael ramon raul ravi rebeca rebecca ricardo richard robert roberto \
    rocio rodolfo rodrigo rogelio ronald rosa rosario ruben ruth ryan sabrina salvador samantha samir samuel sandra sanjay \
    sara sarah scott sean sebastian selena sergio shanice shawn sophia sofia sonia stephanie stephen steven susan susana \
    tamika tania tara tatiana teresa thomas tiana tiffany timothy tomas tony trevor trinity tyler tyrone valentina valeria \
    vanessa veronica vicente victor vincent vivian wei wendy wesley william ximena yadira yahir yasmin yesenia yolanda yusuf \
    zachary zaid zainab zara zoe zoey";

/// First names that are also words, months or places: names only before what a person does.
const UNSURE_NAMES: &str = "angel art austin bella bill brooke carolina carter cesar charlotte chase chelsea christian clara cruz \
    daisy dallas dawn diego dolores dulce esperanza estrella faith felix flor francisco frank georgia grace grant hope hunter \
    ivy jack jackson jade jesus jordan jose josefina juan joy june leo leon lily linda lincoln luna luz madison mark marina mason max \
    may mercedes miles milagros montserrat nova paz pilar ray rey river robin rose ruby santiago savannah sky sol soledad \
    summer victoria violet virginia will willow xavier ivette antonio jose";

/// What a person does, after a name.
const DOES: &str = "said says asked asks answered answers raised told tells read reads wrote writes explained explains shared \
    shares was is wasnt isnt and got gets went goes came sat sits stood stands had has did does didnt doesnt looked looks \
    talked talks helped helps walked turned pointed showed shows gave gives took takes started finished used counted drew \
    solved repeated laughed cried left called held put kept not never played worked argued agreed disagreed nodded \
    whispered shouted spoke speaks responded replied stopped ran dijo dice pregunto pregunta contesto contesta explico \
    explica levanto levanta leyo lee escribio escribe estaba esta estan fue es no y e se le les conto paso pasaron hablo \
    habla compartio mostro enseno dio tomo uso dibujo respondio repitio trabaja trabajo ayudo hizo tenia tiene anoto pidio";

/// Words with a capital inside a sentence that are no people: days, months, languages, places, subjects, peoples.
const NO_PEOPLE: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april may june july \
    august september october november december english spanish mandarin french arabic vietnamese latin american african \
    asian european mexican native indian california america mexico texas florida europe africa asia math science reading \
    writing history ela eld esl ell el iep pe kwl t s ss ts i ive im ill id lunes martes miercoles jueves viernes sabado domingo enero \
    febrero marzo abril mayo junio julio agosto ingles espanol lectura matematicas ciencias historia student students \
    teacher teachers period group table level grade kinder google chromebook chromebooks kahoot christmas halloween \
    thanksgiving navidad earth sun moon mars tierra luna sol god dios internet zoom maestra maestro alumno alumna";

/// People whom lessons are about, by the last word of their names.
const IN_LESSONS: &str = "tubman washington lincoln parks king douglass jefferson franklin seuss rivera kahlo chavez huerta frank \
    keller einstein newton galileo curie darwin shakespeare columbus colon cortes earhart mandela gandhi obama carver \
    robinson sacagawea revere hamilton juarez zapata hidalgo cervantes neruda picasso angelou dickinson poe twain dahl \
    rowling goodall bridges armstrong roosevelt kennedy alvarado";

/// Words after which a name is that of a book, a place, a school or a person in a lesson.
const ABOUT: &str =
    "the a an san santa saint st about called titled by sobre llamado llamada titulado de los las la el";

/// Words of a place or a thing that bears a name.
const BEARERS: &str = "elementary middle high school academy street avenue park river lake city county poster web day statue \
    primaria secundaria escuela calle parque";

/// Whether a full stop after this word ends no sentence.
pub(super) fn is_short_title(word: &str) -> bool {
    among(SHORT_TITLES, word) || among("dr dra prof rm num no st vs", word)
}

/// Likely names, each with its title.
pub(super) fn names(text: &str, tokens: &[Token]) -> Vec<Concern> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let begins_with_title = title(text, tokens, at).then(|| at + 1);
        let first = begins_with_title.or_else(|| is_name(tokens, at).then_some(at));
        let Some(first) = first else {
            at += 1;
            continue;
        };
        // A family name, or a second first name.
        let mut last = first;
        while tokens.get(last + 1).is_some_and(|next| is_more_of_a_name(text, &tokens[last], next)) && last < first + 2
        {
            last += 1;
        }
        let is_in_lessons = among(IN_LESSONS, &tokens[last].word) && (last > first || tokens[last].word == "seuss");
        let bears = tokens.get(last + 1).is_some_and(|next| next.follows && among(BEARERS, &next.word));
        if !is_in_lessons && !bears {
            found.push(Concern { place: span(token, &tokens[last]), kind: ConcernKind::Name });
        }
        at = last + 1;
    }
    found
}

/// Whether a title stands here with a name after it.
fn title(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    let between = text[tokens[at].place.end..next.place.start].trim();
    let near = between.is_empty() || between == ".";
    let has_letters = next.word.chars().all(char::is_alphabetic);
    let is_somebody = near && has_letters && !among(NO_PEOPLE, &next.word) && !super::heard::among(DOES, &next.word);
    let short = among(SHORT_TITLES, &tokens[at].word) && (next.is_capital || next.word.chars().count() > 3);
    let long =
        among(TITLES, &tokens[at].word) && next.is_capital && between.is_empty() && is_written_as_a_name(text, next);
    is_somebody && (short || long || (among("dr dra prof", &tokens[at].word) && next.is_capital))
}

/// A capital, then small letters: not `PE`, not `I`.
fn is_written_as_a_name(text: &str, token: &Token) -> bool {
    let written = &text[token.place.clone()];
    token.is_capital && written.chars().skip(1).any(char::is_lowercase)
}

fn is_name(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if !token.is_capital {
        return false;
    }
    let before = at.checked_sub(1).map(|before| &tokens[before]).filter(|_| token.follows);
    let is_a_place = before.is_some_and(|before| among("san santa saint st", &before.word));
    if is_a_place {
        return false;
    }
    if is_in(FIRST_NAMES, token) {
        return true;
    }
    let mut next = at + 1;
    // "Kayla Reyes asked".
    if tokens.get(next).is_some_and(|next| next.follows && next.is_capital) {
        next += 1;
    }
    let acts = tokens.get(next).is_some_and(|next| next.follows && !next.is_capital && among(DOES, &next.word));
    let is_subject_of_a_lesson = before.is_some_and(|before| among(ABOUT, &before.word));
    if among(UNSURE_NAMES, &token.word) {
        let other_name = tokens.get(at + 1).is_some_and(|next| {
            next.follows && next.is_capital && (is_in(FIRST_NAMES, next) || among(UNSURE_NAMES, &next.word))
        });
        let does = tokens.get(at + 1).is_some_and(|next| next.follows && among(DOES, &next.word));
        // "May I …" and "Will they …" begin questions.
        return (does || other_name) && !is_subject_of_a_lesson;
    }
    let is_word = among(NO_PEOPLE, &token.word)
        || token.word.chars().count() < 3
        || token.word.chars().any(|c| c.is_ascii_digit());
    acts && !token.is_first && !is_word && !is_subject_of_a_lesson && before.is_some_and(|before| !before.is_capital)
}

/// Whether a word is one of a list, or what belongs to one: `Emma's`.
fn is_in(list: &str, token: &Token) -> bool {
    let owner = token.word.strip_suffix('s').filter(|_| token.is_possessive);
    among(list, &token.word) || owner.is_some_and(|owner| among(list, owner))
}

fn is_more_of_a_name(text: &str, before: &Token, next: &Token) -> bool {
    let between = &text[before.place.end..next.place.start];
    between == " "
        && next.is_capital
        && !next.is_first
        && !among(NO_PEOPLE, &next.word)
        && is_written_as_a_name(text, next)
}
