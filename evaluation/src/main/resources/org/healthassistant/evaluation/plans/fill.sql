-- Rows of an installation of three years, a hundred messages a patient. Message n is of patient
-- 1 + hash(n) mod patients; one in two thousand is of patient 1. Ids are of the length and order of
-- the service's, texts of the length that sealing gives a sentence.

create function pg_temp.id(kind text, n bigint) returns text language sql immutable as
  $$ select md5(kind || n)::uuid::text $$;

-- Ids in the order of time, as the service's are.
create function pg_temp.timed(n bigint) returns text language sql immutable as
  $$ select lpad(to_hex(n), 8, '0') || '-' || substr(md5(n::text), 1, 27) $$;

create function pg_temp.patients() returns bigint language sql immutable as
  $$ select greatest(10, ${messages} / 100) $$;

create function pg_temp.patient(n bigint) returns bigint language sql immutable as
  $$ select case when n % 2000 = 0 then 1
       else 1 + (hashint8(n)::bigint & 2147483647) % greatest(10, ${messages} / 100) end $$;

create function pg_temp.moment(n bigint) returns timestamptz language sql immutable as
  $$ select timestamptz '2026-01-01 00:00:00+00'
       - (${messages} - n) * (interval '1095 days' / ${messages}::float8) $$;

insert into subject (id, patient_id, key_id, created_at)
select pg_temp.id('subject', p), 'patient-' || p, pg_temp.id('key', p), pg_temp.moment(1)
from generate_series(1, pg_temp.patients()) p;

insert into subject_key (id, subject_id, wrapped, master_key_id, created_at)
select pg_temp.id('key', p), pg_temp.id('subject', p), decode(repeat(md5(p::text), 3), 'hex'),
  'master', pg_temp.moment(1)
from generate_series(1, pg_temp.patients()) p;

insert into phone_number (number_hash, subject_id, number_sealed, key_id, linked, created_at)
select md5('number' || p) || md5('hash' || p), pg_temp.id('subject', p),
  decode(repeat(md5(p::text), 2), 'hex'), pg_temp.id('key', p), true, pg_temp.moment(1)
from generate_series(1, pg_temp.patients()) p;

insert into consent (id, subject_id, purpose, granted, version, at)
select pg_temp.id('consent' || c || '/', p), pg_temp.id('subject', p),
  (array['chat', 'record', 'model', 'sms'])[1 + c % 4], c % 3 <> 0, '1', pg_temp.moment(1 + c)
from generate_series(1, pg_temp.patients()) p, generate_series(0, 7) c;

insert into record_snapshot (subject_id, record_sealed, risk_sealed, key_id, content_hash,
  imported_at)
select pg_temp.id('subject', p), decode(repeat(md5(p::text), 20), 'hex'),
  decode(repeat(md5(p::text), 4), 'hex'), pg_temp.id('key', p), md5(p::text), pg_temp.moment(1)
from generate_series(1, pg_temp.patients()) p;

-- Two conversations a patient: 0 on the web, 1 by text message.
insert into conversation (id, subject_id, channel, own_number, sms_thread, number_hash, language,
  started_at, last_at, next_seq)
select pg_temp.id('conversation' || c || '/', p), pg_temp.id('subject', p),
  (array['web', 'sms'])[1 + c], case c when 1 then '+12035550199' end,
  case c when 1 then md5('number' || p) || '/+12035550199' end,
  case c when 1 then md5('number' || p) || md5('hash' || p) end,
  'en', pg_temp.moment(1), pg_temp.moment(${messages}), ${messages} + 1
from generate_series(1, pg_temp.patients()) p, generate_series(0, 1) c;

-- Of ten messages five are the patient's, four the assistant's, one a provider's.
insert into message (id, conversation_id, subject_id, seq, channel, author, text_sealed, key_id,
  text_hash, client_message_id, gateway, provider_message_id, level, decision_sealed, outcome, at,
  seen_at, changed_at)
select pg_temp.timed(n), pg_temp.id('conversation' || (n / 10) % 2 || '/', pg_temp.patient(n)),
  pg_temp.id('subject', pg_temp.patient(n)), n, (array['web', 'sms'])[1 + (n / 10) % 2],
  case when n % 10 < 5 then 'patient' when n % 10 < 9 then 'assistant' else 'provider' end,
  decode(repeat(md5(n::text), 6), 'hex'), pg_temp.id('key', pg_temp.patient(n)),
  case when n % 10 < 5 then md5(n::text) || md5(n::text) end,
  case when n % 10 < 5 and (n / 10) % 2 = 0 then pg_temp.id('client', n) end,
  case when n % 10 < 5 and (n / 10) % 2 = 1 then 'kannel' end,
  case when n % 10 < 5 and (n / 10) % 2 = 1 then pg_temp.id('provider', n) end,
  case when n % 10 < 5 then 'SELF_CARE' end,
  case when n % 10 < 5 then decode(repeat(md5(n::text), 8), 'hex') end,
  case when n % 10 < 5 then 'answer' end,
  pg_temp.moment(n), case when n % 10 >= 5 and n % 7 > 0 then pg_temp.moment(n) end,
  pg_temp.moment(n)
