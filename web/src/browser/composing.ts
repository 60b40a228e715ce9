/** Says this of a key that belongs to an input method, in Safari after its word has ended. */
const PROCESSED = 229;

/** Whether a key is for the input method by which a word is being written, and so not for us. */
export function isComposing({
  nativeEvent,
}: {
  nativeEvent: { isComposing: boolean; keyCode: number };
}): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === PROCESSED;
}
