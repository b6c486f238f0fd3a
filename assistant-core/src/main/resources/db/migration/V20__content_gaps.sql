-- How often something was asked that the library does not cover. No word of a patient, nothing of who asked.
create table content_gap (
  asked_on date not null,                       -- the clinic's day
  topic varchar(200) not null,                  -- the topic that comes nearest; empty: none does
  language varchar(8) not null,
  asked bigint not null,
  primary key (asked_on, topic, language)
);
