-- Texts end, actions are done once, entries keep their order, and a text's own time is kept.
alter table outbox add column unknowns integer default 0 not null; -- attempts of which nobody knows whether they went out
alter table phone_number add column opted_in_at timestamp with time zone; -- the last START; what is older opts nobody out

alter table escalation_event add column seq integer;               -- its place in the escalation's history, from 1; older entries have none
alter table escalation_event add column action_key varchar(128);   -- the client's own key of the action; the same key is done once
create unique index escalation_event_action on escalation_event(escalation_id, action_key);

alter table message add column written_at timestamp with time zone; -- when its gateway took it; null: when it was stored
