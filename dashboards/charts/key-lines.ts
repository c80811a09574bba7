/** Height of a line of a key, in pixels. */
export const KEY_LINE = 18
const APART = 16

/** Where words of those lengths stand in a key, in pixels: beside each other, on a further line where the one above is full. */
export function inLines(lengths: readonly number[], width: number): { at: number; line: number }[] {
  let [reached, line] = [0, 0]
  return lengths.map((length) => {
    if (reached > 0 && reached + length > width) [reached, line] = [0, line + 1]
    const at = reached
    reached += length + APART
    return { at, line }
  })
}
