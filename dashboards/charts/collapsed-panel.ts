import type { Panel, PanelRow } from './panel.ts'

/** Rows of which nothing is shown, told together: the word for it and their names, in lines that fit the panel. */
type Hidden = { lines: readonly string[]; label: string }

/** A panel with the rows of which something is shown; the others are told in lines below them. */
export type CollapsedPanel = Panel & { hidden: Hidden | null }

const isHidden = ({ dots }: PanelRow): boolean => dots.every(({ value }) => value === null)

/**
 * A panel without the rows that have nothing to show, where their names take fewer lines than they did. Nothing is told
 * but what the rows told: which they are, and the same word for why.
 * @param letters that fit on a line
 */
export function collapsed(panel: Panel, letters: number): CollapsedPanel {
  const none = panel.rows.filter(isHidden)
  const names = none.map(({ title }) => title).join(', ')
  const word = none[0]?.dots[0]?.written ?? ''
  const label = `${word.replace(/^./, (first) => first.toUpperCase())}: ${names}`
  const lines = wrapped(label, letters)
  if (lines.length >= none.length) return { ...panel, hidden: null }
  return {
    ...panel,
    rows: panel.rows.filter((row) => !isHidden(row)),
    hidden: { lines, label: `${panel.title}. ${label}` },
  }
}

/** A text in lines of at most so many letters, unless a word alone is longer. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && longer.length <= letters) lines.push(`${lines.pop()} ${word}`)
    else lines.push(word)
  }
  return lines
}
