const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [10, 0],
  PageUp: [-10, 0],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
}

/** Arrow keys move between the cells of a grid; the one in focus is the one that Tab comes back to. */
export function walkCells(event: Event): void {
  const cell = event.target
  if (!(cell instanceof HTMLElement) || !cell.matches('td a')) return
  const grid = cell.closest('table')!
  if (event instanceof KeyboardEvent) step(event, cell, grid)
  else keepStop(cell, grid)
}

function step(event: KeyboardEvent, cell: HTMLElement, grid: HTMLElement) {
  const move = MOVES[event.key]
  if (!move) return
  event.preventDefault()
  const rows = [...grid.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll<HTMLElement>('td a')])
  const row = rows.findIndex((cells) => cells.includes(cell))
  const column = rows[row]!.indexOf(cell)
  const next = rows[within(row + move[0], rows.length)]!
  next[within(column + move[1], next.length)]!.focus()
}

const within = (index: number, count: number) => Math.max(0, Math.min(index, count - 1))

function keepStop(cell: HTMLElement, grid: HTMLElement) {
  for (const other of grid.querySelectorAll<HTMLElement>('td a[tabindex="0"]')) other.tabIndex = -1
  cell.tabIndex = 0
}
