package dev.backproof.verify.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void textIsEscapedForElementsAndAttributes() {
    assertEquals("&lt;a b=&quot;c&quot;&gt; &amp; &#39;", Html.escape("<a b=\"c\"> & '"));
  }

  @Test
  void jsonInAScriptCannotEndIt() {
    String json = "{\"name\":\"</script><!-- \u2028\"}";
    String safe = Html.inScript(json);
    assertEquals(-1, safe.indexOf('<'));
    assertEquals(JsonParser.parseString(json), JsonParser.parseString(safe));
  }

  @Test
  void aMissingFileIsNamed() {
    assertEquals(
        "no file none.css beside dev.backproof.verify.markup.Html",
        assertThrows(IllegalArgumentException.class, () -> Html.resource(Html.class, "none.css"))
            .getMessage());
  }
}
