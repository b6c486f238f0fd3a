-- What replies by text are counted by, so that they end.
alter table outbox add column text_hash varchar(64);                 -- of what goes out, keyed and bound to the number; null: not counted
alter table outbox add column linked boolean default true not null;  -- whether the number was a patient's
create index outbox_same on outbox(number_hash, text_hash, created_at);
create index outbox_linked on outbox(linked, created_at);
