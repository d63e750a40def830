package dev.dealcoach.service.web;

import dev.dealcoach.service.discovery.Discovery;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.forms.MultiPartBundle;
import io.dropwizard.servlets.assets.AssetServlet;
import io.dropwizard.views.common.ViewBundle;
import jakarta.servlet.DispatcherType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Supplier;

/** Puts the page and its HTTP interface into a Dropwizard application. */
public final class Web {
  private static final String PDF_JS = "/META-INF/resources/webjars/pdf-js/5.3.31";

  private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0";

  /** Address → folder on the class path. Of PDF.js only what its library needs, not its viewer. */
  private static final Map<String, String> ASSETS =
      Map.of(
          "/assets/echarts", ECHARTS,
          "/assets/web", "/dev/dealcoach/service/web/assets",
          "/assets/pdfjs/build", PDF_JS + "/build",
          "/assets/pdfjs/cmaps", PDF_JS + "/web/cmaps",
          "/assets/pdfjs/standard_fonts", PDF_JS + "/web/standard_fonts",
          "/assets/pdfjs/wasm", PDF_JS + "/web/wasm",
          "/assets/pdfjs/iccs", PDF_JS + "/web/iccs");

  private Web() {}

  /** The templates write addresses in UTF-8. */
  private static final class Templates<T extends Configuration> extends ViewBundle<T> {
    @Override
    public Map<String, Map<String, String>> getViewConfiguration(T configuration) {
      return Map.of("freemarker", Map.of("url_escaping_charset", "UTF-8"));
    }
  }

  /** What must be said before the configuration is read. */
  public static void initialize(Bootstrap<?> bootstrap) {
    bootstrap.addBundle(new MultiPartBundle());
    bootstrap.addBundle(new Templates<>());
  }

  /**
   * Adds pages, interface and assets.
   *
   * @param discovery asked for each summary: another rule pack may be in force
   * @param folder for the files of recent reviews; emptied at start and stop
   */
  public static void run(
      Environment environment,
      ProposalReviewer reviewer,
      Supplier<Discovery> discovery,
      WebLimits limits,
      Path folder,
      InstantSource clock) {
    Messages messages = Messages.load();
    Pages pages = new Pages(messages, limits, () -> discovery.get().industries());
    RecentReviews reviews =
        new RecentReviews(reviewer, limits, folder, clock, environment.getObjectMapper());
    environment.lifecycle().manage(reviews);
    environment.jersey().register(new UploadLimit(limits));
    environment.jersey().register(new BodyLimit(clock));
    environment.jersey().register(new ProblemMapper(messages, new ErrorPages(pages)));
    environment.jersey().register(new ReviewResource(reviews, limits, messages));
    environment.jersey().register(new DiscoveryResource(discovery, limits, messages));
    environment.jersey().register(new PageResource(reviews, pages));
    environment
        .servlets()
        .addFilter("security-headers", new SecurityHeaders())
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    ASSETS.forEach(
        (address, resources) ->
            environment
                .servlets()
                .addServlet(
                    "assets " + address,
                    new AssetServlet(resources, address, null, StandardCharsets.UTF_8))
                .addMapping(address + "/*"));
  }
}
