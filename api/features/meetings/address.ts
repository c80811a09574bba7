import { z } from 'zod'
import { partId } from '../../../data/model/meetings/fields.ts'

export const inMeeting = z.object({ id: partId.describe('Id of the session') })
export const ofPart = inMeeting.extend({ part: partId.describe('Id of the part') })
