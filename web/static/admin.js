// While a run goes on, how far it has come is fetched now and then; when it is over, the page is.
const shown = document.querySelector("[data-running]");
const again = async () => {
  try {
    const text = await (await fetch(location.href)).text();
    const now = new DOMParser().parseFromString(text, "text/html").querySelector("[data-running]");
    if (!now) return location.reload();
    for (const part of ["[role=status]", "progress"]) {
      const [old, fresh] = [shown, now].map((one) => one.querySelector(part));
      if (old.textContent !== fresh.textContent) old.textContent = fresh.textContent;
      for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
    }
  } catch { /* the server may be away for a moment */ }
  setTimeout(again, 4000);
};
setTimeout(again, 2000);
