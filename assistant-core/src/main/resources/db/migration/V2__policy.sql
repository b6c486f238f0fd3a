-- How often an attempt began although the one before it had no outcome: the process died in between,
-- and the receiver may have got the page twice.
alter table page add column repeats integer default 0 not null;
