//! Rules that were broken on purpose, so that it shows whether the adversary would find it.

use super::history::Kind;

/// A rule of what is published with its guard taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// At the ends the count is said.
    ExactEnds,
    /// The ends are one room wide.
    EndsOfOne,
    /// The dots are those of the count.
    DotsOfTheCount,
    /// The interval is that of the count, to the nearest tenth.
    NearestTenths,
    /// The interval is that of the count, rounded outwards.
    IntervalOfTheCount,
    /// The whole is coded from the counts of all groups.
    WholeOfTheCounts,
    /// A trend is worked out from counts.
    TrendOfTheCounts,
    /// How far a group differs from the others is worked out from counts.
    DifferenceOfTheCounts,
    /// The rounds that productive talk goes through are added up.
    TalkAddedUp,
    /// The page for families says "most" of what more than half of the rooms said.
    MostOfTheCount,
    /// A term's picture is coded from the counts of its schools.
    DistrictOfTheCounts,
    /// Groups are merged until each has nine.
    MergedToNine,
    /// An agreement that says three is believed.
    KOfThree,
    /// Groups under k are shown.
    UnmergedGroups,
    /// A group that has k is shown beside the whole in which it was merged.
    PartBesideTheWhole,
    /// A group inside another one is shown too.
    Overlapping,
    /// A group is shown without a few of its rooms.
    Without,
    /// Of schools that visit together each is shown.
    EachSchoolOfSeveral,
    /// A second visit is another room.
    VisitsCountedTwice,
    /// The last of two visits counts.
    LastVisitWins,
    /// The visit that saw something counts.
    YesWins,
    /// A tablet may use a key of its own.
    SecondKey,
    /// Groups in which few or nearly all said yes are merged.
    MergedByWhatWasSaid,
    /// Groups are listed by how many said yes.
    SortedByResult,
    /// What is hidden says how many rooms were usable.
    HiddenSaysHowMany,
    /// A group with more tokens than rooms is counted.
    OverfullGroup,
    /// A group that is left out says how many tokens it had.
    LeftOutSaysHowMany,
    /// A round closes again when more has arrived.
    ClosedAgain,
    /// After a restore a round closes anew, with what tablets offer again.
    ClosedAnewAfterRestore,
    /// While visits go on, it is shown how many rooms said yes.
    LiveCounts,
    /// What a lead sees before the close has values in it.
    PreviewWithValues,
    /// A round goes on counting what the one before it had.
    AddedToTheLastRound,
    /// A context is told that is named on one card.
    ContextOfOneCard,
    /// A context is told with the number of cards.
    ContextInNumbers,
    /// It is published how two visitors who compared notes agreed.
    CalibrationShown,
}

impl Broken {
    /// Every broken rule.
    pub const ALL: [Broken; 35] = [
        Broken::ExactEnds,
        Broken::EndsOfOne,
        Broken::DotsOfTheCount,
        Broken::NearestTenths,
        Broken::IntervalOfTheCount,
        Broken::WholeOfTheCounts,
        Broken::TrendOfTheCounts,
        Broken::DifferenceOfTheCounts,
        Broken::TalkAddedUp,
        Broken::MostOfTheCount,
        Broken::DistrictOfTheCounts,
        Broken::MergedToNine,
        Broken::KOfThree,
        Broken::UnmergedGroups,
        Broken::PartBesideTheWhole,
        Broken::Overlapping,
        Broken::Without,
        Broken::EachSchoolOfSeveral,
        Broken::VisitsCountedTwice,
        Broken::LastVisitWins,
        Broken::YesWins,
        Broken::SecondKey,
        Broken::MergedByWhatWasSaid,
        Broken::SortedByResult,
        Broken::HiddenSaysHowMany,
        Broken::OverfullGroup,
        Broken::LeftOutSaysHowMany,
        Broken::ClosedAgain,
        Broken::ClosedAnewAfterRestore,
        Broken::LiveCounts,
        Broken::PreviewWithValues,
        Broken::AddedToTheLastRound,
        Broken::ContextOfOneCard,
        Broken::ContextInNumbers,
        Broken::CalibrationShown,
    ];

