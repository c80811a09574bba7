/** Points between the edge of an A4 page and what stands on it. */
export const MARGIN = 48
export const PAPER = { width: 595.28, height: 841.89 }

export type Pdf = PDFKit.PDFDocument

/** The package's build for browsers, which brings no faces of its own. */
type BrowserKit = {
  PDFDocument: new (options: PDFKit.PDFDocumentOptions) => Pdf
  registerStdFonts(...faces: unknown[]): void
}

/**
 * A PDF of A4 pages, written by the given work. The writer is large and fetched when it is first asked for.
 * @param landscape pages lie down
 */
export async function pdf(title: string, work: (document: Pdf) => void, landscape = false): Promise<Blob> {
  const [{ PDFDocument, registerStdFonts }, { default: plain }, { default: bold }] = await Promise.all([
    import('pdfkit') as unknown as Promise<BrowserKit>,
    import('pdfkit/standard-fonts/Helvetica'),
    import('pdfkit/standard-fonts/HelveticaBold'),
  ])
  registerStdFonts(plain, bold)
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    layout: landscape ? 'landscape' : 'portrait',
    info: { Title: title, Creator: 'Jämsides' },
  })
  const chunks: Uint8Array[] = []
  const whole = new Promise<Blob>((resolve) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve(new Blob(chunks as Uint8Array<ArrayBuffer>[], { type: 'application/pdf' })))
  })
  work(document)
  document.end()
  return whole
}

/** The letters that the standard faces have: others are written by the nearest. */
export const plainLetters = (text: string): string =>
  text.replaceAll('\u202f', '\u00a0').replaceAll('\u2212', '-').replaceAll('→', '->').replace(/[▲▼●]/g, '')

const QUALITY = 0.92

/** A picture as JPEG: the writer would unpack a PNG in a worker of its own making, which the page does not allow. */
export async function asJpeg(png: Uint8Array): Promise<ArrayBuffer> {
  const bitmap = await createImageBitmap(new Blob([png as Uint8Array<ArrayBuffer>], { type: 'image/png' }))
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0)
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  if (!made) throw new Error('no picture')
  return made.arrayBuffer()
}
