-- A hash of 64 characters, a slash and a number of up to 32 that is ours.
alter table conversation alter column sms_thread set data type varchar(97);
