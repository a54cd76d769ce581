CREATE TABLE `breaking_bars` (
	`id` text PRIMARY KEY NOT NULL,
	`content` text,
	`until` integer,
	`set_by` text,
	`set_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `breaking_bars_until` ON `breaking_bars` (`until`);--> statement-breakpoint
CREATE TABLE `live_bars` (
	`subject` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`story` text NOT NULL,
	`link` text NOT NULL
);
