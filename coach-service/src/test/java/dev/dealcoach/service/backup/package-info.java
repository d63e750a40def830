/** Tests of the package. */
package dev.dealcoach.service.backup;
