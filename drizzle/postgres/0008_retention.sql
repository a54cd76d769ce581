ALTER TABLE "settings" ADD COLUMN "audit_days" bigint;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "personal_days" bigint;