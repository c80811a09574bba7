/** One thing that names another. */
export type Link = { from: string; to: string }

/** The sets of things that each lead to all others of their set and back, in order of name; none where every arrow runs down. */
export function circlesAmong(links: readonly Link[]): string[][] {
  const names = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort()
  const reached = new Map(names.map((name) => [name, reachedFrom(name, links)]))
  const circles = names.map((name) =>
    names.filter((other) => reached.get(name)!.has(other) && reached.get(other)!.has(name)),
  )
  const found = circles.filter((circle) => circle.length > 1)
  return found.filter((circle, at) => found.findIndex(([first]) => first === circle[0]) === at)
}

function reachedFrom(start: string, links: readonly Link[]): ReadonlySet<string> {
  const reached = new Set<string>()
  const ahead = [start]
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    for (const { to } of links.filter(({ from }) => from === name)) {
      if (!reached.has(to)) ahead.push(to)
      reached.add(to)
    }
  }
  return reached
}
