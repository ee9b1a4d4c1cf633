//! Who may do what, and where: one table, asked on every request.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::ids::SchoolId;

/// In whose place a request is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Looks after the district's server: timetables, people, codes. Reads no picture and joins no round.
    Administrator,
    /// Leads rounds in any school and reads every picture.
    DistrictLead,
    /// Leads rounds in one school and reads its pictures.
    Principal,
    /// Records visits and sits at the debrief.
    Visitor,
    /// Reads pictures for the staff, and whether the agreement is kept.
    StaffRepresentative,
    /// Works in a school and has its staff code.
    Staff,
    /// Nobody in particular: a phone that may hold a card.
    Anyone,
}

/// Something that a request asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Send debriefs, summaries and sealed notes.
    Push,
    /// Send the plan of a round.
    SendPlan,
    /// Say what came of the action that a round closed with.
    SendDelivery,
    /// Fetch rosters, plans, debriefs, releases and what came of them; of a release whoever may not read it hears that
    /// there is one.
    Pull,
    /// Fetch the tokens of the rooms that a round has visited, without values.
    ReadTokens,
    /// Say whether a tablet still has unsent work in a round.
    ReportUnsent,
    /// See which cells a close would show, never their values.
    PreviewClose,
    /// Close a round.
    CloseRound,
    /// Give a release back to a server that was restored from a backup.
    OfferRelease,
    /// List the schools whose pictures there are.
    ListSchools,
    /// Read a school's releases.
    ReadReleases,
    /// Fetch a sealed note by the id that its card gives.
    FetchNote,
    /// Delete a sealed note by the id that its card gives.
    DeleteNote,
    /// Add context to a round's picture, or take it back, with the secret that a card gives.
    AddContext,
    /// Fetch the letters to doors; each is sealed to a key that only its owner's phone has.
    FetchLetters,
    /// Bring in timetables, invite and remove people, change codes.
    ManageDistrict,
    /// Make the page for a school's families public, or take it down.
    ApproveFamilyPage,
    /// Come into the server's office, whose pages ask for an act of their own each.
    EnterOffice,
    /// Read who looked at what was published, and what was deleted.
    ReadAccessLog,
    /// Place a legal hold, which stops deleting, and lift it.
    HoldRecords,
    /// Draft an agreement, or withdraw the draft.
    DraftAgreement,
    /// Sign the draft of an agreement, which puts it in force, or send it back.
    SignAgreement,
    /// Pause a round, or all of them, and resume it.
    Pause,
    /// Read reports of misuse, and delete them: whoever represents staff does so for all of them, because a report does
    /// not say of which school it is, and who sends one is told that.
    ReadReports,
}

impl Role {
    /// The roles that an administrator invites people to.
    pub const INVITED: [Role; 5] =
        [Role::Administrator, Role::DistrictLead, Role::Principal, Role::Visitor, Role::StaffRepresentative];

    /// Whether the role is about one school only, so that an invitation to it names one.
    pub fn needs_a_school(self) -> bool {
        matches!(self, Role::Principal | Role::Staff)
    }

    /// The role's word, as it is kept and sent.
    pub fn word(self) -> &'static str {
        match self {
            Role::Administrator => "administrator",
            Role::DistrictLead => "district_lead",
            Role::Principal => "principal",
            Role::Visitor => "visitor",
            Role::StaffRepresentative => "staff_representative",
            Role::Staff => "staff",
            Role::Anyone => "anyone",
        }
    }
}

impl Act {
    /// Every act.
    pub const ALL: [Act; 24] = [
        Act::Push,
        Act::SendPlan,
        Act::SendDelivery,
        Act::Pull,
        Act::ReadTokens,
        Act::ReportUnsent,
        Act::PreviewClose,
        Act::CloseRound,
        Act::OfferRelease,
        Act::ListSchools,
        Act::ReadReleases,
        Act::FetchNote,
        Act::DeleteNote,
        Act::AddContext,
        Act::FetchLetters,
        Act::ManageDistrict,
        Act::ApproveFamilyPage,
        Act::EnterOffice,
        Act::ReadAccessLog,
        Act::HoldRecords,
        Act::DraftAgreement,
        Act::SignAgreement,
        Act::Pause,
        Act::ReadReports,
    ];
}

/// Whether `role` may do `act`.
///
/// A note's id is as secret as its card, so whoever knows it may fetch or delete what it names; so is what shows that
/// somebody may add context. Whoever looks after the
/// server needs none of what the schools say to one another, and so has none of it.
pub fn may(role: Role, act: Act) -> bool {
    let leads = matches!(role, Role::DistrictLead | Role::Principal);
    match act {
        Act::FetchNote | Act::DeleteNote | Act::AddContext | Act::FetchLetters => true,
        Act::ListSchools | Act::ReadReleases => leads || matches!(role, Role::StaffRepresentative | Role::Staff),
        Act::Push | Act::Pull | Act::ReadTokens | Act::ReportUnsent => leads || role == Role::Visitor,
        Act::OfferRelease
        | Act::SendPlan
        | Act::SendDelivery
        | Act::PreviewClose
        | Act::CloseRound
        | Act::ApproveFamilyPage => leads,
        Act::ManageDistrict | Act::HoldRecords => role == Role::Administrator,
        Act::ReadAccessLog => role == Role::StaffRepresentative,
        Act::EnterOffice => leads || matches!(role, Role::Administrator | Role::StaffRepresentative),
        Act::DraftAgreement => role == Role::DistrictLead,
        Act::SignAgreement | Act::Pause | Act::ReadReports => role == Role::StaffRepresentative,
    }
}

