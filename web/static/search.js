// The search page with fewer steps: addresses without empty fields, filters that keep the place, people as one types.
// Without this file all of it can be done with the links and forms themselves.
(() => {
  "use strict";
  const PLACE = "referat.place";
  const PAUSE = 150; // milliseconds without a key before the server is asked
  const results = document.getElementById("results");

  document.addEventListener("formdata", ({ formData }) => {
    for (const name of new Set(formData.keys())) {
      const values = formData.getAll(name).filter(Boolean);
      formData.delete(name);
      for (const value of values) formData.append(name, value);
    }
  });

  // Who followed a filter stays at it where it still is, else comes to the results, and hears how many there are.
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a[data-key]");
    if (link) sessionStorage.setItem(PLACE, JSON.stringify([link.href, link.dataset.key, link.getBoundingClientRect().top]));
  });
  const [href, key, top] = JSON.parse(sessionStorage.getItem(PLACE) ?? "[]");
  sessionStorage.removeItem(PLACE);
  if (href === location.href) {
    const link = key && [...document.querySelectorAll("a[data-key]")].find((one) => one.dataset.key === key && one.checkVisibility?.());
    (link || results).focus({ preventScroll: true });
    if (link) scrollBy(0, link.getBoundingClientRect().top - top);
    setTimeout(() => results.replaceChildren(results.textContent), PAUSE); // a change is what is told
  }

  const form = document.querySelector(".within");
  let waiting, asking;
  form?.addEventListener("input", () => {
    clearTimeout(waiting);
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    waiting = setTimeout(async () => {
      try {
        const asks = new URLSearchParams(new FormData(form));
        asks.set("find_person", form.elements.find_person.value);
        const answer = await fetch(`${location.pathname}?${asks}`, { signal });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of [".within ~ .values", ".within ~ [role=status]"])
          document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes);
      } catch {
        // the button asks as well, and its page says what is wrong
      }
    }, PAUSE);
  });
})();
