import { z } from 'zod'
import { mistakesIn } from '../../../data/instruments/extract-mapping.ts'
import { instruments } from '../../../data/instruments/index.ts'
import { UploadAnswer, UploadsAnswer } from '../../../data/model/answers/uploads.ts'
import { ExtractMapping } from '../../../data/model/extract-mapping.ts'
import { uploadSources } from '../../../data/model/upload.ts'
import { listUploads, undecidedOf } from '../../../data/workspace/upload-lists.ts'
import { addUpload, uploadOf } from '../../../data/workspace/uploads.ts'
import { invalidBody, Problem } from '../../problem.ts'
import { id } from '../../question/parameters.ts'
import { fields } from '../../question/read-body.ts'
import { feature } from '../feature.ts'
import { checkReach, municipalitiesReached, ownUpload } from './own.ts'
import { summariesOf, toldOf } from './told.ts'

export const uploads = feature({
  path: '/uploads',
  right: 'uploads.read',
  summary: { sv: 'Det egna kommunen har lämnat in', en: 'What one’s own municipality has handed in' },
  parameters: z.object({}),
  answer: UploadsAnswer,
  async respond({ who, workspace, settings }): Promise<UploadsAnswer> {
    const { read } = await workspace()
    const municipalities = municipalitiesReached(who, 'uploads.read')
    const found = await listUploads(
      read,
      municipalities.map(({ code }) => code),
    )
    return {
      uploads: await summariesOf(read, found),
      municipalities: municipalities.map(({ code, name }) => ({ code, name })),
      fourEyes: settings.JAMSIDES_FOUR_EYES,
      largestBytes: settings.JAMSIDES_UPLOAD_MB * 1024 * 1024,
    }
  },
})

export const upload = feature({
  path: '/uploads/{id}',
  right: 'uploads.read',
  summary: {
    sv: 'En inlämning: var den står, vad som är fel, vad den ändrar',
    en: 'An upload: where it stands, what is wrong, what it changes',
  },
  parameters: z.object({ id: id('Id of an upload') }),
  answer: UploadAnswer,
  async respond(asked): Promise<UploadAnswer> {
    const found = await ownUpload(asked)
    return toldOf((await asked.workspace()).read, found)
  },
})

const MOST_UNDECIDED = 20

export const beginUpload = feature({
  path: '/uploads',
  method: 'post',
  right: 'uploads.send',
  summary: {
    sv: 'Börja en inlämning; filen skickas sedan till /uploads/{id}/file',
    en: 'Begin an upload; its file is sent to /uploads/{id}/file then',
  },
  parameters: z.object({}),
  body: fields({
    source: z.enum(uploadSources),
    municipality: z.string().regex(/^\d{4}$/),
    mapping: ExtractMapping.optional(),
  }),
  answer: UploadAnswer,
  audit: 'upload.begun',
  async respond({ who, body, workspace, language }): Promise<UploadAnswer> {
    const { source, municipality, mapping } = body
    checkReach(who, 'uploads.send', municipality)
    checkSource(source)
    if (mapping) checkMapping(source, mapping)
    const { read, write } = await workspace()
    if ((await undecidedOf(read, who!.id)) >= MOST_UNDECIDED) throw tooMany
    const given = { account: who!.id, municipality, source, language, mapping: mapping ?? null }
    const made = await write((transaction) => addUpload(transaction, given))
    return toldOf(read, (await uploadOf(read, made))!)
  },
})

/** A workbook of Öppna jämförelser is everybody's: it is loaded by who runs the service. */
function checkSource(source: (typeof uploadSources)[number]): void {
  if (source !== 'oj') return
  throw new Problem('not-allowed', {
    sv: 'Arbetsböcker från Öppna jämförelser gäller alla kommuner och läses in av den som sköter tjänsten.',
    en: 'Workbooks of Öppna jämförelser concern every municipality and are loaded by who runs the service.',
  })
}

/** @throws Problem `invalid-body` where the mapping asks for what the format does not have */
export function checkMapping(source: string, mapping: ExtractMapping): void {
  const instrument = instruments.find((known) => known.id === mapping.instrument && known.id === source)
  const mistakes = instrument ? mistakesIn(mapping, instrument) : [OTHER_INSTRUMENT]
  if (mistakes.length > 0)
    throw invalidBody(mistakes.map(({ path, message }) => ({ path: `mapping.${path}`, message })))
}

const OTHER_INSTRUMENT = {
  path: 'instrument',
  message: { sv: 'Mappningen gäller ett annat underlag.', en: 'The mapping is for another source.' },
}

const tooMany = new Problem('too-many-requests', {
  sv: `Högst ${MOST_UNDECIDED} inlämningar åt gången kan vara öppna. Godkänn eller återta några först.`,
  en: `At most ${MOST_UNDECIDED} uploads can be open at a time. Approve or withdraw some first.`,
})
