-- Every process hears of an act as it is committed, and from where the log stands knows which of its pages it must drop.
CREATE FUNCTION notify_publications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('publications', NEW.seq::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER publications_notify AFTER INSERT ON publications FOR EACH ROW EXECUTE FUNCTION notify_publications();
