import cluster from 'node:cluster'
import { setFlagsFromString } from 'node:v8'
import { readSettings, SettingError } from '../data/settings.ts'
import { linkAddress } from '../data/workspace/link-address.ts'
import { setUpSecret } from './access/set-up.ts'
import { type Running, startServer } from './server.ts'

/** Which of the service's processes this is; the first does what is done once for all of them. */
const PLACE = Number(process.env.API_PLACE ?? 1)
const tellFirst = PLACE === 1 ? null : () => void process.send?.(UPLOADS)
const UPLOADS = 'uploads'

// Answers leave much behind and little lives long: collecting it sooner keeps a process a hundred megabytes smaller.
setFlagsFromString('--heap-growing-percent=15')

let isToldEarly = false
const hearEarly = (word: unknown) => {
  if (word !== UPLOADS) isToldEarly = true
}

try {
  // A word that nobody listens for is lost, and who is told to stop while it starts would never end.
  process.on('message', hearEarly)
  const running = await startServer(readSettings(), undefined, tellFirst)
  stopWhenTold(running)
  if (!tellFirst) await introduce(running)
} catch (error) {
  console.error(reasonOf(error))
  process.exit(error instanceof SettingError ? 2 : 1)
}

async function introduce(running: Running): Promise<void> {
  const { release, done } = await running.keeper.lease()
  console.log(`Jämsides: ${running.url}`)
  if (!release)
    console.log('Ingen utgåva än: läs in uppgifter med npm run etl. / No release yet: load data with npm run etl.')
  if (release?.about.sample) console.log('Uppgifterna är påhittade exempeldata. / The data are an invented sample.')
  done()
  await sayHowToBegin(running)
}

/** Where nobody can administer yet, prints the one-time link that makes somebody able to. */
async function sayHowToBegin({ gate, url }: Running): Promise<void> {
  try {
    const secret = await setUpSecret(await gate.holder.workspace())
    if (secret) {
      const link = linkAddress(gate.address.origin ?? url, secret)
      console.log(
        `Första administratören: öppna länken (gäller en gång, ett dygn). / First administrator: open this link (works once, for a day).\n${link}`,
      )
    }
  } catch (error) {
    console.error((error as Error).message)
  }
}

/**
 * A signal lets what is under way be answered; a second one ends at once. What the starter says, and that it is gone, is
 * not counted: Ctrl-C reaches both of us, and it tells us again.
 */
function stopWhenTold(running: Running): void {
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await running.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => (isStopping ? process.exit(1) : void stop()))
  }
  process.off('message', hearEarly)
  process.on('message', (word) => (word === UPLOADS ? running.handIn.clerk.call() : void stop()))
  if (isToldEarly) void stop()
  // Node would end us at once when the starter is gone; what is under way is answered first.
  if (cluster.worker) cluster.worker.exitedAfterDisconnect = true
  process.once('disconnect', () => void stop())
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    return 'Porten är upptagen: välj en annan med PORT=3001. / The port is taken: choose another with PORT=3001.'
  }
  if (code === 'EADDRNOTAVAIL' || code === 'EACCES' || code === 'ENOTFOUND') {
    return `Går inte att lyssna på adressen (${code}): kontrollera HOST och PORT. / Cannot listen on the address: check HOST and PORT.`
  }
  return message
}
