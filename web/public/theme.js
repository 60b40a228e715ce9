// Runs before the first paint: puts the remembered theme, or the system's, on the page. src/browser/theme.ts does the rest.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem("chatroom.theme");
  } catch {
    // Storage can be forbidden; the system's theme is good enough then.
  }
  var dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-bs-theme", dark ? "dark" : "light");
  var meta = document.querySelector('meta[name="theme-color"]');
  if (meta) meta.setAttribute("content", dark ? "#141816" : "#f3f5f3");
})();
