const EMPTY_POINT = /<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g

/** The presentation with nothing where a chart has no value: the library writes an empty number, which is no number. */
export async function withGaps(presentation: Blob): Promise<Blob> {
  const { default: Zip } = await import('jszip')
  const zip = await Zip.loadAsync(await presentation.arrayBuffer())
  for (const part of zip.file(/^ppt\/charts\/chart\d+\.xml$/)) {
    const xml = await part.async('string')
    zip.file(part.name, xml.replace(EMPTY_POINT, ''))
  }
  return zip.generateAsync({ type: 'blob', mimeType: presentation.type, compression: 'DEFLATE' })
}
