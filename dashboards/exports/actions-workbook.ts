/** A table of texts, numbers and nothing as an Excel workbook with one sheet. */
export async function sheetOf(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  const head = columns.map((value) => ({ value, fontWeight: 'bold' as const, wrap: true }))
  const sheet = {
    data: [head, ...rows.map((cells) => [...cells])],
    sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: columns.map((_, at) => ({ width: at < 3 ? 28 : 18 })),
    stickyRowsCount: 1,
  }
  return write([sheet], { fontFamily: 'Calibri', fontSize: 11 }).toBlob()
}
