"""Writes snippets.json: what NumPy with autograd, JAX and a small engine of scalars say of the snippets
(python3 fromLibraries.py), and what PyTorch says (/usr/bin/python3 fromLibraries.py torch).
Where the libraries' own derivative is missing or coarse, byHand.json has the numbers, and says why.
It is run by hand; the tests read the numbers."""
import ast, json, math, sys, os, io, contextlib, subprocess
here = os.path.dirname(os.path.abspath(__file__))
path = os.path.join(here, "snippets.json")

def load(name):
    scope = {}
    exec(open(os.path.join(here, name)).read(), scope)
    return scope

def plain(v):
    import numpy
    v = numpy.asarray(v, dtype=float)
    return v.tolist()

def byHand(entry):
    """The entry with what byHand.json has for its text."""
    with open(os.path.join(here, "byHand.json")) as file:
        known = {e["text"]: e for e in json.load(file)}
    return {**entry, **{k: v for k, v in known.get(entry["text"], {}).items() if k != "why"}}

def save(kind, entries):
    entries = [byHand(e) for e in entries]
    bare = [e["text"] for e in entries if not e["jacobian"] or "NaN" in json.dumps(e)]
    if bare: sys.exit("Without numbers: " + json.dumps(bare))
    known = json.load(open(path)) if os.path.exists(path) else []
    known = [e for e in known if e["library"] != kind] + entries
    with open(path, "w") as f:
        f.write("[\n" + ",\n".join(json.dumps(e, ensure_ascii=False) for e in known) + "\n]\n")
    subprocess.run(["npx", "biome", "format", "--write", path], check=True, cwd=os.path.dirname(os.path.dirname(here)))
    print(kind, len(entries))

class Given(ast.NodeTransformer):
    """The first value of each input at the top comes from outside."""
    def __init__(self, names): self.names, self.done = names, set()
    def put(self, name): self.done.add(name); return ast.parse(f"__at__[{name!r}]", mode="eval").body
    def visit_FunctionDef(self, node): return node
    def visit_Assign(self, node):
        t = node.targets[0]
        if isinstance(t, ast.Name) and t.id in self.names and t.id not in self.done:
            node.value = self.put(t.id)
        elif isinstance(t, ast.Tuple) and isinstance(node.value, ast.Tuple):
            for k, e in enumerate(t.elts):
                if isinstance(e, ast.Name) and e.id in self.names and e.id not in self.done:
                    node.value.elts[k] = self.put(e.id)
        return node

def numpyEntries():
    import numpy as rnp, autograd.numpy as anp
    from autograd import jacobian
    out = []
    for names, code in load("numpySnippets.py")["NUMPY"]:
        names = names.split()
        base = {"np": rnp, "math": math}
        with contextlib.redirect_stdout(io.StringIO()): exec(code, base)
        first = {}
        for name in names:
            scope = {"np": rnp, "math": math}
            tree = ast.parse(code)
            for node in tree.body:
                exec(compile(ast.Module([node], []), "s", "exec"), scope)
                if name in scope: break
            v = scope[name]
            first[name] = rnp.array(v, dtype=float)
        results = [n for n, v in base.items() if n not in names and n not in ("np", "math", "__builtins__") and isinstance(v, (float, rnp.floating, rnp.ndarray)) and rnp.asarray(v).dtype.kind == "f"]
        tree = ast.fix_missing_locations(Given(names).visit(ast.parse(code)))
        program = compile(tree, "s", "exec")
        def run(at, module):
            src = {"np": module, "__at__": at, "math": module if module is anp else math}
            exec(program, src)
            return src
        jac, exact = {}, True
        def asked(v, scalar): return v
        for r in results:
            jac[r] = {}
            for name in names:
                def f(z, r=r, name=name):
                    at = {k: (v if v.shape else float(v)) for k, v in first.items()}
                    at[name] = z
                    return run(at, anp)[r]
                z = first[name]
                try:
                    with contextlib.redirect_stdout(io.StringIO()):
                        J = jacobian(f)(z if z.shape else float(z))
                    jac[r][name] = plain(J)
                except Exception as problem:
                    exact = False
                    def g(z, r=r, name=name):
                        at = {k: (v.copy() if v.shape else float(v)) for k, v in first.items()}
                        at[name] = z.copy() if z.shape else float(z)
                        return rnp.asarray(run(at, rnp)[r], dtype=float)
                    flat = z.reshape(-1)
                    cols = []
                    for k in range(flat.size):
                        def d(h):
                            e = rnp.zeros(flat.size); e[k] = h
                            return (g((flat + e).reshape(z.shape)) - g((flat - e).reshape(z.shape))) / (2 * h)
                        h = 1e-3
                        T = [d(h), d(h / 2), d(h / 4)]
                        A = [(4 * T[1] - T[0]) / 3, (4 * T[2] - T[1]) / 3]
                        cols.append((16 * A[1] - A[0]) / 15)
                    base_v = rnp.asarray(base[r], dtype=float)
                    J = rnp.stack(cols, axis=-1).reshape(base_v.shape + z.shape)
                    jac[r][name] = plain(J)
        out.append({"library": "numpy", "text": code, "values": {r: plain(base[r]) for r in results}, "jacobian": jac, **({} if exact else {"digits": 8})})
    save("numpy", out)

