/** A manager’s pages over HTTP, on the real service. */
package dev.dealcoach.service.web.team;
