/** A program and the place of its caret. */
export interface Written {
  readonly text: string
  readonly caret: number
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']' }

/** What an editor must hold after each key: a text, a caret, and the brackets that it closes by itself. */
class Draft implements Written {
  text = ''
  caret = 0
  /** Where closing brackets stand that nobody typed: typing one steps over it. */
  #closed: number[] = []

  press(key: string): Written {
    this.#do(key)
    return { text: this.text, caret: this.caret }
  }

  #do(key: string): void {
    const { text, caret } = this
    const lineStart = text.lastIndexOf('\n', caret - 1) + 1
    const lineEnd = text.indexOf('\n', caret)
    if (key === 'Backspace') this.#erase(caret - 1, CLOSING[text[caret - 1]] === text[caret] ? caret + 1 : caret)
    else if (key === 'Delete') this.#erase(caret, caret + 1)
    else if (key === 'ArrowLeft') this.caret--
    else if (key === 'ArrowRight') this.caret++
    else if (key === 'Home') this.caret = lineStart
    else if (key === 'End') this.caret = lineEnd < 0 ? text.length : lineEnd
    else this.#insert(key === 'Enter' ? '\n' : key)
  }

  #insert(key: string): void {
    const { text, caret } = this
    if (text[caret] === key && this.#closed.includes(caret)) {
      this.#closed = this.#closed.filter((at) => at !== caret)
      this.caret++
      return
    }
    const close = /^[\s)\]]?$/.test(text.charAt(caret)) ? (CLOSING[key] ?? '') : ''
    this.#replace(caret, caret, key + close)
    this.caret = caret + key.length
    if (close) this.#closed.push(this.caret)
  }

  #erase(from: number, to: number): void {
    this.#replace(from, to, '')
    this.caret = from
  }

  #replace(from: number, to: number, by: string): void {
    this.text = this.text.slice(0, from) + by + this.text.slice(to)
    this.#closed = this.#closed
      .filter((at) => at < from || at >= to)
      .map((at) => (at < from ? at : at + by.length - (to - from)))
  }
}

/** Every state that these keys must lead through, from an empty editor on. */
export function states(keys: readonly string[]): Written[] {
  const draft = new Draft()
  return keys.map((key) => draft.press(key))
}
