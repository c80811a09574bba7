import type { Part, PartOf } from '../../data/model/meetings/part.ts'
import { type Scene, sceneOf, seenBy, type Viewer } from '../../data/model/meetings/sight.ts'
import { type Hold, holdsIn } from '../../data/workspace/meetings/holds.ts'
import { changesAfter, type Happened, meetingPart, partsIn } from '../../data/workspace/meetings/parts.ts'
import type { Workspace } from '../../data/workspace/workspace.ts'

/** Somebody who follows a session. `cursor` is the last change that they were sent. */
export type Follower = {
  meeting: string
  participant: string | null
  cursor: number
  /** @param id cursor of a change; null for what is no part of the history */
  send(event: 'change' | 'holds' | 'gone', data: unknown, id: number | null): void
  end(): void
}

/** Changes that are told in one look; the rest in the next. */
const MOST_AT_ONCE = 2000

type Following = Follower & { holds: string }

/** Follows the workspace, whoever writes in it, and tells each follower of a session what they may see of what happened. */
export class Feed {
  readonly #workspace: Workspace
  readonly #followers = new Set<Following>()
  readonly #stop: () => void
  #looking = false
  #again = false

  constructor(workspace: Workspace) {
    this.#workspace = workspace
    this.#stop = workspace.watch(() => void this.#look())
  }

  /** @returns how to stop following */
  follow(follower: Follower): () => void {
    const following = Object.assign(follower, { holds: '[]' })
    this.#followers.add(following)
    void this.#look()
    return () => void this.#followers.delete(following)
  }

  /** Ends every stream: a server that closes would wait for them. */
  close(): void {
    this.#stop()
    for (const follower of this.#followers) follower.end()
    this.#followers.clear()
  }

  /** One look at a time; what is committed meanwhile is seen by the next. */
  async #look(): Promise<void> {
    this.#again = true
    if (this.#looking) return
    this.#looking = true
    while (this.#again) {
      this.#again = false
      const meetings = new Set([...this.#followers].map(({ meeting }) => meeting))
      for (const meeting of meetings) await this.#tell(meeting).catch(() => {})
    }
    this.#looking = false
  }

  async #tell(meeting: string): Promise<void> {
    const followers = [...this.#followers].filter((one) => one.meeting === meeting)
    const oldest = Math.min(...followers.map(({ cursor }) => cursor))
    const { read } = this.#workspace
    const happened = await changesAfter(read, meeting, oldest, MOST_AT_ONCE)
    if (happened.length === MOST_AT_ONCE) this.#again = true
    const holds = await holdsIn(read, meeting)
    const parts = happened.length > 0 ? await partsIn(read, meeting) : []
    const [scene, viewers] = [sceneOf(parts), viewersIn(parts)]
    const isGone = (await meetingPart(read, meeting)) === null
    for (const follower of followers) {
      if (isGone || isOut(parts, follower.participant)) {
        follower.send('gone', {}, null)
        continue
      }
      for (const change of happened) tellChange(follower, change, viewers, scene)
      tellHolds(follower, holds)
    }
  }
}

const viewersIn = (parts: readonly Part[]): ReadonlyMap<string, Viewer> =>
  new Map(
    parts
      .filter((part): part is PartOf<'participant'> => part.kind === 'participant')
      .map(({ id, body }) => [id, { id, role: body.role }]),
  )

const isOut = (parts: readonly Part[], participant: string | null): boolean =>
  parts.some((part) => part.kind === 'participant' && part.id === participant && part.body.out)

function tellChange(follower: Following, change: Happened, viewers: ReadonlyMap<string, Viewer>, scene: Scene): void {
  if (change.seq <= follower.cursor) return
  follower.cursor = change.seq
  const viewer = follower.participant === null ? null : (viewers.get(follower.participant) ?? null)
  follower.send('change', seenChange(viewer, change, scene), change.seq)
}

/** A change as a viewer may see it: of what they may not see they learn that it is not there. */
export function seenChange(viewer: Viewer, { seq, at, ...change }: Happened, scene: Scene) {
  const { kind, id, version, author, by, body } = change
  const whole = { kind, id, version, author, by, madeAt: at, savedAt: at, body } as Part
  const seen = body === null ? null : seenBy(viewer, whole, scene)
  if (!seen) return { seq, at, kind, id, version, author: '', by: '', body: null }
  return { seq, at, kind, id, version, author: seen.author, by: seen.by, body: seen.body }
}

function tellHolds(follower: Following, holds: readonly Hold[]): void {
  const told = JSON.stringify(holds)
  if (told === follower.holds) return
  follower.holds = told
  follower.send('holds', holds, null)
}

const feeds = new WeakMap<Workspace, Feed>()

/** The one feed of a workspace in this process. */
export function feedOf(workspace: Workspace): Feed {
  const feed = feeds.get(workspace) ?? new Feed(workspace)
  feeds.set(workspace, feed)
  return feed
}

/** Ends the streams of a workspace, where there are any. */
export function endFeed(workspace: Workspace): void {
  feeds.get(workspace)?.close()
  feeds.delete(workspace)
}
