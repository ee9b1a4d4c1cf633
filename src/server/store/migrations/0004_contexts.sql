-- What the secret of a note's card has to fit when its holder adds context: a hash over the secret and the round. Empty
-- for notes that were sealed before there was one, and once the note is gone.
ALTER TABLE notes ADD COLUMN context TEXT NOT NULL DEFAULT '';

CREATE INDEX notes_by_context ON notes (district_id, context);

-- The context that cards added to the picture of a round that is still open: one row, as for summaries, so that nothing
-- says what came together, or when. A kind stands under another hash of the card's secret than the note does; only
-- whoever has the secret can tell that the two belong together.
CREATE TABLE contexts (
    district_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    -- JSON object: the kind that each card named, sorted by those hashes.
    named TEXT NOT NULL,
    PRIMARY KEY (district_id, round_id)
);
