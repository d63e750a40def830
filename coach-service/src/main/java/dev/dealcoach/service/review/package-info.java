/**
 * The flow, in one place: a parsed document and the customer's statements enter, a {@link
 * dev.dealcoach.service.review.Review} leaves. Pure; the stages live in packages of their own and
 * know nothing of each other's insides.
 */
package dev.dealcoach.service.review;
