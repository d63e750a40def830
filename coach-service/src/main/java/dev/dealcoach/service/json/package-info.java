/**
 * The JSON of the command line and the HTTP API, version 1: records whose components are the
 * fields, in their order, and {@code scan-v1.schema.json} beside them, which describes them to
 * others. Results of the stages enter, wire records leave. Must not know where the JSON goes.
 */
package dev.dealcoach.service.json;
