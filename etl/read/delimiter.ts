/** The likelier first: a comma is also the decimal comma. */
const DELIMITERS = [';', '\t', ',']
const LINES = 20

/**
 * What separates the cells of a text: as its first line tells, unless the lines below say otherwise. Tables out of
 * statistical databases begin with a title, in which a comma separates nothing.
 */
export function delimiterOf(start: string): string {
  const lines = linesOf(start.replace(/"[^"]*"/g, ''))
  const first = mostIn(lines[0] ?? '')
  if (lines.length < 2 || count(lines[0]!, first) === count(lines[1]!, first)) return first
  const scores = DELIMITERS.map((delimiter) => agreeing(lines, delimiter))
  return DELIMITERS[scores.indexOf(Math.max(...scores))]!
}

/** The first whole lines that hold anything. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/)
  return lines
    .slice(0, Math.max(1, lines.length - 1))
    .filter((line) => line.trim() !== '')
    .slice(0, LINES)
}

const count = (line: string, delimiter: string): number => line.split(delimiter).length - 1

const mostIn = (line: string): string =>
  DELIMITERS.reduce((best, next) => (count(line, next) > count(line, best) ? next : best))

/** How many lines have as many of the delimiter as one another. */
function agreeing(lines: string[], delimiter: string): number {
  const counts = lines.map((line) => count(line, delimiter)).filter((n) => n > 0)
  return Math.max(0, ...counts.map((n) => counts.filter((other) => other === n).length))
}
