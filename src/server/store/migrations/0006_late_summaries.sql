-- Of a summary that comes after the close only its id, its revision and its hash are kept from now on, enough to know it
-- again: what it said can never be shown. What was kept of earlier ones goes; one that comes again is late again.
UPDATE urns SET late = '[]';
