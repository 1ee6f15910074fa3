import { call, infix, number } from './expressions.ts'
import { type MathNode, Unread } from './mathNode.ts'
import type { MathToken } from './mathToken.ts'
import { mathTokens } from './mathTokens.ts'
import { type FormulaPart, plainText, scalar, wider } from './part.ts'
import { type Reader, within } from './reader.ts'

export function fraction(reader: Reader, over: MathNode, under: MathNode): FormulaPart {
  const [top] = mathTokens([over], reader.shift)
  const [bottom] = mathTokens([under], reader.shift)
  if (isDifferential(top, reader) && isDifferential(bottom, reader))
    throw new Unread('Derivatives are what this page computes: write the function alone.', {
      from: top.from,
      to: bottom.to,
    })
  const [a, b] = [within(reader, over), within(reader, under)]
  return { expression: infix('/', a.expression, b.expression), rank: wider(a, b) }
}

/** `d`, `df`, `dx` */
function isDifferential(token: MathToken, { shift }: Reader): boolean {
  const [first, second] = token?.kind === 'fenced' && token.left === '' ? mathTokens(token.nodes, shift) : [token]
  return first?.kind === 'letter' && first.name === 'd' && (second === undefined || second.kind === 'letter')
}

export function root(reader: Reader, of: MathNode, degree: MathNode | null): FormulaPart {
  const { expression } = within(reader, of)
  const order = degree ? plainText(degree) : '2'
  if (order === '2') return scalar(call('sqrt', expression))
  if (order === '3') return scalar(call('cbrt', expression))
  return scalar(infix('^', expression, infix('/', number(1), within(reader, degree as MathNode).expression)))
}
