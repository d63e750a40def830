--liquibase formatted sql

--changeset dealcoach:corrected-scores
-- what holds after people have corrected; null while nothing was corrected
alter table contact_summary_items add column corrected varchar(16);
alter table contact_summaries add column corrected_score int;
-- whether the summary is kept without being scored; null while filler and copy_of say it
alter table contact_summaries add column corrected_aside boolean;
alter table reviews add column corrected_gold int;

--changeset dealcoach:corrections
create table review_points (
  review uuid not null references reviews (id),
  point varchar(32) not null,
  corrected boolean not null,
  primary key (review, point)
);
create table score_disputes (
  id uuid primary key,
  contact uuid references contacts (id),
  summary uuid references contact_summaries (id),
  review uuid references reviews (id),
  item varchar(32) not null,
  author uuid not null references accounts (id),
  text varchar(2000) not null,
  disputed varchar(16) not null,
  file char(64) references blobs (sha256),
  file_name varchar(300) not null,
  trainers boolean not null,
  state varchar(16) not null,
  at timestamp with time zone not null,
  ended timestamp with time zone,
  unique (summary, item),
  unique (review, item)
);
create index score_disputes_contact on score_disputes (contact);
create index score_disputes_author on score_disputes (author);
create index score_disputes_state on score_disputes (state, at);
create table score_corrections (
  id uuid primary key,
  number bigint generated always as identity,
  contact uuid references contacts (id),
  summary uuid references contact_summaries (id),
  review uuid references reviews (id),
  item varchar(32) not null,
  kind varchar(16) not null,
  machine varchar(16) not null,
  given varchar(16) not null,
  reason varchar(500) not null,
  author uuid not null references accounts (id),
  dispute uuid references score_disputes (id),
  at timestamp with time zone not null
);
create index score_corrections_contact on score_corrections (contact);
create index score_corrections_summary on score_corrections (summary);
create index score_corrections_review on score_corrections (review);
create index score_corrections_author on score_corrections (author);
create index score_corrections_dispute on score_corrections (dispute);
