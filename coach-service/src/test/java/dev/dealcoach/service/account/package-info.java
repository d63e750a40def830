/** Passwords, sessions and tokens. */
package dev.dealcoach.service.account;
