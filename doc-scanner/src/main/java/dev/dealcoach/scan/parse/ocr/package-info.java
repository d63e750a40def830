/**
 * Reading text in pictures. A picture enters, lines of text with their boxes leave ({@link
 * dev.dealcoach.scan.parse.ocr.PageReader}); as characters they go to the layout like those of any
 * page. Must not know PDF or other formats that hold pictures.
 */
package dev.dealcoach.scan.parse.ocr;
