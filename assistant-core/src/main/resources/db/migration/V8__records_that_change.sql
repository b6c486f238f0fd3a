-- Ids that come from outside are as long as their senders make them: 64 is FHIR's limit, not the world's.
alter table subject alter column patient_id set data type varchar(255);
alter table audit_event alter column actor set data type varchar(255);
alter table audit_event alter column object_id set data type varchar(400);
alter table conversation alter column taken_over_by set data type varchar(255);
alter table message alter column author_id set data type varchar(255);
alter table message alter column on_behalf_of set data type varchar(255);
alter table escalation alter column assignee set data type varchar(255);
alter table escalation alter column acknowledged_by set data type varchar(255);
alter table escalation_event alter column actor set data type varchar(255);
alter table escalation_event alter column page_key set data type varchar(400);
alter table page alter column recipient set data type varchar(255);
alter table page alter column page_key set data type varchar(400);
alter table scheduled_tasks alter column task_instance set data type varchar(400);

-- Who a record is about, sealed apart, so that a name or a language needs no reading of the whole record; and
-- when the source made it.
alter table record_snapshot add column person_sealed bytea;
alter table record_snapshot add column as_of timestamp with time zone;

-- A number in the records of several patients is linked to none of them.
alter table phone_number add column shared boolean default false not null;
