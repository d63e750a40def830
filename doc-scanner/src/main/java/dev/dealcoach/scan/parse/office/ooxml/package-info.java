/**
 * The container of Office Open XML files: parts, their relationships, and a streaming reader of
 * their XML that resolves nothing external and stops at limits. A zip file enters, parts and XML
 * events leave. Must not know Word or PowerPoint.
 */
package dev.dealcoach.scan.parse.office.ooxml;
