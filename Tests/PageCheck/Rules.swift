// What every page is looked at for, in the page's own words: JavaScript that answers a list of faults.

enum Rules {
  /// Structure that a screen reader relies on; one of each name; links within the page that lead somewhere.
  static let structure = """
    (() => {
      const faults = [];
      const all = (selector) => [...document.querySelectorAll(selector)];
      if (document.documentElement.lang !== "en") faults.push("no language");
      if (all("h1").length !== 1) faults.push("not one h1");
      if (all("main").length !== 1 || all("nav[aria-label]").length !== 1) faults.push("no main or no named nav");
      if (!document.title) faults.push("no title");
      const ids = all("[id]").map((element) => element.id);
      for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`two of ${id}`);
      for (const field of all("input")) if (!field.labels.length) faults.push(`no label of ${field.id}`);
      for (const link of all("a")) if (!link.textContent.trim()) faults.push(`an empty link to ${link.href}`);
      for (const link of all('a[href^="#"]')) {
        if (!ids.includes(decodeURIComponent(link.hash.slice(1)))) faults.push(`nothing at ${link.hash}`);
      }
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth > width) {
        const wide = all("body *").find((element) => element.getBoundingClientRect().right > width);
        faults.push(`wider than the window: ${wide?.outerHTML.slice(0, 120)}`);
      }
      if (document.getElementById("page-form").hidden) faults.push("no search");
      return faults;
    })()
    """

  /// Text against what is behind it: at least 4.5 to 1 (WCAG 2.2, 1.4.3).
  static let contrast = """
    (() => {
      const parts = (color) => color.match(/[\\d.]+/g).map(Number);
      const light = (color) => {
        const [r, g, b] = parts(color).slice(0, 3).map((part) => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const behind = (element) => {
        for (let at = element; at; at = at.parentElement) {
          const color = getComputedStyle(at).backgroundColor;
          if (parts(color).length < 4 || parts(color)[3] === 1) return color;
        }
        return "rgb(255, 255, 255)";
      };
      const faults = new Set();
      for (const element of document.body.querySelectorAll("*")) {
        const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!hasText || !element.checkVisibility()) continue;
        const [one, other] = [light(getComputedStyle(element).color), light(behind(element))];
        const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        if (ratio < 4.5) faults.add(`${element.tagName}.${element.className}: ${ratio.toFixed(2)}`);
      }
      return [...faults];
    })()
    """
}
