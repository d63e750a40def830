--liquibase formatted sql
-- The same text for H2 and PostgreSQL; what only one of them knows says so with dbms.

--changeset dealcoach:people
create table accounts (
  id uuid primary key,
  sign_in varchar(100) not null unique,
  name varchar(200) not null,
  role varchar(16) not null,
  active boolean not null,
  created timestamp with time zone not null,
  secret varchar(300) not null,
  failures int not null,
  locked_until timestamp with time zone
);
create table teams (
  id uuid primary key,
  name varchar(200) not null,
  parent uuid references teams (id)
);
create table memberships (
  id uuid primary key,
  account uuid not null references accounts (id),
  team uuid not null references teams (id),
  leads boolean not null,
  since timestamp with time zone not null,
  until timestamp with time zone
);
create index memberships_account on memberships (account, team);
create index memberships_team on memberships (team);
create table sessions (
  id char(64) primary key,
  account uuid not null references accounts (id),
  csrf varchar(64) not null,
  created timestamp with time zone not null,
  last_seen timestamp with time zone not null
);
create index sessions_account on sessions (account);
create table api_tokens (
  id uuid primary key,
  account uuid not null references accounts (id),
  name varchar(200) not null,
  token char(64) not null unique,
  created timestamp with time zone not null,
  expires timestamp with time zone,
  last_used timestamp with time zone
);
create index api_tokens_account on api_tokens (account);

--changeset dealcoach:audit
create table audit_log (
  number bigint generated always as identity primary key,
  at timestamp with time zone not null,
  actor uuid,
  what varchar(32) not null,
  kind varchar(32) not null,
  subject varchar(100) not null,
  detail varchar(200) not null
);
create index audit_log_subject on audit_log (kind, subject);

--changeset dealcoach:audit-append-only-postgresql dbms:postgresql splitStatements:false
create function audit_log_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log cannot be altered';
end $$;
create trigger audit_log_append_only before update or delete or truncate on audit_log
  for each statement execute function audit_log_is_append_only();

--changeset dealcoach:audit-append-only-h2 dbms:h2
create trigger audit_log_append_only before update, delete on audit_log
  for each row call "dev.dealcoach.service.store.AppendOnly";

--changeset dealcoach:deals
create table customers (
  id uuid primary key,
  name varchar(200) not null,
  industry varchar(100) not null,
  created timestamp with time zone not null,
  unique (name, industry)
);
create table deals (
  id uuid primary key,
  customer uuid not null references customers (id),
  owner uuid not null references accounts (id),
  title varchar(200) not null,
  product varchar(200) not null,
  stage varchar(16) not null,
  outcome varchar(16) not null,
  first_contact date,
  first_quote date,
  created timestamp with time zone not null,
  closed timestamp with time zone
);
create index deals_owner on deals (owner, created);
create index deals_created on deals (created, id);
create table statements (
  id uuid primary key,
  deal uuid not null references deals (id),
  author uuid not null references accounts (id),
  source varchar(16) not null,
  text varchar(4000) not null,
  at timestamp with time zone not null,
  position int not null
);
create index statements_deal on statements (deal, at);

--changeset dealcoach:proposals
create table blobs (
  sha256 char(64) primary key,
  bytes bigint not null,
  created timestamp with time zone not null
);
create table proposals (
  id uuid primary key,
  deal uuid not null references deals (id),
  title varchar(200) not null,
  created timestamp with time zone not null
);
create index proposals_deal on proposals (deal);
create table proposal_versions (
  id uuid primary key,
  proposal uuid not null references proposals (id),
  number int not null,
  file_name varchar(300) not null,
  document char(64) not null references blobs (sha256),
  handed_in_by uuid not null references accounts (id),
  handed_in timestamp with time zone not null,
  statements text not null,
  unique (proposal, number)
);
create index proposal_versions_by on proposal_versions (handed_in_by, handed_in);
create table reviews (
  id uuid primary key,
  version uuid not null references proposal_versions (id),
  state varchar(16) not null,
  attempts int not null,
  refusal varchar(40),
  type varchar(16),
  gold int,
  pack_id varchar(100),
  pack_sha256 char(64),
  blocks text,
  ended timestamp with time zone
);
create index reviews_version on reviews (version);
create table review_wordings (
  review uuid not null references reviews (id),
  language varchar(8) not null,
  report text not null,
  notes text not null,
  primary key (review, language)
);

--changeset dealcoach:requests
create table creations (
  account uuid not null references accounts (id),
  request_key varchar(200) not null,
  fingerprint char(64) not null,
  created_id uuid not null,
  at timestamp with time zone not null,
  primary key (account, request_key)
);

--changeset dealcoach:jobs
create table scheduled_tasks (
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
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
