const MANY = 3;
const onlyEmoji = expression();

/** One to three emoji and nothing else: shown large. */
export function isOnlyEmoji(text: string): boolean {
  return text.length <= 64 && onlyEmoji?.test(text.trim()) === true;
}

function expression(): RegExp | undefined {
  try {
    return new RegExp(`^(?:\\p{RGI_Emoji}\\s*){1,${MANY}}$`, "v");
  } catch {
    // An older browser shows them at the size of the text.
    return undefined;
  }
}
