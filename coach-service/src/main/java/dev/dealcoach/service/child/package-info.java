/**
 * Untrusted work in processes of its own. A {@link dev.dealcoach.service.child.ChildTask} is a
 * function from bytes to bytes that may hang, run out of memory or crash; a {@link
 * dev.dealcoach.service.child.ChildPool} runs it in a bounded number of child JVMs, each used for
 * many tasks, and answers every request with bytes or a typed failure. What enters is a request and
 * its time limit; what leaves is a {@link dev.dealcoach.service.child.ChildAnswer}. Must not know
 * what the tasks do: reading documents is one kind, others are classes that implement the same
 * interface.
 *
 * <p>Parent and child speak in length-prefixed frames over the child's standard input and output. A
 * child that ends, is killed, or writes anything else is replaced. When the parent ends, its
 * children read the end of their input and end too.
 */
package dev.dealcoach.service.child;
