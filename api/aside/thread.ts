import { parentPort } from 'node:worker_threads'
import { Problem } from '../problem.ts'
import { stopAsking } from './answer.ts'
import { type Given, type Made, type TaskName, tasks } from './tasks.ts'

/** What a thread is told to do, and what it answers. */
export type Order<N extends TaskName = TaskName> = { name: N; given: Given<N> }
/** Told to end, a thread does so as soon as it can. */
export type Told = Order | 'end'
export type Reply = { made: Made<TaskName> } | { problem: ConstructorParameters<typeof Problem> } | { fault: string }

let underWay: Promise<void> = Promise.resolve()
let isEnding = false

parentPort?.on('message', (told: Told) => {
  if (told === 'end') void end()
  else underWay = carryOut(told)
})

async function carryOut({ name, given }: Order): Promise<void> {
  try {
    // What is given fits the task that was named with it; that is checked where it is ordered.
    const made = await (tasks[name] as (given: unknown) => Made<TaskName> | Promise<Made<TaskName>>)(given)
    if (!isEnding) parentPort!.postMessage({ made } satisfies Reply, buffersOf(made))
  } catch (error) {
    if (!isEnding) parentPort!.postMessage(whyNot(error as Error))
  }
}

/** Not before the database is done: a thread that ends while it is asked takes the whole process with it. */
async function end(): Promise<void> {
  isEnding = true
  await stopAsking()
  await underWay
  process.exit()
}

/** Bytes are handed over, not copied. */
const buffersOf = (made: object): ArrayBuffer[] =>
  [made, ...Object.values(made)].flatMap((one) => (one instanceof Uint8Array ? [one.buffer as ArrayBuffer] : []))

function whyNot(error: Error): Reply {
  if (!(error instanceof Problem)) return { fault: error.stack ?? String(error) }
  const { kind, detail, mistakes, more } = error
  return { problem: [kind, detail, mistakes, more] }
}
