// The pages work without this. It adds two things: what came into view, and "/" for the search.
(() => {
  "use strict";

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const search = document.querySelector("[data-search]");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  // Seen = half of a card for one second, told once per card and page.
  const list = document.querySelector("[data-allocation]");
  const allocationId = list?.dataset.allocation;
  if (!allocationId || !("IntersectionObserver" in window) || !navigator.sendBeacon) return;

  const waiting = new Map();
  let seen = [];

  const tell = () => {
    if (seen.length === 0) return;
    const body = new Blob([JSON.stringify({ allocationId, shown: seen })], { type: "application/json" });
    if (navigator.sendBeacon("/seen", body)) seen = [];
  };

  const observer = new IntersectionObserver((entries) => {
    for (const { target, intersectionRatio } of entries) {
      if (intersectionRatio >= 0.5 && document.visibilityState === "visible") {
        if (waiting.has(target)) continue;
        waiting.set(target, setTimeout(() => {
          observer.unobserve(target);
          waiting.delete(target);
          seen.push(target.dataset.product);
          if (seen.length >= 12) tell();
        }, 1000));
      } else {
        clearTimeout(waiting.get(target));
        waiting.delete(target);
      }
    }
  }, { threshold: 0.5 });

  for (const card of list.querySelectorAll("[data-product]")) observer.observe(card);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") return;
    waiting.forEach((timer) => clearTimeout(timer));
    waiting.clear();
    tell();
  });
  addEventListener("pagehide", tell);
})();
