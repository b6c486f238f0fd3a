-- Who began a conversation for the patient, by the id of the RelatedPerson; null: the patient.
alter table conversation add column caregiver_id varchar(255);

-- The token that a portal handed over for reading a patient's record at the FHIR server; gone when it has ended.
create table record_token (
  subject_id varchar(36) primary key references subject(id),
  token_sealed bytea not null,
  key_id varchar(36) not null,
  scopes varchar(2000) not null,
  given_at timestamp with time zone not null,
  ends_at timestamp with time zone not null
);
