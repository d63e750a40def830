/** How well machine and people agree. */
package dev.dealcoach.service.correction;
