import type { Span } from '../../language/syntax.ts'
import { quote } from '../../language/words.ts'
import { Refusal } from '../values/refusal.ts'
import {
  type Arguments,
  Callable,
  Class,
  Instance,
  NONE,
  type Parent,
  Property,
  type PyValue,
  StaticMethod,
  Text,
} from '../values/values.ts'
import type { Interpreting } from './interpreting.ts'

/** A method together with the object that it was read from. */
export class BoundMethod extends Callable {
  readonly method: PyValue
  readonly self: PyValue
  constructor(name: string, self: PyValue, method: PyValue, call: Callable['call']) {
    super(name, call)
    this.method = method
    this.self = self
  }
}

/** The classes in which a member is looked for: the class, then its bases from left to right, each before those behind it. */
export function lineage(of: Class): Class[] {
  const found = [of, ...of.bases.flatMap(lineage)]
  // A class that several come from stands behind all of them.
  return found.filter((one, place) => found.lastIndexOf(one) === place)
}

/** A member of a class as it stands there; undefined where neither it nor a base has it. */
export function memberOf(of: Class, name: string): PyValue | undefined {
  for (const one of lineage(of)) {
    const member = one.members.get(name)
    if (member !== undefined) return member
  }
  return undefined
}

/** A member of an object’s class, bound to the object. */
export function methodOf(run: Interpreting, instance: Instance, name: string): PyValue | undefined {
  const member = memberOf(instance.class, name)
  return member === undefined ? undefined : bound(run, instance, instance.class, member, name)
}

function bound(run: Interpreting, self: Instance, of: Class, member: PyValue, name: string): PyValue {
  if (member instanceof StaticMethod)
    return member.takesClass ? methodWith(run, of, member.callee, name) : member.callee
  if (member instanceof Property)
    return run.call(member.getter, { positional: [self], keywords: new Map(), at: run.position })
  return member instanceof Callable && !(member instanceof BoundMethod) ? methodWith(run, self, member, name) : member
}

function methodWith(run: Interpreting, self: PyValue, method: PyValue, name: string): BoundMethod {
  return new BoundMethod(name, self, method, (given) =>
    run.call(method, { ...given, positional: [self, ...given.positional] }),
  )
}

/** `net.layer`, `Class.member`, `super().__init__` */
export function objectAttribute(run: Interpreting, target: Instance | Class | Parent, name: string, at: Span): PyValue {
  if (target instanceof Instance) {
    const own = target.members.get(name) ?? methodOf(run, target, name)
    if (own !== undefined) return own
    if (name === '__class__') return target.class
    const fallback = memberOf(target.class, '__getattr__')
    if (fallback) return run.call(fallback, { positional: [target, new Text(name)], keywords: new Map(), at })
    throw new Refusal(`${target.class.name} has no attribute ${quote(name)} here.`, at)
  }
  if (target instanceof Class) {
    const member = memberOf(target, name)
    if (member instanceof StaticMethod)
      return member.takesClass ? methodWith(run, target, member.callee, name) : member.callee
    if (member !== undefined) return member
    if (name === '__name__') return new Text(target.name)
    throw new Refusal(`${target.name} has no attribute ${quote(name)} here.`, at)
  }
  const { instance, of } = target
  const behind = lineage(instance.class)
  for (const base of behind.slice(behind.indexOf(of) + 1)) {
    const member = base.members.get(name)
    if (member !== undefined) return bound(run, instance, instance.class, member, name)
  }
  if (name === '__init__') return new Callable('object.__init__', () => NONE)
  throw new Refusal(`The class behind ${of.name} has no attribute ${quote(name)} here.`, at)
}

/** `Net(2, 3)`: a new object, after its `__init__` has run. */
export function instantiate(run: Interpreting, of: Class, given: Arguments): PyValue {
  const instance = new Instance(of)
  const initial = memberOf(of, '__init__')
  if (initial) run.call(initial, { ...given, positional: [instance, ...given.positional] })
  else if (given.positional.length + given.keywords.size > 0)
    throw new Refusal(`${of.name} takes no arguments: it has no \`__init__\`.`, given.at)
  return instance
}
