CREATE TABLE live_search (rowid bigint PRIMARY KEY, words tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX live_search_words ON live_search USING gin (words);
