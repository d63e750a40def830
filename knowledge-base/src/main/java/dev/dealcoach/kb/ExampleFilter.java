package dev.dealcoach.kb;

import dev.dealcoach.nlp.text.Language;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which examples may be found. An empty set or null asks for nothing. Immutable.
 *
 * @param industries one of these
 * @param products one of these
 * @param stages one of these
 * @param shows at least one of these
 * @param tags at least one of these
 * @param language this one
 * @param states one of these
 * @param from on this day or later; examples without a date are left out
 * @param to on this day or earlier; examples without a date are left out
 * @param notCustomer not of this customer
 */
public record ExampleFilter(
    SortedSet<String> industries,
    SortedSet<String> products,
    SortedSet<String> stages,
    SortedSet<String> shows,
    SortedSet<String> tags,
    @Nullable Language language,
    SortedSet<ExampleState> states,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String notCustomer) {
  /** Whatever is approved. */
  public static final ExampleFilter APPROVED =
      new ExampleFilter(
          none(),
          none(),
          none(),
          none(),
          none(),
          null,
          new TreeSet<>(java.util.Set.of(ExampleState.APPROVED)),
          null,
          null,
          null);

  public ExampleFilter {
    industries = new TreeSet<>(industries);
    products = new TreeSet<>(products);
    stages = new TreeSet<>(stages);
    shows = new TreeSet<>(shows);
    tags = new TreeSet<>(tags);
    states = new TreeSet<>(states);
  }

  private static SortedSet<String> none() {
    return new TreeSet<>();
  }

  /** The same, of one industry; null for any. */
  public ExampleFilter ofIndustry(@Nullable String industry) {
    SortedSet<String> one = none();
    if (industry != null) {
      one.add(industry);
    }
    return new ExampleFilter(
        one, products, stages, shows, tags, language, states, from, to, notCustomer);
  }

  /** The same, showing at least one of these; none for anything. */
  public ExampleFilter showing(SortedSet<String> things) {
    return new ExampleFilter(
        industries, products, stages, things, tags, language, states, from, to, notCustomer);
  }

  /** The same, in one language; null for any. */
  public ExampleFilter in(@Nullable Language one) {
    return new ExampleFilter(
        industries, products, stages, shows, tags, one, states, from, to, notCustomer);
  }

  /** The same without the examples of a customer; null for all. */
  public ExampleFilter withoutCustomer(@Nullable String customer) {
    return new ExampleFilter(
        industries, products, stages, shows, tags, language, states, from, to, customer);
  }
}
