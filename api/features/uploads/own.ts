import { catalogue } from '../../../data/catalogue/index.ts'
import { COUNTRY } from '../../../data/figures/places.ts'
import type { UploadSource } from '../../../data/model/upload.ts'
import { type Upload, uploadOf } from '../../../data/workspace/uploads.ts'
import type { Right } from '../../access/rights.ts'
import { reaches, type Who } from '../../access/who.ts'
import { Problem } from '../../problem.ts'
import type { Asked } from '../feature.ts'

/** The upload that is asked for; one of somebody else's is answered as one that does not exist. @throws Problem `not-found` */
export async function ownUpload(asked: Asked<{ id: string }>, right: Right = 'uploads.read'): Promise<Upload> {
  const upload = await uploadOf((await asked.workspace()).read, asked.question.id)
  if (upload && reaches(asked.who, right, upload.municipality)) return upload
  throw notFound
}

const notFound = new Problem('not-found', {
  sv: 'Det finns ingen sådan inlämning.',
  en: 'There is no such upload.',
})

/** Municipalities that somebody reaches with a right, in the catalogue's order. */
export const municipalitiesReached = (who: Who, right: Right) =>
  catalogue().municipalities.filter(({ code }) => reaches(who, right, code))

/** The codes of what somebody reaches: municipalities, and the country for what is all municipalities'. */
export const placesReached = (who: Who, right: Right): string[] => [
  ...municipalitiesReached(who, right).map(({ code }) => code),
  ...(reaches(who, right, COUNTRY) ? [COUNTRY] : []),
]

/** What somebody may hand in: files of a municipality, workbooks that are all municipalities'. */
export const sourcesOf = (who: Who): UploadSource[] => [
  ...(municipalitiesReached(who, 'uploads.send').length > 0 ? (['asi', 'ubu', 'indicators'] as const) : []),
  ...(reaches(who, 'uploads.send', COUNTRY) ? (['oj'] as const) : []),
]

/** @throws Problem `not-allowed` for a municipality that is not one's own */
export function checkReach(who: Who, right: Right, municipality: string): void {
  if (reaches(who, right, municipality)) return
  if (municipality === COUNTRY) throw ofAll
  throw new Problem('not-allowed', {
    sv: 'Ditt konto gäller inte den kommunen.',
    en: 'Your account does not hold for that municipality.',
  })
}

const ofAll = new Problem('not-allowed', {
  sv: 'Arbetsböcker från Öppna jämförelser gäller alla kommuner och lämnas in av analytiker och administratörer.',
  en: 'Workbooks of Öppna jämförelser concern every municipality and are handed in by analysts and administrators.',
})
