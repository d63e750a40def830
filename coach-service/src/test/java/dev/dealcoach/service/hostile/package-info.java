/**
 * Files that harm careless programs, made on the spot, and the test that feeds them to the scan.
 */
package dev.dealcoach.service.hostile;
