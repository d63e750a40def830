package dev.dealcoach.scan.parse.office.slides;

import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.office.EmbeddedPictures;
import dev.dealcoach.scan.parse.office.ooxml.DrawingText;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlPackage;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlReader;
import dev.dealcoach.scan.parse.office.slides.SlideShape.Box;
import dev.dealcoach.scan.parse.office.slides.SlideShape.Content;
import dev.dealcoach.scan.parse.office.slides.SlideShape.Line;
import dev.dealcoach.scan.parse.office.slides.SlideShape.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads the shapes of one part: a slide, a layout, a master or a notes page. For one thread. */
final class PptxShapes {
  private final OoxmlPackage file;
  private final String part;
  private final DocumentDraft draft;
  private final Placeholders layout;
  private final int slide;
  private final List<Placeholders.Entry> placeholders = new ArrayList<>();

  /** A shape while it is read. */
  private static final class Draft {
    String id = "";
    boolean hidden;
    @Nullable String placeholder;
    @Nullable String index;
    @Nullable Box box;
    Bullets bullets = new Bullets();
    Content content = new SlideShape.Nothing();

    boolean isPlaceholder() {
      return placeholder != null;
    }

    Role role() {
      return switch (placeholder == null ? "" : placeholder) {
        case "title", "ctrTitle" -> Role.TITLE;
        case "dt", "ftr", "sldNum", "hdr", "sldImg" -> Role.FOOTER;
        case "" -> Role.OTHER;
        default -> Role.BODY;
      };
    }
  }

  /**
   * @param layout what its placeholders take over
   * @param slide number from 1, for what cannot be read; 0 for layouts and masters
   */
  PptxShapes(OoxmlPackage file, String part, DocumentDraft draft, Placeholders layout, int slide) {
    this.file = file;
    this.part = part;
    this.draft = draft;
    this.layout = layout;
    this.slide = slide;
  }

  /** The placeholders met, with what they say themselves. */
  List<Placeholders.Entry> placeholders() {
    return placeholders;
  }

  /**
   * Reads the children of a shape tree or group.
   *
   * @param path ids of the groups around, each with {@code /} after it
   * @param depth how many groups are around
   */
  List<SlideShape> read(OoxmlReader in, String path, int depth)
      throws IOException, XMLStreamException {
    draft.checkDepth(depth);
    List<SlideShape> shapes = new ArrayList<>();
    int parent = in.depth();
    while (in.nextChild(parent)) {
      draft.check();
      readOne(in, path, depth, shapes);
    }
    return shapes;
  }

  private void readOne(OoxmlReader in, String path, int depth, List<SlideShape> into)
      throws IOException, XMLStreamException {
    switch (in.name()) {
      case "p:sp", "p:cxnSp", "p:pic", "p:graphicFrame", "p:grpSp" -> {
        Draft shape = new Draft();
        readShape(in, path, depth, shape);
        if (shape.isPlaceholder()) {
          placeholders.add(
              new Placeholders.Entry(shape.placeholder, shape.index, shape.box, shape.bullets));
        }
        if (!shape.hidden) {
          into.add(finished(shape, path));
        }
      }
      case "mc:AlternateContent" -> {
        int parent = in.depth();
        boolean taken = false;
        while (in.nextChild(parent)) {
          if (!taken && (in.at("mc:Choice") || in.at("mc:Fallback"))) {
            taken = true;
            into.addAll(read(in, path, depth));
          }
        }
      }
      default -> {
        // properties of the tree itself
      }
    }
  }

  private SlideShape finished(Draft shape, String path) {
    Box box = shape.box;
    if (box == null && shape.placeholder != null) {
      box = layout.box(shape.placeholder, shape.index);
    }
    return new SlideShape(path + shape.id, shape.role(), box, shape.content);
  }

  private void readShape(OoxmlReader in, String path, int depth, Draft shape)
      throws IOException, XMLStreamException {
    boolean group = in.at("p:grpSp");
    boolean picture = in.at("p:pic");
    int parent = in.depth();
    List<SlideShape> members = new ArrayList<>();
    while (in.nextChild(parent)) {
      switch (in.name()) {
        case "p:nvSpPr", "p:nvPicPr", "p:nvGrpSpPr", "p:nvGraphicFramePr", "p:nvCxnSpPr" ->
            identity(in, shape);
        case "p:spPr", "p:grpSpPr" -> {
          int properties = in.depth();
          while (in.nextChild(properties)) {
            if (in.at("a:xfrm")) {
              shape.box = box(in);
            } else if (in.at("a:blipFill")) {
              shape.content = new SlideShape.Picture(blip(in));
            }
          }
        }
        case "p:xfrm" -> shape.box = box(in);
        case "p:blipFill" -> {
          if (picture) {
            shape.content = new SlideShape.Picture(blip(in));
          }
        }
        case "p:txBody" -> {
          List<Line> lines = text(in, shape);
          if (lines.stream().anyMatch(line -> !line.raw().isBlank())) {
            shape.content = new SlideShape.Text(lines);
          }
        }
        case "a:graphic" -> graphic(in, shape);
        default -> {
          if (group) {
            readOne(in, path + shape.id + "/", depth + 1, members);
          }
        }
      }
    }
    if (group) {
      draft.checkDepth(depth + 1);
      shape.content = new SlideShape.Group(members);
      if (shape.box == null || shape.box.width() == 0 || shape.box.height() == 0) {
        shape.box = around(members);
      }
    }
  }

