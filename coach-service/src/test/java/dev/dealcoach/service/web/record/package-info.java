/** Recordings over HTTP and in a real browser, on the real service with the real libvosk. */
package dev.dealcoach.service.web.record;
