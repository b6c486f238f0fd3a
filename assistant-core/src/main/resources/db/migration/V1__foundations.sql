-- One SQL for H2 (PostgreSQL mode) and PostgreSQL: no partial indexes, no RETURNING, no upserts with targets.
-- Texts and facts of a person are only ever here as sealed bytes (…_sealed) beside the id of the key that opens them.

create table subject (
  id varchar(36) primary key,
  patient_id varchar(64) unique,               -- the record's id; null for a number that is not yet a patient
  key_id varchar(36) not null,                 -- the key that seals everything of this subject
  created_at timestamp with time zone not null,
  erased_at timestamp with time zone
);

create table subject_key (
  id varchar(36) primary key,
  subject_id varchar(36) not null references subject(id),
  wrapped bytea,                               -- wrapped by the key-encryption key; null once destroyed
  master_key_id varchar(64) not null,
  created_at timestamp with time zone not null
);

create table phone_number (
  number_hash varchar(64) primary key,         -- keyed hash of the E.164 form
  subject_id varchar(36) not null references subject(id),
  number_sealed bytea not null,
  key_id varchar(36) not null,
  linked boolean not null,                     -- true: known to be this patient's; record data may be texted
  opted_out_at timestamp with time zone,
  last_refusal_at timestamp with time zone,    -- one refusal text an hour
  created_at timestamp with time zone not null
);
create index phone_number_subject on phone_number(subject_id);

create table consent (
  id varchar(36) primary key,
  subject_id varchar(36) not null references subject(id),
  purpose varchar(32) not null,
  granted boolean not null,
  version varchar(32) not null,
  at timestamp with time zone not null
);
create index consent_subject on consent(subject_id, purpose, at);

create table audit_event (
  id varchar(36) primary key,
  at timestamp with time zone not null,
  actor_kind varchar(16) not null,             -- patient, provider, assistant, system
  actor varchar(64) not null,
  action varchar(48) not null,
  subject_id varchar(36),
  object_kind varchar(32) not null,
  object_id varchar(128) not null,
  detail varchar(400) not null                 -- ids and codes only, never a text
);
create index audit_subject on audit_event(subject_id, at);

create table record_snapshot (
  subject_id varchar(36) primary key references subject(id),
  record_sealed bytea not null,
  risk_sealed bytea not null,
  key_id varchar(36) not null,
  content_hash varchar(64) not null,
  imported_at timestamp with time zone not null
);

create table conversation (
  id varchar(36) primary key,
  subject_id varchar(36) not null references subject(id),
  channel varchar(8) not null,                 -- web, sms
  own_number varchar(32),                      -- the number of ours it is held with, by SMS
  sms_thread varchar(80) unique,               -- subject and own number: one SMS conversation without end
  number_hash varchar(64),                     -- the number of theirs, by SMS
  language varchar(8) not null,
  started_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  next_seq bigint not null,
  taken_over_by varchar(64),
  lease_owner varchar(36),
  lease_until timestamp with time zone
);
create index conversation_subject on conversation(subject_id, last_at);

create table message (
  id varchar(36) primary key,
  conversation_id varchar(36) not null references conversation(id),
  subject_id varchar(36) not null references subject(id),
  seq bigint not null,
  channel varchar(8) not null,
  author varchar(16) not null,                 -- patient, assistant, provider
  author_id varchar(64),                       -- the provider's id
  on_behalf_of varchar(64),                    -- the patient, when a proxy writes
  text_sealed bytea not null,
  key_id varchar(36) not null,
  text_hash varchar(64),                       -- keyed; tells "another text" under a repeated id
  client_message_id varchar(128),
  gateway varchar(32),
  provider_message_id varchar(128),
  level varchar(16),                           -- this message alone; patient messages only
  decision_sealed bytea,
  outcome varchar(16),                         -- how it is to be answered: answer, silent, fixed, refusal
  late_vectors boolean not null default false,
  at timestamp with time zone not null,
  seen_at timestamp with time zone,
  delivery varchar(16),
  changed_at timestamp with time zone not null,
  unique (conversation_id, seq),
  unique (conversation_id, client_message_id),
  unique (gateway, provider_message_id)
);
create index message_changed on message(changed_at);

