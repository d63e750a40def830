/** Words for what is lacking. */
package dev.dealcoach.service.web.lesson;
