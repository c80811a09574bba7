import { parentPort } from 'node:worker_threads'
import { Problem } from '../problem.ts'
import { type Given, type Made, type TaskName, tasks } from './tasks.ts'

/** What a thread is told to do, and what it answers. */
export type Order<N extends TaskName = TaskName> = { name: N; given: Given<N> }
export type Reply = { made: Made<TaskName> } | { problem: ConstructorParameters<typeof Problem> } | { fault: string }

parentPort?.on('message', async ({ name, given }: Order) => {
  try {
    // What is given fits the task that was named with it; that is checked where it is ordered.
    const made = await (tasks[name] as (given: unknown) => Made<TaskName> | Promise<Made<TaskName>>)(given)
    parentPort!.postMessage({ made } satisfies Reply, buffersOf(made))
  } catch (error) {
    parentPort!.postMessage(whyNot(error as Error))
  }
})

/** Bytes are handed over, not copied. */
const buffersOf = (made: object): ArrayBuffer[] =>
  [made, ...Object.values(made)].flatMap((one) => (one instanceof Uint8Array ? [one.buffer as ArrayBuffer] : []))

function whyNot(error: Error): Reply {
  if (!(error instanceof Problem)) return { fault: error.stack ?? String(error) }
  const { kind, detail, mistakes, more } = error
  return { problem: [kind, detail, mistakes, more] }
}
