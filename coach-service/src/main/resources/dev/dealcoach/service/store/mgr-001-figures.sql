--liquibase formatted sql

--changeset dealcoach:figure-changes
-- a rep's day on which something changed that figures rest on; written in the same transaction
create table figure_changes (
  number bigint generated always as identity primary key,
  account uuid not null,
  at timestamp with time zone not null
);
