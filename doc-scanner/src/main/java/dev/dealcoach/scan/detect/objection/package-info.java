/**
 * Which worries a proposal raises and what it says to each: a segmented document enters, worries
 * with the text that follows them as their answer leave. Every stretch that may raise a worry is a
 * {@link dev.dealcoach.scan.detect.objection.Unit}; a trained model judges it by its words, an
 * encoder by what it means in its surroundings, another model by where it stands among its
 * neighbours, and the last tells an answer from soothing. Must not know evidence, points, scores or
 * wording.
 */
@org.jspecify.annotations.NullMarked
package dev.dealcoach.scan.detect.objection;
