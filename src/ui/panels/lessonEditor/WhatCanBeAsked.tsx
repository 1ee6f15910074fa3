import { useState } from 'react'
import { keyOf } from '../../../lessons/keys/index.ts'
import type { AnswerKind } from '../../../lessons/lesson.ts'
import { answerWords } from '../../../lessons/questions/answerWords.ts'
import type { Setting } from '../../../lessons/questions/setting.ts'
import { readerName } from '../../../notation/symbols.ts'
import { formsFor } from '../../../state/lesson/editing/keyForms.ts'
import { namesOfInputs, namesOfNodes, namesOfOutputs } from '../../../state/lesson/editing/named.ts'
import { now } from '../../../state/store.ts'

interface Props {
  readonly setting: Setting
  readonly kind: AnswerKind
  readonly onKey: (key: string) => void
}

/** All keys that can be computed for a node, with their answers: a press takes one. */
export function WhatCanBeAsked({ setting, kind, onKey }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const names = namesOfNodes(setting.graph)
  const node = chosen ?? nodeAtHand(setting) ?? names.at(-1) ?? ''
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>What can be asked here</summary>
      {isOpen && (
        <>
          <label className="lesson-field">
            Of the node
            <select value={node} onChange={({ target }) => setChosen(target.value)}>
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <ul className="lesson-askable">
            {keysAt(setting, kind, node).map(({ key, answer }) => (
              <li key={key}>
                <button type="button" onClick={() => onKey(key)}>
                  <code>{key}</code> is {answer}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}

function nodeAtHand({ graph }: Setting): string | null {
  const { highlight } = now()
  const node = highlight === null ? -1 : graph.id.indexOf(highlight)
  return node < 0 ? null : readerName(graph, node)
}

/** The keys of that node, and those that need none: each way to write one, with what has to be chosen chosen. */
function keysAt(setting: Setting, kind: AnswerKind, node: string) {
  const { graph } = setting
  const names = {
    NODE: [node],
    OPERAND: namesOfNodes(graph),
    OUTPUT: namesOfOutputs(graph),
    INPUT: namesOfInputs(graph),
  }
  return formsFor(kind)
    .filter(({ record }) => record.word !== 'given' && record.word !== 'quantity')
    .flatMap(({ form }) => written(form, names))
    .flatMap((key) => {
      const found = keyOf(setting, { of: key, kind })
      return 'says' in found ? [] : [{ key, answer: answerWords(found.right, graph).shown }]
    })
    .slice(0, 60)
}

/** The keys that a form stands for, without what it may leave out. */
const written = (form: string, names: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  form
    .replaceAll(/\[[^\]]*\]/g, '')
    .trim()
    .split(/\s+/)
    .reduce<readonly string[]>(
      (keys, word) => keys.flatMap((key) => (names[word] ?? word.split('|')).map((each) => `${key} ${each}`.trim())),
      [''],
    )
    .slice(0, 100)
