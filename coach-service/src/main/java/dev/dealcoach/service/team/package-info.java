/**
 * What a manager is told of the people in his or her teams. In goes whose work may be seen ({@link
 * dev.dealcoach.service.people.Sight}); out go figures and reviews, never more than that. Knows
 * neither HTTP nor database.
 */
@NullMarked
package dev.dealcoach.service.team;

import org.jspecify.annotations.NullMarked;
