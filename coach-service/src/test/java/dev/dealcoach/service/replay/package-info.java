/** Deals played back. */
package dev.dealcoach.service.replay;
