CREATE TABLE `front_schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`front_id` text NOT NULL,
	`revision` integer NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`front_id`) REFERENCES `fronts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revision`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `front_schedules_front` ON `front_schedules` (`front_id`,`state`);--> statement-breakpoint
CREATE TABLE `fronts` (
	`id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`fingerprint` text NOT NULL,
	`edited_by` text,
	`edited_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`edited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `live_front_media` (
	`subject` text NOT NULL,
	`media_id` text NOT NULL,
	PRIMARY KEY(`subject`, `media_id`)
);
--> statement-breakpoint
CREATE INDEX `live_front_media_media` ON `live_front_media` (`media_id`);--> statement-breakpoint
CREATE TABLE `live_fronts` (
	`subject` text PRIMARY KEY NOT NULL,
	`containers` text NOT NULL
);
