/** Deals over HTTP and in the browser, on the real service. */
package dev.dealcoach.service.web.deals;
