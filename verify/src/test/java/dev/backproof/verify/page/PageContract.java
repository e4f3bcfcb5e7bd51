package dev.backproof.verify.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every page that is written, as a browser has it. */
public abstract class PageContract {
  /** The narrowest screen that is thought of. */
  private static final int NARROW = 400;

  /** What a sheet of paper has between its margins: 19 cm, at 96 pixels an inch. */
  private static final int PAPER = 718;

  private static final String WHOLE =
      "document.documentElement.classList.remove('stepping');"
          + " document.querySelectorAll('details').forEach(d => { d.open = true; });";

  /** Where a test has its files. */
  @TempDir protected Path folder;

  /** The page. */
  protected abstract String page();

  /** How many sheets of paper it takes at least. */
  protected abstract int sheets();

  @Test
  void itOpensWithoutAnErrorAndAsksForNothing() {
    String page = page();
    Matcher address =
        Pattern.compile("(src|href)=\"(?!#|data:)|url\\((?!#|data:)|https?://").matcher(page);
    assertFalse(address.find(), () -> "the page asks for " + page.substring(address.start()));
    JsonObject said =
        Browser.in(folder)
            .drive(
                page,
                "",
                "return {asked: performance.getEntriesByType('resource').map(r => r.name)"
                    + ".filter(name => !name.startsWith('data:')).join(),"
                    + " title: document.title, images: [...document.images].every(i => i.naturalWidth)};");
    assertNoErrors(said);
    assertEquals("", said.get("asked").getAsString());
    assertTrue(said.get("title").getAsString().length() > 3, said::toString);
    assertTrue(said.get("images").getAsBoolean(), "a picture is broken");
  }

  /** Chromium gives nothing back when scripts are off altogether; so the page has none here. */
  @Test
  void withoutAScriptEverythingIsSeen() {
    String still = page().replaceAll("(?s)<script[ >].*?</script>", "");
    JsonObject said =
        Browser.in(folder)
            .drive(
                still,
                "",
                """
                const parts = [...document.querySelectorAll('h1, h2, p, table, svg, img, pre, li')]
                  .filter(e => !e.closest('.scripted, .paper, details'));
                return {count: parts.length, hidden: parts.filter(e => !e.checkVisibility()
                  || e.getClientRects().length === 0).map(e => e.outerHTML.slice(0, 80)).join(' ')};
                """);
    assertNoErrors(said);
    assertTrue(said.get("count").getAsInt() > 3, said::toString);
    assertEquals("", said.get("hidden").getAsString());
  }

  /** WCAG 2.2, criterion 1.4.3: text has a contrast of at least 4.5 to what is behind it. */
  @Test
  void textCanBeReadInLightAndDark() {
    for (String scheme : new String[] {"light", "dark"}) {
      JsonObject said =
          Browser.in(folder)
              .drive(
                  page(),
                  "",
                  WHOLE
                      + """
                  const part = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
                  const light = c => 0.2126 * part(c[0]) + 0.7152 * part(c[1]) + 0.0722 * part(c[2]);
                  const read = text => text.match(/[\\d.]+/g).map(Number);
                  const behind = e => {
                    for (; e; e = e.parentElement) {
                      const box = e.closest('g.box');
                      const fill = box && getComputedStyle(box.querySelector('rect')).fill;
                      if (fill && fill.startsWith('rgb')) return read(fill);
                      const c = read(getComputedStyle(e).backgroundColor);
                      if (c.length < 4 || c[3] === 1) return c;
                    }
                  };
                  const low = new Set();
                  let count = 0;
                  document.querySelectorAll('body *').forEach(e => {
                    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
                    if (!own || e.closest('script, title') || e.disabled) return;
                    const style = getComputedStyle(e);
                    const c = read(e.closest('svg') ? style.fill : style.color);
                    const a = light(c), b = light(behind(e));
                    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                    count++;
                    if (contrast < 4.5)
                      low.add(e.tagName + '.' + (e.getAttribute('class') ?? '') + ' ' + contrast.toFixed(2));
                  });
                  return {count, low: [...low].join('; '), paper:
                    getComputedStyle(document.body).backgroundColor};
                  """,
                  "--blink-settings=preferredColorScheme=" + (scheme.equals("dark") ? 0 : 1));
      assertNoErrors(said);
      assertTrue(said.get("count").getAsInt() > 20);
      assertEquals("", said.get("low").getAsString(), scheme);
      assertEquals(
          scheme.equals("dark") ? "rgb(13, 17, 23)" : "rgb(255, 255, 255)",
          said.get("paper").getAsString());
    }
  }