  private static void identity(OoxmlReader in, Draft shape) throws XMLStreamException {
    int parent = in.depth();
    while (in.next() && in.depth() >= parent) {
      if (in.at("p:cNvPr")) {
        shape.id = in.attribute("id", "");
        shape.hidden =
            switch (in.attribute("hidden", "0")) {
              case "1", "true" -> true;
              default -> false;
            };
      } else if (in.at("p:ph")) {
        shape.placeholder = in.attribute("type", "obj");
        shape.index = in.attribute("idx");
      }
    }
  }

  private static @Nullable Box box(OoxmlReader in) throws XMLStreamException {
    long left = 0;
    long top = 0;
    long width = -1;
    long height = -1;
    int parent = in.depth();
    while (in.nextChild(parent)) {
      if (in.at("a:off")) {
        left = in.number("x", 0);
        top = in.number("y", 0);
      } else if (in.at("a:ext")) {
        width = in.number("cx", -1);
        height = in.number("cy", -1);
      }
    }
    return width < 0 || height < 0 ? null : new Box(left, top, width, height);
  }

  private static @Nullable Box around(List<SlideShape> shapes) {
    Box all = null;
    for (SlideShape shape : shapes) {
      Box box = shape.box();
      if (box != null) {
        if (all == null) {
          all = box;
        } else {
          long left = Math.min(all.left(), box.left());
          long top = Math.min(all.top(), box.top());
          all =
              new Box(
                  left,
                  top,
                  Math.max(all.right(), box.right()) - left,
                  Math.max(all.bottom(), box.bottom()) - top);
        }
      }
    }
    return all;
  }

  private EmbeddedPictures.@Nullable Source blip(OoxmlReader in)
      throws IOException, XMLStreamException {
    String id = null;
    int parent = in.depth();
    while (in.nextChild(parent)) {
      if (in.at("a:blip")) {
        id = in.relation("embed");
      }
    }
    String picture = file.target(part, id).orElse(null);
    return picture == null
        ? null
        : () -> {
          try (InputStream bytes = file.open(picture)) {
            return bytes.readAllBytes();
          }
        };
  }

  private void graphic(OoxmlReader in, Draft shape) throws IOException, XMLStreamException {
    int parent = in.depth();
    while (in.next() && in.depth() >= parent) {
      switch (in.name()) {
        case "a:tbl" -> {
          PptxText.PptxTable table = PptxText.table(in);
          shape.content = new SlideShape.Table(table.cells());
          Box box = shape.box;
          if (box != null && box.height() < table.height()) {
            // the frame's own height is often left at nothing
            shape.box = new Box(box.left(), box.top(), box.width(), table.height());
          }
        }
        case "c:chart" -> {
          var chart = file.target(part, in.relation("id"));
          if (chart.isPresent()) {
            shape.content = new SlideShape.Chart(DrawingText.chart(file, chart.get()));
          }
        }
        case "dgm:relIds" -> {
          var diagram = file.target(part, in.relation("dm"));
          if (diagram.isPresent()) {
            shape.content =
                new SlideShape.Text(
                    DrawingText.diagram(file, diagram.get(), draft).stream()
                        .map(item -> new Line(item.text(), item.level(), true, 0))
                        .toList());
          }
        }
        case "p:oleObj" -> draft.unread(slide == 0 ? null : slide, Unread.Reason.EMBEDDED);
        default -> {
          // frames around it
        }
      }
    }
  }

  private List<Line> text(OoxmlReader in, Draft shape) throws XMLStreamException {
    List<Line> lines = new ArrayList<>();
    int parent = in.depth();
    while (in.nextChild(parent)) {
      if (in.at("a:lstStyle")) {
        shape.bullets.read(in);
      } else if (in.at("a:p")) {
        PptxText paragraph = PptxText.paragraph(in);
        lines.add(
            new Line(
                paragraph.raw(),
                paragraph.level() + 1,
                bulleted(paragraph, shape),
                paragraph.size()));
      }
    }
    return lines;
  }

  private boolean bulleted(PptxText paragraph, Draft shape) {
    if (paragraph.bulleted() != null) {
      return paragraph.bulleted();
    }
    Boolean own = shape.bullets.at(paragraph.level());
    if (own != null) {
      return own;
    }
    return shape.placeholder != null
        && shape.role() == Role.BODY
        && layout.bulleted(shape.placeholder, shape.index, paragraph.level());
  }
}
