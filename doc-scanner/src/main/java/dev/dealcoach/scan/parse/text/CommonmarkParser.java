package dev.dealcoach.scan.parse.text;

import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.draft.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.ParsedInline;
import org.jspecify.annotations.Nullable;

/** Reads Markdown (CommonMark with GitHub's tables) with commonmark-java. Thread-safe. */
public final class CommonmarkParser implements DocumentParser {
  private static final int BYTES_PER_CHARACTER = 4;

  // "title: …" lines between --- at the very beginning, which belong to the tool and not the text
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A---[ \\t]*\\R(?:[\\w-]+:.*\\R|[ \\t#-].*\\R){1,60}---[ \\t]*\\R");

  @Override
  public ParseResult parse(Path file, String name, ParseLimits limits) {
    return Reading.of(file, name, DocumentType.MD, limits, CommonmarkParser::read);
  }

  private static @Nullable Integer read(Path file, DocumentDraft draft) throws IOException {
    TextFile.Content content =
        TextFile.read(file, (long) draft.limits().characters() * BYTES_PER_CHARACTER);
    String text = withoutFrontMatter(content.text());
    new MarkdownBlocks(draft, text.lines().toList()).add(parser(draft).parse(text));
    if (!content.whole()) {
      draft.unread(null, Unread.Reason.OVER_LIMIT);
    }
    return null;
  }

  private static Parser parser(DocumentDraft draft) {
    return Parser.builder()
        .extensions(List.of(TablesExtension.create()))
        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
        .customInlineContentParserFactory(new Watch(draft))
        .build();
  }

  /**
   * Looks at the time at every character that may begin something: a single paragraph of megabytes
   * full of them costs the library the square of its length.
   */
  private record Watch(DocumentDraft draft) implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('<', '[', '`', '&', '!', '\\');
    }

    @Override
    public InlineContentParser create() {
      return state -> {
        draft.check();
        return ParsedInline.none();
      };
    }
  }

  /** Leaves its lines empty, so that all others keep their numbers. */
  private static String withoutFrontMatter(String text) {
    Matcher matcher = FRONT_MATTER.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    long lines = matcher.group().lines().count();
    return "\n".repeat((int) lines) + text.substring(matcher.end());
  }
}
