import { useId } from 'react'
import type { LessonQuestion } from '../../../lessons/lesson.ts'
import type { Setting } from '../../../lessons/questions/setting.ts'
import {
  formOf,
  formsFor,
  type KeyForm,
  keyWritten,
  type PartValues,
  valuesIn,
} from '../../../state/lesson/editing/keyForms.ts'
import { KeyParts } from './KeyParts.tsx'
import { WhatCanBeAsked } from './WhatCanBeAsked.tsx'

interface Props {
  readonly question: LessonQuestion
  readonly setting: Setting | null
  readonly onKey: (key: string) => void
}

/** What the engine computes the answer from: chosen part by part, or typed. */
export function KeyEditor({ question, setting, onKey }: Props) {
  const { of, kind } = question
  const id = useId()
  const forms = formsFor(kind)
  const found = formOf(of)
  const form = found && forms.includes(found) ? found : null
  const values: PartValues = (form && valuesIn(form, of)) ?? []
  const choose = (name: string) => {
    const next = forms.find((each) => each.form === name)
    if (next) onKey(keyWritten(next, carried(next, values)))
  }
  return (
    <div className="lesson-key-editor">
      <label className="lesson-field" htmlFor={id}>
        It is computed from
      </label>
      <div className="lesson-editor-bar">
        <select id={id} value={form?.form ?? ''} onChange={({ target }) => choose(target.value)}>
          {form === null && <option value="">something typed</option>}
          {forms.map((each) => (
            <option key={each.form} value={each.form}>
              {each.form}: {each.record.title}
            </option>
          ))}
        </select>
        {form && setting && (
          <KeyParts
            form={form}
            values={values}
            graph={setting.graph}
            onValues={(chosen) => onKey(keyWritten(form, chosen))}
          />
        )}
      </div>
      <label className="lesson-field">
        As the lesson file has it
        <input
          type="text"
          className="lesson-code"
          maxLength={400}
          autoCapitalize="off"
          spellCheck={false}
          value={of}
          onChange={({ target }) => onKey(target.value)}
        />
      </label>
      {setting && <WhatCanBeAsked setting={setting} kind={kind} onKey={onKey} />}
    </div>
  )
}

/** The node that was chosen for the form before stays where the next one begins with a node too. */
const carried = ({ parts }: KeyForm, values: PartValues): PartValues =>
  parts.map(({ choices }, i) => (i === 0 && choices[0] === 'NODE' ? (values[0] ?? null) : null))
