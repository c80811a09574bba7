import { parentPort } from 'node:worker_threads'
import { type Given, type Made, type TaskName, tasks } from './tasks.ts'

/** What a thread is told to do, and what it answers. */
export type Order<N extends TaskName = TaskName> = { name: N; given: Given<N> }
export type Reply = { made: Made<TaskName> } | { fault: string }

parentPort?.on('message', async ({ name, given }: Order) => {
  try {
    // What is given fits the task that was named with it; that is checked where it is ordered.
    const made = await (tasks[name] as (given: unknown) => Made<TaskName> | Promise<Made<TaskName>>)(given)
    parentPort!.postMessage({ made } satisfies Reply, made instanceof Uint8Array ? [made.buffer as ArrayBuffer] : [])
  } catch (error) {
    parentPort!.postMessage({ fault: (error as Error).stack ?? String(error) } satisfies Reply)
  }
})
