@org.jspecify.annotations.NullMarked
package dev.dealcoach.service.retrieval;
