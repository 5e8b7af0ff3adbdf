// Suggestions under a search field while somebody types: a combobox with a listbox, as the ARIA practices describe it.
// Without this file the field is a plain search field. Texts come from the page, and only ever go in as text.
(() => {
  "use strict";
  const PAUSE = 120; // milliseconds without a key before the server is asked
  let count = 0;

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  const combobox = (input) => {
    const form = input.form;
    const words = JSON.parse(input.dataset.words); // what each kind is called, and how a number of them is told
    const list = element("ul", { id: `suggestions-${++count}`, role: "listbox", class: "suggestions", "aria-label": words.label, hidden: "" });
    const told = element("span", { role: "status", class: "visually-hidden" });
    input.after(list, told);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id }))
      input.setAttribute(name, value);
    let found = [], active = -1, waiting = 0, asking = new AbortController();

    const close = () => {
      clearTimeout(waiting);
      asking.abort();
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      point(-1);
    };

    const point = (place) => {
      active = place;
      [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === place)));
      if (place < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", list.children[place].id);
        list.children[place].scrollIntoView({ block: "nearest" });
      }
    };

    const choose = (one) => {
      close();
      if (one.url) return location.assign(one.url);
      if (one.kind === "question") {
        input.value = one.text;
        return form.requestSubmit();
      }
      const asks = Object.entries(one.asks).flatMap(([name, values]) => values.map((value) => [name, value]));
      location.assign(`${form.action}?${new URLSearchParams(asks)}`);
    };

    const show = (suggestions) => {
      found = suggestions;
      list.replaceChildren(...found.map((one, i) => element(
        "li", { id: `${list.id}-${i}`, role: "option", "aria-selected": "false", "data-kind": one.kind },
        element("span", { class: "suggested", lang: "da" }, one.text), element("span", { class: "kind" }, words[one.kind]))));
      point(-1);
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(!!found.length));
      told.textContent = found.length ? words.found.replace("{num}", found.length) : words.none;
    };

    const ask = async () => {
      asking = new AbortController();
      const address = `${input.dataset.suggest}?${new URLSearchParams({ q: input.value })}`;
      try {
        const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "application/json" } });
        if (answer.ok) show((await answer.json()).suggestions);
        else close(); // a search can still be made; it will say what is wrong
      } catch (error) {
        if (error.name !== "AbortError") close();
      }
    };

    input.addEventListener("input", () => {
      clearTimeout(waiting);
      asking.abort();
      if (input.value.trim()) waiting = setTimeout(ask, PAUSE);
      else close();
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || list.hidden) return;
      const last = found.length - 1;
      if (event.key === "ArrowDown") point(active === last ? -1 : active + 1);
      else if (event.key === "ArrowUp") point(active < 0 ? last : active - 1);
      else if (event.key === "Enter" && active >= 0) choose(found[active]);
      else if (event.key === "Escape") close();
      else {
        if (event.key === "Tab" || event.key === "Enter") close();
        return;
      }
      event.preventDefault();
    });
    input.addEventListener("blur", close);
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) choose(found[[...list.children].indexOf(option)]);
    });
  };

  document.querySelectorAll("input[data-suggest]").forEach(combobox);
})();
