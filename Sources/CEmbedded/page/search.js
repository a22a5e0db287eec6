// Written by logto-lua docs --html: the search of the reference, over the words in search-data.js.
//
// `/` goes to the field, the arrows choose, Enter goes to the function, Escape clears.
"use strict";

(() => {
  const { entries, related, actions, empty } = window.logtoReference;
  const most = 12;

  // Ranking: what a word of the question is worth in each place that it may stand.

  const wordsOf = (text) => text.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
  const spread = (text) => wordsOf(text.replace(/([a-z0-9])([A-Z])/g, "$1 $2"));
  const functions = entries.map(([name, summary, page, group, isForUsers, isDeprecated, more]) => ({
    name, summary, page, group, isForUsers, isDeprecated,
    verb: actions[wordsOf(name)[0]],
    places: [[wordsOf(name), 1], [wordsOf(summary), 0.7], [wordsOf(group), 0.5], [spread(more), 0.3]],
  }));

  const singular = (word) => (word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word);
  const meanings = (word) => (Object.hasOwn(related, word) ? related[word] : []);
  const action = (word) => (Object.hasOwn(actions, word) ? actions[word] : undefined);

  // How well a word stands for one of a function's: the same, its beginning, the same without an ending.
  function likeness(asked, word) {
    if (asked === word || singular(asked) === singular(word)) return 1;
    if (word.startsWith(asked)) return 0.8;
    const stem = asked.replace(/(ations?|ing|ed|ers?|s)$/, "");
    return stem.length > 3 && word.startsWith(stem) ? 0.75 : 0;
  }

  function worth(asked, candidate) {
    let best = 0;
    for (const [words, weight] of candidate.places) {
      if (weight <= best) break;
      for (const word of words) best = Math.max(best, weight * likeness(asked, word));
    }
    if (best < 0.65 && candidate.verb && candidate.verb === action(singular(asked))) best = 0.65;
    for (const stem of meanings(singular(asked))) {
      for (const [words, weight] of candidate.places) {
        if (weight * 0.6 > best && words.some((word) => word.startsWith(stem))) best = weight * 0.6;
      }
    }
    return best;
  }

  // Which share of a function's name was asked for: of two that match alike, the one with less besides.
  function share(asked, candidate) {
    const words = candidate.places[0][0].filter((word) => !empty.includes(word));
    const isAsked = (word, index) => asked.some((one) => likeness(one, word) > 0
      || meanings(singular(one)).some((stem) => word.startsWith(stem))
      || (index === 0 && candidate.verb !== undefined && candidate.verb === action(singular(one))));
    return words.length ? words.filter(isAsked).length / words.length : 1;
  }

  function find(question) {
    const text = question.trim().toLowerCase();
    const all = wordsOf(text);
    const asked = all.filter((word) => !empty.includes(word));
    if (asked.length === 0) asked.push(...all);
    if (asked.length === 0) return [];
    const own = all.some((word) => ["my", "own", "myself", "experience"].includes(word));
    const table = asked.map((word) => functions.map((candidate) => worth(word, candidate)));
    // A word that stands everywhere says little.
    const rarity = table.map((row) => 1 + Math.log(functions.length / (1 + row.filter((value) => value > 0.5).length)));
    const name = text.replace(/^logto[._]/, "").replace(/^logto_/, "").replace(/ /g, "_");
    return functions
      .map((candidate, index) => {
        let score = table.reduce((sum, row, word) => sum + row[index] * rarity[word], 0);
        score *= 0.3 + 0.7 * share(asked, candidate);
        if (candidate.isForUsers && !own) score *= 0.7;
        if (candidate.isDeprecated) score *= 0.8;
        if (candidate.name.startsWith(name)) score += candidate.name === name ? 1000 : 100;
        return { candidate, score: score - candidate.name.length / 1000 };
      })
      .filter(({ score }) => score > 0.3)
      .sort((one, other) => other.score - one.score)
      .slice(0, most)
      .map(({ candidate }) => candidate);
  }

  // The field and the list below it: a combobox as in the ARIA Authoring Practices.

  const form = document.getElementById("page-form");
  const field = document.getElementById("page-search");
  const list = document.getElementById("page-results");
  const status = document.getElementById("page-status");
  let chosen = -1;

  function choose(index) {
    const options = [...list.querySelectorAll("a")];
    chosen = options.length ? (index + options.length) % options.length : -1;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
    if (chosen < 0) {
      field.removeAttribute("aria-activedescendant");
    } else {
      field.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    }
  }

  function option(found, index) {
    const link = document.createElement("a");
    link.id = `page-result-${index}`;
    link.href = `${found.page}#${encodeURIComponent(found.name)}`;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    const part = (tag, text, kind) => {
      const element = document.createElement(tag);
      element.textContent = text;
      if (kind) element.className = kind;
      return element;
    };
    link.append(part("span", found.group, "group"), part("code", found.name), part("span", found.summary));
    return link;
  }

  function show() {
    const found = find(field.value);
    list.replaceChildren(...found.map(option));
    list.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(found.length > 0));
    const isAsked = field.value.trim() !== "";
    status.textContent = !isAsked ? "" : found.length ? `${found.length} functions found` : "No function found";
    choose(found.length ? 0 : -1);
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function clear() {
    field.value = "";
    show();
  }

  field.addEventListener("input", show);
  field.addEventListener("focus", () => field.value && show());
  field.addEventListener("blur", close);
  // A click on a result must not take the focus away before it is a click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", () => {
    clear();
    field.blur();
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) show();
      else choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (field.value) clear();
      else field.blur();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!list.hidden) list.querySelectorAll("a")[chosen]?.click();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  form.hidden = false;

  // The list of pages scrolls by itself where it is longer than the window: to the one that is shown.
  const shown = document.querySelector("nav [aria-current]");
  const pages = shown.closest("nav");
  if (shown.offsetTop + shown.offsetHeight > pages.clientHeight) {
    pages.scrollTop = shown.offsetTop - pages.clientHeight / 2;
  }
})();
