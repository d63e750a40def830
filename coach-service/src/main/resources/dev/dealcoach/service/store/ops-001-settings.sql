--liquibase formatted sql

--changeset dealcoach:settings
create table settings (
  name varchar(100) primary key,
  amount bigint not null,
  changed timestamp with time zone not null,
  changed_by uuid not null
);
