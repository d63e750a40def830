/**
 * The pages and the HTTP interface of tasks. A manager sets them to people of the own teams; who
 * has one marks it done. In come forms and JSON, out go pages and JSON of what the viewer sees.
 */
@NullMarked
package dev.dealcoach.service.web.tasks;

import org.jspecify.annotations.NullMarked;
