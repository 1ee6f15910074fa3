# Each: (derivative asked, as an expression of the snippet's names; inputs by the names that the app gives; code).
JAX = [
("{'f': {'x': grad(f)(2.0)}}", "f = lambda x: x ** 3 - 2 * x\nprint(grad(f)(2.0))"),
("{'tanh': {'x': grad(tanh)(1.0)}}", "def tanh(x):\n    y = jnp.exp(-2.0 * x)\n    return (1.0 - y) / (1.0 + y)\n\ngrad_tanh = grad(tanh)\nprint(grad_tanh(1.0))"),
("{'sum_logistic': {'x_small': grad(sum_logistic)(x_small)}}", "def sum_logistic(x):\n    return jnp.sum(1.0 / (1.0 + jnp.exp(-x)))\n\nx_small = jnp.arange(3.)\nderivative_fn = grad(sum_logistic)\nprint(derivative_fn(x_small))"),
("{'loss': {'W': grad(loss, 0)(W, b), 'b': grad(loss, 1)(W, b)}}", "def sigmoid(x):\n    return 0.5 * (jnp.tanh(x / 2) + 1)\n\ndef predict(W, b, inputs):\n    return sigmoid(jnp.dot(inputs, W) + b)\n\ninputs = jnp.array([[0.52, 1.12, 0.77], [0.88, -1.08, 0.15], [0.52, 0.06, -1.30], [0.74, -2.49, 1.39]])\ntargets = jnp.array([True, True, False, True])\n\ndef loss(W, b):\n    preds = predict(W, b, inputs)\n    label_probs = preds * targets + (1 - preds) * (1 - targets)\n    return -jnp.sum(jnp.log(label_probs))\n\nW = jnp.array([0.3, -0.2, 0.5])\nb = 0.1\nW_grad, b_grad = grad(loss, (0, 1))(W, b)"),
("{'f': {'x': grad(f)(0.5)}}", "def f(x):\n    for i in range(3):\n        x = jnp.sin(x) * 2\n    return x\n\ngrad(f)(0.5)"),
("{'f': {'x': grad(f)(-0.5)}}", "def f(x):\n    if x < 0:\n        return x ** 2\n    return 3. * x\n\nprint(grad(f)(-0.5))"),
("{'f': {'x': jacfwd(f)(x)}}", "def f(x):\n    return jnp.array([x[0] * x[1], jnp.sin(x[0]), x[1] ** 3])\n\nx = jnp.array([1., 2.])\nJ = jacfwd(f)(x)"),
("{'f': {'x': jacrev(f)(x)}}", "f = lambda x: x / jnp.sum(x)\nx = jnp.array([1., 2., 5.])\nJ = jax.jacrev(f)(x)"),
("{'f': {'x': grad(f)(1.5)}}", "f = lambda x: x * jax.lax.stop_gradient(x ** 2)\njax.grad(f)(1.5)"),
("{'loss': {'params': grad(loss)(params)}}", "params = jnp.array([1.0, -0.5])\nx = jnp.array([0., 1., 2.])\ny = jnp.array([1., 0.4, -0.1])\ndef loss(params):\n    pred = params[0] + params[1] * x\n    return jnp.mean((pred - y) ** 2)\nvalue, g = jax.value_and_grad(loss)(params)"),
("{'f': {'x': grad(f)(jnp.array([1., 2.]))}}", "f = lambda x: jnp.sum(jax.nn.softmax(x) * jnp.array([1., 3.])) + jnp.sum(jax.nn.gelu(x)) + jnp.sum(jax.nn.silu(x))\njax.grad(f)(jnp.array([1., 2.]))"),
("{'f': {'x': grad(f)(2.0)}}", "@jax.jit\ndef f(x):\n    return jnp.where(x > 1, jnp.log(x), x - 1)\nprint(jax.grad(f)(2.0))"),
("{'f': {'x': grad(f)(3.0)}}", "def f(x):\n    return jax.lax.fori_loop(0, 3, lambda i, acc: acc * x + i, 1.0)\njax.grad(f)(3.0)"),
("{'mlp': {'w1': grad(mlp, 0)(w1, w2), 'w2': grad(mlp, 1)(w1, w2)}}", "x = jnp.array([0.5, -1.0])\nw1 = jnp.array([[0.1, 0.4], [-0.3, 0.2]])\nw2 = jnp.array([1.0, -2.0])\ndef mlp(w1, w2):\n    h = jax.nn.relu(w1 @ x)\n    return jnp.dot(w2, h) ** 2\ng1, g2 = jax.grad(mlp, argnums=(0, 1))(w1, w2)"),
("{'f': {'x': grad(f)(jnp.array([3., 1., 2.]))}}", "f = lambda x: x.at[1].set(x[0] * 5).sum() * x[2]\njax.grad(f)(jnp.array([3., 1., 2.]))"),
]
