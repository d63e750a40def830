--liquibase formatted sql

--changeset dealcoach:figure-changes
-- a rep's day on which something changed that figures rest on, as an instant of it or as its date;
-- written in the same transaction
create table figure_changes (
  number bigint generated always as identity primary key,
  account uuid not null,
  at timestamp with time zone,
  held_on date
);

--changeset dealcoach:figures
-- what the rows below were made for, and the lock of who makes them
create table figure_state (
  id int primary key,
  zone varchar(64) not null,
  definition int not null
);
-- sums of what a rep did on a day; part is when the rep's teams last changed before it was done
create table rep_days (
  account uuid not null references accounts (id),
  on_day date not null,
  part timestamp with time zone not null,
  contacts int not null,
  scores varchar(2000) not null,
  missing varchar(2000) not null,
  partial varchar(2000) not null,
  actions int not null,
  confirmed int not null,
  proposals int not null,
  gold_sum int not null,
  quoted int not null,
  warm_up_days int not null,
  findings varchar(20000) not null,
  primary key (account, on_day, part)
);
create index rep_days_day on rep_days (on_day);
-- the same of whole months; on_day is the first
create table rep_months (
  account uuid not null references accounts (id),
  on_day date not null,
  part timestamp with time zone not null,
  contacts int not null,
  scores varchar(2000) not null,
  missing varchar(2000) not null,
  partial varchar(2000) not null,
  actions int not null,
  confirmed int not null,
  proposals int not null,
  gold_sum int not null,
  quoted int not null,
  warm_up_days int not null,
  findings varchar(20000) not null,
  primary key (account, on_day, part)
);
create index rep_months_day on rep_months (on_day);
create index proposal_versions_handed_in on proposal_versions (handed_in);
-- how often each rule is in the findings of a review, as its report says
create table review_rules (
  review uuid primary key references reviews (id),
  rules varchar(20000) not null
);

--changeset dealcoach:figure-weeks
-- the same of weeks, cut where a month begins; on_day is the first
create table rep_weeks (
  account uuid not null references accounts (id),
  on_day date not null,
  part timestamp with time zone not null,
  contacts int not null,
  scores varchar(2000) not null,
  missing varchar(2000) not null,
  partial varchar(2000) not null,
  actions int not null,
  confirmed int not null,
  proposals int not null,
  gold_sum int not null,
  quoted int not null,
  warm_up_days int not null,
  findings varchar(20000) not null,
  primary key (account, on_day, part)
);
create index rep_weeks_day on rep_weeks (on_day);
