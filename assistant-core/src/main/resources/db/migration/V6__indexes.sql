-- H2 makes an index for every foreign key by itself, PostgreSQL makes none. What a message, an alarm or a STOP
-- reads under its subject's lock must not grow with the age of the installation (ADR 0022).

-- The last messages of the patient, newest first: read for every message before it is stored.
create index message_subject on message(subject_id, author, at, seq);

-- The one before a new escalation; statistics by period.
create index escalation_subject on escalation(subject_id, resolved_at);
create index escalation_created on escalation(created_at);

-- The last text to a number: read at every STOP.
create index outbox_number on outbox(number_hash, id);

-- What is due, the most urgent first: read by every instance every second.
create index scheduled_tasks_priority on scheduled_tasks(priority desc, execution_time);

-- All of one subject: hand-over to another, export, erasure.
create index reply_subject on reply(subject_id);
create index feedback_subject on feedback(subject_id);
create index escalation_event_subject on escalation_event(subject_id);
create index page_subject on page(subject_id);
create index outbox_subject on outbox(subject_id);
create index subject_key_subject on subject_key(subject_id);
