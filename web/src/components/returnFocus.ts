/**
 * What had the focus is about to go: to where one writes next; to the room where one may not write, or where a keyboard
 * would come up over what one reads.
 */
export function returnFocus(): void {
  const composer = document.getElementById("composer");
  const writes = composer !== null && window.matchMedia("(pointer: fine)").matches;
  (writes ? composer : document.getElementById("room"))?.focus();
}
