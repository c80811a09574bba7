import { catalogue } from '../../../data/catalogue/index.ts'
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

/** @throws Problem `not-allowed` for a municipality that is not one's own */
export function checkReach(who: Who, right: Right, municipality: string): void {
  if (reaches(who, right, municipality)) return
  throw new Problem('not-allowed', {
    sv: 'Ditt konto gäller inte den kommunen.',
    en: 'Your account does not hold for that municipality.',
  })
}
