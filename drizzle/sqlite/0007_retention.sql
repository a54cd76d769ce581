ALTER TABLE `settings` ADD `audit_days` integer;--> statement-breakpoint
ALTER TABLE `settings` ADD `personal_days` integer;