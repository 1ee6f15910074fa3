"""Writes torchExpressions.json: what PyTorch computes of each expression below, and the gradients, in 64 bits.

Entries are weighted differently, so that each derivative counts. `a; b :: f` runs statements first.
"""
import json
import re
import sys
import warnings

import torch
import torch.nn.functional as F
from torch import nn
warnings.simplefilter('ignore')
torch.set_default_dtype(torch.float64)
V = {
 'x': '[0.5, -1.25, 2.0]', 'y': '[1.5, 0.75, -0.5]', 'p': '[0.3, 0.9, 0.45]', 's': '1.75',
 'A': '[[1.0, 2.5, -0.5], [0.25, -1.0, 3.0]]', 'B': '[[0.5, -1.5], [2.0, 0.75], [1.25, -0.25]]', 'S': '[[2.0, 1.0], [1.0, 3.0]]',
 'T': '[[[1.0, 2.0], [3.0, -1.0]], [[0.5, 1.5], [-2.0, 0.25]]]',
}
EXPRESSIONS = r'''
torch.exp(x)
torch.log(p)
torch.log2(p)
torch.log10(p)
torch.log1p(p)
torch.expm1(x)
torch.exp2(x)
torch.sqrt(p)
torch.rsqrt(p)
torch.sin(x) + torch.cos(y)
torch.tan(x)
torch.sinh(x) * torch.cosh(y)
torch.tanh(x)
torch.asin(p)
torch.acos(p)
torch.atan(x)
torch.asinh(x)
torch.acosh(p + 1.0)
torch.atanh(p)
torch.arctan(x)
torch.sigmoid(x)
torch.erf(x)
torch.erfc(x)
torch.lgamma(p)
torch.sinc(x)
torch.abs(x)
torch.neg(x)
torch.sign(x) * x
torch.square(x)
torch.relu(x)
torch.floor(x) + x
torch.ceil(x) * x
torch.trunc(x) + x
torch.round(x) * x
torch.reciprocal(x)
torch.add(x, y, alpha=2)
torch.sub(x, y, alpha=0.5)
torch.mul(x, y)
torch.div(x, y)
torch.true_divide(x, y)
torch.div(x, y, rounding_mode='floor') + x
torch.maximum(x, y)
torch.minimum(x, y)
torch.max(x, y)
torch.atan2(x, y)
torch.hypot(x, y)
torch.logaddexp(x, y)
torch.xlogy(p, p)
torch.remainder(x, y)
x % 0.75
torch.fmod(x, 0.75)
torch.pow(p, y)
torch.pow(x, 3)
torch.pow(2.0, x)
x ** 2 - y
2 ** x
torch.clamp(x, -1, 1)
torch.clamp(x, min=0.25)
x.clamp(max=1.0)
torch.lerp(x, y, 0.25)
torch.where(x > 0, x, y)
torch.where(x > 0, x * y, torch.zeros(3))
(x > 0).float() * x
x.masked_fill(x < 0, 0.25)
torch.sum(A)
torch.sum(A, 1)
torch.sum(A, dim=0, keepdim=True)
A.sum(-1)
A.sum((0, 1))
torch.mean(A)
A.mean(1)
A.mean(dim=0, keepdim=True)
torch.prod(x)
A.prod(1)
torch.std(x)
torch.std(x, unbiased=False)
A.std(1)
A.var(0)
torch.var(x, False)
A.var(dim=1, unbiased=False, keepdim=True)
torch.max(A)
torch.max(A, 1)[0]
torch.max(A, dim=1).values
A.max(0, keepdim=True)[0]
torch.min(A, 0).values
A.amax(1)
A.amin(dim=0)
torch.logsumexp(A, 1)
torch.logsumexp(A, dim=(0, 1))
torch.norm(x)
torch.norm(x, 1)
torch.norm(A, dim=1)
A.norm(p=3)
x.norm(float('inf'))
torch.linalg.norm(A)
torch.linalg.norm(x, 1)
torch.linalg.vector_norm(A, dim=1)
torch.cumsum(x, 0)
A.cumsum(1)
torch.cumprod(x, dim=0)
torch.softmax(A, 1)
A.softmax(dim=0)
torch.log_softmax(A, dim=-1)
torch.sort(x).values
x.sort(descending=True)[0] * y
torch.topk(x, 2).values
A.gather(1, torch.tensor([[0, 2], [1, 1]]))
torch.index_select(A, 1, torch.tensor([2, 0, 2]))
A[[0, 1], [2, 0]]
A[:, 1:]
A[..., 0]
x[x > 0]
A.reshape(3, 2)
A.view(-1)
A.view(3, -1)
A.flatten()
torch.flatten(T, 1)
T.flatten(start_dim=1)
x.unsqueeze(0)
torch.unsqueeze(x, 1)
x.view(1, 3, 1).squeeze()
x.view(1, 3, 1).squeeze(0)
torch.transpose(A, 0, 1)
A.transpose(-2, -1)
A.t()
A.T @ y[:2]
T.mT
T.permute(2, 0, 1)
torch.permute(T, (1, 2, 0))
x.expand(2, 3)
x.expand(2, -1) * A
x.repeat(2, 2)
torch.cat([x, y])
torch.cat((A, A * 2), dim=1)
torch.stack([x, y], dim=1)
torch.vstack((x, y))
torch.hstack((x, y))
torch.split(A, 2, dim=1)[0]
torch.chunk(x, 2)[1]
torch.unbind(A)[1]
torch.flip(x, [0])
A.flip(0, 1)
A.roll(1, 0)
torch.roll(x, 1)
torch.narrow(A, 1, 1, 2)
torch.mm(A, B)
A @ B
A.matmul(y)
torch.mv(A, y)
torch.dot(x, y)
x.dot(y)
x @ y
torch.outer(x, y)
torch.ger(x, y)
torch.inner(x, y)
torch.bmm(T, T)
torch.einsum('ij,jk->ik', A, B)
torch.einsum('bij,bjk->bik', T, T)
torch.einsum('i,i->', x, y)
torch.addmm(S, A, B)
torch.trace(S)
torch.diag(S)
torch.diag(x)
torch.tril(S)
torch.triu(S, diagonal=1)
torch.det(S)
torch.inverse(S)
torch.linalg.inv(S)
torch.linalg.det(S)
torch.linalg.solve(S, B.T)
torch.logdet(S)
F.relu(x)
F.relu6(x * 4)
F.leaky_relu(x)
F.leaky_relu(x, 0.2)
F.leaky_relu(x, negative_slope=0.3)
F.elu(x)
F.elu(x, alpha=0.5)
F.selu(x)
F.celu(x)
F.gelu(x)
F.gelu(x, approximate='tanh')
F.silu(x)
F.mish(x)
F.softplus(x)
F.softplus(x, beta=2)
F.softsign(x)
F.logsigmoid(x)
F.hardtanh(x)
F.hardtanh(x, -0.5, 1.5)
F.tanhshrink(x)
F.softmax(A, dim=1)
F.log_softmax(A, dim=1)
F.softmin(x, dim=0)
F.normalize(A)
F.normalize(A, p=1, dim=0)
F.prelu(A, torch.tensor([0.25]))
F.mse_loss(x, y)
F.mse_loss(x, y, reduction='sum')
F.mse_loss(x, y, reduction='none')
F.l1_loss(x, y)
F.smooth_l1_loss(x, y)
F.smooth_l1_loss(x, y, beta=0.5)
F.huber_loss(x, y, delta=2.0)
F.binary_cross_entropy(p, torch.tensor([1.0, 0.0, 1.0]))
F.binary_cross_entropy_with_logits(x, torch.tensor([1.0, 0.0, 1.0]))
F.binary_cross_entropy_with_logits(x, torch.tensor([1.0, 0.0, 1.0]), reduction='sum', weight=torch.tensor([1.0, 2.0, 0.5]))
F.cross_entropy(A, torch.tensor([2, 0]))
F.cross_entropy(x, torch.tensor(1))
F.cross_entropy(A, torch.tensor([2, 0]), reduction='sum')
F.cross_entropy(A, torch.tensor([2, 0]), reduction='none')
F.cross_entropy(A, torch.tensor([[0.2, 0.3, 0.5], [0.0, 1.0, 0.0]]))
F.cross_entropy(A, torch.tensor([2, 0]), weight=torch.tensor([1.0, 2.0, 0.5]))
F.cross_entropy(A, torch.tensor([2, -100]))
F.nll_loss(F.log_softmax(A, 1), torch.tensor([1, 2]))
F.kl_div(F.log_softmax(A, 1), torch.tensor([[0.2, 0.3, 0.5], [0.1, 0.8, 0.1]]), reduction='batchmean')
F.kl_div(F.log_softmax(A, 1), torch.tensor([[0.2, 0.3, 0.5], [0.1, 0.8, 0.1]]), reduction='sum')
F.linear(y, A)
F.linear(A, B.T, torch.tensor([0.5, -1.0]))
F.one_hot(torch.tensor([0, 2])) * A
F.layer_norm(A, (3,))
F.layer_norm(A, [3], x, y)
F.cosine_similarity(x, y, dim=0)
F.cosine_similarity(A, A * A, dim=1)
F.embedding(torch.tensor([1, 0, 1]), A)
nn.ReLU()(x)
nn.LeakyReLU(0.1)(x)
nn.Softmax(dim=1)(A)
nn.MSELoss()(x, y)
nn.CrossEntropyLoss()(A, torch.tensor([1, 0]))
nn.BCEWithLogitsLoss()(x, torch.tensor([1.0, 1.0, 0.0]))
nn.LayerNorm(3)(A)
nn.Sequential(nn.Tanh(), nn.Flatten(0))(A)
x.detach() * x
x * x.item() if x.numel() == 1 else x * x.sum().item()
x.data * y
x.clone().mul_(2) * y
x.add(y).mul(2).sub(1).div(3)
torch.special.expit(x)
torch.special.logit(p)
torch.logit(p)
torch.softmax(torch.tensor([0.5, float('-inf'), 0.5]), 0) * x
torch.tensor([1, 2, 3]) * x
torch.arange(3) + x
torch.ones_like(x) / x
torch.full((3,), 0.5) * x
torch.eye(3) @ x
torch.linspace(0, 1, 3) * x
torch.zeros(2, 3) + A
x.mean().expand(3) * y
x.pow(2).sum().sqrt()
(A * torch.tensor([[True, False, True], [False, True, True]])).sum(1)
x.argmax() * x
A.numel() * x
A.shape[1] * x
A.size(0) * x
len(A) * x
x.to(torch.float64) * y.double()
x.type(torch.float64)
x.view_as(y) * y
torch.abs(x).sum().log()
torch.sum(x * y) / torch.norm(x)
torch.meshgrid(x, y, indexing='ij')[0]
torch.count_nonzero(x) * x
torch.diff(x)
torch.dist(x, y)
torch.clone(x)
torch.pow(x, torch.tensor([2.0, 1.0, 3.0]))
torch.addcmul(x, x, y, value=0.5)
torch.masked_select(A, A > 0)
torch.swapaxes(A, 0, 1)
torch.matmul(T, T)
torch.round(x, decimals=1) + x
torch.addcdiv(x, x, y, value=0.5)
torch.diag(x, 1)
F.conv2d(T.view(1, 2, 2, 2), T.view(2, 2, 2, 1) * 0.5)
F.conv2d(T.view(1, 2, 2, 2), T.view(2, 2, 2, 1), torch.tensor([0.5, -1.0]), padding=1)
F.conv2d(T.view(2, 1, 2, 2), A.view(2, 1, 3, 1), padding=(1, 0), stride=2)
F.conv1d(A.view(1, 2, 3), B.view(1, 2, 3)[:, :, :2])
F.max_pool2d(T, 2)
F.max_pool2d(T.view(1, 2, 2, 2), kernel_size=2, stride=1, padding=1)
F.avg_pool2d(T, 2)
F.max_pool1d(A, 2, 1)
nn.MaxPool2d(2)(T.view(1, 2, 2, 2))
nn.ReLU(inplace=True)(x * 2)
F.relu(x + 1, inplace=True) * y
torch.meshgrid(x, y, indexing='xy')[1]
x.roll(2) * y
torch.roll(A, (1, 1), (0, 1))
torch.logit(p, eps=0.4)
x.masked_fill(torch.tensor([True, False, False]), float('-inf')).softmax(0)
A.masked_fill(torch.triu(torch.ones(2, 3), diagonal=1) == 0, 0.0)
y.clone().add_(x).mul_(2)
(x * 2).clamp_(min=0) * y
x.std(0, keepdim=True) * x
torch.einsum('ij,j->i', A, y)
torch.einsum('ij->ji', A)
torch.einsum('ii->', S)
torch.einsum('bi,bj->bij', A, A)
g = x * 2; g[0] = 5.0 :: g * y
g = torch.zeros(2, 3); g[0] = x; g[1] = y :: g
g = x * 1.0; g += y; g *= 2 :: g
h = A[0]; h2 = h * 2 :: h2 + x
a, b = A :: a * b
z = [t * 2 for t in x] :: torch.stack(z)
q = x.pow(2); q2 = q.detach(); q2b = q2 + x :: q2b * q
m, i = A.max(dim=1) :: m * i
'''
exprs = EXPRESSIONS.strip().split('\n')
out = []
for e in exprs:
    e = e.strip()
    if not e or e.startswith('#'): continue
    pre = ''
    if ' :: ' in e: pre, e = e.split(' :: ')
    names = [n for n in V if re.search(r'(?<![\w.\'"])%s(?![\w\'"(=])' % n, pre + ' ' + e)]
    lines = ['%s = torch.tensor(%s, requires_grad=True)' % (n, V[n]) for n in names]
    lines += [l for l in pre.split('; ') if l]
    lines += ['f = ' + e]
    text = '\n'.join(lines)
    env = {'torch': torch, 'F': F, 'nn': nn}
    try:
        exec(text, env)
        f = env['f']
        n = f.numel(); shape = list(f.shape)
        tail = 'loss = f\nloss.backward()' if f.dim() == 0 else 'loss = (f * torch.linspace(0.5, 1.75, %d).reshape(%s)).sum()\nloss.backward()' % (n, ', '.join(map(str, shape)))
        exec(tail, env)
    except Exception as ex:
        print('FAILED', e, type(ex), str(ex)[:100], file=sys.stderr); continue
    out.append({'text': text + '\n' + tail, 'loss': env['loss'].item(), 'gradients': {n: (env[n].grad.tolist() if env[n].grad is not None else None) for n in names}})
json.dump(out, open(sys.argv[1], 'w'), indent=0)
