CREATE TABLE `page_media` (
	`page_id` text NOT NULL,
	`media_id` text NOT NULL,
	PRIMARY KEY(`page_id`, `media_id`),
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `page_media_media` ON `page_media` (`media_id`);--> statement-breakpoint
CREATE TABLE `live_page_media` (
	`subject` text NOT NULL,
	`media_id` text NOT NULL,
	`crop` text NOT NULL,
	`now` integer NOT NULL,
	PRIMARY KEY(`subject`, `media_id`, `crop`)
);
--> statement-breakpoint
CREATE INDEX `live_page_media_media` ON `live_page_media` (`media_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`story_id` text,
	`draft` text,
	`comment_id` text,
	`by` text,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
INSERT INTO `__new_notifications`("id", "person_id", "kind", "story_id", "draft", "comment_id", "by", "note", "at", "read_at") SELECT "id", "person_id", "kind", "story_id", 'front:' || "front_id", "comment_id", "by", "note", "at", "read_at" FROM `notifications`;--> statement-breakpoint
DROP TABLE `notifications`;--> statement-breakpoint
ALTER TABLE `__new_notifications` RENAME TO `notifications`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `notifications_person` ON `notifications` (`person_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`person_id`,`read_at`);