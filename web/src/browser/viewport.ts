/**
 * Keeps the page as high as what is seen of it. Where the on-screen keyboard lies over the page (iOS) `dvh` does not
 * know of it; the visual viewport does.
 */
export function followViewport(): void {
  const viewport = window.visualViewport;
  if (viewport === null) return;
  const apply = () => {
    // Pinch zoom makes the visual viewport small too; that is no keyboard.
    if (viewport.scale > 1.01) return;
    document.documentElement.style.setProperty("--page-height", `${viewport.height}px`);
    if (window.scrollY > 0) window.scrollTo(0, 0);
  };
  viewport.addEventListener("resize", apply);
  apply();
}
