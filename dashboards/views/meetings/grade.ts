import { html, nothing, type TemplateResult } from 'lit'
import type { Content } from '../../../data/model/meetings/card.ts'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { answer, answersAt, ownAnswer, turn } from './answering.ts'
import type { Room } from './room-parts.ts'

type Grade = Extract<Content, { kind: 'grade' }>

const GRADES = [1, 2, 3, 4] as const

/** Four grades, shown as the dots that they are: never as a mean. */
export function gradeCard(card: PartOf<'card'>, content: Grade, room: Room): TemplateResult {
  const { words, live } = room
  const all = answersAt(card.id, room)
  const own = gradeOf(ownAnswer(card.id, room))
  const having = (grade: number) => havingGiven(grade, card, room)
  return html`<fieldset class="grade">
      <legend class="card-question">${content.text}</legend>
      ${GRADES.map(
        (grade) => html`<div>
          ${
            live.self
              ? html`<label><input type="radio" name=${`grade-${card.id}`} .checked=${own === grade} @change=${() => answer(card.id, { grade }, room)} /> ${words.grade.grades[grade - 1]}</label>`
              : html`<span>${words.grade.grades[grade - 1]}</span>`
          }
          ${content.shown ? html`<span class="dots all"><span aria-hidden="true">${'●'.repeat(having(grade))}</span> ${words.grade.people(having(grade))}</span>` : nothing}
        </div>`,
      )}
    </fieldset>
    <p class="quiet">${words.grade.count(all.length)}</p>
    ${live.isLeader ? html`<button class="button quiet" @click=${turn(card, content, room)}>${content.shown ? words.grade.hide : words.grade.show}</button>` : nothing}`
}

const havingGiven = (grade: number, card: PartOf<'card'>, room: Room): number =>
  answersAt(card.id, room).filter((one) => gradeOf(one) === grade).length

/** What was answered, a line a grade. */
export const gradesTold = (card: PartOf<'card'>, room: Room): string[] =>
  GRADES.map(
    (grade) => `${room.words.grade.grades[grade - 1]}: ${room.words.grade.people(havingGiven(grade, card, room))}`,
  )

function gradeOf(given: PartOf<'answer'> | undefined): number | null {
  const value = given?.body.value
  return value && 'grade' in value ? value.grade : null
}
