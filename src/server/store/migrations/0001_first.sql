-- One set of SQL for SQLite and PostgreSQL: TEXT and BIGINT only, truth as 0 or 1, "nothing" as an empty text.
-- Every key begins with the district. No table says when a row about visits came in.

-- The district this server is for: one row. Every act that changes something locks it first, so that acts are one after
-- another, and `seq` counts them.
CREATE TABLE districts (
    district_id TEXT PRIMARY KEY,
    -- As the roster writes it; empty until a roster was imported.
    name TEXT NOT NULL,
    -- 1 while this is the sample, whose doors stand for roles.
    sample BIGINT NOT NULL,
    -- The newest number given out.
    seq BIGINT NOT NULL,
    -- How many imports changed the roster.
    roster_revision BIGINT NOT NULL,
    -- The present epoch, how many there were before it, and when it began (milliseconds since 1970).
    epoch TEXT NOT NULL,
    epochs_before BIGINT NOT NULL,
    epoch_began BIGINT NOT NULL,
    -- 32 bytes in hexadecimal digits; releases are sealed with it, so that the server knows its own again.
    release_key TEXT NOT NULL
);

-- Every epoch this database has had or heard of. A cursor of an epoch that is not here comes from a life of this
-- database that a restore from backup has undone.
CREATE TABLE epochs (
    district_id TEXT NOT NULL,
    epoch TEXT NOT NULL,
    PRIMARY KEY (district_id, epoch)
);

-- A random mark for every number given out. A cursor holds a number and its mark; where they differ from the row here,
-- the database was restored.
CREATE TABLE marks (
    district_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (district_id, seq)
);

-- Schools, once known for good.
CREATE TABLE schools (
    district_id TEXT NOT NULL,
    school_id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (district_id, school_id)
);

-- Rooms, once known for good.
CREATE TABLE rooms (
    district_id TEXT NOT NULL,
    room_id TEXT NOT NULL,
    school_id TEXT NOT NULL,
    name TEXT NOT NULL,
    -- What the timetable says, as JSON.
    tags TEXT NOT NULL,
    -- 1 while the newest roster has the room.
    active BIGINT NOT NULL,
    PRIMARY KEY (district_id, room_id)
);

-- What tablets pull: the roster, plans, debriefs and releases. Only the newest revision of a thing; with each one it
-- moves to a new number.
CREATE TABLE changes (
    district_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    -- roster, plan, debrief or release.
    kind TEXT NOT NULL,
    -- The district's id for the roster, else the round's.
    id TEXT NOT NULL,
    revision BIGINT NOT NULL,
    -- SHA-256 of the body in hexadecimal digits.
    hash TEXT NOT NULL,
    -- JSON, byte for byte as it was taken.
    body TEXT NOT NULL,
    -- For a release the server's seal over the body, else empty.
    seal TEXT NOT NULL,
    PRIMARY KEY (district_id, seq),
    UNIQUE (district_id, kind, id)
);

-- The summaries of a round: one row, so that neither the order of rows nor anything a database keeps beside a row
-- says which summaries came together, when, or from whom.
CREATE TABLE urns (
    district_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    -- JSON array of summaries, sorted by their random ids.
    received TEXT NOT NULL,
    -- The same, of those that came after the close: received, not in the picture.
    late TEXT NOT NULL,
    PRIMARY KEY (district_id, round_id)
);

-- Whether each tablet of a round last said that it still holds unsent work. The tablet's id is random for each round.
CREATE TABLE reports (
    district_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    tablet_id TEXT NOT NULL,
    -- 1 when it does.
    unsent BIGINT NOT NULL,
    -- The epoch in which it said so.
    epoch TEXT NOT NULL,
    PRIMARY KEY (district_id, round_id, tablet_id)
);

-- Sealed notes. Nothing here opens one, and nothing says which round, room or tablet one belongs to.
CREATE TABLE notes (
    district_id TEXT NOT NULL,
    note_id TEXT NOT NULL,
    revision BIGINT NOT NULL,
    -- SHA-256 of the body; empty once the note is gone.
    hash TEXT NOT NULL,
    -- The sealed note as JSON; empty once it is gone, so that a second delivery does not bring it back.
    body TEXT NOT NULL,
    -- The last day on which it can be read, such as 2026-11-23.
    expires TEXT NOT NULL,
    PRIMARY KEY (district_id, note_id)
);

-- Closed rounds. What was published is the row of kind release in changes.
CREATE TABLE releases (
    district_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    -- The day of the close.
    closed TEXT NOT NULL,
    -- 1 when a tablet gave the release back after a restore; plans and debriefs that were lost may then still come in.
    taken_back BIGINT NOT NULL,
    -- 1 once the round's summaries were deleted.
    emptied BIGINT NOT NULL,
    PRIMARY KEY (district_id, round_id)
);

-- Which releases a school has; a round can span several schools.
CREATE TABLE release_schools (
    district_id TEXT NOT NULL,
    school_id TEXT NOT NULL,
    -- The day of the close, here too so that a school's releases lie in order.
    closed TEXT NOT NULL,
    round_id TEXT NOT NULL,
    PRIMARY KEY (district_id, school_id, closed, round_id)
);
