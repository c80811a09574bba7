import { z } from 'zod'
import { catalogue } from '../../../data/catalogue/index.ts'
import type { UploadAnswer } from '../../../data/model/answers/uploads.ts'
import { LOCALES } from '../../../data/model/locales.ts'
import type { Language } from '../../language.ts'
import { Problem } from '../../problem.ts'
import { id } from '../../question/parameters.ts'
import { feature } from '../feature.ts'
import { ownUpload } from './own.ts'
import { toldOf } from './told.ts'

export const receipt = feature({
  path: '/uploads/{id}/receipt.pdf',
  right: 'uploads.read',
  summary: { sv: 'Kvittot på en inlämning', en: 'The receipt of an upload' },
  parameters: z.object({ id: id('Id of an upload') }),
  answer: z.unknown(),
  async respond(asked) {
    const found = await ownUpload(asked)
    if (found.sha256 === null) throw nothingYet
    return pdfOf(await toldOf((await asked.workspace()).read, found), asked.language)
  },
  deliver: {
    mediaType: 'application/pdf',
    send: (pdf, response) => void response.attachment('kvitto.pdf').type('application/pdf').send(pdf),
  },
})

const nothingYet = new Problem('conflict', {
  sv: 'Det finns inget kvitto förrän hela filen har kommit.',
  en: 'There is no receipt until the whole file has come.',
})

type Line = [label: string, value: string | null]

/** What was handed in, by whom and when, what became of it, and by what it can be told from anything else. */
function linesOf(upload: UploadAnswer, language: Language): Line[] {
  const say = (sv: string, en: string) => (language === 'en' ? en : sv)
  const place =
    catalogue().municipalityByCode.get(upload.municipality)?.name ?? say('Alla kommuner', 'All municipalities')
  const { anchor } = upload
  return [
    [say('Kommun', 'Municipality'), `${place} (${upload.municipality})`],
    [say('Underlag', 'Source'), SOURCES[upload.source][language]],
    [say('År', 'Years'), upload.years.join(', ')],
    [say('Läge', 'State'), STATES[upload.state][language]],
    [say('Inlämnat av', 'Handed in by'), `${upload.account}, ${momentIn(upload.createdAt, language)}`],
    [say('Godkänt av', 'Approved by'), by(upload.approvedBy, upload.approvedAt, language)],
    [say('Även godkänt av', 'Also approved by'), by(upload.secondedBy, upload.secondedAt, language)],
    [
      say('Filens storlek', 'Size of the file'),
      upload.bytes === null ? null : `${upload.bytes.toLocaleString(LOCALES[language])} byte`,
    ],
    [say('Filens SHA-256', 'SHA-256 of the file'), upload.sha256],
    [say('Reglernas version', 'Version of the rules'), upload.rules],
    [say('Läst med översättning', 'Read by a mapping'), upload.mapped ? say('ja', 'yes') : say('nej', 'no')],
    [say('Utgåva', 'Release'), upload.release],
    [say('Händelselogg, rad', 'Audit log, line'), anchor && String(anchor.seq)],
    [say('Händelselogg, hash', 'Audit log, hash'), anchor?.hash ?? null],
    [say('Inlämningens id', 'Id of the upload'), upload.id],
  ]
}

/** By the clock of Sweden: the receipt is kept, and read elsewhere than where it was asked for. */
const momentIn = (time: string, language: Language): string =>
  new Date(time).toLocaleString(LOCALES[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  })

const by = (name: string | null, time: string | null, language: Language): string | null =>
  name && time && `${name}, ${momentIn(time, language)}`

const SOURCES = {
  asi: { sv: 'ASI', en: 'ASI' },
  ubu: { sv: 'UBU', en: 'UBU' },
  indicators: { sv: 'Egna indikatorer', en: 'Local indicators' },
  oj: { sv: 'Öppna jämförelser', en: 'Öppna jämförelser' },
} as const

const STATES = {
  receiving: { sv: 'tas emot', en: 'being received' },
  received: { sv: 'mottagen', en: 'received' },
  checking: { sv: 'kontrolleras', en: 'being checked' },
  refused: { sv: 'avvisad; filen är raderad', en: 'refused; the file is deleted' },
  ready: { sv: 'kontrollerad, väntar på godkännande', en: 'checked, waits for approval' },
  waiting: { sv: 'godkänd, väntar', en: 'approved, waits' },
  published: { sv: 'publicerad; filen är raderad', en: 'published; the file is deleted' },
  withdrawn: { sv: 'återtagen; filen är raderad', en: 'withdrawn; the file is deleted' },
} as const

const MARGIN = 56
const LABEL_WIDTH = 140

async function pdfOf(upload: UploadAnswer, language: Language): Promise<Buffer> {
  const title = language === 'en' ? 'Receipt of an upload' : 'Kvitto på inlämning'
  const { default: PDFDocument } = await import('pdfkit')
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    info: { Title: `Jämsides: ${title}` },
    lang: language,
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const whole = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))))
  document.font('Helvetica-Bold').fontSize(18).text(title).moveDown()
  for (const [label, value] of linesOf(upload, language)) if (value) writeLine(document, label, value)
  document.end()
  return whole
}

function writeLine(document: PDFKit.PDFDocument, label: string, value: string): void {
  const { y } = document
  document.font('Helvetica').fontSize(10).text(label, MARGIN, y, { width: LABEL_WIDTH })
  const below = document.y
  document.font('Helvetica-Bold').text(value, MARGIN + LABEL_WIDTH, y)
  document.y = Math.max(document.y, below) + 6
}
