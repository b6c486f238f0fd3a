-- An escalation can be about every category of the safety pack at once, however many there will be.
alter table escalation alter column categories set data type varchar(4000);
