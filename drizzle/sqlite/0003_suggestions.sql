CREATE TABLE `decided_suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`person_id` text NOT NULL,
	`outcome` text NOT NULL,
	`card` text NOT NULL,
	`decided_by` text,
	`at` integer NOT NULL,
	`told_at` integer,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `decided_suggestions_story` ON `decided_suggestions` (`story_id`,`at`);--> statement-breakpoint
CREATE TABLE `suggestions` (
	`story_id` text NOT NULL,
	`person_id` text NOT NULL,
	`open` text NOT NULL,
	`seen` blob NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`story_id`, `person_id`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
DROP INDEX `story_log_story`;--> statement-breakpoint
ALTER TABLE `story_log` ADD `fork` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `story_log_text` ON `story_log` (`story_id`,`fork`,`seq`);