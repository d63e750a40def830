package dev.dealcoach.service.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.speech.model.CatalogueEntry;
import dev.dealcoach.speech.model.InstalledModel;
import dev.dealcoach.speech.model.ModelCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The speech models as they stand in JSON; {@code models-v1.schema.json} describes them. Immutable.
 *
 * @param version of this format: 1
 * @param models those of the catalogue in its order, then installed ones that are not in it
 */
@JsonPropertyOrder({"version", "models"})
public record ModelsReport(int version, List<Model> models) {
  /** The version of the format. */
  public static final int VERSION = 1;

  private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();

  /**
   * One model.
   *
   * @param id its name
   * @param language {@code zh} or {@code en}
   * @param published null for one that is not in the catalogue
   * @param installed null for one that is not installed
   */
  @JsonPropertyOrder({"id", "language", "published", "installed"})
  public record Model(
      String id, String language, @Nullable Published published, @Nullable Installed installed) {}

  /**
   * What its maker says of it.
   *
   * @param scale {@code small} or {@code large}
   * @param size of the zip
   * @param licence SPDX identifier
   * @param errors error rates in per cent by test set
   * @param sha256 of the zip, null where not known
   */
  @JsonPropertyOrder({"scale", "size", "licence", "errors", "sha256"})
  public record Published(
      String scale,
      String size,
      String licence,
      Map<String, Double> errors,
      @Nullable String sha256) {}

  /**
   * What is installed.
   *
   * @param sha256 of the model's files
   * @param bytes of all of them
   */
  @JsonPropertyOrder({"sha256", "bytes"})
  public record Installed(String sha256, long bytes) {}

  /** The report on a catalogue and what is installed. */
  public static ModelsReport of(ModelCatalogue catalogue, List<InstalledModel> installed) {
    List<Model> models = new ArrayList<>();
    for (CatalogueEntry entry : catalogue.entries()) {
      Optional<InstalledModel> here =
          installed.stream().filter(model -> model.id().equals(entry.id())).findFirst();
      models.add(
          new Model(
              entry.id(),
              entry.language().code(),
              new Published(
                  entry.scale().id(),
                  entry.size(),
                  entry.licence(),
                  entry.errors(),
                  entry.sha256()),
              here.map(ModelsReport::installed).orElse(null)));
    }
    for (InstalledModel model : installed) {
      if (catalogue.find(model.id()).isEmpty()) {
        models.add(new Model(model.id(), model.language().code(), null, installed(model)));
      }
    }
    return new ModelsReport(VERSION, models);
  }

  private static Installed installed(InstalledModel model) {
    return new Installed(model.stamp().sha256(), model.bytes());
  }

  /** As JSON, without a line break. */
  public String json() {
    try {
      return WRITER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("wire records can be written", e);
    }
  }
}
