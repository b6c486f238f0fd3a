-- When the times of an escalation were last moved with a clock that was set back, so that two instances
-- that notice the same jump move them once.
alter table escalation add column clock_moved_at timestamp with time zone;
