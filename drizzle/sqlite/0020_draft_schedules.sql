CREATE TABLE `draft_schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`draft` text NOT NULL,
	`act` text DEFAULT 'publish' NOT NULL,
	`revision` integer NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`retry_at` integer,
	FOREIGN KEY (`revision`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `draft_schedules_draft` ON `draft_schedules` (`draft`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `draft_schedules_waiting` ON `draft_schedules` (`draft`,`act`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `draft_schedules_due` ON `draft_schedules` (`due_at`,`id`) WHERE state = 'waiting';--> statement-breakpoint
INSERT INTO "draft_schedules" ("id", "draft", "act", "revision", "due_at", "state", "note", "by", "at", "ended_at", "ended_by", "attempts", "retry_at") SELECT "id", 'front:' || "front_id", "act", "revision", "due_at", "state", "note", "by", "at", "ended_at", "ended_by", "attempts", "retry_at" FROM "front_schedules";--> statement-breakpoint
DROP TABLE `front_schedules`;