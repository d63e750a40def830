/**
 * The command line: arguments enter, results leave on standard output and nothing else does; exit
 * status 0, 2 for input that cannot be used (one line on standard error says why), 1 for a failure
 * of ours. Needs no server, database or network, and must not load Dropwizard. Must not know how
 * documents are read or what is found in them.
 */
package dev.dealcoach.service.cli;