from generate_series(1, ${messages}::bigint) n;

insert into reply (id, message_id, purpose, reply_message_id, subject_id, action, mode, language,
  release_id, rule_pack_id, turn_sealed, key_id, at)
select pg_temp.id('reply', n), pg_temp.timed(n), 'ANSWER', pg_temp.timed(n + 5),
  pg_temp.id('subject', pg_temp.patient(n)), 'answer', 'extractive', 'en', 'release', 'rules',
  decode(repeat(md5(n::text), 12), 'hex'), pg_temp.id('key', pg_temp.patient(n)),
  pg_temp.moment(n)
from generate_series(1, ${messages}::bigint) n where n % 10 < 4;

insert into feedback (id, message_id, subject_id, rating, key_id, at)
select pg_temp.id('feedback', n), pg_temp.timed(n), pg_temp.id('subject', pg_temp.patient(n)),
  'up', pg_temp.id('key', pg_temp.patient(n)), pg_temp.moment(n)
from generate_series(1, ${messages}::bigint) n where n % 100 = 6;

insert into outbox (id, send_key, subject_id, conversation_id, message_id, number_hash, purpose,
  own_number, text_sealed, key_id, state, attempts, created_at, sent_at, changed_at)
select 'o' || substr(pg_temp.timed(n), 1, 35), pg_temp.timed(n) || '/0',
  pg_temp.id('subject', pg_temp.patient(n)),
  pg_temp.id('conversation1/', pg_temp.patient(n)), pg_temp.timed(n),
  md5('number' || pg_temp.patient(n)) || md5('hash' || pg_temp.patient(n)), 'ANSWER',
  '+12035550199', decode(repeat(md5(n::text), 6), 'hex'),
  pg_temp.id('key', pg_temp.patient(n)), 'DELIVERED', 1, pg_temp.moment(n), pg_temp.moment(n),
  pg_temp.moment(n)
from generate_series(1, ${messages}::bigint) n where n % 10 >= 5 and (n / 10) % 2 = 1;

-- One message in fifty raised an alarm; all but those of the last patients are resolved.
insert into escalation (id, subject_id, conversation_id, message_id, level, categories, state,
  human_requested, created_at, level_at, reply_by, resolved_at, outcome, round, changed_at)
select pg_temp.id('escalation', n), pg_temp.id('subject', pg_temp.patient(n)),
  pg_temp.id('conversation0/', pg_temp.patient(n)), pg_temp.timed(n), 'SAME_DAY', 'chest-pain',
  'RESOLVED', false, pg_temp.moment(n), pg_temp.moment(n), pg_temp.moment(n), pg_temp.moment(n),
  'advice', 0, pg_temp.moment(n)
from generate_series(1, ${messages}::bigint) n where n % 50 = 0;

insert into escalation (id, subject_id, open_subject, conversation_id, message_id, level,
  categories, state, human_requested, created_at, level_at, reply_by, round, changed_at)
select pg_temp.id('open', p), pg_temp.id('subject', p), pg_temp.id('subject', p),
  pg_temp.id('conversation0/', p), pg_temp.timed(p), 'SAME_DAY', 'chest-pain', 'NOTIFIED', false,
  pg_temp.moment(${messages}), pg_temp.moment(${messages}), pg_temp.moment(${messages}), 0,
  pg_temp.moment(${messages})
from generate_series(1, greatest(5, ${messages} / 50000)) p;

insert into escalation_event (id, escalation_id, subject_id, at, kind, actor, to_level, message_id,
  detail, page_key)
select pg_temp.id('event' || k || '/', row_number() over ()), e.id, e.subject_id, e.created_at,
  (array['opened', 'paged', 'seen', 'acknowledged', 'replied', 'resolved'])[k], 'nurse-1',
  case k when 1 then e.level end, case k when 5 then e.message_id end, '', null
from escalation e, generate_series(1, 6) k;

insert into page (page_key, escalation_id, subject_id, step, recipient, channel, state, attempts,
  created_at, sent_at, round)
select e.id || '/0/' || k || '/nurse-1/sms', e.id, e.subject_id, k, 'nurse-1', 'sms', 'ACCEPTED', 1,
  e.created_at, e.created_at, 0
from escalation e, generate_series(1, 3) k;

insert into audit_event (id, at, actor_kind, actor, action, subject_id, object_kind, object_id,
  detail)
select pg_temp.id('audit', n), pg_temp.moment(n), 'assistant', 'assistant', 'replied',
  pg_temp.id('subject', pg_temp.patient(n)), 'message', pg_temp.timed(n), ''
from generate_series(1, ${messages}::bigint) n where n % 10 = 5;

insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
select (array['reply', 'pager', 'page', 'text'])[1 + n % 4], 'task-' || n,
  pg_temp.moment(${messages}) + n * interval '1 minute', false, 1, (array[50, 90, 90, 70])[1 + n % 4]
from generate_series(1, greatest(100, least(100000, ${messages} / 100))) n;
