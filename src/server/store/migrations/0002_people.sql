-- People who may sign in. Nothing about visits stands beside a person, and nothing beside a visit names one.
CREATE TABLE people (
    district_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    -- As the administrator wrote it.
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    -- The one school of the role; empty means the whole district.
    school_id TEXT NOT NULL,
    PRIMARY KEY (district_id, person_id)
);

-- Codes that were handed out and not used: each for one person, for ten minutes, with five tries.
CREATE TABLE invitations (
    district_id TEXT NOT NULL,
    -- The first 16 bits of the code.
    handle TEXT NOT NULL,
    person_id TEXT NOT NULL,
    -- SHA-256 over the handle and the other 24 bits.
    secret_hash TEXT NOT NULL,
    -- Milliseconds since 1970.
    expires BIGINT NOT NULL,
    tries_left BIGINT NOT NULL,
    PRIMARY KEY (district_id, handle)
);

-- Who is signed in on which device. Days, not times: the list tells devices apart and follows nobody.
CREATE TABLE sessions (
    district_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    -- SHA-256 of the secret in the device's cookie.
    secret_hash TEXT NOT NULL,
    -- Empty where the staff's code was given.
    person_id TEXT NOT NULL,
    role TEXT NOT NULL,
    school_id TEXT NOT NULL,
    -- What whoever signed in called it.
    device TEXT NOT NULL,
    began TEXT NOT NULL,
    -- The last day on which it was used.
    seen TEXT NOT NULL,
    -- The last day on which it can be used.
    ends TEXT NOT NULL,
    PRIMARY KEY (district_id, session_id)
);

-- One code for each school, which its staff share. Kept as it is, so that it can be printed again: what it opens lies
-- beside it.
CREATE TABLE staff_codes (
    district_id TEXT NOT NULL,
    school_id TEXT NOT NULL,
    code TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (district_id, school_id)
);

-- Every agreement that was ever in force; a round that was planned offline keeps the one it was planned under.
CREATE TABLE agreements (
    district_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    -- JSON.
    body TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (district_id, number)
);
