-- What the watchdog reads every few seconds must not grow with the age of the installation.
create index page_state on page(state, created_at);
create index page_sent on page(sent_at);
