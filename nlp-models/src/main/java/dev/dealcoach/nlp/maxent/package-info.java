/**
 * Yes-or-no questions decided by OpenNLP's maximum-entropy models: named features enter, a
 * probability leaves. Also trains such models, repeatably. Must not know what the features mean.
 */
package dev.dealcoach.nlp.maxent;
