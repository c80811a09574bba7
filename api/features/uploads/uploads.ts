import { z } from 'zod'
import { catalogue } from '../../../data/catalogue/index.ts'
import { COUNTRY } from '../../../data/figures/places.ts'
import { mistakesIn } from '../../../data/instruments/extract-mapping.ts'
import { instruments } from '../../../data/instruments/index.ts'
import { UploadAnswer, UploadsAnswer } from '../../../data/model/answers/uploads.ts'
import type { ExtractMapping } from '../../../data/model/extract-mapping.ts'
import { UploadMapping, type UploadSource, uploadSources } from '../../../data/model/upload.ts'
import { listUploads, undecidedOf } from '../../../data/workspace/upload-lists.ts'
import { addUpload, uploadOf } from '../../../data/workspace/uploads.ts'
import { invalidBody, Problem } from '../../problem.ts'
import { id } from '../../question/parameters.ts'
import { fields } from '../../question/read-body.ts'
import { feature } from '../feature.ts'
import { checkReach, municipalitiesReached, ownUpload, placesReached, sourcesOf } from './own.ts'
import { summariesOf, toldOf } from './told.ts'

export const uploads = feature({
  path: '/uploads',
  right: 'uploads.read',
  summary: {
    sv: 'Vad den egna kommunen har lämnat in, eller vilka arbetsböcker',
    en: 'What one’s own municipality has handed in, or which workbooks',
  },
  parameters: z.object({}),
  answer: UploadsAnswer,
  async respond({ who, workspace, settings }): Promise<UploadsAnswer> {
    const { read } = await workspace()
    const municipalities = municipalitiesReached(who, 'uploads.read')
    const found = await listUploads(read, placesReached(who, 'uploads.read'))
    return {
      uploads: await summariesOf(read, found),
      municipalities: municipalities.map(({ code, name }) => ({ code, name })),
      sources: sourcesOf(who),
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
    /** Left out for a workbook of Öppna jämförelser, which is all municipalities'. */
    municipality: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    mapping: UploadMapping.optional(),
  }),
  answer: UploadAnswer,
  audit: 'upload.begun',
  async respond({ who, body, workspace, language }): Promise<UploadAnswer> {
    const { source, mapping } = body
    const municipality = placeOf(source, body.municipality)
    checkReach(who, 'uploads.send', municipality)
    if (mapping) checkMapping(source, mapping)
    const { read, write } = await workspace()
    if ((await undecidedOf(read, who!.id)) >= MOST_UNDECIDED) throw tooMany
    const given = { account: who!.id, municipality, source, language, mapping: mapping ?? null }
    const made = await write((transaction) => addUpload(transaction, given))
    return toldOf(read, (await uploadOf(read, made))!)
  },
})

/**
 * Whose a file is: a workbook of Öppna jämförelser is all municipalities', anything else the named municipality's.
 * @throws Problem `invalid-body` where that is said otherwise
 */
function placeOf(source: UploadSource, municipality = source === 'oj' ? COUNTRY : ''): string {
  if (source === 'oj' && municipality !== COUNTRY) throw invalidBody([{ path: 'municipality', message: OF_ALL }])
  if (source !== 'oj' && !catalogue().municipalityByCode.has(municipality))
    throw invalidBody([{ path: 'municipality', message: OF_ONE }])
  return municipality
}

const OF_ALL = {
  sv: 'En arbetsbok från Öppna jämförelser gäller alla kommuner: utelämna kommunen.',
  en: 'A workbook of Öppna jämförelser is of all municipalities: leave the municipality out.',
}
const OF_ONE = { sv: 'Ange kommunens kod.', en: 'Give the code of the municipality.' }

/** @throws Problem `invalid-body` where the mapping asks for what the format does not have */
export function checkMapping(source: UploadSource, mapping: UploadMapping): void {
  const mistakes = 'sheets' in mapping ? mistakesOfWorkbook(source) : mistakesOfExtract(source, mapping)
  if (mistakes.length > 0)
    throw invalidBody(mistakes.map(({ path, message }) => ({ path: `mapping.${path}`, message })))
}

function mistakesOfExtract(source: UploadSource, mapping: ExtractMapping) {
  const instrument = instruments.find((known) => known.id === mapping.instrument && known.id === source)
  return instrument ? mistakesIn(mapping, instrument) : [OTHER_INSTRUMENT]
}

const mistakesOfWorkbook = (source: UploadSource) => (source === 'oj' ? [] : [{ ...OTHER_INSTRUMENT, path: 'sheets' }])

const OTHER_INSTRUMENT = {
  path: 'instrument',
  message: { sv: 'Mappningen gäller ett annat underlag.', en: 'The mapping is for another source.' },
}

const tooMany = new Problem('too-many-requests', {
  sv: `Högst ${MOST_UNDECIDED} inlämningar åt gången kan vara öppna. Godkänn eller återta några först.`,
  en: `At most ${MOST_UNDECIDED} uploads can be open at a time. Approve or withdraw some first.`,
})
