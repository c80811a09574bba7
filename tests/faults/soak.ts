import { Agent, get, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { questionsTo } from './questions.ts'

/** How long and by how many a service is asked. */
export type Soaking = { url: string; clients: number; seconds: number; questions?: number }
export type Soaked = {
  answered: number
  /** What was not answered whole, by what became of it. */
  failed: Record<string, number>
  /** Milliseconds under which half, and 99 of 100, were answered. */
  p50: number
  p99: number
  /** MB of the process that answered, at the beginning (once warm) and at the end. */
  memory: { warm: number; end: number }
}

const LOOK_EVERY_MS = 2000

/** Asks a service what people ask, by so many clients at once without a pause, each on a connection that it keeps. */
export async function soak({ url, clients, seconds, questions = 611 }: Soaking): Promise<Soaked> {
  const asked = await questionsTo(url, questions)
  const until = Date.now() + seconds * 1000
  const times: number[] = []
  const failed: Record<string, number> = {}
  const one = async (client: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let turn = client * 17; Date.now() < until; turn++) {
      const begun = performance.now()
      const fault = await ask(agent, url + asked[turn % asked.length]!)
      if (fault) failed[fault] = (failed[fault] ?? 0) + 1
      else times.push(performance.now() - begun)
    }
    agent.destroy()
  }
  const watched = memoryOf(url, until)
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)))
  times.sort((a, b) => a - b)
  const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0)
  return { answered: times.length, failed, p50: at(0.5), p99: at(0.99), memory: ends(await watched) }
}

/** @returns what went wrong; null where the answer came whole */
async function ask(agent: Agent, address: string): Promise<string | null> {
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(address, { agent }, resolve).on('error', reject)
    })
    let bytes = 0
    for await (const chunk of response) bytes += (chunk as Buffer).length
    // What a release cannot answer is refused in words, which is an answer.
    const status = response.statusCode!
    if (status >= 500 || status === 429) return `${status} ${new URL(address).pathname}`
    return bytes === Number(response.headers['content-length'] ?? bytes) ? null : 'cut'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}

async function memoryOf(url: string, until: number): Promise<number[]> {
  const seen: number[] = []
  while (Date.now() < until) {
    await pause(Math.min(LOOK_EVERY_MS, Math.max(50, until - Date.now())))
    const { memory } = await (await fetch(`${url}/api/v1/health`)).json()
    seen.push(memory.process / 2 ** 20)
  }
  return seen
}

/** The mean of the second fifth, when everything has been read once, and of the last. */
function ends(seen: readonly number[]): Soaked['memory'] {
  const fifth = Math.max(1, Math.floor(seen.length / 5))
  const mean = (some: readonly number[]) => Math.round(some.reduce((sum, one) => sum + one, 0) / some.length)
  return { warm: mean(seen.slice(fifth, 2 * fifth)) || mean(seen), end: mean(seen.slice(-fifth)) }
}
