import { rebinding } from './rebinding.ts'
import { type Holds, having, type Language, type Sign, sign, UPDATE, unlessDefined } from './sign.ts'

const change = 'switch the language of the program to Python'

const mark = (weight: Sign['weight'], pattern: RegExp, holds?: Holds): Sign => sign(weight, pattern, change, holds)

const LIBRARIES =
  'np|numpy|onp|anp|jnp|jax|lax|torch|nn|optim|F|tf|keras|math|cmath|scipy|sp|random|plt|autograd|sympy|sklearn|pd|cp|optax'

/** `keepdims=True` in a call is ours too. */
const isNoKeyword: Holds = ({ index = 0 }, { text }) =>
  !/[(,]\s*[\p{L}_][\p{L}\p{N}_]*\s*=\s*$/u.test(text.slice(Math.max(0, index - 80), index))

/** `a // b` with a number or a name that the text defines is a division; what stands behind other slashes is a comment. */
const isDivision: Holds = ([, divisor = ''], { names }) => /^[\d(]/.test(divisor) || names.has(divisor)

/** What a library offers is named after a point; so is the transpose, as ours. */
const ATTRIBUTE = '\\.(?!T(?![\\p{L}\\p{N}_]))[\\p{L}_]'
const HAS_ATTRIBUTE = new RegExp(ATTRIBUTE, 'u')

export const python: Language = {
  name: 'Python',
  signs: [
    mark(3, /^[ \t]*(?:import[ \t]+\p{L}|from[ \t]+[\p{L}_.]{1,60}[ \t]+import\b)/gmu),
    mark(3, /^[ \t]*(?:>>>[ \t]|In[ \t]?\[\d{0,5}\]:)/gm),
    mark(3, /^[ \t]*(?:def[ \t]+\w{1,60}[ \t]*\(|class[ \t]+\w{1,60}[^\n]{0,100}:[ \t]*$)/gm),
    having(
      /:/,
      mark(
        2,
        /^[ \t]*(?:while|if|elif|else|with|try|except|finally)\b[^\n={}]{0,100}(?:[=!<>]=[^\n={}]{0,100})?:(?:[ \t\r]|$)/gm,
      ),
    ),
    mark(3, /\bfor[ \t]+[\w, ()]{1,60}[ \t]+in\b[^\n]/g),
    mark(3, /\blambda\b[ \t]*[\w, =*]{0,80}:/g),
    having(HAS_ATTRIBUTE, mark(3, new RegExp(`(?<![\\p{L}\\p{N}_.])(?:${LIBRARIES})${ATTRIBUTE}`, 'gu'))),
    having(
      HAS_ATTRIBUTE,
      mark(
        2,
        new RegExp(
          `(?<![\\p{L}\\p{N}_.])(?!Math\\.|console\\.|System\\.)[\\p{L}_][\\p{L}\\p{N}_]{0,60}(${ATTRIBUTE})`,
          'gu',
        ),
      ),
    ),
    having(HAS_ATTRIBUTE, mark(2, new RegExp(`[)\\]](${ATTRIBUTE})`, 'gu'))),
    mark(2, /(?<![\p{L}\p{N}_.])(True|False|None)(?![\p{L}\p{N}_])(?!\s*=[^=])/gu, isNoKeyword),
    mark(
      2,
      /(?<![\p{L}\p{N}_.])(print|range|len|enumerate|zip|float|Value|isinstance|super|array|tensor)\(/gu,
      unlessDefined,
    ),
    having(UPDATE, mark(2, /[\p{L}\p{N}_)\]][ \t]{0,3}(?:[-+*/@%]|\/\/|\*\*)=(?!=)[^\n;]{0,200}$/gmu)),
    mark(2, /[\p{L}\p{N}_)\]][ \t]+(and|or|is|not[ \t]+in)[ \t]+[\p{L}\p{N}_(]/gu),
    mark(2, /(?:^|[=(,])[ \t]*(not)[ \t]+[\p{L}\p{N}_(]/gmu),
    mark(2, /[\p{L}\p{N}_)\]][ \t]+(if)[ \t]+[^\n]{1,100}?[ \t]else[ \t]/gu),
    mark(
      2,
      /^[ \t]*(?:return|assert|yield|del|global|nonlocal|raise)[ \t]+[^\n=;]{1,200}(?:[=!<>]=[^\n;=]{0,200})?$/gm,
    ),
    having(/,/, mark(2, /^[ \t]*[\p{L}_]\w{0,60}[ \t]?(?:,[ \t]?[\p{L}_]\w{0,60}[ \t]?){1,20}=(?!=)/gmu)),
    having(/:/, mark(2, /^[ \t]*[\p{L}_]\w{0,60}[ \t]?:[ \t]?(?:float|int|bool|str|list|Tensor|torch|np)\b/gmu)),
    mark(2, /"""|'''/g),
    having(/\/\//, mark(2, /[\p{L}\p{N}_)\]][ \t]?\/\/[ \t]?([\p{L}\p{N}_(][\p{L}\p{N}_]{0,60})/gu, isDivision)),
    having(/\\/, mark(1, /[^\n](\\)$/gm)),
    rebinding(change),
  ],
}
