-- Agreements are drafted by the district lead and in force once a staff representative has signed.
-- `since` is the day of the signature. `drafted` is the day of the draft; it is empty where an administrator put the
-- terms in force before there were signatures: such an agreement counts for what was planned under it, and no round
-- closes until one is signed.
ALTER TABLE agreements ADD COLUMN drafted TEXT NOT NULL DEFAULT '';

-- The draft that waits for a signature: one at most, in nobody's name.
CREATE TABLE agreement_drafts (
    district_id TEXT NOT NULL,
    -- JSON.
    body TEXT NOT NULL,
    drafted TEXT NOT NULL,
    -- Why the representative sent it back; empty while it waits.
    sent_back TEXT NOT NULL,
    PRIMARY KEY (district_id)
);

-- What somebody told the staff representative. Nothing about the sender, and no time: a day is all that orders them.
CREATE TABLE misuse_reports (
    district_id TEXT NOT NULL,
    -- Random, so that the order of keys says nothing.
    report_id TEXT NOT NULL,
    said TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (district_id, report_id)
);
