# micrograd's Value, of which a copy of the published engine's rules is written here: (names, code)
MICROGRAD = [
("a b", "a = Value(-4.0)\nb = Value(2.0)\nc = a + b\nd = a * b + b**3\nc += c + 1\nc += 1 + c + (-a)\nd += d * 2 + (b + a).relu()\nd += 3 * d + (b - a).relu()\ne = c - d\nf = e**2\ng = f / 2.0\ng += 10.0 / f\ng.backward()"),
("x1 x2 w1 w2 b", "x1 = Value(2.0)\nx2 = Value(0.0)\nw1 = Value(-3.0)\nw2 = Value(1.0)\nb = Value(6.8813735870195432)\nn = x1*w1 + x2*w2 + b\no = n.tanh()\no.backward()"),
("a", "a = Value(3.0)\nb = a + a\nb.backward()" ),
("a b", "a = Value(-2.0)\nb = Value(3.0)\nd = a * b\ne = a + b\nf = d * e\nf.backward()"),
("a", "a = Value(0.5)\nb = (a * 2).exp()\nc = (b - 1) / (b + 1)\nc.backward()"),
]
