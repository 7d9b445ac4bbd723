package se.helhetssyn.pipelines.mapping;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.mapping.MappingDefinition.FileSource;

/** Reads which files a mapping works on: {@code files} and {@code lists}. */
final class FileSourceReader {
  private static final Set<String> KEYS =
      Set.of("pattern", "delimiter", "encoding", "header", "skip", "sheet", "decimal", "optional");

  private final Path folder;
  private final Map<String, FileSource> files = new LinkedHashMap<>();
  private final Map<String, String> lists = new LinkedHashMap<>();

  /**
   * @param folder where the mapping lies, and its lists beside it
   */
  FileSourceReader(Path folder, YamlTree root) {
    this.folder = folder;
    root.find("files")
        .map(YamlTree::entries)
        .orElse(Map.of())
        .forEach((name, tree) -> files.put(name, file(tree)));
    root.find("lists")
        .map(YamlTree::entries)
        .orElse(Map.of())
        .forEach((name, tree) -> lists.put(name, list(name, tree)));
  }

  Map<String, FileSource> files() {
    return files;
  }

  /** Own name → path of the file. */
  Map<String, String> lists() {
    return lists;
  }

  Set<String> names() {
    Set<String> names = new HashSet<>(files.keySet());
    names.addAll(lists.keySet());
    return names;
  }

  private static FileSource file(YamlTree tree) {
    if (tree.isScalar()) {
      return new FileSource(pattern(tree), null, null, null, 0, null, '.', false);
    }
    tree.requireKeys(KEYS);
    if (tree.find("pattern").isEmpty()) {
      tree.wrong("pattern saknas");
    }
    return new FileSource(
        tree.find("pattern").map(FileSourceReader::pattern).orElse(""),
        tree.find("delimiter").map(FileSourceReader::delimiter).orElse(null),
        tree.find("encoding").map(FileSourceReader::encoding).orElse(null),
        tree.find("header").map(h -> h.number(1)).orElse(null),
        tree.find("skip").map(s -> s.number(0)).orElse(0),
        tree.find("sheet").map(YamlTree::text).orElse(null),
        tree.find("decimal").map(FileSourceReader::decimal).orElse('.'),
        tree.find("optional").map(YamlTree::flag).orElse(false));
  }

  private static String pattern(YamlTree tree) {
    String pattern = tree.text();
    try {
      if (pattern.isBlank()
          || FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(""))) {
        tree.wrong("här väntas ett filnamn, där * står för vad som helst");
      }
    } catch (PatternSyntaxException e) {
      tree.wrong("det är inget filnamn");
    }
    return pattern;
  }

  private static @Nullable Character delimiter(YamlTree tree) {
    String given = tree.text().replace("\\t", "\t");
    if (given.length() != 1 || !given.matches("[\t!-~&&[^\\p{Alnum}\"]]")) {
      tree.wrong("delimiter ska vara ett enda tecken, till exempel \";\" eller \"\\t\"");
      return null;
    }
    return given.charAt(0);
  }

  private static @Nullable String encoding(YamlTree tree) {
    try {
      return Charset.forName(tree.text()).name();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      tree.wrong("teckenkodningen är okänd; skriv till exempel utf-8 eller windows-1252");
      return null;
    }
  }

  private static char decimal(YamlTree tree) {
    String given = tree.text();
    if (!given.equals(",") && !given.equals(".")) {
      tree.wrong("decimal ska vara \",\" eller \".\"");
    }
    return given.equals(",") ? ',' : '.';
  }

  /** A list is a file beside the mapping, so that the two are moved together. */
  private String list(String name, YamlTree tree) {
    String file = tree.text();
    if (!file.matches("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*\\.csv")) {
      tree.wrong("det är inget namn på en csv-fil");
    } else if (!Files.isRegularFile(folder.resolve(file))) {
      tree.wrong("filen %s ska ligga i samma mapp som mappningen".formatted(file));
    }
    if (files.containsKey(name)) {
      tree.wrong("namnet står under både files och lists");
    }
    return folder.resolve(file).toString();
  }
}
