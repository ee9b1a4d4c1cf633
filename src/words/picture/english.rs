//! The picture in English.

use domain::language::Language;
use domain::release::{Steadiness, Why};

use super::sentences::row;
use super::{Headline, HowFar, HowMany, Picture};

/// English.
pub const EN: Picture = Picture {
    language: Language::En,
    schools: "The schools’ pictures",
    schools_what: "A picture says what was seen in a school’s rooms in a round of visits, and what happens next. Nobody is rated in it.",
    no_schools: "There is no school here yet. Its rooms come from the district’s roster.",
    back: "Schools",
    asking: "Fetching the picture.",
    ask_again: "Try again",
    no_network: "There is no network now. Try again when there is one; nothing here can be lost.",
    kept_from_before: "There is no network now. This is what was read on this device before.",
    not_the_server: "Something else than the server answered, perhaps the sign-in page of a guest network. Sign in to the network, then try again.",
    no_such_school: "There is no such school here.",
    none_title: "No picture yet",
    none: "A school’s first picture appears when a round of visits is closed: after the visits, the team talks about what was seen, a leader takes one action, a team takes one question, and then it is published for everyone at once.",
    round_of: |days| format!("round of {days}"),
    rooms: |rooms| format!("{rooms} rooms"),
    few_rooms: |k| format!("fewer than {k} rooms"),
    headline,
    purpose: |purpose| format!("What the round wanted to find out: {purpose}"),
    teachers_said: |said| format!("What teachers said about these visits: {said}."),
    never: "Made to learn from, never for evaluation.",
    nobody_rated: |k| format!("Nobody is rated here. Nothing about fewer than {k} rooms is shown."),
    together_with: |schools| format!("Visited and shown together: {schools}"),
    seen,
    could_be,
    line: |line| format!("A room is a yes when it was: {line}."),
    rests_on: |rooms, steadiness| format!("Rests on {rooms} rooms: {steadiness}; visitors not yet calibrated."),
    group_rooms: |rooms, steadiness| format!("{rooms} rooms, {steadiness}."),
    steadiness: |steadiness| match steadiness {
        Steadiness::FirstPicture => "first picture",
        Steadiness::FairlySteady => "fairly steady",
        Steadiness::Steady => "steady",
    },
    not_calibrated: "Visitors have not yet compared how they see the same room.",
    why: |why, k| match why {
        Why::FewInTimetable => {
            format!(
                "Together since the round was planned, because at least one of them alone has fewer than {k} rooms in the timetable"
            )
        }
        Why::FewUsableAlone => {
            format!("Shown together, because in at least one of them alone fewer than {k} rooms could be counted")
        }
        Why::FewVisited => {
            format!(
                "Not shown, because fewer than {k} visited rooms could be counted. A picture of so few would point at someone"
            )
        }
        Why::FewUsable => format!(
            "Not shown, because fewer than {k} of the visited rooms could be counted for it. A picture of so few would point at someone"
        ),
        Why::MoreThanItHas => "Left out, because more rooms were reported than the timetable has".to_owned(),
    },
    by_group: "By group",
    earlier: "Earlier rounds",
    since_more: |day| format!("More rooms than on {day}, beyond what chance would do."),
    since_fewer: |day| format!("Fewer rooms than on {day}, beyond what chance would do."),
    no_clear_change: |day| format!("No clear change since {day}."),
    first_time: "Looked for the first time here.",
    other_wording: |day| format!("Its wording has changed since {day}, so the two cannot be compared."),
    other_line: |day| format!("Its line was moved after {day}, so the two cannot be compared."),
    not_shown_then: |day| format!("It was not shown on {day}, so the two cannot be compared."),
    other_schools: "Rounds that covered other schools are not compared.",
    hidden_here: "not shown",
    next: "What happens next",
    owner_will: |owner| format!("{owner} will"),
    team_asks: |team| format!("{team} asks"),
    earlier_rounds: "Earlier rounds",
    newest: "Look at the newest",
    look: "Look at it",
    as_table: "The same as a table",
    look_for: "Look-for",
    seen_in: "Seen",
    for_families: "The page for families",
    can_and_cannot: "What this picture can and cannot say",
    can: [
        "It says in about how many of the visited rooms something was seen or heard in ten minutes or so.",
        "The dots are the rooms, ten for all of them. The soft band is how far off the number could be: visiting other rooms on other days, at least nine times in ten it would fall inside.",
        "A change is only said when chance alone would hardly ever make it. With 20 rooms in each round that takes about 4 to 6 rooms in 10. So “no clear change” does not mean that nothing changed.",
        "Ten to nineteen rooms are a first picture, twenty to twenty-nine fairly steady, thirty or more steady.",
    ],
    cannot: [
        "It cannot say anything about a teacher, a class or a student. There is no score behind it.",
        "Not seen in ten minutes is not “does not happen”.",
        "The ends are kept wide on purpose. “Few or no rooms” and “nearly all rooms” never say exactly how many, so that nobody is pointed at.",
        "What is not shown rests on too few rooms. How many is not said.",
        "The look-fors have not been field-tested, and visitors have not yet compared how they see the same room. Look at one other source before you conclude anything.",
    ],
};

fn headline(headline: &Headline) -> String {
    let said = [
        ("Seen in more rooms than before", &headline.more),
        ("Seen in fewer rooms than before", &headline.fewer),
        ("In nearly all rooms", &headline.nearly_all),
        ("In most rooms", &headline.most),
        ("In fewer than half of the rooms", &headline.minority),
        ("In few rooms or none", &headline.few),
    ];
    let sentences: Vec<String> = said
        .iter()
        .filter(|(_, labels)| !labels.is_empty())
        .map(|(how, labels)| format!("{how}: {}.", row(labels)))
        .collect();
    match (sentences.is_empty(), headline.some.is_empty()) {
        (false, _) => sentences.join(" "),
        (true, false) => format!("Seen in some rooms and not in others: {}.", row(&headline.some)),
        (true, true) => "Too few rooms for a picture this time.".to_owned(),
    }
}

fn seen(many: HowMany) -> String {
    match many {
        HowMany::FewOrNone => "Seen in few or no rooms.".to_owned(),
        HowMany::NearlyAll => "Seen in nearly all rooms.".to_owned(),
        HowMany::About(tenths) => format!("Seen in about {tenths} of 10 rooms."),
        HowMany::AtMost(tenths) => format!("Seen in about {tenths} of 10 rooms or fewer."),
        HowMany::AtLeast(tenths) => format!("Seen in about {tenths} of 10 rooms or more."),
        HowMany::Between(from, to) => format!("Seen in between {from} and {to} of 10 rooms."),
    }
}

fn could_be(far: HowFar) -> String {
    let far = match far {
        HowFar::UpTo(to) => format!("up to {to} of 10"),
        HowFar::OrMore(from) => format!("{from} of 10 or more"),
        HowFar::FromTo(from, to) => format!("{from} to {to} of 10"),
        HowFar::Anything => "anything from none to all".to_owned(),
    };
    format!("Visiting other rooms on other days, it could well have been {far}.")
}
