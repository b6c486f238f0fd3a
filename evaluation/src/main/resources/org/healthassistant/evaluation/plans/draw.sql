-- The parameters of one draw: of a message of a patient, or of the patient with the most for draw 0.
with given as (select cast(? as bigint) as messages, cast(? as integer) as draw,
    cast(? as integer) as draws),
  about as (select case when draw = 0 then (messages / 2000) * 2000
      else 20 * (((messages - 20) / draws * draw + 20) / 20) end as n, messages from given)
select m.subject_id as "subject", m.subject_id as "id", m.id as "message", m.id as "after",
  m.conversation_id as "conversation", m.seq as "seq",
  m.client_message_id as "client", 'kannel' as "gateway", 'none' as "provider",
  m.at - interval '1 day' as "since", m.at as "at", m.at as "now", m.at as "from",
  m.at + interval '1 day' as "to",
  'chat' as "purpose", 50 as "limit",
  t.number_hash as "number", t.number_hash as "hash", t.sms_thread as "thread",
  coalesce(e.id, 'none') as "escalation", 'nobody' as "nobody",
  (select max(changed_at) - interval '1 minute' from message) as "latest",
  (select max(changed_at) + interval '60 days' from message) as "later"
from about
  join message m on m.id = lpad(to_hex(about.n), 8, '0') || '-' || substr(md5(about.n::text), 1, 27)
  join conversation t on t.subject_id = m.subject_id and t.channel = 'sms'
  left join lateral (select id from escalation where subject_id = m.subject_id limit 1) e on true
limit 1
