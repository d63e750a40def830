/** Text on paper. */
package dev.dealcoach.service.paper;
