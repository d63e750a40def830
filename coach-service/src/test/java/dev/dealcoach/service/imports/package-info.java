/** Tables are read line by line. */
package dev.dealcoach.service.imports;
