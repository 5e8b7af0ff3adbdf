/* Searches saved in this browser. What is kept, as a file has it too:
   {"version": 2, "searches": [{"name", "query", "saved": "2021-06-28", "seen": keys of /api/v1/hits, or null}]}
   Version 1 had neither "saved" nor "seen". */
"use strict";
(() => {
  const KEY = "referat.saved", VERSION = 2, MOST = 50, WIDTH = 6, MOST_SEEN = 30000, SHOWN = 5;
  const LONGEST = { name: 100, query: 4000 };
  const $ = (id) => document.getElementById(id);
  let counting = 0;
  const say = (text) => { $("saved-said").textContent = text; };
  const today = () => new Date().toISOString().slice(0, 10);
  const words = JSON.parse($("saved-list").dataset.words); // in the language of the page
  const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);
  const many = (num, [one, more], values) => fill(num === 1 ? one : more, { num: num.toLocaleString(words.language), ...values });
  const day = (date) => new Date(date).toLocaleDateString(words.language, { dateStyle: "long", timeZone: "UTC" });

  const MIGRATIONS = { 1: (found) => ({ ...found, version: 2, searches: found.searches.map((one) => ({ ...one, saved: today(), seen: null })) }) };

  /* What is read of a text: the searches, and what there is to say about it. */
  function read(text) {
    if (!text) return { searches: [], notice: "" };
    let found;
    try { found = JSON.parse(text); } catch { found = null; }
    while (found && MIGRATIONS[found.version] && Array.isArray(found.searches)) found = MIGRATIONS[found.version](found);
    if (!found || found.version !== VERSION || !Array.isArray(found.searches))
      return { searches: [], notice: words.unreadable, unknown: true };
    const good = found.searches.filter(sound).slice(0, MOST).map(({ name, query, saved, seen }) => ({ name, query, saved, seen }));
    const lost = found.searches.length - good.length;
    return { searches: good, notice: lost ? many(lost, words.lost) : "" };
  }

  function sound(one) {
    return one && typeof one.name === "string" && one.name.trim() && one.name.length <= LONGEST.name
      && typeof one.query === "string" && one.query.length <= LONGEST.query
      && (one.seen === null || (typeof one.seen === "string" && one.seen.length % WIDTH === 0))
      && /^\d{4}-\d\d-\d\d$/.test(one.saved);
  }

  function load() {
    try {
      const text = localStorage.getItem(KEY), found = read(text);
      if (found.unknown) { localStorage.setItem(KEY + ".unreadable", text); localStorage.removeItem(KEY); }
      if (found.notice) say(found.notice);
      return found.searches;
    } catch { say(words.nowhere); return []; }
  }

  const written = (searches) => JSON.stringify({ version: VERSION, searches });

  function store(searches) {
    try { localStorage.setItem(KEY, written(searches)); return true; }
    catch { say(words.full); return false; }
  }

  function change(query, how) {
    const searches = load(), at = searches.findIndex((one) => one.query === query);
    if (at < 0) return;
    const changed = how(searches[at]);
    searches.splice(at, 1, ...(changed ? [changed] : []));
    store(searches);
  }

  const keysOf = (text) => (text || "").match(/.{6}/g) || [];
  const union = (seen, keys) => [...new Set([...keysOf(keys), ...keysOf(seen)])].slice(0, MOST_SEEN).join("");
  const address = (path, query) => path + "?" + new URLSearchParams(query);

  async function ask(path) {
    const response = await fetch(path, { headers: { Accept: "application/json" } });
    const told = await response.json();
    if (!response.ok) throw new Error(response.status === 400 ? fill(words.unclear, { why: told.detail }) : words.down);
    return told;
  }

  /* Says in its row what is new of a search; gives whether anything is. */
  async function count(row, one) {
    const about = row.querySelector(".about"), see = row.querySelector(".see");
    let hits;
    try { hits = await ask(address("/api/v1/hits", one.query)); }
    catch (error) { about.textContent = error instanceof TypeError ? words.unreached : error.message; return false; }
    const total = many(hits.total, words.results);
    if (hits.ids === null) { about.textContent = fill(words.many, { total }); return false; }
    const seenNow = () => change(one.query, (kept) => ({ ...kept, seen: union(kept.seen, hits.keys) }));
    if (one.seen === null) { seenNow(); about.textContent = total; return false; }
    const seen = new Set(keysOf(one.seen)), fresh = hits.ids.filter((_, n) => !seen.has(hits.keys.substr(n * WIDTH, WIDTH)));
    about.textContent = fresh.length ? many(fresh.length, words.new, { total }) : fill(words.old, { total });
    row.querySelector("a.called").addEventListener("click", seenNow);
    if (!fresh.length) return false;
    row.classList.add("fresh");
    see.hidden = false;
    see.addEventListener("click", () => { seenNow(); say(fill(words.seen, one)); show(); });
    for (const id of fresh.slice(0, SHOWN)) {
      const link = document.createElement("a"), item = document.createElement("li");
      link.href = "/items/" + id.split("/").map(encodeURIComponent).join("/");
      link.textContent = id;
      item.append(link);
      row.querySelector(".new").append(item);
      ask("/api/v1" + link.getAttribute("href")).then((told) => {
        link.textContent = told.item.title;
        link.lang = told.meeting.language;
        item.append(` ${told.meeting.body}, ${day(told.meeting.date)}`);
      }).catch(() => {});  // the id is shown as it is
    }
    return true;
  }

  /* One search after the other: they are as costly to the server as any, and nobody waits for the last. */
  async function countAll(rows) {
    const own = ++counting;
    let fresh = 0;
    for (const [row, one] of rows) {
      if (own !== counting) return;
      if (await count(row, one)) fresh += 1;
    }
    if (own === counting && rows.length && !$("saved-said").textContent)
      say(fresh ? many(fresh, words.someNew) : words.noneNew);
  }

  function show() {
    const searches = load();
    const rows = searches.map((one) => {
      const row = $("saved-row").content.firstElementChild.cloneNode(true), name = row.querySelector("a.called");
      name.textContent = one.name;
      name.href = address("/", one.query);
      row.querySelector("a.feed").href = address("/feed.atom", one.query);
      row.querySelector(".saved").textContent = fill(words.when, { day: day(one.saved) });
      for (const button of row.querySelectorAll("button")) button.setAttribute("aria-label", `${button.textContent}: ${one.name}`);
      row.querySelector(".delete").addEventListener("click", () => {
        change(one.query, () => null);
        say(fill(words.deleted, one));
        show();
        $("saved-title").focus();
      });
      return [row, one];
    });
    $("saved-list").replaceChildren(...rows.map(([row]) => row));
    countAll(rows);
    $("saved-none").hidden = searches.length > 0;
    $("saved-file").disabled = searches.length === 0;
  }

  async function save(name, query) {
    const searches = load();
    if (searches.some((one) => one.query === query)) return say(words.known);
    if (searches.length >= MOST) return say(fill(words.most, { most: MOST }));
    let seen = null;
    try { seen = (await ask(address("/api/v1/hits", query))).keys; } catch { /* what is there is noted at the first look */ }
    if (store([...load(), { name, query, saved: today(), seen }])) {
      say(fill(words.kept, { name }));
      $("save").hidden = true;
      show();
      $("saved-title").focus();  // the button that had it is gone
    }
  }

  function take(text) {
    const found = read(text), searches = load();
    if (found.unknown) return say(words.noFile);
    const known = new Set(searches.map((one) => one.query));
    const added = found.searches.filter((one) => !known.has(one.query)).slice(0, MOST - searches.length);
    if (store([...searches, ...added])) { show(); say(`${many(added.length, words.taken)} ${found.notice}`); }
  }

  $("saved-needs").hidden = true;
  $("saved-tools").hidden = false;
  if ($("save")) {
    $("save").hidden = false;
    $("save").addEventListener("submit", (event) => {
      event.preventDefault();
      const name = $("save-name").value.trim();
      if (name) save(name, $("save").dataset.query);
    });
  }
  $("saved-file").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([written(load())], { type: "application/json" }));
    link.download = `gemte-soegninger-${today()}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  $("saved-take").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (file) take(file.size > 8e6 ? "?" : await file.text());
    event.target.value = "";
  });
  addEventListener("storage", (event) => { if (event.key === KEY) show(); });
  show();
})();
