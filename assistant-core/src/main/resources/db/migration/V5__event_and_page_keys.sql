-- What was read out of detail texts and keys gets columns: the round of a page, and of an entry of the
-- history its round, its page and whether anybody was reached. What is stored is filled in from its texts.
alter table page add column round integer default 0 not null;  -- of the escalation, as in its key
update page set round = cast(
  substring(substring(page_key from char_length(escalation_id) + 2) from 1
    for position('/' in substring(page_key from char_length(escalation_id) + 2)) - 1) as integer);
create index page_round on page(escalation_id, round, step);

alter table escalation_event add column round integer;         -- of an entry that is written once a round
alter table escalation_event add column page_key varchar(160); -- the page that an entry is about
alter table escalation_event add column reached boolean;       -- contacted: the patient; patient-told: a person was alerted

update escalation_event set round = cast(substring(detail from 7) as integer)
  where kind in ('no-channel', 'nobody-on-duty') and detail like 'round %';
update escalation_event set reached = detail not like '% unreached',
    round = cast(substring(replace(detail, ' unreached', '') from 7) as integer)
  where kind = 'patient-told' and detail like 'round %';
update escalation_event set reached = detail like '% reached' where kind = 'contacted';

-- A detail names channel, recipient and step, which may be the same in two rounds: the page is that of the
-- latest round that had begun by then.
update escalation_event set page_key = (
    select p.page_key from page p
    where p.escalation_id = escalation_event.escalation_id
      and p.created_at <= escalation_event.at
      and p.channel || ' ' || p.recipient || ' ' || cast(p.step as varchar(12)) = escalation_event.detail
    order by p.round desc limit 1)
  where kind = 'paged';
update escalation_event set page_key = (
    select p.page_key from page p
    where p.escalation_id = escalation_event.escalation_id
      and p.created_at <= escalation_event.at
      and position(p.channel || ' ' || p.recipient || ' ' || cast(p.step as varchar(12)) || ' '
        in escalation_event.detail) = 1
    order by p.round desc limit 1)
  where kind = 'page-failed';
create index escalation_event_page on escalation_event(escalation_id, kind, page_key);
