/**
 * The models on this machine: which are published, which are installed, and how one gets here, over
 * the network or from a local zip. A catalogue entry or a file enters; an installed model or a
 * typed failure leaves, and until the new one has proved itself the old one stays in use. Must not
 * know what a transcript is used for, nor how a model is tried out in a process of its own.
 */
package dev.dealcoach.speech.model;
