import { html, type TemplateResult } from 'lit'

export type SelectOption = { value: string; label: string }
export type SelectSection = { label: string; options: readonly SelectOption[] }

type Select = {
  name: string
  label: string
  value: string
  options?: readonly SelectOption[]
  sections?: readonly SelectSection[]
  choose: (value: string) => void
}

/** A labelled list to choose one from, with headed sections where given. */
export function select({ name, label, value, options = [], sections = [], choose }: Select): TemplateResult {
  return html`<div class="chooser chooser-${name}">
    <label for=${name}>${label}</label>
    <select id=${name} .value=${value} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map((option) => optionOf(option, value))}
      ${sections.map(
        (section) => html`<optgroup label=${section.label}>
          ${section.options.map((option) => optionOf(option, value))}
        </optgroup>`,
      )}
    </select>
  </div>`
}

const optionOf = (option: SelectOption, value: string) =>
  html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`
