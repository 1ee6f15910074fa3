const GREEK: Readonly<Record<string, string>> = {
  ...{ α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ϵ: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta' },
  ...{ ϑ: 'theta', ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', ο: 'omicron', π: 'pi', ρ: 'rho' },
  ...{ σ: 'sigma', ς: 'sigma', τ: 'tau', υ: 'upsilon', φ: 'phi', ϕ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega' },
  ...{ Γ: 'Gamma', Δ: 'Delta', Θ: 'Theta', Λ: 'Lambda', Ξ: 'Xi', Π: 'Pi', Σ: 'Sigma', Φ: 'Phi', Ψ: 'Psi', Ω: 'Omega' },
  ...{ '′': '_prime', "'": '_prime' },
}

/** A name in letters of ASCII: libraries and languages differ in which others they take for the same. */
function plain(name: string): string {
  const letters = [...name.normalize('NFC')].map((letter) =>
    /\w/.test(letter)
      ? letter
      : /[\s()[\],.⁽⁾]/.test(letter)
        ? ' '
        : (GREEK[letter] ?? `u${letter.codePointAt(0)?.toString(16)}`),
  )
  const joined = letters.join('').trim().replaceAll(/ +/g, '_')
  return /^\d|^$/.test(joined) ? `x_${joined}` : joined
}

/** Names of a program's things in a language: as the user has them where that is allowed, and never one for two things. */
export class Identifiers {
  readonly #taken: Set<string>

  constructor(reserved: Iterable<string>) {
    this.#taken = new Set(reserved)
  }

  /** A name of its own for something that is called so. */
  take(name: string): string {
    const wanted = plain(name)
    let free = wanted
    for (let k = 2; this.#taken.has(free); k++) free = this.#spelled(wanted, k)
    this.#taken.add(free)
    return free
  }

  /** `lambda_`, then `lambda_2`. */
  #spelled(wanted: string, k: number): string {
    return k === 2 && !this.#taken.has(`${wanted}_`) ? `${wanted}_` : `${wanted}_${k}`
  }
}
