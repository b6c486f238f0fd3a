-- What is written back to the FHIR server: one row a resource, in its latest form, sealed. Stored in the transaction
-- that accepts what it tells of, so that nothing is lost; a task sends it.
create table written_resource (
  id varchar(36) primary key,                  -- also our identifier of it at the server
  subject_id varchar(36) not null references subject(id),
  type varchar(32) not null,                   -- as FHIR names it
  about varchar(64) not null unique,           -- keyed hash of what it tells of: one resource each
  content_sealed bytea not null,
  key_id varchar(36) not null,
  version integer not null,                    -- goes up with each new form of it
  state varchar(16) not null,
  tried boolean not null,                      -- whether the server may have it
  server_id varchar(64) not null,              -- its id there; empty: not known
  failures integer not null,                   -- in a row, of the present form
  error varchar(80),
  due_at timestamp with time zone not null,
  accepted_at timestamp with time zone not null,   -- when the present form was stored
  changed_at timestamp with time zone not null
);
create index written_resource_due on written_resource(subject_id, due_at);
create index written_resource_state on written_resource(state, accepted_at);
