-- Since when it is not safe to call or text somebody, as they said; null: nothing is known. A clinician lifts it.
alter table subject add column contact_unsafe_at timestamp with time zone;
