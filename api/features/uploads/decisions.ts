import { z } from 'zod'
import { UploadAnswer } from '../../../data/model/answers/uploads.ts'
import { Acknowledgement } from '../../../data/model/upload.ts'
import { dropUpload } from '../../../data/store/upload-files.ts'
import { ApprovalRefused, approveUpload, withdrawUpload } from '../../../data/workspace/upload-decisions.ts'
import { type Upload, UploadMoved, uploadOf } from '../../../data/workspace/uploads.ts'
import type { Writing } from '../../../data/workspace/workspace.ts'
import { Problem } from '../../problem.ts'
import { id } from '../../question/parameters.ts'
import { fields } from '../../question/read-body.ts'
import { type Asked, feature } from '../feature.ts'
import { ownUpload } from './own.ts'
import { toldOf } from './told.ts'

const parameters = z.object({ id: id('Id of an upload') })

export const approve = feature({
  path: '/uploads/{id}/approve',
  method: 'post',
  right: 'uploads.send',
  summary: { sv: 'Godkänn det som är kontrollerat', en: 'Approve what has been checked' },
  parameters,
  body: fields({ acknowledged: z.array(Acknowledgement).max(200).default([]) }),
  answer: UploadAnswer,
  audit: 'upload.approved',
  async respond(asked): Promise<UploadAnswer> {
    const { who, body, settings, handIn } = asked
    const approval = { account: who!.id, acknowledged: body.acknowledged, fourEyes: settings.JAMSIDES_FOUR_EYES }
    const told = await decide(asked, (transaction, upload) => approveUpload(transaction, upload, approval))
    handIn.clerk.call()
    return told
  },
})

export const withdraw = feature({
  path: '/uploads/{id}/withdraw',
  method: 'post',
  right: 'uploads.send',
  summary: { sv: 'Ta tillbaka en inlämning', en: 'Withdraw an upload' },
  parameters,
  answer: UploadAnswer,
  audit: 'upload.withdrawn',
  async respond(asked): Promise<UploadAnswer> {
    const told = await decide(asked, (transaction, upload) => withdrawUpload(transaction, upload, asked.who!.id))
    if (told.release === null && told.approvedAt === null) dropUpload(asked.home, told.id)
    asked.handIn.clerk.call()
    return told
  },
})

/** Does what decides an upload, on the row as it stands under the write lock. */
async function decide(
  asked: Asked<{ id: string }>,
  work: (transaction: Writing, upload: Upload) => Promise<void>,
): Promise<UploadAnswer> {
  const found = await ownUpload(asked, 'uploads.send')
  const { read, write } = await asked.workspace()
  try {
    await write(async (transaction) => work(transaction, (await uploadOf(transaction, found.id))!))
  } catch (error) {
    throw problemOf(error)
  }
  return toldOf(read, (await uploadOf(read, found.id))!)
}

function problemOf(error: unknown): unknown {
  if (error instanceof UploadMoved) return moved
  if (!(error instanceof ApprovalRefused)) return error
  if (error.why === 'same-person') return samePerson
  return new Problem(
    'not-acknowledged',
    {
      sv: 'Varje varning behöver ett ord om varför den får stå.',
      en: 'Every warning needs a word about why it may stand.',
    },
    error.warnings.map(({ rule, column }) => ({
      path: [rule, column].filter(Boolean).join('.'),
      message: { sv: 'Varningen är inte besvarad.', en: 'The warning is not acknowledged.' },
    })),
  )
}

const moved = new Problem('conflict', {
  sv: 'Inlämningen är inte i ett läge där det går. Läs om den och försök igen.',
  en: 'The upload is not in a state where that can be done. Read it again and try once more.',
})

const samePerson = new Problem('not-allowed', {
  sv: 'Fyra ögon: ett annat konto än det som godkände först behöver godkänna.',
  en: 'Four eyes: another account than the one that approved first must approve.',
})
