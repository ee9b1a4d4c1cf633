//! How people come in: a code that was handed to one of them, or the one that a school's staff share.

use domain::ids::{PersonId, SessionId};
use domain::permission::{Mandate, Role};
use domain::text::Name;
use serde::{Deserialize, Serialize};

/// A way in that only the sample has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// Leads rounds in the whole district.
    Lead,
    /// Reads pictures.
    Reader,
}

impl Door {
    /// Every door.
    pub const ALL: [Door; 2] = [Door::Lead, Door::Reader];

    /// Its word in the header [`crate::DOOR`].
    pub fn word(self) -> &'static str {
        match self {
            Door::Lead => "lead",
            Door::Reader => "reader",
        }
    }

    /// In whose place a request through it is made.
    pub fn mandate(self) -> Mandate {
        Mandate::everywhere(match self {
            Door::Lead => Role::DistrictLead,
            Door::Reader => Role::StaffRepresentative,
        })
    }
}

/// "Here is the code I was given."
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// As it was typed or scanned: of one person, or of a school's staff.
    pub code: String,
    /// What this device is called, so that it can be found in the list of devices and signed out.
    pub device: Name,
}

/// Who is signed in now. The secret that proves it comes beside it as a cookie that no script can read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SignedIn {
    /// Names this session in the header [`crate::SESSION`].
    pub session: SessionId,
    /// Who it is; nobody in particular where the staff's code was given.
    pub person: Option<PersonId>,
    /// The person's name as the administrator wrote it; the school's where the staff's code was given.
    pub name: String,
    /// What they may do, and where.
    pub mandate: Mandate,
    /// The name of the one school; nothing where the mandate is for the whole district.
    pub school: Option<String>,
    /// Whether the browser still proved an earlier session of the same person, who had not signed out of it; that one has
    /// ended. Where a tablet is not there any more that was opened in it, the browser has thrown it away.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub came_before: bool,
}
