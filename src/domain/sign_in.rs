//! Codes that let people in: one that is used once, by one person, and one that a school's staff share.

use crate::symbols::{self, Misread};

/// Milliseconds for which a sign-in code can be used.
pub const SIGN_IN_LASTS: i64 = 10 * 60 * 1000;
/// How often the wrong symbols may be typed after a sign-in code's first ones.
pub const SIGN_IN_TRIES: u32 = 5;
/// Days for which a leader stays signed in.
pub const LEADER_DAYS: i64 = 120;
/// Days for which a device that gave the staff code may read.
pub const STAFF_DAYS: i64 = 90;
/// Days for which an administrator stays signed in: today and tomorrow.
pub const ADMINISTRATOR_DAYS: i64 = 1;

/// Ten symbols, two of them a check, that sign one person in once.
///
/// The first 16 bits say which invitation it is and the other 24 have to fit it: so wrong tries count against that one
/// invitation. With [`SIGN_IN_TRIES`] tries a guess succeeds less than once in three million times.
#[derive(Clone, PartialEq, Eq)]
pub struct SignInCode([u8; 5]);

impl SignInCode {
    const CHECKS: usize = 2;

    /// A code from five random bytes.
    pub fn from_random(bytes: [u8; 5]) -> SignInCode {
        SignInCode(bytes)
    }

    /// Reads a code as typed or scanned; a mistyped one is told apart by its checks and costs no try.
    pub fn from_code(typed: &str) -> Result<SignInCode, Misread> {
        symbols::read(typed, Self::CHECKS).map(SignInCode)
    }

    /// The ten symbols.
    pub fn code(&self) -> String {
        symbols::write(&self.0, Self::CHECKS)
    }

    /// Which invitation it is: 4 hexadecimal digits.
    pub fn handle(&self) -> String {
        crate::ids::hex(&self.0[..2])
    }

    /// What has to fit the invitation; kept as its hash only.
    pub fn secret(&self) -> String {
        crate::ids::hex(&self.0[2..])
    }
}

/// Fifteen symbols, two of them a check, that everyone who works in a school may have.
///
/// 64 random bits: nobody guesses it, so wrong ones need not be counted.
#[derive(Clone, PartialEq, Eq)]
pub struct StaffCode([u8; 8]);

impl StaffCode {
    const CHECKS: usize = 2;

    /// A code from eight random bytes.
    pub fn from_random(bytes: [u8; 8]) -> StaffCode {
        StaffCode(bytes)
    }

    /// Reads a code as typed or scanned.
    pub fn from_code(typed: &str) -> Result<StaffCode, Misread> {
        symbols::read(typed, Self::CHECKS).map(StaffCode)
    }

    /// The fifteen symbols.
    pub fn code(&self) -> String {
        symbols::write(&self.0, Self::CHECKS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_code_has_ten_symbols_and_a_staff_code_fifteen() {
        let (one, all) = (SignInCode::from_random([7; 5]), StaffCode::from_random([9; 8]));
        assert_eq!((one.code().len(), all.code().len()), (10, 15));
        assert!(SignInCode::from_code(&one.code().to_lowercase()) == Ok(one));
        assert!(StaffCode::from_code(&symbols::in_groups(&all.code(), 5)) == Ok(all));
    }

    #[test]
    fn two_invitations_of_one_handle_still_differ_in_what_has_to_fit() {
        let (one, other) = (SignInCode::from_random([1, 2, 3, 4, 5]), SignInCode::from_random([1, 2, 3, 4, 6]));
        assert_eq!(one.handle(), other.handle());
        assert_ne!(one.secret(), other.secret());
    }

    #[test]
    fn a_code_for_another_purpose_is_not_read() {
        assert_eq!(
            SignInCode::from_code(&StaffCode::from_random([3; 8]).code()).err(),
            Some(Misread::Length { found: 15, wanted: 10 })
        );
    }
}
