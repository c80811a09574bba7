import { z } from 'zod'
import { GroupsAnswer } from '../../../data/model/answers/groups.ts'
import { groupKinds } from '../../../data/model/group.ts'
import { columns } from '../../formats/columns.ts'
import { feature } from '../feature.ts'

export const groups = feature({
  path: '/groups',
  right: 'open',
  summary: { sv: 'Grupper av kommuner att jämföra med', en: 'Groups of municipalities to compare with' },
  parameters: z.object({ kind: z.enum(groupKinds).optional().describe('Only groups of this kind') }),
  answer: GroupsAnswer,
  respond: ({ release, question, language }): GroupsAnswer => ({
    groups: [...release.groups.values()]
      .filter(({ kind }) => question.kind === undefined || kind === question.kind)
      .map(({ id, name, kind, members }) => ({ id, name: name[language], kind, members })),
    release: release.about.id,
    sample: release.about.sample,
  }),
  table: (answer) => ({
    name: ['groups'],
    columns: columns('group', 'groupName', 'groupKind', 'municipality', 'release', 'sample'),
    rows: answer.groups.flatMap(({ id, name, kind, members }) =>
      members.map((municipality) => ({
        group: id,
        groupName: name,
        groupKind: kind,
        municipality,
        release: answer.release,
        sample: answer.sample,
      })),
    ),
  }),
})
