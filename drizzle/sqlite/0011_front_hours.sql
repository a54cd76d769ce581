PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`story_id` text,
	`front_id` text,
	`comment_id` text,
	`by` text,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`front_id`) REFERENCES `fronts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
INSERT INTO `__new_notifications`("id", "person_id", "kind", "story_id", "front_id", "comment_id", "by", "note", "at", "read_at") SELECT "id", "person_id", "kind", "story_id", null, "comment_id", "by", "note", "at", "read_at" FROM `notifications`;--> statement-breakpoint
DROP TABLE `notifications`;--> statement-breakpoint
ALTER TABLE `__new_notifications` RENAME TO `notifications`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `notifications_person` ON `notifications` (`person_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`person_id`,`read_at`);--> statement-breakpoint
ALTER TABLE `front_schedules` ADD `act` text DEFAULT 'publish' NOT NULL;--> statement-breakpoint
ALTER TABLE `front_schedules` ADD `ended_at` integer;--> statement-breakpoint
ALTER TABLE `front_schedules` ADD `ended_by` text REFERENCES people(id) ON UPDATE no action ON DELETE set null;--> statement-breakpoint
ALTER TABLE `front_schedules` ADD `attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `front_schedules` ADD `retry_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `front_schedules_waiting` ON `front_schedules` (`front_id`,`act`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `front_schedules_due` ON `front_schedules` (`due_at`,`id`) WHERE state = 'waiting';