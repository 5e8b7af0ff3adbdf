// A button that copies a reference; without this file, or where nothing may be copied, there is only the text.
(() => {
  "use strict";
  for (const place of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) continue;
    const words = JSON.parse(place.dataset.copy);
    const button = document.createElement("button");
    const told = document.createElement("span");
    button.type = "button";
    button.className = "small";
    button.textContent = words.copy;
    told.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(place.querySelector(".text").textContent);
        told.textContent = words.copied;
      } catch {
        told.textContent = words.failed;
      }
    });
    place.append(" ", button, " ", told);
  }
})();
