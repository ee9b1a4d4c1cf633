//! Doors that said "not today", and the next room, on a tablet without a server.

use protocol::round::Published;

use super::*;
use crate::people::Door;

impl Story {
    fn rooms(&self) -> Vec<RoomId> {
        self.tablet.held().round(&self.round).unwrap().record.plan.rooms().cloned().collect()
    }

    fn proposed(&self) -> Vec<RoomId> {
        self.tablet.next_rooms(&self.round).into_iter().map(|next| next.room).collect()
    }

    fn visits(&self, room: &RoomId) {
        wait(async {
            let visit = self.tablet.begin_visit(&self.round, room, &Door::Lead.mandate()).await.unwrap();
            self.tablet.finish_visit(&visit, Finishing { after: 0, language: Language::En }).await.unwrap();
        });
    }

    fn not_today(&self, room: &RoomId) -> bool {
        self.tablet.held().is_not_today(room, self.tablet.day_of(self.tablet.now()))
    }

    fn keeps_what_a_door_said(&self) -> bool {
        opened(&self.storage, &self.clock).held().not_today.is_some()
    }
}

#[test]
fn a_door_that_said_not_today_is_left_out_until_the_day_is_over_and_then_forgotten() {
    let mut story = Story::begins();
    let [first, second] = [story.rooms().remove(0), story.rooms().remove(1)];
    wait(story.tablet.note_not_today(&first)).unwrap();
    wait(story.tablet.note_not_today(&second)).unwrap();
    wait(story.tablet.clear_out()).unwrap();
    assert!(story.not_today(&first) && story.not_today(&second));
    assert_eq!(story.proposed().len(), 10);
    story.tablet = opened(&story.storage, &story.clock);
    assert!(story.not_today(&first));

    wait(story.tablet.take_back_not_today(&second)).unwrap();
    assert!(story.proposed().contains(&second) && !story.proposed().contains(&first));

    // By the calendar on the wall, although less than a day has passed.
    story.days_pass(0.95);
    assert!(!story.not_today(&first) && story.proposed().contains(&first));
    wait(story.tablet.clear_out()).unwrap();
    assert!(!story.keeps_what_a_door_said());
}

#[test]
fn what_a_door_says_today_takes_the_place_of_everything_doors_said_before() {
    let story = Story::begins();
    let [first, second] = [story.rooms().remove(0), story.rooms().remove(1)];
    wait(story.tablet.note_not_today(&first)).unwrap();
    story.days_pass(1.0);
    wait(story.tablet.note_not_today(&second)).unwrap();
    let kept = opened(&story.storage, &story.clock).held().not_today.clone().unwrap();
    assert_eq!(kept.rooms, [second].into());
}

#[test]
fn the_next_room_is_one_that_was_not_visited_and_changes_when_one_was() {
    let story = Story::begins();
    let first = story.proposed().remove(0);
    story.visits(&first);
    let next = story.tablet.next_rooms(&story.round);
    assert!(next.iter().all(|next| next.room != first || next.again));
    assert_ne!(next[0].room, first);
    assert_eq!(story.tablet.held().coverage(&story.round).unwrap().visited(), 1);
}

#[test]
fn whoever_opens_the_app_stands_in_the_visit_then_at_its_door_and_a_quarter_of_an_hour_later_nowhere() {
    let story = Story::begins();
    assert_eq!(story.tablet.standpoint(), None);
    let visit = wait(story.tablet.begin_visit(&story.round, &story.rooms()[0], &Door::Lead.mandate())).unwrap();
    story.days_pass(0.25);
    assert_eq!(story.tablet.standpoint(), Some(Standpoint::InTheRoom(visit.clone())));
    wait(story.tablet.finish_visit(&visit, Finishing { after: 0, language: Language::En })).unwrap();
    assert_eq!(story.tablet.standpoint(), Some(Standpoint::AtTheDoor(visit)));
    story.days_pass(14.0 / (24.0 * 60.0));
    assert!(story.tablet.standpoint().is_some());
    story.days_pass(2.0 / (24.0 * 60.0));
    assert_eq!(story.tablet.standpoint(), None);
}

#[test]
fn what_a_door_said_goes_with_the_round() {
    let story = Story::begins();
    wait(story.tablet.note_not_today(&story.rooms()[0])).unwrap();
    let published = Published { body: String::new(), seal: String::new() };
    wait(async {
        let acting = story.tablet.act().await;
        story.tablet.keep(&acting, vec![Edit::Keep(Record::Release(story.round.clone(), published))]).await
    })
    .unwrap();
    wait(story.tablet.clear_out()).unwrap();
    assert!(!story.keeps_what_a_door_said());
}
