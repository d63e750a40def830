/**
 * The fifth stage: what was found and the points enter; findings leave, each with its rule, the
 * message and the advice in the reader's language, and its place. Pure; all wording comes from the
 * rule pack. Must not know files, the web or the store.
 */
package dev.dealcoach.service.coach;
