/** Who needs help, and who is told of it. */
package dev.dealcoach.service.alert;
