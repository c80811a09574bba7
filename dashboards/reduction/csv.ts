/** The text of a file in UTF-8 or, where it is not that, Windows-1252, as spreadsheets save it. */
export function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, '')
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The rows of a separated file, empty ones left out; `;`, `,` or tab, whichever the first line has most of. */
export function rowsOf(text: string): string[][] {
  const separator = separatorOf(text)
  const rows: string[][] = []
  let [row, cell, quoted] = [[] as string[], '', false]
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.some((one) => one.trim() !== '')) rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[++at]
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) endCell()
    else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  endRow()
  return rows
}

function separatorOf(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  const count = (separator: string) => line.split(separator).length
  return [';', ',', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best))
}

/** Rows as a separated file. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map(quotedWhereNeeded).join(';'))
    .join('\r\n')
    .concat('\r\n')

const quotedWhereNeeded = (cell: string): string => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