    /// What is done instead of the rule.
    pub fn words(self) -> &'static str {
        match self {
            Broken::ExactEnds => "at the ends the count is said",
            Broken::EndsOfOne => "the ends are one room wide",
            Broken::DotsOfTheCount => "the dots are those of the count",
            Broken::NearestTenths => "the interval is the count's, to the nearest tenth",
            Broken::IntervalOfTheCount => "the interval is the count's, rounded outwards",
            Broken::WholeOfTheCounts => "the whole is coded from the counts of all groups",
            Broken::TrendOfTheCounts => "a trend is worked out from counts",
            Broken::DifferenceOfTheCounts => "how far a group differs from the others is worked out from counts",
            Broken::TalkAddedUp => "the rounds that productive talk goes through are added up",
            Broken::MostOfTheCount => "the page for families says \"most\" of what more than half of the rooms said",
            Broken::DistrictOfTheCounts => "a term's picture is coded from the counts of its schools",
            Broken::MergedToNine => "groups are merged until each has nine rooms",
            Broken::KOfThree => "an agreement that says three is believed",
            Broken::UnmergedGroups => "groups under k are shown",
            Broken::PartBesideTheWhole => "a group that has k is shown beside the whole it was merged in",
            Broken::Overlapping => "a group inside another one is shown too",
            Broken::Without => "a group is shown without a few of its rooms",
            Broken::EachSchoolOfSeveral => "of schools that visit together each is shown",
            Broken::VisitsCountedTwice => "a second visit is another room",
            Broken::LastVisitWins => "of two visits the last counts",
            Broken::YesWins => "of two visits the one that saw something counts",
            Broken::SecondKey => "a tablet may use a key of its own",
            Broken::MergedByWhatWasSaid => "groups in which few or nearly all said yes are merged",
            Broken::SortedByResult => "groups are listed by how many said yes",
            Broken::HiddenSaysHowMany => "what is hidden says how many rooms were usable",
            Broken::OverfullGroup => "a group with more tokens than rooms is counted",
            Broken::LeftOutSaysHowMany => "a group that is left out says how many tokens it had",
            Broken::ClosedAgain => "a round closes again when more has arrived",
            Broken::ClosedAnewAfterRestore => "after a restore a round closes anew",
            Broken::LiveCounts => "while visits go on it is shown how many said yes",
            Broken::PreviewWithValues => "what a lead sees before the close has values in it",
            Broken::AddedToTheLastRound => "a round goes on counting what the one before it had",
            Broken::ContextOfOneCard => "a context is told that is named on one card",
            Broken::ContextInNumbers => "a context is told with the number of cards",
            Broken::CalibrationShown => "it is published how two visitors who compared notes agreed",
        }
    }

    /// The kind of district in which it shows.
    pub fn shows_in(self) -> Kind {
        match self {
            Broken::ExactEnds
            | Broken::EndsOfOne
            | Broken::DotsOfTheCount
            | Broken::NearestTenths
            | Broken::IntervalOfTheCount => Kind::AllSame,
            Broken::LiveCounts | Broken::PreviewWithValues => Kind::OneGroup,
            Broken::WholeOfTheCounts
            | Broken::DifferenceOfTheCounts
            | Broken::SortedByResult
            | Broken::MergedByWhatWasSaid => Kind::TwoGroups,
            Broken::TrendOfTheCounts | Broken::TalkAddedUp | Broken::MostOfTheCount => Kind::Rounds,
            Broken::DistrictOfTheCounts | Broken::EachSchoolOfSeveral => Kind::Across,
            Broken::MergedToNine | Broken::KOfThree | Broken::UnmergedGroups | Broken::PartBesideTheWhole => {
                Kind::OneShort
            }
            Broken::Overlapping | Broken::Without => Kind::Nested,
            Broken::VisitsCountedTwice | Broken::LastVisitWins | Broken::YesWins | Broken::CalibrationShown => {
                Kind::Calibration
            }
            Broken::SecondKey => Kind::Twice,
            Broken::HiddenSaysHowMany => Kind::FewVisited,
            Broken::OverfullGroup | Broken::LeftOutSaysHowMany => Kind::Invented,
            Broken::ClosedAgain | Broken::ClosedAnewAfterRestore => Kind::Restored,
            Broken::AddedToTheLastRound => Kind::OneAdded,
            Broken::ContextOfOneCard | Broken::ContextInNumbers => Kind::Contexts,
        }
    }
}
