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
import { Crew } from './aside/crew.ts'
import { Together } from './aside/together.ts'
import { Farewell } from './farewell.ts'
import { Finished } from './finished.ts'
import { Clerk } from './hand-in/clerk.ts'
import { Senders } from './hand-in/senders.ts'
import { logAt } from './log.ts'
import { endFeed } from './meetings/feed.ts'
import { Keeper } from './release/keeper.ts'
import { type Ranker, rankedHere } from './release/ranker.ts'
import { answerUnreadable } from './unreadable.ts'
import { everyDay } from './workspace/daily.ts'
import { Holder } from './workspace/holder.ts'

/** A running service. `close` answers what is under way, then lets go of everything. */
export type Running = Held & { url: string; close(): Promise<void> }

/** Two hours: 50 MB at the slowest pace that is allowed. */
const LONGEST_FILE_MS = 2 * 3600 * 1000
/** Longer than any proxy keeps a connection that rests, so that none is closed in the moment a question comes by it. */
const LONGEST_REST_MS = 75_000
const LONGEST_GOODBYE_MS = 10_000
const THREADS = Number(process.env.UV_THREADPOOL_SIZE ?? 4)

/** How the service's other processes know of a file that came in; null in the one that has it checked. */
export type TellFirst = (() => void) | null

/**
 * Starts API and dashboards on HOST and PORT (0 takes a free port).
 * @param built folder of the built dashboards, if not the usual one
 * @param tellFirst in a process that is not the first of the service
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startServer(
  settings: Settings = readSettings(),
  built?: string,
  tellFirst: TellFirst = null,
): Promise<Running> {
  const log = logAt(settings.JAMSIDES_LOG)
  const home = homeAt(settings.JAMSIDES_HOME)
  const limits = { seconds: settings.JAMSIDES_QUERY_SECONDS, concurrency: concurrencyOf(settings) }
  const crew = crewOf(settings)
  const rankLimits: Ranker = (figures, direction, wanted) =>
    crew.isResting ? crew.do('rankLimits', { figures, direction, wanted }) : rankedHere(figures, direction, wanted)
  const means = { limits, rankLimits, memoryMb: settings.JAMSIDES_API_MEMORY_MB }
  const keeper = new Keeper({ home, means, log })
  const gate = gateOf(settings, new Holder({ home, database: settings.DATABASE_URL }, log))
  const handIn = { clerk: new Clerk(settings, gate.holder, log, tellFirst), senders: new Senders() }
  const finished = new Finished(settings.JAMSIDES_ANSWERS_MB * 2 ** 20)
  const server = createServer(
    { requireHostHeader: false },
    app({ service: { home, settings, keeper, gate, handIn, finished, crew, together: new Together() }, log, built }),
  )
  const farewell = new Farewell(server)
  answerUnreadable(server)
  server.once('leaving', () => void gate.holder.workspace().then(endFeed, () => {}))
  server.requestTimeout = LONGEST_FILE_MS // everything but a file is hurried on its way, see unreadable.ts
  server.headersTimeout = 10_000
  server.keepAliveTimeout = LONGEST_REST_MS
  try {
    await keeper.opened() // a process that listens has an answer
    await listening(server, settings)
  } catch (error) {
    await letGo({ keeper, gate, handIn, crew })
    throw error
  }
  const stopUpkeep = tellFirst ? () => {} : everyDay(gate.holder, settings, log)
  void handIn.clerk.takeUp()
  const { port } = server.address() as AddressInfo
  const held = { keeper, gate, handIn, crew }
  const url = `http://${settings.HOST}:${port}`
  return { ...held, url, close: () => stop(farewell, held, stopUpkeep) }
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

/** What waits longer than the threads need for it is better asked again. */
const WAITING_PER_THREAD = 8
const crewOf = ({ JAMSIDES_THREADS: threads, JAMSIDES_LONG_SECONDS: seconds }: Settings) =>
  new Crew({ threads, seconds, queue: threads * WAITING_PER_THREAD })

async function listening(server: Server, { HOST, PORT }: Settings): Promise<void> {
  server.listen(PORT, HOST)
  await once(server, 'listening')
}

type Held = Pick<Service, 'keeper' | 'gate' | 'handIn' | 'crew'>

async function stop(farewell: Farewell, held: Held, stopUpkeep: () => void): Promise<void> {
  stopUpkeep()
  await farewell.leave(LONGEST_GOODBYE_MS)
  await letGo(held)
}

async function letGo({ keeper, gate, handIn, crew }: Held): Promise<void> {
  await crew.close()
  await handIn.clerk.dismiss()
  await keeper.close()
  await gate.holder.close()
}
