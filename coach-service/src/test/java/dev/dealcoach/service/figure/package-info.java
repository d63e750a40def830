/** The definitions of figures, at their edges. */
package dev.dealcoach.service.figure;
