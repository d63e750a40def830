/** How messages leave the house. */
package dev.dealcoach.service.dispatch;
