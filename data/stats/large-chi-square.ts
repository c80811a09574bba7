import normalCdf from '@stdlib/stats-base-dists-normal-cdf'

/** c₀ and c₁ of Temme's expansion; their limits where μ is too small to subtract. */
function coefficients(mu: number, eta: number): [number, number] {
  if (Math.abs(mu) < 1e-5) return [-1 / 3, -1 / 540]
  return [1 / mu - 1 / eta, 1 / eta ** 3 - 1 / mu ** 3 - 1 / mu ** 2 - 1 / (12 * mu)]
}

/**
 * P(X > x) for a chi-square X with many degrees of freedom (2a ≥ 1800): with μ = (x/2 − a)/a and ½η² = μ − ln(1 + μ),
 * Φ(−η√a) + e^(−½aη²)/√(2πa)·(c₀ + c₁/a). Error under 1e-10. 0…1.
 * Source: Temme, SIAM J Math Anal 10 (1979); NIST DLMF 8.12.
 */
export function largeChiSquareTail(x: number, df: number): number {
  const a = df / 2
  const mu = (x / 2 - a) / a
  const eta = Math.sign(mu) * Math.sqrt(2 * (mu - Math.log1p(mu)))
  const [c0, c1] = coefficients(mu, eta)
  const density = Math.exp((-a * eta ** 2) / 2) / Math.sqrt(2 * Math.PI * a)
  return normalCdf(-eta * Math.sqrt(a), 0, 1) + density * (c0 + c1 / a)
}
