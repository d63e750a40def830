/** The stores' contracts, on H2 and on a real PostgreSQL. */
package dev.dealcoach.service.figure;
