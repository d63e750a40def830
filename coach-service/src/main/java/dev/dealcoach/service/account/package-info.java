/**
 * How a person or a program shows who it is: passwords, sessions and API tokens, with lock-out and
 * idle limit. Passwords and tokens go in, who asks comes out; neither is kept as it is. Knows the
 * ports of people and audit; knows no HTTP and decides nothing about what anybody may do.
 */
@NullMarked
package dev.dealcoach.service.account;

import org.jspecify.annotations.NullMarked;
