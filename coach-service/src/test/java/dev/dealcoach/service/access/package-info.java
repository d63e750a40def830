/** Who sees what. */
package dev.dealcoach.service.access;
