-- Cards on their way to the phones of door cards' owners, sealed to keys that are kept nowhere here. All are of one length;
-- nothing says for which door, or of which note, one is.
CREATE TABLE letters (
    district_id TEXT NOT NULL,
    letter_id TEXT NOT NULL,
    -- The letter as JSON.
    body TEXT NOT NULL,
    -- The last day on which it is handed out: the same for every letter and note of a round.
    expires TEXT NOT NULL,
    PRIMARY KEY (district_id, letter_id)
);
