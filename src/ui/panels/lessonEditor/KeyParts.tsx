import type { Graph } from '../../../graph/graph.ts'
import type { KeyForm, KeyPart, PartValues } from '../../../state/lesson/editing/keyForms.ts'
import { namesOfInputs, namesOfNodes, namesOfOperands, namesOfOutputs } from '../../../state/lesson/editing/named.ts'

interface Props {
  readonly form: KeyForm
  readonly values: PartValues
  readonly graph: Graph
  readonly onValues: (values: PartValues) => void
}

const LABELS: Readonly<Record<string, string>> = {
  NODE: 'Node',
  OUTPUT: 'Output',
  INPUT: 'Input',
  OPERAND: 'Operand',
  EXPRESSION: 'Expression',
  ANSWER: 'Answer',
}

/** A menu for each part of a key that can be chosen. Expressions and given answers are typed. */
export function KeyParts({ form, values, graph, onValues }: Props) {
  const put = (place: number, value: string | null) =>
    onValues(form.parts.map((_, i) => (i === place ? value : (values[i] ?? null))))
  return form.parts.map((part, i) => {
    const options = optionsOf(part, values, graph)
    if (options === null) return null
    const value = values[i] ?? ''
    const label = labelOf(part)
    return (
      <label key={`${form.form} ${label} ${part.words}`}>
        <span className="visually-hidden">{label}</span>
        <select value={value} onChange={({ target }) => put(i, target.value || null)}>
          <option value="">{part.isOptional ? `(${part.words || label})` : `${label} …`}</option>
          {[...new Set([...options, ...(value ? [value] : [])])].map((option) => (
            <option key={option} value={option}>
              {part.isOptional && option !== part.words ? `${part.words} ${option}` : option}
            </option>
          ))}
        </select>
      </label>
    )
  })
}

const labelOf = ({ choices: [first = ''], words }: KeyPart): string => LABELS[first] ?? (words || 'Which')

/** What can stand in a part; null where nothing is chosen there. */
function optionsOf(
  { choices, words, isOptional }: KeyPart,
  values: PartValues,
  graph: Graph,
): readonly string[] | null {
  const [first] = choices
  if (choices.length > 1) return choices
  if (first === undefined) return isOptional ? [words] : null
  if (first === 'NODE') return namesOfNodes(graph)
  if (first === 'OUTPUT') return namesOfOutputs(graph)
  if (first === 'INPUT') return namesOfInputs(graph)
  return first === 'OPERAND' ? namesOfOperands(graph, values[0] ?? '') : null
}
