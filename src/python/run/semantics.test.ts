import { describe, expect, test } from 'vitest'
import { primal } from '../../autodiff/primal.ts'
import type { Graph } from '../../graph/graph.ts'
import { buildTraced } from '../../graph/traced/buildTraced.ts'
import type { Traced } from '../../graph/traced/traced.ts'
import { readPython } from '../python.ts'

/** What each program gives to `f`, as CPython 3.11 with NumPy 2 computes it. */
const PROGRAMS: readonly (readonly [fact: string, program: string, f: number])[] = [
  [
    'a function returned by a function keeps what it was made with',
    `x = 1.5
def make(k):
    def inner(v):
        return v * k
    return inner
f = make(3)(x) + make(4)(x)`,
    10.5,
  ],
  [
    "a lambda of a loop sees the last value of the loop's name",
    `x = 1.5
fs = []
for i in range(3):
    fs.append(lambda v: v * i)
f = sum([g(x) for g in fs])`,
    9,
  ],
  [
    'a default is computed where the function is written',
    `x = 1.5
fs = [lambda v, i=i: v * i for i in range(3)]
f = sum([g(x) for g in fs])`,
    4.5,
  ],
  [
    'nonlocal binds the name of the function around',
    `x = 2.0
def count():
    n = 0
    def step():
        nonlocal n
        n += 1
        return n
    step(); step()
    return step()
f = x * count()`,
    6,
  ],
  [
    'global binds the name at the top',
    `x = 2.0
total = 10
def add():
    global total
    total = total + 5
add()
f = x * total`,
    30,
  ],
  [
    'a default that is a list is one list for all calls',
    `x = 2.0
def g(v, acc=[]):
    acc.append(v)
    return len(acc)
g(1); g(2)
f = x * g(3)`,
    6,
  ],
  [
    'two names of a list are one list, a slice is another',
    `x = 2.0
a = [1, 2, 3]
b = a
b[0] = 10
c = a[:]
c[1] = 20
f = x * sum(a)`,
    30,
  ],
  [
    '/ is true division, // and % go with the floor',
    `x = 2.0
f = x * (7 // 2) + 7 / 2 + (-7) // 2 + (-7) % 3 + 7 % -3`,
    5.5,
  ],
  [
    'a name of a comprehension is not one outside',
    `x = 2.0
i = 5
out = [i for i in range(3)]
f = x * i + len(out)`,
    13,
  ],
  [
    'a name of a loop stays after it',
    `x = 2.0
for i in range(3):
    pass
f = x * i`,
    4,
  ],
  [
    'break leaves a loop without its else',
    `x = 2.0
for i in range(5):
    if i == 3:
        break
else:
    x = x * 100
f = x * i`,
    6,
  ],
  [
    'else of a loop runs where nothing broke it',
    `x = 2.0
for i in range(5):
    if i == 7:
        break
else:
    x = x * 100
f = x * i`,
    800,
  ],
  [
    'continue goes on with the next round',
    `x = 2.0
n = 0
while n < 5:
    n += 1
    if n % 2: continue
    x = x * n
f = x`,
    16,
  ],
  [
    'targets take tuples apart, and a star takes the rest',
    `x = 2.0
a, (b, *c), d = 1, (2, 3, 4, 5), 6
f = x * a + b + sum(c) + d`,
    22,
  ],
  [
    'two names bound at once are one list',
    `x = 2.0
a = b = [1]
a.append(2)
f = x * len(b)`,
    4,
  ],
  [
    'conditional expressions nest to the right',
    `x = 3.0
f = x if x < 2 else -x if x < 4 else 0`,
    -3,
  ],
  [
    'not holds tighter than and, and tighter than or; comparisons chain',
    `x = 3.0
f = x * (not False or True and False) + (1 < 2 < 3) + (1 < 2 > 3)`,
    4,
  ],
  [
    'not before and before or',
    `x = 3.0
f = x * (not True and False or True)`,
    3,
  ],
  [
    'powers go before signs, and from the right',
    `x = 3.0
f = -x ** 2 + 2 ** -1 + 2 ** 3 ** 2`,
    503.5,
  ],
  [
    'dictionaries are read, changed and gone through',
    `x = 3.0
d = {'a': 1, 'b': 2}
d['c'] = x
f = sum(d.values()) + sum([len(k) for k in d]) + d.get('z', 7)
for k, v in d.items():
    f = f + v`,
    22,
  ],
  [
    'a text that names an entry may be put together',
    `x = 3.0
d = {}
for i in range(3):
    d['W' + str(i)] = x * i
f = d[f'W{2}'] + d['W1']`,
    9,
  ],
  [
    'a function that calls itself once',
    `x = 3.0
def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)
f = x * fact(6)`,
    2160,
  ],
  [
    'a function that calls itself twice',
    `x = 3.0
def fib(n):
    if n < 2:
        return n
    return fib(n-1) + fib(n-2)
f = x * fib(10)`,
    165,
  ],
  [
    'classes have operators, calls, properties, static and class methods',
    `class P:
    k = 2
    def __init__(self, a, b=1):
        self.a = a
        self.b = b
    def __add__(self, o):
        return P(self.a + o.a, self.b + o.b)
    def __call__(self, y):
        return self.a * y + self.b
    @property
    def total(self):
        return self.a + self.b
    @staticmethod
    def twice(y):
        return 2 * y
    @classmethod
    def unit(cls):
        return cls(1, cls.k)
x = 3.0
p = P(x) + P(2, b=5)
f = p(x) + p.total + P.twice(x) + P.unit().total + p.k`,
    43,
  ],
  [
    'super finds what the class behind has',
    `class A:
    def __init__(self):
        self.v = 1
    def go(self, y):
        return y + self.v
class B(A):
    def __init__(self):
        super().__init__()
        self.w = 10
    def go(self, y):
        return super().go(y) * self.w
x = 3.0
f = B().go(x)`,
    40,
  ],
  [
    'reflected operators, subscripts, lengths and equality of objects',
    `class V:
    def __init__(self, d): self.d = d
    def __mul__(self, o): return self.d * (o.d if isinstance(o, V) else o)
    def __rmul__(self, o): return self * o
    def __neg__(self): return V(-self.d)
    def __getitem__(self, i): return self.d + i
    def __len__(self): return 3
    def __eq__(self, o): return self.d == o.d
x = 3.0
f = 2 * V(x) + V(x) * V(2) + (-V(x))[1] + len(V(1)) + (V(1) == V(1))`,
    14,
  ],
  [
    'arguments by place, by name, star and two stars',
    `x = 3.0
def h(a, b=2, *rest, c=3, **more):
    return a + b * 10 + sum(rest) * 100 + c * 1000 + more.get('z', 0)
f = h(x) + h(x, 1, 2, 3, c=1) + h(*[x, 5], **{'c': 2, 'z': 7})`,
    6596,
  ],
  [
    'a generator in a sum, with a condition',
    `x = 3.0
f = sum(x ** i for i in range(4) if i % 2 == 0)`,
    10,
  ],
  [
    'comprehensions in comprehensions',
    `x = 3.0
m = [[i * j for j in range(3)] for i in range(3)]
f = x * m[2][1] + x * sum(sum(r) for r in m)`,
    33,
  ],
  [
    'numbers of Python: max, min, abs, round to even, int towards 0',
    `x = 3.0
f = max(1, x, 2) + min([x, 5]) + abs(-x) + round(2.5) + round(3.5) + int(3.9) + int(-3.9) + float(2)`,
    17,
  ],
  [
    'sorted, reversed and tuples in order',
    `x = 3.0
f = x * sum(sorted([3, 1, 2])[:2]) + list(reversed([1, 2, 3]))[0] + sorted([(2, 'b'), (1, 'a')])[0][0]`,
    13,
  ],
  [
    'zip and enumerate, from 1',
    `x = 3.0
f = 0
for a, b in zip([1, 2, 3], [x, x * 2]):
    f += a * b
for i, v in enumerate([x, 1.0], 1):
    f += i * v`,
    20,
  ],
  [
    'map and filter',
    `x = 3.0
f = x * sum(map(lambda t: t + 1, filter(lambda t: t > 1, [1, 2, 3])))`,
    21,
  ],
  [
    'elif',
    `x = 3.0
if x > 5:
    f = 1
elif x > 2:
    f = x * 2
else:
    f = 3`,
    6,
  ],
  [
    'negative indices, slices with steps and beyond the end',
    `x = 3.0
s = [1, 2, 3, 4, 5]
f = x * (s[-1] + sum(s[1:3]) + sum(s[::-2]) + sum(s[:-1]) + sum(s[10:]))`,
    87,
  ],
  [
    'slices are assigned, items deleted, inserted and taken off',
    `x = 3.0
s = [1, 2, 3, 4, 5]
s[1:3] = [10]
del s[0]
s.insert(1, 7)
s.extend([8])
p = s.pop()
f = x * sum(s) + p + s.index(7) + s.count(4)`,
    88,
  ],
  [
    'a method does not see the names of its class',
    `x = 3.0
def outer():
    y = 1
    class C:
        y = 2
        def get(self):
            return y
    return C().get() * 10 + C.y
f = x * outer()`,
    36,
  ],
  [
    'a function as an argument',
    `x = 3.0
f = x
def apply(n, g, y):
    for _ in range(n):
        y = g(y)
    return y
f = apply(3, lambda t: t / 2 + 1, x)`,
    2.125,
  ],
  [
    'bits of whole numbers',
    `x = 3.0
f = x + (5 & 3) + (5 | 3) + (1 << 3) + (5 ^ 1)`,
    23,
  ],
  [
    ':= binds a name within an expression',
    `x = 3.0
y = (n := 4) * x
f = y + n`,
    16,
  ],
  [
    'in, not in, is',
    `x = 3.0
f = x * (3 in [1, 2, 3]) + x * ('a' not in 'abc') + (None is None) + ('k' in {'k': 1})`,
    5,
  ],
  [
    'tuples are added and repeated',
    `x = 3.0
t = (1, 2) + (3,)
f = x * sum(t * 2) + len([0] * 5) + divmod(7, 2)[0]`,
    44,
  ],
  [
    'a range downwards',
    `x = 3.0
f = 0.0
for i in range(10, 0, -3):
    f = f * x + i`,
    346,
  ],
  [
    "an augmented parameter is the function's own",
    `x = 3.0
def g(y):
    if y > 10:
        return y
    y *= 2
    return g(y)
f = g(x)`,
    12,
  ],
  [
    'a star import of math',
    `x = 0.5
from math import *
f = sin(x) * pi + sqrt(x) + exp(-x) + log(x) + floor(2.7)`,
    4.126650010361529,
  ],
  [
    '+= changes an array for all its names',
    `import numpy as np
x = np.array([1.0, 2.0])
y = x
y += 1
f = float(x.sum() + y.sum())`,
    10,
  ],
  [
    'x = x + 1 makes another array',
    `import numpy as np
x = np.array([1.0, 2.0])
y = x
y = y + 1
f = float(x.sum() + y.sum())`,
    8,
  ],
  [
    'rows of an array, and their entries',
    `import numpy as np
W = np.array([[1.0, 2.0], [3.0, 4.0]])
f = 0
for row in W:
    for v in row:
        f += v ** 2
f = float(f)`,
    30,
  ],
  [
    'an array filled in a loop',
    `import numpy as np
x = np.array([1.0, 2.0, 3.0])
out = np.zeros(3)
for i in range(len(x)):
    out[i] = x[i] ** 2
f = float(out.sum())`,
    14,
  ],
  [
    'a function of arrays',
    `import numpy as np
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / e.sum()
p = softmax(np.array([1.0, 2.0, 0.5]))
f = float(-np.log(p[1]))`,
    0.46436878410794485,
  ],
  [
    'a function reads names when it is called',
    `x = 2.0
a = 3
def g():
    return a * x
a = 5
f = g()`,
    10,
  ],
  [
    'names are exchanged at once',
    `x = 2.0
l = [x, x * 2]
a, b = l
a, b = b, a
f = a - b * 10`,
    -16,
  ],
  [
    'a loop forever, left by break; += of a list',
    `x = 2.0
def g(n):
    r = []
    while True:
        n -= 1
        if n < 0:
            break
        r += [n]
    return r
f = x * sum(g(4))`,
    12,
  ],
  [
    'augmented assignments in a line',
    `x = 2.0
y = 1
y -= x; y *= 3; y /= 2; y **= 2; y //= 1; y %= 5
f = y * x`,
    4,
  ],
  [
    'True counts as 1',
    `x = 2.0
f = x * (True + True) + (2 == 2.0) + (1 != 1)`,
    5,
  ],
  [
    'texts are put together letter by letter',
    `x = 2.0
s = ''
for c in 'abc':
    s = s + c
f = x * (s == 'abc') * len(s)`,
    6,
  ],
  [
    'a lambda with a default, one with a star',
    `x = 2.0
f = (lambda a, b=3: a * b)(x) + (lambda *a: len(a))(1, 2)`,
    8,
  ],
  [
    'entries of a dictionary are changed in place',
    `x = 2.0
p = {'w': x, 'b': 1.0}
p['w'] -= 0.1 * 2
p['b'] *= 3
f = p['w'] + p['b']`,
    4.8,
  ],
  [
    'methods that return the object follow each other',
    `x = 2.0
class S:
    def __init__(self): self.items = []
    def push(self, v):
        self.items.append(v)
        return self
f = sum(S().push(x).push(3.0).items)`,
    5,
  ],
  [
    'None, and what and and or give',
    `x = 2.0
def g(): pass
f = x * (g() is None) + (0 or 5) + (3 and 4) + len([] or [1, 2])`,
    13,
  ],
  [
    'a list repeated is the same list again',
    `x = 2.0
v = [[0.0] * 2] * 2
v[0][0] = x
f = v[1][0] + v[1][1]`,
    2,
  ],
  [
    'a copy is gone through while the list changes',
    `x = 2.0
l = [1, 2, 3]
for v in l[:]:
    if v == 2: l.remove(v)
f = x * len(l)`,
    4,
  ],
  [
    'any, all and isinstance',
    `x = 2.0
f = x * any([0, 1]) + all([1, 1]) + isinstance(x, float) + isinstance(1, (int, str)) + isinstance([], list)`,
    6,
  ],
]

describe('a Python program means here what it means in Python', () => {
  test.each(PROGRAMS)('%s', (_, program, f) => {
    const { traced, diagnostics } = readPython(program)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const value = primal(buildTraced(traced as Traced).graph as Graph).outputs.f
    expect(Math.abs((value as number) - f)).toBeLessThanOrEqual(1e-12 * Math.abs(f))
  })
})
