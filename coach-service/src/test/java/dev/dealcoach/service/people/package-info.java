/** Teams as a tree. */
package dev.dealcoach.service.people;
