/**
 * The service: Dropwizard application, command line and composition root. Each stage of the review
 * pipeline has a package of its own below.
 */
package dev.dealcoach.service;
