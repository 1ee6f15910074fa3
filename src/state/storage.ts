/** What the browser keeps between visits. Every access may fail (private mode, a full or blocked store): then nothing is kept. */
export const KEYS = {
  program: 'gradual:program',
  recent: 'gradual:recent',
  preferences: 'gradual:preferences',
} as const

export function read<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(key)
    return text === null ? fallback : (JSON.parse(text) as T)
  } catch {
    return fallback
  }
}

export function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Keeping is a convenience: the page works without it.
  }
}
