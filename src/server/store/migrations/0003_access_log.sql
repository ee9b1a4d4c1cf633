-- Who looked at what was published. By the day, so that nothing says when somebody sat at a device, and only about what
-- was published: no row is about a note, a card, a visit, a plan or the pull of a tablet.
CREATE TABLE looks (
    district_id TEXT NOT NULL,
    day TEXT NOT NULL,
    -- As the administrator wrote it; empty for a school's staff, who share one code, and at a door of the sample.
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    -- The school looked at; empty where it was the whole district.
    school_id TEXT NOT NULL,
    -- picture, term, export or print.
    seen TEXT NOT NULL,
    PRIMARY KEY (district_id, day, name, role, school_id, seen)
);

-- What was deleted because its time had come: a row for each kind and day. Never how many, and of notes nothing but
-- that some expired. Written in the transaction that deletes.
CREATE TABLE deletions (
    district_id TEXT NOT NULL,
    day TEXT NOT NULL,
    -- summaries, notes, note_ids, sessions or looks.
    kind TEXT NOT NULL,
    -- For summaries a school of the round and the day of its close, else empty.
    school_id TEXT NOT NULL,
    closed TEXT NOT NULL,
    PRIMARY KEY (district_id, day, kind, school_id, closed)
);

-- Legal holds, those that stand and those that were lifted. While one stands, nothing of the above is deleted but
-- sessions.
CREATE TABLE holds (
    district_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    reason TEXT NOT NULL,
    placed TEXT NOT NULL,
    -- The administrator's name; empty in the sample, where nobody signs in.
    placed_by TEXT NOT NULL,
    -- Empty while it stands, and so is who lifted it.
    lifted TEXT NOT NULL,
    lifted_by TEXT NOT NULL,
    PRIMARY KEY (district_id, number)
);

-- 1 when whoever holds the card deleted the note while a hold stood: nobody is given it any more, and it goes when no
-- hold stands.
ALTER TABLE notes ADD COLUMN withdrawn BIGINT NOT NULL DEFAULT 0;

-- 1 from a change until SQLite's file was written anew: its pages may still hold copies of what was changed or deleted,
-- which moved from page to page before.
ALTER TABLE districts ADD COLUMN traces BIGINT NOT NULL DEFAULT 1;
