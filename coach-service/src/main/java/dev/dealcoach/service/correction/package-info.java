/**
 * What people say of the machine's scores: managers confirm or change an item of a summary or a
 * point of a proposal, or judge it blind; who did the work may dispute it, and somebody else
 * decides. In come what a person says and what the machine said; out go what holds, what waits for
 * a manager, and how well machine and people agree. Knows neither HTTP nor how the machine judges.
 */
@NullMarked
package dev.dealcoach.service.correction;

import org.jspecify.annotations.NullMarked;
