-- Sessions of pages, shared by all instances and kept over a restart: Spring Session's own columns, and the lock on the screen.
create table page_session (
  primary_id varchar(36) primary key,
  session_id varchar(36) not null,              -- what the cookie names, with a proof beside it; another one after each sign-in
  creation_time bigint not null,                -- this and the next: milliseconds since 1970, as Spring Session keeps them
  last_access_time bigint not null,
  max_inactive_interval integer not null,       -- seconds
  expiry_time bigint not null,
  principal_name varchar(100),                  -- not used: who is signed in is sealed
  touched_at timestamp with time zone,          -- when a person last did something; null: nobody has signed in
  shut boolean default false not null           -- the screen is locked, until somebody signs in again
);
create unique index page_session_id on page_session(session_id);
create index page_session_expiry on page_session(expiry_time);

create table page_session_attributes (
  session_primary_id varchar(36) not null references page_session(primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,               -- text, sealed
  primary key (session_primary_id, attribute_name)
);
