-- The order in which texts to a number were written, whatever the clocks of the instances said that wrote them. Those
-- of former versions have none and come first, by their ids.
alter table outbox add column seq bigint;
