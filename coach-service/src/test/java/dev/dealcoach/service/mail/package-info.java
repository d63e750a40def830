/** Mails are read as they come. */
package dev.dealcoach.service.mail;
