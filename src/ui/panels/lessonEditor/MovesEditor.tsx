import { ArrowDown, ArrowUp, Camera, Eye, Trash2 } from 'lucide-react'
import type { Graph } from '../../../graph/graph.ts'
import { MOVES, type Move } from '../../../lessons/lesson.ts'
import { moved } from '../../../state/lesson/editing/changes.ts'
import { momentAtHand, showMoment } from '../../../state/lesson/editing/editor.ts'
import { IconButton } from '../../kit/button/IconButton.tsx'
import { EmphasisEditor } from './EmphasisEditor.tsx'
import { ProseField } from './ProseField.tsx'

interface Props {
  readonly graph: Graph | null
  readonly moves: readonly Move[]
  /** Edits of one field after the other, by its name, are one. */
  readonly onMoves: (moves: Move[], of?: string) => void
}

const DOES: Readonly<Record<Move['move'], string>> = {
  next: 'Steps on',
  end: 'Completes all passes',
  link: 'Goes to a moment',
  input: 'Adds another input',
  output: 'Adds another output',
  train: 'Steps in training',
  tell: 'Only says something',
}

/** What each press does after the scene is set, and what it says. */
export function MovesEditor({ graph, moves, onMoves }: Props) {
  const put = (place: number, move: Move, of?: string) =>
    onMoves(moves.with(place, move), of && `reveal ${place} ${of}`)
  return (
    <fieldset className="lesson-part">
      <legend>Reveal, press by press</legend>
      <ol className="lesson-moves">
        {moves.map((move, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a move has nothing of its own but its place
          <li key={place}>
            <div className="lesson-editor-bar">
              <WhatItDoes move={move} place={place} onMove={(change) => put(place, change)} />
              <IconButton
                name={`Move press ${place + 1} up`}
                disabled={place === 0}
                onClick={() => onMoves([...moved(moves, place, -1)])}
                icon={ArrowUp}
              />
              <IconButton
                name={`Move press ${place + 1} down`}
                disabled={place === moves.length - 1}
                onClick={() => onMoves([...moved(moves, place, 1)])}
                icon={ArrowDown}
              />
              <IconButton
                name={`Delete press ${place + 1}`}
                onClick={() => onMoves(moves.toSpliced(place, 1))}
                icon={Trash2}
              />
            </div>
            <label>
              <input
                type="checkbox"
                checked={move.beside ?? false}
                onChange={({ target }) => put(place, { ...move, beside: target.checked || undefined })}
              />
              The program before stands beside
            </label>
            <ProseField
              label={`What is said at press ${place + 1}`}
              text={move.says ?? ''}
              onText={(says) => put(place, withOr(move, 'says', says), 'says')}
            />
            <EmphasisEditor
              graph={graph}
              items={move.show ?? []}
              onItems={(show) => put(place, withOr(move, 'show', show))}
            />
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={() => onMoves([...moves, { move: 'next' }])}>
        Add a press
      </button>
    </fieldset>
  )
}

/** The move with that field, or without where it is empty. */
function withOr<Field extends 'says' | 'show'>(move: Move, field: Field, value: NonNullable<Move[Field]>): Move {
  const { [field]: _, ...rest } = move
  return (value.length > 0 ? { ...rest, [field]: value } : rest) as Move
}

interface DoesProps {
  readonly move: Move
  readonly place: number
  readonly onMove: (move: Move) => void
}

function WhatItDoes({ move, place, onMove }: DoesProps) {
  const { count: _, link, ...rest } = move
  const capture = async () => onMove({ ...rest, move: 'link', link: await momentAtHand() })
  const choose = (kind: Move['move']) => (kind === 'link' ? void capture() : onMove({ ...rest, move: kind }))
  return (
    <>
      <select
        aria-label={`What press ${place + 1} does`}
        value={move.move}
        onChange={({ target }) => choose(target.value as Move['move'])}
      >
        {MOVES.map((kind) => (
          <option key={kind} value={kind}>
            {DOES[kind]}
          </option>
        ))}
      </select>
      {(move.move === 'next' || move.move === 'train') && (
        <input
          type="number"
          aria-label={`Steps of press ${place + 1}`}
          min={1}
          max={1000}
          value={move.count ?? 1}
          onChange={({ target }) =>
            onMove({ ...rest, count: Math.min(1000, Math.max(1, Math.round(target.valueAsNumber) || 1)) })
          }
        />
      )}
      {move.move === 'link' && (
        <>
          <button type="button" className="button" onClick={() => void capture()}>
            <Camera size="1.1em" aria-hidden /> Capture the moment
          </button>
          <IconButton
            name={`Show the moment of press ${place + 1}`}
            onClick={() => void showMoment(link ?? '#v=1')}
            icon={Eye}
          />
        </>
      )}
    </>
  )
}
