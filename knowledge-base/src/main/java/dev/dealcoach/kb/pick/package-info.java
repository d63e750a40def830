/**
 * From what a review lacks to the examples that answer it. Rule ids and facts of the deal enter; up
 * to three examples leave, each with the finding it answers and the place in it that does. The
 * choice itself is pure; only {@link dev.dealcoach.kb.pick.ExamplePicker} asks the index. Knows
 * nothing of how findings are made and of the web.
 */
package dev.dealcoach.kb.pick;
