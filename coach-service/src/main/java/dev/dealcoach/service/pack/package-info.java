/**
 * Rule packs in the trainers' workspace: copied, edited, checked, tried on past work, published by
 * two people, put in force for every process at once. Files and what people do with them enter; the
 * judges of the pack in force leave. Knows neither pages nor the database.
 */
@NullMarked
package dev.dealcoach.service.pack;

import org.jspecify.annotations.NullMarked;
