--liquibase formatted sql

--changeset dealcoach:corrected-scores
-- what holds after people have corrected; null while nothing was corrected
alter table contact_summary_items add column corrected varchar(16);
alter table contact_summaries add column corrected_score int;
alter table reviews add column corrected_gold int;
