/**
 * The database and the folder of files behind the ports of people, audit, deal, proposal and blob:
 * JDBI on H2 and PostgreSQL, one schema that Liquibase brings up to date. Instants are stored to
 * the microsecond. Knows no HTTP; decides nothing about who may see what, it only applies a {@link
 * dev.dealcoach.service.people.Sight}.
 */
@NullMarked
package dev.dealcoach.service.store;

import org.jspecify.annotations.NullMarked;