create table reply (
  id varchar(36) primary key,
  message_id varchar(36) not null references message(id),   -- the message replied to
  purpose varchar(16) not null,                -- ANSWER, RAISE
  reply_message_id varchar(36) references message(id),      -- what the patient reads; null when nothing is said
  subject_id varchar(36) not null references subject(id),
  action varchar(16) not null,
  mode varchar(16) not null,
  language varchar(8) not null,
  release_id varchar(80) not null,
  rule_pack_id varchar(80) not null,
  turn_sealed bytea not null,                  -- the Turn as shown: sentences, citations, disclosures
  key_id varchar(36) not null,
  at timestamp with time zone not null,
  unique (message_id, purpose)
);
create index reply_message on reply(reply_message_id);

create table feedback (
  id varchar(36) primary key,
  message_id varchar(36) not null references message(id),
  subject_id varchar(36) not null references subject(id),
  rating varchar(8) not null,
  reason_sealed bytea,
  comment_sealed bytea,
  key_id varchar(36) not null,
  at timestamp with time zone not null
);

create table escalation (
  id varchar(36) primary key,
  subject_id varchar(36) not null references subject(id),
  open_subject varchar(36) unique,             -- the subject while unresolved, null after: at most one open each
  conversation_id varchar(36) not null references conversation(id),
  message_id varchar(36) not null references message(id),   -- the message that set its level
  former_id varchar(36),                       -- the resolved one before it
  level varchar(16) not null,
  categories varchar(400) not null,
  state varchar(16) not null,
  human_requested boolean not null,
  created_at timestamp with time zone not null,
  level_at timestamp with time zone not null,  -- when its level was last raised: the steps count from here
  reply_by timestamp with time zone not null,
  assignee varchar(64),
  acknowledged_by varchar(64),
  acknowledged_at timestamp with time zone,
  contacted_at timestamp with time zone,
  resolved_at timestamp with time zone,
  outcome varchar(24),
  alert_right boolean,
  round integer not null,                      -- how often the steps were started anew
  changed_at timestamp with time zone not null
);
create index escalation_changed on escalation(changed_at);
create index escalation_state on escalation(state, level, created_at);

create table escalation_event (
  id varchar(36) primary key,
  escalation_id varchar(36) not null references escalation(id),
  subject_id varchar(36) not null references subject(id),
  at timestamp with time zone not null,
  kind varchar(24) not null,
  actor varchar(64) not null,
  from_level varchar(16),
  to_level varchar(16),
  message_id varchar(36),
  detail varchar(200) not null,                -- codes only
  text_sealed bytea,                           -- a note's or a reason's text
  key_id varchar(36)
);
create index escalation_event_of on escalation_event(escalation_id, at);

create table page (
  page_key varchar(160) primary key,           -- escalation, round, step, recipient, channel
  escalation_id varchar(36) not null references escalation(id),
  subject_id varchar(36) not null references subject(id),
  step integer not null,
  recipient varchar(64) not null,
  channel varchar(16) not null,
  state varchar(16) not null,                  -- PENDING, SENDING, ACCEPTED, FAILED
  attempts integer not null,
  error varchar(80),
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone
);
create index page_escalation on page(escalation_id);

create table outbox (
  id varchar(36) primary key,
  send_key varchar(160) not null unique,       -- what is sent once: message and purpose
  subject_id varchar(36) not null references subject(id),
  conversation_id varchar(36) not null references conversation(id),
  message_id varchar(36) not null references message(id),
  number_hash varchar(64) not null,
  purpose varchar(16) not null,                -- EMERGENCY, ANSWER, PROVIDER, KEYWORD, REFUSAL
  own_number varchar(32) not null,
  text_sealed bytea not null,                  -- as it goes out, already shaped to segments
  key_id varchar(36) not null,
  state varchar(16) not null,                  -- PENDING, SENDING, ACCEPTED, DELIVERED, FAILED, UNKNOWN, SUPPRESSED
  attempts integer not null,
  error varchar(80),
  gateway_id varchar(128),
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  changed_at timestamp with time zone not null
);
create index outbox_message on outbox(message_id);
create index outbox_state on outbox(state, created_at);

create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(200) not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(100),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on scheduled_tasks(execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks(last_heartbeat);