  @Test
  void nothingIsWiderThanANarrowScreen() {
    JsonObject said =
        Browser.in(folder)
            .driveInFrame(
                page(),
                NARROW,
                WHOLE
                    + " return {width: window.innerWidth,"
                    + " page: document.documentElement.scrollWidth};");
    assertNoErrors(said);
    assertEquals(NARROW, said.get("width").getAsInt());
    assertTrue(said.get("page").getAsInt() <= NARROW, said::toString);
  }

  /** As it is printed, but on the screen, where it can be measured. */
  @Test
  void nothingIsWiderThanPaper() {
    JsonObject said =
        Browser.in(folder)
            .driveInFrame(
                page().replace("@media print", "@media all"),
                PAPER,
                """
                const right = e => e.getBoundingClientRect().left
                  + Math.max(e.getBoundingClientRect().width, e.scrollWidth || 0);
                const wide = [...document.querySelectorAll('table, svg, img, pre, p')].filter(
                  e => e.checkVisibility() && !e.closest('details:not([open])')
                    && right(e) > window.innerWidth + 1);
                return {wide: wide.map(e => e.outerHTML.slice(0, 90)
                  + ' ' + right(e)).join('; ')};
                """);
    assertNoErrors(said);
    assertEquals("", said.get("wide").getAsString());
  }

  @Test
  void itPrintsOnSheets() throws Exception {
    printed(Browser.in(folder).print(page()));
    printed(Browser.in(folder).print(page(), "--blink-settings=scriptEnabled=false"));
  }

  private void printed(Path file) throws Exception {
    byte[] pdf = Files.readAllBytes(file);
    assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
    long count =
        Pattern.compile("/Type\\s*/Page\\b(?!s)")
            .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
            .results()
            .count();
    assertTrue(count >= sheets(), () -> count + " sheets, fewer than " + sheets());
  }

  /** What scrolls, and what can be used, has its turn with the tabulator key, and shows it. */
  @Test
  void theKeyboardReachesEverything() {
    JsonObject said =
        Browser.in(folder)
            .driveInFrame(
                page(),
                NARROW,
                """
                const all = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility());
                const scrolls = all.filter(e => {
                  const style = window.getComputedStyle(e);
                  return e.scrollWidth > e.clientWidth + 1
                    && /auto|scroll/.test(style.overflowX) && e.clientWidth > 0;
                });
                const used = all.filter(e => e.matches('a, button, input, summary') && !e.disabled);
                const name = e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 30);
                const deaf = scrolls.concat(used).filter(e => e.tabIndex < 0);
                const dark = scrolls.concat(used).filter(e => e.tabIndex >= 0).filter(e => {
                  e.focus({focusVisible: true});
                  return window.getComputedStyle(e).outlineStyle === 'none';
                });
                return {deaf: deaf.map(name).join('; '), dark: dark.map(name).join('; ')};
                """);
    assertNoErrors(said);
    assertEquals("", said.get("deaf").getAsString());
    assertEquals("", said.get("dark").getAsString());
  }

  /** Asserts that no script of the page has failed, and nothing was refused. */
  protected static void assertNoErrors(JsonObject said) {
    assertEquals("[]", said.get("errors").toString());
  }
}
