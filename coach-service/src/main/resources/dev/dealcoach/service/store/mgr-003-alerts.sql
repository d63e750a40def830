--liquibase formatted sql

--changeset dealcoach:alerts
-- who looks after something in this moment: one process at a time
create table turns (
  name varchar(16) primary key,
  at timestamp with time zone not null
);
-- reps of whom something changed that alerts rest on; written in the same transaction
create table alert_checks (
  number bigint generated always as identity primary key,
  account uuid not null references accounts (id)
);
-- the cause makes sure that nobody is told the same twice, however many processes look
create table alerts (
  id uuid primary key,
  account uuid not null references accounts (id),
  kind varchar(16) not null,
  cause varchar(64) not null,
  contact uuid references contacts (id),
  threshold int not null,
  at timestamp with time zone not null,
  closed timestamp with time zone,
  closing varchar(16),
  closed_day date,
  unique (account, kind, cause)
);
create index alerts_at on alerts (at, id);
create index alerts_contact on alerts (contact);
create table alert_days (
  alert uuid not null references alerts (id),
  on_day date not null,
  figure int not null,
  primary key (alert, on_day)
);
create table alert_items (
  alert uuid not null references alerts (id),
  item varchar(32) not null,
  missing int not null,
  partial int not null,
  position int not null,
  primary key (alert, item)
);
create table alert_acknowledgements (
  alert uuid not null references alerts (id),
  account uuid not null references accounts (id),
  at timestamp with time zone not null,
  primary key (alert, account)
);
create table alert_assignments (
  number bigint generated always as identity primary key,
  alert uuid not null references alerts (id),
  assignee uuid not null references accounts (id),
  assigned_by uuid not null references accounts (id),
  due date,
  note varchar(1000) not null,
  at timestamp with time zone not null
);
create index alert_assignments_alert on alert_assignments (alert);

--changeset dealcoach:messages
-- that somebody is told something; its words are made when they are sent, from what it is about
create table tellings (
  id uuid primary key,
  account uuid not null references accounts (id),
  kind varchar(16) not null,
  cause varchar(64) not null,
  alert uuid references alerts (id),
  contact uuid references contacts (id),
  on_day date,
  at timestamp with time zone not null,
  unique (account, kind, cause)
);
create index tellings_alert on tellings (alert);
create index tellings_contact on tellings (contact);
create table messages (
  number bigint generated always as identity primary key,
  telling uuid not null references tellings (id),
  account uuid not null references accounts (id),
  channel varchar(40) not null,
  state varchar(16) not null,
  attempts int not null,
  due timestamp with time zone not null,
  tried timestamp with time zone,
  ended timestamp with time zone,
  problem varchar(64)
);
create index messages_state on messages (state, channel, account, number);
create index messages_tried on messages (channel, tried);
create index messages_telling on messages (telling);
create table message_wishes (
  account uuid primary key references accounts (id),
  channels varchar(400) not null,
  language varchar(8) not null,
  mail varchar(200) not null,
  quiet_from varchar(5) not null,
  quiet_until varchar(5) not null
);
