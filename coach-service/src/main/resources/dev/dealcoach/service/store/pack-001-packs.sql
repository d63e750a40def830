--liquibase formatted sql

--changeset dealcoach:packs
create table packs (
  id uuid primary key,
  number int unique,
  name varchar(100) not null,
  origin uuid references packs (id),
  state varchar(16) not null,
  revision int not null,
  note varchar(500) not null,
  pack_id varchar(100) not null,
  sha256 char(64) unique,
  created timestamp with time zone not null,
  touched timestamp with time zone not null,
  published timestamp with time zone
);
create table pack_files (
  pack uuid not null references packs (id),
  path varchar(200) not null,
  text text not null,
  primary key (pack, path)
);
create table pack_steps (
  number bigint generated always as identity primary key,
  pack uuid not null references packs (id),
  actor uuid references accounts (id),
  what varchar(16) not null,
  revision int not null,
  note varchar(500) not null,
  at timestamp with time zone not null
);
create index pack_steps_pack on pack_steps (pack, number);
create index pack_steps_actor on pack_steps (actor);
create table pack_in_force (
  id int primary key,
  number bigint not null,
  pack uuid references packs (id)
);

--changeset dealcoach:pack-trials
create table pack_trials (
  id uuid primary key,
  pack uuid not null references packs (id),
  revision int not null,
  asked_by uuid not null references accounts (id),
  scope varchar(100) not null,
  state varchar(16) not null,
  created timestamp with time zone not null,
  ended timestamp with time zone
);
create index pack_trials_pack on pack_trials (pack, created);
create index pack_trials_by on pack_trials (asked_by);
create table pack_trial_items (
  trial uuid not null references pack_trials (id),
  place int not null,
  review uuid references reviews (id),
  summary uuid references contact_summaries (id),
  state varchar(16) not null,
  changed boolean not null,
  difference text,
  primary key (trial, place)
);
create index pack_trial_items_review on pack_trial_items (review);
create index pack_trial_items_summary on pack_trial_items (summary);
create table pack_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamp with time zone,
  picked boolean not null,
  picked_by varchar(100),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  state varchar(100),
  primary key (task_name, task_instance)
);
create index pack_tasks_due on pack_tasks (execution_time);
create index pack_tasks_heartbeat on pack_tasks (last_heartbeat);
