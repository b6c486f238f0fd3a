-- Whose meaning is still to be read is looked at by the watchdog. What was replied to before this version
-- is done with: nothing would ever have read it, and it is too old to alarm anybody.
update message set late_vectors = false
  where late_vectors = true
    and (level = 'EMERGENCY' or exists (select 1 from reply r where r.message_id = message.id));
create index message_late on message(late_vectors, at);
