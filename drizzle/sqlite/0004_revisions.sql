CREATE TABLE `story_revisions` (
	`revision` integer PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`why` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`people` text NOT NULL,
	`words` integer NOT NULL,
	`restored` integer,
	FOREIGN KEY (`revision`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `story_revisions_story` ON `story_revisions` (`story_id`);--> statement-breakpoint
CREATE TABLE `story_spells` (
	`story_id` text PRIMARY KEY NOT NULL,
	`begun_at` integer NOT NULL,
	`edited_at` integer NOT NULL,
	`people` text NOT NULL,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade
);
