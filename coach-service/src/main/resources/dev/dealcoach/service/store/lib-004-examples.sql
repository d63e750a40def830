--liquibase formatted sql

--changeset dealcoach:examples
create table library_clock (
  id int primary key,
  number bigint not null,
  swept bigint not null
);
create table examples (
  id uuid primary key,
  name varchar(256) not null unique,
  state varchar(16) not null,
  latest int not null,
  shown int,
  deal uuid references deals (id),
  author uuid references accounts (id),
  link varchar(300) not null,
  review_by date,
  created timestamp with time zone not null,
  touched timestamp with time zone not null,
  change_number bigint not null
);
create index examples_change on examples (change_number);
create index examples_state on examples (state, touched);
create index examples_deal on examples (deal);
create index examples_author on examples (author);
create table example_versions (
  example uuid not null references examples (id),
  number int not null,
  text text not null,
  language varchar(8) not null,
  why text not null,
  industry varchar(100) not null,
  product varchar(200) not null,
  stage varchar(50) not null,
  shows varchar(2000) not null,
  tags varchar(2000) not null,
  seller varchar(200) not null,
  seller_rank int,
  made_on date,
  outcome varchar(50) not null,
  customer varchar(64) not null,
  at timestamp with time zone not null,
  primary key (example, number)
);
create table example_steps (
  number bigint generated always as identity primary key,
  example uuid not null references examples (id),
  actor uuid references accounts (id),
  what varchar(16) not null,
  version int not null,
  reason varchar(500) not null,
  at timestamp with time zone not null
);
create index example_steps_example on example_steps (example, number);
create index example_steps_actor on example_steps (actor);
create table example_uses (
  example uuid not null references examples (id),
  account uuid not null references accounts (id),
  used_on date not null,
  kind varchar(16) not null,
  primary key (example, account, used_on, kind)
);
create index example_uses_account on example_uses (account);
create table example_wants (
  review uuid not null references reviews (id),
  finding varchar(100) not null,
  industry varchar(100) not null,
  found int not null,
  primary key (review, finding)
);
