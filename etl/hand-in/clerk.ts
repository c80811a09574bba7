import { setTimeout } from 'node:timers/promises'
import type { Settings } from '../../data/settings.ts'
import { homeAt } from '../../data/store/home.ts'
import { asOnlyWriter } from '../../data/store/lock.ts'
import { sweepUploads } from '../../data/store/upload-files.ts'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { expireUploads } from '../../data/workspace/upload-lists.ts'
import { idsWithFiles, uploadsToDo } from '../../data/workspace/upload-work.ts'
import { returnUnchecked, takeNextUpload, type Upload } from '../../data/workspace/uploads.ts'
import { checkUpload } from './checking.ts'
import type { Office } from './office.ts'
import { publishUploads } from './publishing.ts'

const LOOK_AGAIN_MS = 300
const IDLE_MS = 3000
const AFTER_FAILURE_MS = 2000
const MOST_ATTEMPTS = 10

/**
 * Checks what has been handed in, one file after the other in the order in which they came, and publishes what is approved,
 * until there is nothing left to do. One clerk works in a home at a time; what a clerk that was killed left half done is
 * taken up again.
 * @throws HomeBusy when another clerk is at work
 */
export async function doUploads(settings: Settings): Promise<void> {
  const home = homeAt(settings.JAMSIDES_HOME)
  await asOnlyWriter(home.handIn, async () => {
    const workspace = await openWorkspace({ home, database: settings.DATABASE_URL })
    try {
      await takeUp({ home, settings, workspace })
      await work({ home, settings, workspace })
    } finally {
      await workspace.close()
    }
  })
}

async function takeUp({ home, workspace }: Office): Promise<void> {
  await returnUnchecked(workspace)
  await workspace.write((transaction) => expireUploads(transaction))
  sweepUploads(home, await idsWithFiles(workspace.read))
}

async function work(office: Office): Promise<void> {
  let idleSince = Date.now()
  while (Date.now() - idleSince < IDLE_MS) {
    if (await doNext(office)) idleSince = Date.now()
    else await setTimeout(LOOK_AGAIN_MS)
  }
}

/** Another load may be running: it is waited for. @throws Error when it still cannot be done */
async function publishPatiently(office: Office, uploads: Upload[]): Promise<true> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    if (await publishUploads(office, uploads)) return true
    await setTimeout(AFTER_FAILURE_MS)
  }
  throw new Error('Det som godkänts kan inte publiceras nu. / What was approved cannot be published now.')
}

/** What is decided goes before what is to be checked. @returns whether there was anything */
async function doNext(office: Office): Promise<boolean> {
  const decided = await uploadsToDo(office.workspace.read)
  if (decided.length > 0) return publishPatiently(office, decided)
  const next = await takeNextUpload(office.workspace)
  if (next) await checkUpload(office, next)
  return next !== null
}
