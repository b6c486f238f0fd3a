package org.healthassistant.knowledge.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.healthassistant.knowledge.data.DataFile;

/// Notices what reading has damaged in a text: characters that were lost or taken for others,
/// and words that ran together (`damage.yaml`).
///
/// Whether two words ran together is judged by the words that stand elsewhere in the same text,
/// so that it needs no dictionary.
public final class TextDamage {
  private static final Data DATA = DataFile.read(TextDamage.class, "damage.yaml", Data.class);
  private static final Pattern LOST =
      Pattern.compile("[\\uFFFD\\p{Cc}\\p{Co}&&[^\\t\\n\\r]]|\\p{L}\\?\\p{Ll}");
  private static final Pattern MISREAD =
      Pattern.compile("[ÃÂ][\\u0080-\\u00bf\\u0152-\\u0192\\u2013-\\u203a\\u20ac]|â€|ï»¿|ï¿½");
  /// Signs that no word of ours holds: letters of a Macintosh or DOS page in the wrong set.
  private static final Pattern FOREIGN =
      Pattern.compile("\\p{L}[‚„†‡ˆ‰ŠŽž‹ŒŸ¡¢£¤¥¦§¨©¬¯±´¶¸¿]\\p{L}|\\p{Ll}[ŠŽŒŸ](?!\\p{L})");
  private static final Pattern CAMEL = Pattern.compile("^\\p{Ll}{3,}\\p{Lu}\\p{Ll}+");
  private static final Pattern STOP =
      Pattern.compile("^\\p{L}{2,}(?:[.!?]\\p{Lu}\\p{Ll}+|[;:,]\\p{L}{2,})$");
  private static final Pattern NUMBER = Pattern.compile("^(\\d+)(\\p{L}{2,})$");
  private static final Pattern CALL = Pattern.compile("^\\p{L}{2,}(911|988|112)$");
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’]+");
  private static final Pattern ADDRESS =
      Pattern.compile("[/@=\\\\]|www\\.|\\.(com|org|gov|net|edu)");

  private final Set<String> words = new HashSet<>();

  record Data(
      List<String> first,
      List<String> last,
      List<String> whole,
      List<String> units,
      int shortest) {}

  /// Damage as judged by the words of this whole text.
  public TextDamage(String whole) {
    WORDS.splitAsStream(whole.toLowerCase(Locale.ROOT)).forEach(words::add);
  }

  /// What is damaged first in a part of the text, with its place in words; empty when nothing is.
  public Optional<String> find(String part) {
    for (Pattern wrong : List.of(MISREAD, FOREIGN)) {
      Matcher misread = wrong.matcher(part);
      if (misread.find()) {
        return Optional.of("letters were read in the wrong character set near "
            + near(part, misread.start(), misread.end()));
      }
    }
    for (String token : part.split("[\\s\\u00a0]+")) {
      if (ADDRESS.matcher(token).find()) {
        continue;
      }
      Matcher lost = LOST.matcher(token);
      if (lost.find()) {
        int at = part.indexOf(token);
        return Optional.of(
            "a character could not be read near " + near(part, at + lost.start(), at + lost.end()));
      }
      String word = token.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
      if (ranTogether(word)) {
        int at = part.indexOf(token);
        return Optional.of("words ran together near " + near(part, at, at + token.length()));
      }
    }
    return Optional.empty();
  }

  private boolean ranTogether(String word) {
    if (CAMEL.matcher(word).find() || CALL.matcher(word).find()) {
      return true;
    }
    if (STOP.matcher(word).find()) {
      return true;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    Matcher number = NUMBER.matcher(lower);
    if (number.find()) {
      return words.contains(number.group(2)) && !DATA.units().contains(number.group(2));
    }
    return !DATA.whole().contains(lower)
        && (DATA.first().stream()
                .anyMatch(it -> isPair(
                    lower,
                    it,
                    lower.substring(Math.min(it.length(), lower.length())),
                    lower.startsWith(it)))
            || DATA.last().stream()
                .anyMatch(it -> isPair(
                    lower,
                    it,
                    lower.substring(0, Math.max(0, lower.length() - it.length())),
                    lower.endsWith(it))));
  }

  private boolean isPair(String word, String known, String rest, boolean matches) {
    return matches
        && rest.length() >= DATA.shortest()
        && words.contains(rest)
        && !word.equals(known);
  }

  private static String near(String text, int from, int to) {
    int start = Math.max(0, from - 20);
    int end = Math.min(text.length(), to + 20);
    return "'" + text.substring(start, end).strip() + "'";
  }
}
