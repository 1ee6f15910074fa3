import type { Shape } from '../../primitives/shape.ts'
import type { WriteOperation, WrittenCode } from './written.ts'

/** Where a library's own rule for an operation loses digits. */
export interface RoughRule {
  readonly where: (...operands: number[]) => boolean
  readonly says: string
}

/** A library or language that programs are written in. */
export interface CodeLanguage {
  readonly name: CodeLanguageName
  /** `py` */
  readonly extension: string
  readonly mediaType: string
  /** What begins a comment. */
  readonly comment: string
  readonly number: (x: number) => string
  readonly array: (shape: Shape, entries: ArrayLike<number>) => string
  /** A number as the library's own, whose rules then hold: division by 0 among them. */
  readonly lifted: (number: WrittenCode) => WrittenCode
  /** What gives zeros in the shape of an array. */
  readonly zerosLike: string
  /** By the name of an operation: how it is said. What is missing is composed of others. */
  readonly operations: Readonly<Record<string, WriteOperation>>
  /** By the name of an operation: where the library's own derivative of it has fewer digits than the page's. */
  readonly rough?: Readonly<Record<string, RoughRule>>
  /** By name: functions that come before the program where it calls them. */
  readonly helpers: Readonly<Record<string, string>>
  /** A function of numbers of its own, whose value is an expression. */
  readonly helper: (name: string, parameters: readonly string[], value: string) => string
  /** Names that a program's things cannot have. */
  readonly reserved: readonly string[]
}

export const CODE_LANGUAGES = ['PyTorch', 'JAX', 'NumPy', 'TypeScript'] as const
export type CodeLanguageName = (typeof CODE_LANGUAGES)[number]
