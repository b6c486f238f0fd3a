-- A page that cannot be opened is never written over: what is new of its month goes to a page beside it, 2026-11.2.
alter table measured_page alter column page_month set data type varchar(12);
