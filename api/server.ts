import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readSettings, type Settings } from '../data/settings.ts'
import { homeAt } from '../data/store/home.ts'
import { addressOf } from './access/cookie.ts'
import type { Gate } from './access/guard.ts'
import { providersIn } from './access/openid/providers.ts'
import type { Service } from './answering.ts'
import { app } from './app.ts'
import { Farewell } from './farewell.ts'
import { Finished } from './finished.ts'
import { Clerk } from './hand-in/clerk.ts'
import { Senders } from './hand-in/senders.ts'
import { logAt } from './log.ts'
import { endFeed } from './meetings/feed.ts'
import { Keeper } from './release/keeper.ts'
import { answerUnreadable } from './unreadable.ts'
import { everyDay } from './workspace/daily.ts'
import { Holder } from './workspace/holder.ts'

/** A running service. `close` answers what is under way, then lets go of everything. */
export type Running = { url: string; keeper: Keeper; gate: Gate; close(): Promise<void> }

/** Two hours: 50 MB at the slowest pace that is allowed. */
const LONGEST_FILE_MS = 2 * 3600 * 1000
const LONGEST_GOODBYE_MS = 10_000
const THREADS = Number(process.env.UV_THREADPOOL_SIZE ?? 4)

/**
 * Starts API and dashboards on HOST and PORT (0 takes a free port).
 * @param built folder of the built dashboards, if not the usual one
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startServer(settings: Settings = readSettings(), built?: string): Promise<Running> {
  const log = logAt(settings.JAMSIDES_LOG)
  const home = homeAt(settings.JAMSIDES_HOME)
  const limits = { seconds: settings.JAMSIDES_QUERY_SECONDS, concurrency: concurrencyOf(settings) }
  const keeper = new Keeper({ home, limits, memoryMb: settings.JAMSIDES_API_MEMORY_MB, log })
  const gate = gateOf(settings, new Holder({ home, database: settings.DATABASE_URL }, log))
  const handIn = { clerk: new Clerk(settings, gate.holder, log), senders: new Senders() }
  const finished = new Finished(settings.JAMSIDES_ANSWERS_MB * 2 ** 20)
  const server = createServer(
    { requireHostHeader: false },
    app({ service: { home, settings, keeper, gate, handIn, finished }, log, built }),
  )
  const farewell = new Farewell(server)
  answerUnreadable(server)
  server.once('leaving', () => void gate.holder.workspace().then(endFeed, () => {}))
  server.requestTimeout = LONGEST_FILE_MS // everything but a file is hurried on its way, see unreadable.ts
  server.headersTimeout = 10_000
  try {
    await listening(server, settings)
  } catch (error) {
    await letGo({ keeper, gate, handIn })
    throw error
  }
  const stopUpkeep = everyDay(gate.holder, settings, log)
  await keeper.opened()
  void handIn.clerk.takeUp()
  const { port } = server.address() as AddressInfo
  const held = { keeper, gate, handIn }
  return { url: `http://${settings.HOST}:${port}`, keeper, gate, close: () => stop(farewell, held, stopUpkeep) }
}

const MINUTE = 60_000

function gateOf(settings: Settings, holder: Holder): Gate {
  return {
    holder,
    address: addressOf(settings.JAMSIDES_ADDRESS),
    limits: { idle: settings.JAMSIDES_IDLE_MINUTES * MINUTE, whole: settings.JAMSIDES_SIGN_IN_HOURS * 60 * MINUTE },
    settings,
    providers: providersIn(settings.JAMSIDES_OIDC_FILE),
  }
}

/** A query holds one thread of Node's pool while it runs: one is always left for reading files. */
const concurrencyOf = (settings: Settings) => Math.max(1, Math.min(settings.JAMSIDES_QUERY_CONCURRENCY, THREADS - 1))

async function listening(server: Server, { HOST, PORT }: Settings): Promise<void> {
  server.listen(PORT, HOST)
  await once(server, 'listening')
}

type Held = Pick<Service, 'keeper' | 'gate' | 'handIn'>

async function stop(farewell: Farewell, held: Held, stopUpkeep: () => void): Promise<void> {
  stopUpkeep()
  await farewell.leave(LONGEST_GOODBYE_MS)
  await letGo(held)
}

async function letGo({ keeper, gate, handIn }: Held): Promise<void> {
  await handIn.clerk.dismiss()
  await keeper.close()
  await gate.holder.close()
}
