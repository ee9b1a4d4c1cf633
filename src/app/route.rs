//! Every screen and its address.

/// A screen. Ids are texts here; a screen parses its own and says so when it is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `/`: the doors.
    Start {},
    /// `/sign-in`: coming in with a code, which may stand in the fragment.
    SignIn {},
    /// `/library`: all look-fors.
    Library {},
    /// `/pictures`: the schools whose pictures there are.
    Pictures {},
    /// `/pictures/district`: a district's term.
    District {},
    /// `/pictures/…`: one school's picture.
    Picture { school: String },
    /// `/pictures/…/opportunity`: the groups of one of its rounds beside one another.
    Opportunity { school: String },
    /// `/pictures/…/talk`: its discourse, participation and inquiry.
    Talk { school: String },
    /// `/pictures/…/book`: its handover book.
    Book { school: String },
    /// `/lead`: the rounds of this tablet.
    Lead {},
    /// `/lead/plan`: planning a round.
    PlanRound {},
    /// `/join`: joining a round with its code, which may stand in the fragment.
    Join {},
    /// `/rounds/…`: one round with its code, its rooms, and what comes after the visits.
    Round { round: String },
    /// `/rounds/…/visit/…`: before a visit, is this the room, and which subject is on?
    Confirm { round: String, room: String },
    /// `/rounds/…/cards`: cards to print.
    Cards { round: String },
    /// `/rounds/…/debrief`: the team's board.
    Debrief { round: String },
    /// `/rounds/…/close`: what a close would show, and the close.
    Closing { round: String },
    /// `/visits/…`: the visit itself.
    Visit { visit: String },
    /// `/visits/…/finish`: what a visit sends, and the note.
    Finish { visit: String },
    /// `/visits/…/hallway`: the talk after a visit.
    Hallway { visit: String },
    /// `/install`: putting the app on this device.
    Install {},
    /// `/tablet`: what is on this tablet and how safe it is there.
    ThisTablet {},
    /// `/tablet/rescue`: saving and opening a rescue file, and deciding between what two tablets say.
    Rescue {},
    /// Anything else.
    NotFound { path: String },
}

impl Route {
    /// The screen at a path; a slash at the end does not matter.
    pub fn at(path: &str) -> Route {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let text = str::to_owned;
        match parts.as_slice() {
            [] => Route::Start {},
            ["sign-in"] => Route::SignIn {},
            ["library"] => Route::Library {},
            ["pictures"] => Route::Pictures {},
            ["pictures", "district"] => Route::District {},
            ["pictures", school] => Route::Picture { school: text(school) },
            ["pictures", school, "opportunity"] => Route::Opportunity { school: text(school) },
            ["pictures", school, "talk"] => Route::Talk { school: text(school) },
            ["pictures", school, "book"] => Route::Book { school: text(school) },
            ["lead"] => Route::Lead {},
            ["lead", "plan"] => Route::PlanRound {},
            ["join"] => Route::Join {},
            ["rounds", round] => Route::Round { round: text(round) },
            ["rounds", round, "visit", room] => Route::Confirm { round: text(round), room: text(room) },
            ["rounds", round, "cards"] => Route::Cards { round: text(round) },
            ["rounds", round, "debrief"] => Route::Debrief { round: text(round) },
            ["rounds", round, "close"] => Route::Closing { round: text(round) },
            ["visits", visit] => Route::Visit { visit: text(visit) },
            ["visits", visit, "finish"] => Route::Finish { visit: text(visit) },
            ["visits", visit, "hallway"] => Route::Hallway { visit: text(visit) },
            ["install"] => Route::Install {},
            ["tablet"] => Route::ThisTablet {},
            ["tablet", "rescue"] => Route::Rescue {},
            _ => Route::NotFound { path: text(path) },
        }
    }

    /// Whether only the whole app has the screen: it acts on the tablet, or is for whoever has one.
    pub fn needs_whole_app(&self) -> bool {
        !matches!(
            self,
            Route::Start {}
                | Route::SignIn {}
                | Route::Library {}
                | Route::Pictures {}
                | Route::Picture { .. }
                | Route::Opportunity { .. }
                | Route::Talk { .. }
                | Route::NotFound { .. }
        )
    }

    /// Its path.
    pub fn path(&self) -> String {
        match self {
            Route::Start {} => "/".to_owned(),
            Route::SignIn {} => "/sign-in".to_owned(),
            Route::Library {} => "/library".to_owned(),
            Route::Pictures {} => "/pictures".to_owned(),
            Route::District {} => "/pictures/district".to_owned(),
            Route::Picture { school } => ["/pictures/", school].concat(),
            Route::Opportunity { school } => ["/pictures/", school, "/opportunity"].concat(),
            Route::Talk { school } => ["/pictures/", school, "/talk"].concat(),
            Route::Book { school } => ["/pictures/", school, "/book"].concat(),
            Route::Lead {} => "/lead".to_owned(),
            Route::PlanRound {} => "/lead/plan".to_owned(),
            Route::Join {} => "/join".to_owned(),
            Route::Round { round } => ["/rounds/", round].concat(),
            Route::Confirm { round, room } => ["/rounds/", round, "/visit/", room].concat(),
            Route::Cards { round } => ["/rounds/", round, "/cards"].concat(),
            Route::Debrief { round } => ["/rounds/", round, "/debrief"].concat(),
            Route::Closing { round } => ["/rounds/", round, "/close"].concat(),
            Route::Visit { visit } => ["/visits/", visit].concat(),
            Route::Finish { visit } => ["/visits/", visit, "/finish"].concat(),
            Route::Hallway { visit } => ["/visits/", visit, "/hallway"].concat(),
            Route::Install {} => "/install".to_owned(),
            Route::ThisTablet {} => "/tablet".to_owned(),
            Route::Rescue {} => "/tablet/rescue".to_owned(),
            Route::NotFound { path } => path.clone(),
        }
    }
}
