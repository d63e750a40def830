/** Summaries are told from copies. */
package dev.dealcoach.service.contact;
