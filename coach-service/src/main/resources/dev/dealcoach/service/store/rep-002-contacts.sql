--liquibase formatted sql

--changeset dealcoach:contacts
create table contacts (
  id uuid primary key,
  deal uuid not null references deals (id),
  author uuid not null references accounts (id),
  kind varchar(16) not null,
  people varchar(200) not null,
  held timestamp with time zone not null,
  created timestamp with time zone not null
);
create index contacts_deal on contacts (deal, held);
create index contacts_author on contacts (author, held);
create index contacts_created on contacts (created, id);
create table contact_summaries (
  id uuid primary key,
  contact uuid not null references contacts (id),
  number int not null,
  text text not null,
  language varchar(8) not null,
  score int not null,
  filler boolean not null,
  copy_of uuid,
  likeness int,
  pack_id varchar(100) not null,
  pack_sha256 char(64) not null,
  models text not null,
  at timestamp with time zone not null,
  unique (contact, number)
);
create table contact_summary_items (
  summary uuid not null references contact_summaries (id),
  item varchar(32) not null,
  status varchar(16) not null,
  position int not null,
  primary key (summary, item)
);
create table contact_summary_wordings (
  summary uuid not null references contact_summaries (id),
  language varchar(8) not null,
  report text not null,
  primary key (summary, language)
);
