/**
 * The honours board as a page and as JSON. Everybody in a branch of the tree sees its board; the
 * sentences behind it only who may see them anyway.
 */
@NullMarked
package dev.dealcoach.service.web.honours;

import org.jspecify.annotations.NullMarked;