/// A role, and the one school it is held in; none means the whole district.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Mandate {
    /// What its holder may do.
    pub role: Role,
    /// Where; nothing means in every school.
    pub school: Option<SchoolId>,
}

impl Mandate {
    /// A role in the whole district.
    pub fn everywhere(role: Role) -> Mandate {
        Mandate { role, school: None }
    }

    /// Whether its holder may do `act` somewhere.
    pub fn may(&self, act: Act) -> bool {
        may(self.role, act) && (self.school.is_some() || !self.role.needs_a_school())
    }

    /// Whether its holder may do `act` for the whole district: an agreement is everyone's, and so is its signature.
    pub fn may_everywhere(&self, act: Act) -> bool {
        self.may(act) && self.school.is_none()
    }

    /// Whether it reaches one of these schools: a round of several schools is seen by each of them.
    pub fn sees(&self, schools: &BTreeSet<SchoolId>) -> bool {
        self.school.as_ref().is_none_or(|school| schools.contains(school))
    }

    /// Whether it reaches all of these schools: a round of several is planned and closed by whoever leads them all.
    pub fn leads_all(&self, schools: &BTreeSet<SchoolId>) -> bool {
        self.school.as_ref().is_none_or(|own| schools.iter().all(|school| school == own))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WITH_A_CARD: [Act; 4] = [Act::FetchNote, Act::DeleteNote, Act::AddContext, Act::FetchLetters];

    fn allowed(role: Role) -> Vec<Act> {
        Act::ALL.into_iter().filter(|act| may(role, *act)).collect()
    }

    #[test]
    fn whoever_works_in_a_school_reads_its_pictures_and_nothing_of_a_round_that_is_still_open() {
        let reading = [&[Act::ListSchools, Act::ReadReleases], &WITH_A_CARD[..]].concat();
        assert_eq!(allowed(Role::Staff), reading);
    }

    #[test]
    fn the_staff_representative_reads_like_the_staff_and_signs_pauses_and_hears_of_misuse() {
        let [reads, signs] = [
            allowed(Role::Staff),
            vec![Act::EnterOffice, Act::ReadAccessLog, Act::SignAgreement, Act::Pause, Act::ReadReports],
        ];
        assert_eq!(allowed(Role::StaffRepresentative), [reads, signs].concat());
    }

    #[test]
    fn nobody_drafts_an_agreement_and_signs_it_too() {
        for role in Role::INVITED {
            assert!(!(may(role, Act::DraftAgreement) && may(role, Act::SignAgreement)), "{role:?}");
        }
        let school = Some(SchoolId::from_bytes([1; 16]));
        let of_one_school = Mandate { role: Role::StaffRepresentative, school };
        assert!(of_one_school.may(Act::SignAgreement) && !of_one_school.may_everywhere(Act::SignAgreement));
    }

    #[test]
    fn whoever_holds_no_role_can_use_a_card_and_nothing_else() {
        assert_eq!(allowed(Role::Anyone), WITH_A_CARD);
    }

    #[test]
    fn whoever_looks_after_the_server_reads_no_picture_and_joins_no_round() {
        assert_eq!(
            allowed(Role::Administrator),
            [&WITH_A_CARD[..], &[Act::ManageDistrict, Act::EnterOffice, Act::HoldRecords]].concat()
        );
    }

    #[test]
    fn a_visitor_records_and_neither_plans_nor_closes_nor_reads_pictures() {
        let leaders = [Act::SendPlan, Act::SendDelivery, Act::PreviewClose, Act::CloseRound, Act::ApproveFamilyPage];
        for act in leaders.into_iter().chain([Act::ReadReleases, Act::OfferRelease, Act::ManageDistrict]) {
            assert!(!may(Role::Visitor, act), "{act:?}");
        }
        assert!(may(Role::Visitor, Act::Push) && may(Role::Visitor, Act::Pull));
    }

    #[test]
    fn a_principal_sees_a_round_that_the_school_shares_and_leads_one_that_is_its_own() {
        let [own, other] = [1, 2].map(|number| SchoolId::from_bytes([number; 16]));
        let principal = Mandate { role: Role::Principal, school: Some(own.clone()) };
        let (alone, both, elsewhere) =
            (BTreeSet::from([own.clone()]), BTreeSet::from([own, other.clone()]), BTreeSet::from([other]));
        assert_eq!([&alone, &both, &elsewhere].map(|schools| principal.sees(schools)), [true, true, false]);
        assert_eq!([&alone, &both, &elsewhere].map(|schools| principal.leads_all(schools)), [true, false, false]);
        assert!(Mandate::everywhere(Role::DistrictLead).leads_all(&both));
    }

    #[test]
    fn a_principal_of_no_school_may_nothing() {
        let principal = Mandate::everywhere(Role::Principal);
        assert!(Act::ALL.into_iter().all(|act| !principal.may(act)));
    }

    #[test]
    fn a_role_is_kept_as_its_word() {
        for role in Role::INVITED.into_iter().chain([Role::Staff, Role::Anyone]) {
            assert_eq!(serde_json::to_string(&role).unwrap(), format!("\"{}\"", role.word()));
        }
    }
}
