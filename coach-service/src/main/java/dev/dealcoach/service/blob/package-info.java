/**
 * Files by their content: bytes go in and are named by their SHA-256. What may fail outside (a full
 * disk, a folder that cannot be written) is told as a result. Knows nothing of what the bytes mean.
 */
@NullMarked
package dev.dealcoach.service.blob;

import org.jspecify.annotations.NullMarked;
