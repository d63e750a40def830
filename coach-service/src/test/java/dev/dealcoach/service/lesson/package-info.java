/** What is lacking again and again. */
package dev.dealcoach.service.lesson;
