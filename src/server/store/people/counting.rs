//! How many wrong codes, or reports of misuse, may come in one minute: from one sender, and from everywhere.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::time::Moment;

/// Wrong codes: people mistype a few, and a program that guesses sends thousands. Ten times as many from everywhere are a
/// district's worst morning, and far from what guessing needs.
pub const WRONG_CODES: Most = Most { of_one: 30, of_all: 300 };
/// Reports of misuse: nobody has more to say in a minute, and a meeting that says it together still gets through.
pub const MISUSE: Most = Most { of_one: 3, of_all: 30 };
const MINUTE: i64 = 60_000;

/// What is taken in one minute.
#[derive(Debug, Clone, Copy)]
pub struct Most {
    /// From one sender.
    of_one: u32,
    /// From everywhere.
    of_all: u32,
}

/// Where a request comes from, for this count and for nothing else.
#[derive(Clone, Copy)]
pub enum Sender {
    /// The other end of the connection.
    At(IpAddr),
    /// It cannot be told, as behind a proxy: only the count of everywhere holds.
    Unknown,
}

/// Counts what comes to this process. Where several processes share a database each counts for itself.
///
/// No address is in it: senders are counted under a hash whose key is drawn when the process starts, and are forgotten
/// with the next minute in which something is counted.
pub struct Counting {
    most: Most,
    key: RandomState,
    counted: Mutex<Counted>,
}

/// The minute that is counted, and what came in it.
#[derive(Default)]
struct Counted {
    minute: i64,
    all: u32,
    /// At most as many as are taken from everywhere.
    of_senders: HashMap<u64, u32>,
}

impl Counting {
    /// Has counted nothing yet.
    pub fn of(most: Most) -> Counting {
        Counting { most, key: RandomState::new(), counted: Mutex::default() }
    }

    /// Whether nothing more of this sender is looked at in this minute.
    pub fn are_too_many(&self, sender: Sender, now: Moment) -> bool {
        let counted = self.of_this_minute(now);
        let of_sender = self.hash(sender).and_then(|hash| counted.of_senders.get(&hash).copied()).unwrap_or_default();
        counted.all >= self.most.of_all || of_sender >= self.most.of_one
    }

    /// Counts one more.
    pub fn one_more(&self, sender: Sender, now: Moment) {
        let mut counted = self.of_this_minute(now);
        counted.all += 1;
        if let Some(hash) = self.hash(sender) {
            *counted.of_senders.entry(hash).or_default() += 1;
        }
    }

    /// What was counted, with an earlier minute forgotten.
    fn of_this_minute(&self, now: Moment) -> MutexGuard<'_, Counted> {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let minute = now.0 / MINUTE;
        if counted.minute != minute {
            *counted = Counted { minute, ..Counted::default() };
        }
        counted
    }

    fn hash(&self, sender: Sender) -> Option<u64> {
        match sender {
            Sender::At(address) => Some(self.key.hash_one(network(address))),
            Sender::Unknown => None,
        }
    }
}

/// What one sender cannot change by itself: of an IPv6 address the first 64 bits, because a device chooses the rest.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64))),
        canonical => canonical,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(address: &str) -> Sender {
        Sender::At(address.parse().unwrap())
    }

    #[test]
    fn thirty_wrong_codes_end_a_senders_minute_and_the_next_begins_anew() {
        let (wrong, noisy) = (Counting::of(WRONG_CODES), at("192.0.2.7"));
        for _ in 0..WRONG_CODES.of_one {
            assert!(!wrong.are_too_many(noisy, Moment(5)));
            wrong.one_more(noisy, Moment(5));
        }
        assert!(wrong.are_too_many(noisy, Moment(MINUTE - 1)));
        for other in [at("192.0.2.8"), at("2001:db8::1"), Sender::Unknown] {
            assert!(!wrong.are_too_many(other, Moment(MINUTE - 1)));
        }
        assert!(wrong.are_too_many(at("::ffff:192.0.2.7"), Moment(5)), "the same address in its other form");
        assert!(!wrong.are_too_many(noisy, Moment(MINUTE)));
    }

    #[test]
    fn a_device_that_changes_its_ipv6_address_is_one_sender() {
        let wrong = Counting::of(WRONG_CODES);
        for number in 0..WRONG_CODES.of_one {
            wrong.one_more(at(&format!("2001:db8:1:2::{number:x}")), Moment(0));
        }
        assert!(wrong.are_too_many(at("2001:db8:1:2:ffff::1"), Moment(0)));
        assert!(!wrong.are_too_many(at("2001:db8:1:3::1"), Moment(0)));
    }

    #[test]
    fn three_hundred_wrong_codes_from_wherever_end_everyones_minute() {
        let wrong = Counting::of(WRONG_CODES);
        for number in 0..WRONG_CODES.of_all {
            assert!(!wrong.are_too_many(at("192.0.2.7"), Moment(0)));
            wrong.one_more(at(&format!("198.51.{}.{}", number / 250, number % 250)), Moment(0));
        }
        assert!(wrong.are_too_many(at("192.0.2.7"), Moment(0)) && wrong.are_too_many(Sender::Unknown, Moment(0)));
        assert!(wrong.counted.lock().unwrap().of_senders.len() <= WRONG_CODES.of_all as usize);
        wrong.one_more(Sender::Unknown, Moment(MINUTE));
        assert!(wrong.counted.lock().unwrap().of_senders.is_empty(), "nothing is known of the minute before");
    }
}
