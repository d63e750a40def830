/**
 * Words for what is lacking: what it is, what helps, which example shows how. In come flaws, out go
 * sentences in the reader's language that name no customer and no person.
 */
@NullMarked
package dev.dealcoach.service.web.lesson;

import org.jspecify.annotations.NullMarked;
