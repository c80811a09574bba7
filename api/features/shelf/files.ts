import type { Request, Response } from 'express'
import { raw } from 'express'
import { z } from 'zod'
import { KeptSource } from '../../../data/model/answers/shelf.ts'
import { LARGEST_FILE, LARGEST_SHELF, LONGEST_TEXT } from '../../../data/model/shelf/source.ts'
import { bytesOnShelf, fileOf, saveFile, saveText, sourceOf } from '../../../data/workspace/shelf/sources.ts'
import type { Reading } from '../../../data/workspace/workspace.ts'
import { Problem } from '../../problem.ts'
import { feature } from '../feature.ts'
import { onShelf, theSource } from './on-shelf.ts'

export const putText = feature({
  path: '/shelf/{source}/text',
  method: 'put',
  right: 'shelf.keep',
  audit: 'source.text-kept',
  takesFile: true,
  summary: {
    sv: 'Källans egen text, som finns kvar när sidan försvinner',
    en: "The source's own words, which stay when the page goes",
  },
  parameters: onShelf,
  answer: KeptSource,
  respond: async ({ act, question, http }) => {
    const text = asText(await sent(http.request, LONGEST_TEXT * 4))
    return act(async (transaction) => {
      await saveText(transaction, await theSource(transaction, question.source), text)
      return { answer: (await sourceOf(transaction, question.source))!, object: question.source }
    })
  },
})

export const putFile = feature({
  path: '/shelf/{source}/file',
  method: 'put',
  right: 'shelf.keep',
  audit: 'source.file-kept',
  takesFile: true,
  summary: { sv: 'Källan som PDF. Ingenting i den läses', en: 'The source as PDF. Nothing in it is read' },
  parameters: onShelf,
  answer: KeptSource,
  respond: async ({ act, question, http }) => {
    const file = await sent(http.request, LARGEST_FILE)
    if (file.subarray(0, 5).toString('latin1') !== '%PDF-') throw noPdf
    return act(async (transaction) => {
      const before = await theSource(transaction, question.source)
      if ((await bytesOnShelf(transaction)) - (before.bytes ?? 0) + file.length > LARGEST_SHELF) throw full
      await saveFile(transaction, before, file)
      const answer = (await sourceOf(transaction, question.source))!
      return { answer, object: question.source, particulars: { bytes: file.length, sha256: answer.sha256 } }
    })
  },
})

export const sourceFile = feature({
  path: '/shelf/{source}/file',
  right: 'shelf.read',
  summary: { sv: 'Källans PDF som den kom', en: 'The PDF of a source as it came' },
  parameters: onShelf,
  answer: z.unknown() as z.ZodType<Buffer>,
  respond: async ({ workspace, question }) => pdfOf((await workspace()).read, question.source),
  deliver: { mediaType: 'application/pdf', send: (file, response) => sendPdf(file, response) },
})

/** @throws Problem `not-found` */
export async function pdfOf(read: Reading, source: string): Promise<Buffer> {
  const file = await fileOf(read, source)
  if (file) return file
  throw new Problem('not-found', { sv: 'Källan har ingen fil.', en: 'The source has no file.' })
}

/** Hostile bytes are handed over as a file to save, and never shown on a page of ours. */
export function sendPdf(file: Buffer, response: Response): void {
  response
    .set('Content-Security-Policy', "default-src 'none'; sandbox")
    .set('Content-Disposition', 'attachment; filename="kalla.pdf"')
    .type('application/pdf')
    .send(file)
}

/** What was sent, whole. @throws Problem `file-too-large` */
async function sent(request: Request, limit: number): Promise<Buffer> {
  await new Promise<void>((resolve, reject) => {
    raw({ type: () => true, limit, inflate: false })(request, request.res!, (error?: { status?: number }) => {
      if (error) reject(error.status === 413 ? tooLarge(limit) : error)
      else resolve()
    })
  })
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
}

/** A text as it is read: UTF-8, without control characters but line breaks and tabs. */
function asText(bytes: Buffer): string {
  const text = decoded(bytes).replace(CONTROL, ' ').normalize('NFC')
  if (text.length <= LONGEST_TEXT) return text
  throw tooLarge(LONGEST_TEXT)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem('invalid-body', {
      sv: 'Texten är inte UTF-8. Klistra in den i rutan i stället.',
      en: 'The text is not UTF-8. Paste it into the box instead.',
    })
  }
}

const tooLarge = (limit: number) => {
  const megabytes = Math.round(limit / 1024 / 1024)
  return new Problem('file-too-large', {
    sv: `Högst ${megabytes} MB. Inget av det är sparat.`,
    en: `At most ${megabytes} MB. Nothing of it is kept.`,
  })
}

const noPdf = new Problem('invalid-body', {
  sv: 'Filen är ingen PDF. Spara den som PDF och välj den igen.',
  en: 'The file is no PDF. Save it as PDF and choose it again.',
})

const full = new Problem('no-room', {
  sv: 'Hyllan är full. Ta bort någon fil som inte behövs längre.',
  en: 'The shelf is full. Take away a file that is no longer needed.',
})
