-- The page for a school's families that was approved last. It is public as it is here, whatever is published later,
-- until another is approved in its place or it is taken down.
CREATE TABLE family_pages (
    district_id TEXT NOT NULL,
    school_id TEXT NOT NULL,
    -- JSON: both texts, the round they are about, who read both, in which role it was approved, and on which day.
    body TEXT NOT NULL,
    PRIMARY KEY (district_id, school_id)
);
