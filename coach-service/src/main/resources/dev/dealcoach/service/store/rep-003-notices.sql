--liquibase formatted sql

--changeset dealcoach:notices
create table notices (
  id uuid primary key,
  account uuid not null references accounts (id),
  kind varchar(32) not null,
  link varchar(300) not null,
  detail varchar(300) not null,
  at timestamp with time zone not null,
  seen timestamp with time zone
);
create index notices_account on notices (account, at);
