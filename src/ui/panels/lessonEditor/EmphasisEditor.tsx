import { Crosshair, X } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import type { Graph } from '../../../graph/graph.ts'
import { useWriting } from '../../../state/lesson/editing/editor.ts'
import { edgeNamed, isThere, namesOfEdges, namesOfNodes } from '../../../state/lesson/editing/named.ts'
import { takePresses } from '../../../state/picking.ts'
import { now } from '../../../state/store.ts'
import { IconButton } from '../../kit/button/IconButton.tsx'
import { useShown } from '../../kit/derivative/useShown.ts'
import { selectedSpan } from '../../kit/program/caret.ts'
import { Menu } from './Menu.tsx'

interface Props {
  readonly graph: Graph | null
  readonly items: readonly string[]
  readonly onItems: (items: string[]) => void
}

const NONE: readonly string[] = []

const PARTS = ['counts', 'caption', 'program', 'trace', 'jacobian', 'chapter', 'inputs'] as const

/** What the eye should be on: pressed in the graph, or chosen. While it is worked on it is lit. */
export function EmphasisEditor({ graph, items, onItems }: Props) {
  const [isWorkedOn, setWorkedOn] = useState(false)
  const id = useId()
  const isPointing = useWriting(({ pointing }) => pointing === id)
  const point = (isOn: boolean) => useWriting.setState({ pointing: isOn ? id : null })
  const add = (item: string | null) => item && !items.includes(item) && onItems([...items, item])
  useShown(graph, isWorkedOn || isPointing ? items : NONE)
  return (
    <fieldset
      className="lesson-part"
      onFocus={() => setWorkedOn(true)}
      onBlur={({ currentTarget, relatedTarget }) => setWorkedOn(currentTarget.contains(relatedTarget))}
    >
      <legend>Emphasis</legend>
      <Items graph={graph} items={items} onItems={onItems} />
      <div className="lesson-editor-bar">
        <button type="button" className="button" aria-pressed={isPointing} onClick={() => point(!isPointing)}>
          <Crosshair size="1.1em" aria-hidden /> Point in the graph
        </button>
        <Menu label="Add a node" options={graph ? namesOfNodes(graph) : []} onChosen={add} />
        <Menu label="Add an edge" options={graph ? namesOfEdges(graph) : []} onChosen={add} />
        <Menu label="Add a part of the page" options={PARTS} onChosen={(part) => add(`part:${part}`)} />
        <button type="button" className="button" onClick={() => add(selectedLines())}>
          Add the selected lines
        </button>
      </div>
      {isPointing && <Pointing onPointed={add} onEnd={() => point(false)} />}
    </fieldset>
  )
}

function Items({ graph, items, onItems }: Props) {
  if (items.length === 0) return <p>Nothing stands out.</p>
  return (
    <ul className="lesson-chips">
      {items.map((item) => (
        <li key={item}>
          <code>{item}</code>
          {graph && !isThere(graph, item) && <span className="lesson-fault">not in this graph</span>}
          <IconButton
            name={`Take ${item} out`}
            icon={X}
            size="1.1em"
            onClick={() => onItems(items.filter((each) => each !== item))}
          />
        </li>
      ))}
    </ul>
  )
}

/** Nodes and edges that are pressed. A press of one that is in already changes nothing. */
function Pointing({ onPointed, onEnd }: { readonly onPointed: (item: string) => void; readonly onEnd: () => void }) {
  useEffect(() => {
    const listening = new AbortController()
    const stop = takePresses(onPointed)
    const onClick = ({ target }: MouseEvent) => {
      const edge = target instanceof Element ? target.closest<SVGElement>('.picture [data-edge]') : null
      const { graph } = now().compilation
      const name = edge && graph && edgeNamed(graph, Number(edge.dataset.edge))
      if (name) onPointed(name)
    }
    document.addEventListener('click', onClick, listening)
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && onEnd(), listening)
    return () => {
      stop()
      listening.abort()
    }
  })
  return <p role="status">Press nodes and edges in the graph; Escape ends it.</p>
}

/** The lines that are selected in the program, or where its caret stands. */
function selectedLines(): string | null {
  const span = selectedSpan()
  if (!span) return null
  const lineAt = (offset: number) => now().source.slice(0, offset).split('\n').length
  const [from, to] = [lineAt(span.from), lineAt(span.to)]
  return from === to ? `lines:${from}` : `lines:${from}-${to}`
}
