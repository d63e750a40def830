/** The honours board. */
package dev.dealcoach.service.honours;