def jaxEntries():
    import jax
    jax.config.update("jax_enable_x64", True)
    import jax.numpy as jnp, numpy
    out = []
    for asked, code in load("jaxSnippets.py")["JAX"]:
        scope = {"jax": jax, "jnp": jnp, "grad": jax.grad, "jacfwd": jax.jacfwd, "jacrev": jax.jacrev}
        with contextlib.redirect_stdout(io.StringIO()): exec(code, scope)
        jac = eval(asked, scope)
        out.append({"library": "jax", "text": code, "values": {}, "jacobian": {o: {i: plain(v) for i, v in row.items()} for o, row in jac.items()}})
    save("jax", out)

class Value:
    """Scalars with reverse accumulation, after the published rules of micrograd."""
    def __init__(self, data, parents=()): self.data, self.parents, self.grad = data, parents, 0.0
    @staticmethod
    def of(x): return x if isinstance(x, Value) else Value(x)
    def __add__(a, b): b = Value.of(b); return Value(a.data + b.data, ((a, 1.0), (b, 1.0)))
    def __mul__(a, b): b = Value.of(b); return Value(a.data * b.data, ((a, b.data), (b, a.data)))
    def __pow__(a, n): return Value(a.data ** n, ((a, n * a.data ** (n - 1)),))
    def __neg__(a): return a * -1
    def __radd__(a, b): return a + b
    def __rmul__(a, b): return a * b
    def __sub__(a, b): return a + (-Value.of(b))
    def __rsub__(a, b): return Value.of(b) + (-a)
    def __truediv__(a, b): return a * Value.of(b) ** -1
    def __rtruediv__(a, b): return Value.of(b) * a ** -1
    def relu(a): return Value(max(a.data, 0.0), ((a, 1.0 if a.data > 0 else 0.0),))
    def tanh(a): t = math.tanh(a.data); return Value(t, ((a, 1 - t * t),))
    def exp(a): t = math.exp(a.data); return Value(t, ((a, t),))
    def backward(self):
        order, seen = [], set()
        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p, _ in v.parents: visit(p)
                order.append(v)
        visit(self); self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parents: p.grad += d * v.grad

def microgradEntries():
    out = []
    for names, code in load("gradSnippets.py")["MICROGRAD"]:
        scope = {"Value": Value}
        exec(code, scope)
        asked = code.rsplit("\n", 1)[1].split(".")[0]
        out.append({"library": "micrograd", "text": code, "values": {asked: scope[asked].data}, "jacobian": {asked: {n: scope[n].grad for n in names.split()}}})
    save("micrograd", out)

def torchEntries():
    import torch
    # All of it in 64 bits, as it is computed here.
    torch.set_default_dtype(torch.float64)
    torch.Tensor.float = torch.Tensor.double
    out = []
    for names, code in load("torchSnippets.py")["TORCH"]:
        names = names.split()
        run = "\n".join(line[4:] for line in code.split("\n") if line.startswith(">>> ")) if code.startswith(">>>") else code
        scope = {"torch": torch, "F": torch.nn.functional, "nn": torch.nn, "math": math}
        asked = []
        real = torch.Tensor.backward
        def backward(self, *a, **k):
            name = [n for n, v in scope.items() if v is self][-1]
            leaves = [scope[n] for n in names]
            g = torch.autograd.grad(self, leaves, retain_graph=True, allow_unused=True)
            asked.append((name, self.item(), {n: (d if d is not None else torch.zeros_like(l)).tolist() for n, d, l in zip(names, g, leaves)}))
            return real(self, *a, **k)
        torch.Tensor.backward = backward
        try:
            with contextlib.redirect_stdout(io.StringIO()): exec(run, scope)
        finally: torch.Tensor.backward = real
        total = {n: scope[n].grad.tolist() for n in names}
        out.append({"library": "torch", "text": code, "values": {n: v for n, v, _ in asked}, "jacobian": {n: g for n, _, g in asked}, "grad": total})
    save("torch", out)

if len(sys.argv) > 1: torchEntries()
else: numpyEntries(); jaxEntries(); microgradEntries()
