/** Tests of tables as spreadsheets have them. */
package dev.dealcoach.service.sheet;
