--liquibase formatted sql

--changeset dealcoach:tasks
-- deal: what the task came from, so that the task goes with it
create table tasks (
  id uuid primary key,
  owner uuid not null references accounts (id),
  creator uuid not null references accounts (id),
  title varchar(200) not null,
  done_when varchar(500) not null,
  due date not null,
  origin varchar(16) not null,
  link varchar(300) not null,
  deal uuid references deals (id),
  made timestamp with time zone not null
);
create index tasks_owner on tasks (owner, due);
create index tasks_creator on tasks (creator, due);
create index tasks_deal on tasks (deal);
create table task_steps (
  number bigint generated always as identity primary key,
  task uuid not null references tasks (id),
  actor uuid not null references accounts (id),
  state varchar(16) not null,
  note varchar(500) not null,
  at timestamp with time zone not null
);
create index task_steps_task on task_steps (task, number);
create index task_steps_actor on task_steps (actor);

--changeset dealcoach:replays
create table replays (
  id uuid primary key,
  team uuid not null references teams (id),
  of_month varchar(7) not null,
  seed bigint not null,
  pool int not null,
  drawn_by uuid not null references accounts (id),
  at timestamp with time zone not null,
  unique (team, of_month)
);
create index replays_drawn_by on replays (drawn_by);
create table replay_deals (
  replay uuid not null references replays (id),
  deal uuid not null references deals (id),
  place int not null,
  primary key (replay, deal)
);
create index replay_deals_deal on replay_deals (deal);
create table replay_marks (
  id uuid primary key,
  replay uuid not null references replays (id),
  deal uuid not null references deals (id),
  author uuid not null references accounts (id),
  event varchar(80) not null,
  note varchar(500) not null,
  at timestamp with time zone not null
);
create index replay_marks_replay on replay_marks (replay, at);
create index replay_marks_deal on replay_marks (deal);
create index replay_marks_author on replay_marks (author);
create table replay_actions (
  id uuid primary key,
  replay uuid not null references replays (id),
  deal uuid not null references deals (id),
  chosen_by uuid not null references accounts (id),
  title varchar(200) not null,
  link varchar(300) not null,
  example uuid references examples (id),
  at timestamp with time zone not null
);
create index replay_actions_replay on replay_actions (replay, at);
create index replay_actions_deal on replay_actions (deal);
create index replay_actions_chosen_by on replay_actions (chosen_by);
create index replay_actions_example on replay_actions (example);
