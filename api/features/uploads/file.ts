import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { z } from 'zod'
import { UploadAnswer } from '../../../data/model/answers/uploads.ts'
import { dropUpload, keepPart, partOf } from '../../../data/store/upload-files.ts'
import { queueUpload, type Upload, UploadMoved, uploadOf } from '../../../data/workspace/uploads.ts'
import { PACE, receive } from '../../hand-in/receive.ts'
import { Problem } from '../../problem.ts'
import { id } from '../../question/parameters.ts'
import { type Asked, feature } from '../feature.ts'
import { ownUpload } from './own.ts'
import { toldOf } from './told.ts'

export const uploadFile = feature({
  path: '/uploads/{id}/file',
  method: 'put',
  right: 'uploads.send',
  summary: { sv: 'Filen, som den är', en: 'The file, as it is' },
  parameters: z.object({ id: id('Id of an upload') }),
  takesFile: true,
  answer: UploadAnswer,
  audit: 'upload.received',
  async respond(asked): Promise<UploadAnswer> {
    const { http, handIn, who } = asked
    try {
      const found = await ownUpload(asked, 'uploads.send')
      if (found.state !== 'receiving') throw moved
      refuseEncoded(http.request.get('Content-Encoding'))
      await handIn.senders.one(who!.id, () => takeIn(asked, found))
      handIn.clerk.call()
      const { read } = await asked.workspace()
      return toldOf(read, (await uploadOf(read, found.id))!)
    } catch (error) {
      // What is left of a file that is not taken is not read: the connection ends with the answer.
      if (!http.request.complete) http.response.set('Connection', 'close')
      throw error
    }
  },
})

async function takeIn({ http, home, settings, workspace }: Asked<unknown>, upload: Upload): Promise<void> {
  const part = partOf(home, upload.id, randomBytes(8).toString('hex'))
  const maxBytes = settings.JAMSIDES_UPLOAD_MB * 1024 * 1024
  try {
    const file = await receive(http.request, part, { ...PACE, maxBytes })
    if (file.bytes === 0) throw empty
    keepPart(home, upload.id, part)
    await (await workspace()).write((transaction) => queueUpload(transaction, upload, file))
  } catch (error) {
    rmSync(part, { force: true })
    if (error instanceof UploadMoved) throw moved
    const isStillOurs = (await uploadOf((await workspace()).read, upload.id))?.state === 'receiving'
    if (isStillOurs) dropUpload(home, upload.id)
    throw error
  }
}

function refuseEncoded(encoding: string | undefined): void {
  if (encoding === undefined || encoding === 'identity') return
  throw new Problem('wrong-media-type', {
    sv: 'Skicka filen som den är, utan Content-Encoding.',
    en: 'Send the file as it is, without Content-Encoding.',
  })
}

const moved = new Problem('conflict', {
  sv: 'Filen har redan tagits emot, eller så är inlämningen avslutad. Börja en ny.',
  en: 'The file has been received already, or the upload has ended. Begin another.',
})

const empty = new Problem('invalid-body', {
  sv: 'Filen är tom.',
  en: 'The file is empty.',
})
