-- The texts of articles as answers cited them, by release: they are read for ever, whatever becomes of the release.
create table article_text (
  hash varchar(64) primary key,                 -- SHA-256 of the content
  content text not null                         -- JSON: title, publisher, sections; nothing of a patient
);
create table cited_article (
  release_id varchar(64) not null,
  article_id varchar(200) not null,
  hash varchar(64) not null references article_text(hash),
  primary key (release_id, article_id)
);
