-- What patients' own devices measured: one sealed page for each subject, thing measured and month (UTC), so that
-- a page is small enough to be made anew and a question opens only what it asks for.
create table measured_page (
  subject_id varchar(36) not null references subject(id),
  measured varchar(24) not null,               -- a code of ours, never a value
  page_month varchar(7) not null,              -- 2026-11
  rows_sealed bytea not null,
  key_id varchar(36) not null,
  changed_at timestamp with time zone not null,
  primary key (subject_id, measured, page_month)
);
