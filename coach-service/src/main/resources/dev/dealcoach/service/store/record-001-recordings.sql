--liquibase formatted sql

--changeset dealcoach:recordings
create table contact_facts (
  contact uuid primary key references contacts (id),
  consent boolean not null,
  action varchar(64),
  confirmed boolean not null,
  photo char(64) references blobs (sha256)
);
create table recordings (
  id uuid primary key,
  contact uuid not null references contacts (id),
  audio char(64) not null references blobs (sha256),
  language varchar(8) not null,
  state varchar(16) not null,
  attempts int not null,
  refusal varchar(40),
  seconds double precision,
  doubtful boolean,
  transcript text,
  loudness double precision,
  print text,
  accepted timestamp with time zone not null,
  ended timestamp with time zone
);
create index recordings_contact on recordings (contact, accepted);
create index recordings_state on recordings (state);
create table recording_flags (
  recording uuid not null references recordings (id),
  flag varchar(16) not null,
  repeats uuid,
  primary key (recording, flag)
);
create table recording_corrections (
  id uuid primary key,
  recording uuid not null references recordings (id),
  place int not null,
  text varchar(60) not null,
  corrected_by uuid not null references accounts (id),
  at timestamp with time zone not null,
  number int not null,
  unique (recording, number)
);

--changeset dealcoach:recording-jobs
create table recording_tasks (
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
create index recording_tasks_due on recording_tasks (execution_time);
create index recording_tasks_heartbeat on recording_tasks (last_heartbeat);

--changeset dealcoach:speakers
create table speakers (
  account uuid primary key references accounts (id),
  language varchar(8) not null
);
