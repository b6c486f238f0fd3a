-- The last readings that a patient told in a conversation, and how the question stands whether to keep them: kept
-- only after a yes, and taken out again on request.
create table told_offer (
  conversation_id varchar(36) primary key references conversation(id),
  subject_id varchar(36) not null references subject(id),
  message_id varchar(36) not null references message(id),   -- the message after which it stands so
  state varchar(16) not null,
  readings_sealed bytea not null,
  key_id varchar(36) not null,
  at timestamp with time zone not null
);
create index told_offer_subject on told_offer(subject_id);
