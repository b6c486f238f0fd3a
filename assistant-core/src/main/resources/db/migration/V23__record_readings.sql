-- Up to when each type of a patient's record is known at the FHIR server: what the next reading goes on from.
-- Nothing of the record itself.
create table record_reading (
  subject_id varchar(36) primary key references subject(id),
  state varchar(8000) not null,                    -- JSON, by resource type
  read_at timestamp with time zone not null,
  tried_at timestamp with time zone not null   -- the last reading, also one that failed: who is next
);
create index record_reading_tried_at on record_reading(tried_at);
