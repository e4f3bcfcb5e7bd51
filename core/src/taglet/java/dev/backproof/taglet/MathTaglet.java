package dev.backproof.taglet;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.UnknownInlineTagTree;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import jdk.javadoc.doclet.Taglet;

/** The tag: what stands in it is read by {@link MathMarkup}. */
public final class MathTaglet implements Taglet {
  /** For the tool. */
  public MathTaglet() {}

  @Override
  public String getName() {
    return "math";
  }

  @Override
  public Set<Location> getAllowedLocations() {
    return EnumSet.allOf(Location.class);
  }

  @Override
  public boolean isInlineTag() {
    return true;
  }

  @Override
  public String toString(List<? extends DocTree> tags, Element element) {
    return tags.stream().map(MathTaglet::markup).collect(Collectors.joining());
  }

  private static String markup(DocTree tag) {
    String content =
        ((UnknownInlineTagTree) tag)
            .getContent().stream().map(MathTaglet::source).collect(Collectors.joining());
    return MathMarkup.of(content.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
  }

  /** As it is written; the tree would print its symbols as escapes. */
  private static String source(DocTree part) {
    return part instanceof TextTree text ? text.getBody() : part.toString();
  }
}
