-- The question that waits for a patient's answer, one for each conversation; kept after its end, so that the
-- same is not asked again at once and a late answer is understood.
create table symptom_question (
  conversation_id varchar(36) primary key references conversation(id),
  subject_id varchar(36) not null references subject(id),
  message_id varchar(36) not null references message(id),   -- the message after which it stands so
  state_sealed bytea not null,
  key_id varchar(36) not null,
  at timestamp with time zone not null
);
create index symptom_question_subject on symptom_question(subject_id);
