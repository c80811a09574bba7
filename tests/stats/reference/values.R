# Reference values for data/stats, base R only (4.2). Run from the project root:
#   Rscript tests/stats/reference/values.R > tests/stats/reference/values.json
# Nothing here calls the code under test.

wilson <- function(x, n, conf) {
  ci <- prop.test(x, n, conf.level = conf, correct = FALSE)$conf.int
  list(events = x, n = n, confidence = conf, value = x / n, lower = ci[1], upper = ci[2])
}

exact_poisson <- function(x, conf) {
  ci <- poisson.test(x, conf.level = conf)$conf.int
  c(ci[1], ci[2])
}

byar <- function(x, conf) {
  z <- qnorm((1 + conf) / 2)
  c(x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3,
    (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3)
}

poisson_limits <- function(x, conf) {
  ci <- if (x < 10) exact_poisson(x, conf) else byar(x, conf)
  list(count = x, confidence = conf, lower = ci[1], upper = ci[2])
}

mean_limits <- function(x, conf) {
  ci <- t.test(x, conf.level = conf)$conf.int
  list(n = length(x), mean = mean(x), sd = sd(x), confidence = conf, lower = ci[1], upper = ci[2])
}

dobson <- function(count, population, weight, multiplier, conf) {
  rate <- sum(weight * count / population) / sum(weight)
  variance <- sum(weight^2 * count / population^2) / sum(weight)^2
  total <- sum(count)
  limits <- rate + sqrt(variance / total) * (byar(total, conf) - total)
  list(count = count, population = population, weight = weight, multiplier = multiplier, confidence = conf,
       value = rate * multiplier, lower = limits[1] * multiplier, upper = limits[2] * multiplier)
}

# The funnel limit is searched on the unit's own interval, not on a formula for the limit.
touching <- function(limit_of, pooled, from, to) {
  at <- function(v) limit_of(v) - pooled
  if (at(from) >= 0) return(from)
  if (at(to) <= 0) return(to)
  uniroot(at, c(from, to), tol = 1e-14, maxiter = 10000)$root
}

wilson_limit <- function(p, n, conf, side) {
  z <- qnorm((1 + conf) / 2)
  (p + z^2 / (2 * n) + side * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
}

garwood_limit <- function(r, n, conf, side) {
  tail <- (1 - conf) / 2
  x <- r * n
  if (side < 0) (if (x == 0) 0 else qgamma(tail, x) / n) else qgamma(1 - tail, x + 1) / n
}

funnel <- function(pooled, n, kind) {
  limit <- if (kind == "proportion") wilson_limit else garwood_limit
  end <- if (kind == "proportion") 1 else pooled + 20 * sqrt(pooled / n) + 100 / n
  at <- function(conf, side) {
    touch <- function(v) limit(v, n, conf, side)
    if (side > 0) touching(touch, pooled, 0, pooled) else touching(touch, pooled, pooled, end)
  }
  list(pooled = pooled, n = n, kind = kind, lower95 = at(0.95, 1), upper95 = at(0.95, -1),
       lower998 = at(0.998, 1), upper998 = at(0.998, -1))
}

spiegelhalter <- function(z, s, share) {
  q <- quantile(z, c(share, 1 - share), names = FALSE)
  k <- length(z)
  phi <- mean(pmin(pmax(z, q[1]), q[2])^2)
  w <- 1 / s^2
  list(z = z, s = s, winsorise = share, phi = phi,
       tauSquared = max(0, (k * phi - (k - 1)) / (sum(w) - sum(w^2) / sum(w))))
}

# χ² from prop.trend.test and the slopes from glm; WLS from lm with the residual variance taken out.
proportion_trend <- function(count, n) {
  t <- seq_along(count)
  slope <- function(i) coef(glm(cbind(count[i], n[i] - count[i]) ~ t[i], family = binomial))[[2]]
  list(count = count, n = n, chiSquare = unname(prop.trend.test(count, n)$statistic),
       slope = slope(t), leftOut = sapply(t, function(out) slope(t[-out])))
}

weighted_trend <- function(value, lower, upper) {
  t <- seq_along(value)
  w <- (3.92 / (upper - lower))^2
  slope <- function(i) coef(lm(value[i] ~ t[i], weights = w[i]))[[2]]
  fit <- summary(lm(value ~ t, weights = w))
  list(value = value, lower = lower, upper = upper,
       chiSquare = (fit$coefficients[2, 1] / (fit$coefficients[2, 2] / fit$sigma))^2,
       slope = slope(t), leftOut = sapply(t, function(out) slope(t[-out])))
}

paired <- function(before, after) {
  test <- t.test(after, before, paired = TRUE)
  d <- after - before
  list(before = before, after = after, n = length(d), mean = mean(d), sd = sd(d), dz = mean(d) / sd(d),
       t = unname(test$statistic), df = unname(test$parameter), p = test$p.value,
       lower = test$conf.int[1], upper = test$conf.int[2])
}

signed_rank <- function(d) {
  test <- suppressWarnings(wilcox.test(d, exact = FALSE, correct = FALSE))
  list(differences = d, v = unname(test$statistic), n = sum(d != 0), zeros = sum(d == 0), p = test$p.value)
}

xmr <- function(x) {
  ranges <- abs(diff(x))
  ranges <- ranges[ranges < 3.267 * mean(ranges)]
  list(values = x, mean = mean(x), lower = mean(x) - 2.66 * mean(ranges), upper = mean(x) + 2.66 * mean(ranges))
}

correlations <- function(x, y) {
  fit <- coef(lm(y ~ x))
  list(x = x, y = y, r = cor(x, y), rho = cor(x, y, method = "spearman"), slope = fit[[2]], intercept = fit[[1]])
}

blup <- function(y, s) {
  w <- 1 / s^2
  q <- sum(w * (y - weighted.mean(y, w))^2)
  tau2 <- max(0, (q - (length(y) - 1)) / (sum(w) - sum(w^2) / sum(w)))
  mu <- weighted.mean(y, 1 / (s^2 + tau2))
  list(estimates = y, standardErrors = s, shrunk = mu + tau2 / (tau2 + s^2) * (y - mu))
}

# Marginal rank confidence sets by simulation, the way the paper describes them: all one-sided differences of one
# unit, step-down on the (1 - alpha) quantile of the largest studentised difference.
simulated_ranks <- function(x, s, conf, draws) {
  p <- length(x)
  z <- matrix(rnorm(draws * p), draws) * rep(s, each = draws)
  one <- function(j) {
    k <- setdiff(seq_len(p), j)
    se <- sqrt(s[k]^2 + s[j]^2)
    t <- c((x[k] - x[j]) / se, (x[j] - x[k]) / se)
    scaled <- sweep(z[, k, drop = FALSE] - z[, j], 2, se, "/")
    scaled <- cbind(scaled, -scaled)
    open <- rep(TRUE, length(t))
    repeat {
      greatest <- do.call(pmax, as.data.frame(scaled[, open, drop = FALSE]))
      rejected <- open & t > quantile(greatest, conf, names = FALSE)
      if (!any(rejected)) break
      open[rejected] <- FALSE
      if (!any(open)) break
    }
    side <- rep(c("above", "below"), each = p - 1)
    c(rank = 1 + sum(x > x[j]), lower = 1 + sum(!open & side == "above"), upper = p - sum(!open & side == "below"))
  }
  sets <- sapply(seq_len(p), one)
  list(estimates = x, standardErrors = s, confidence = conf, rank = sets["rank", ], lower = sets["lower", ],
       upper = sets["upper", ])
}

quantiles <- function(x, p) list(values = x, p = p, value = unname(quantile(x, p)))

chi_square <- function(x, df) list(x = x, df = df, value = pchisq(x, df))

as_json <- function(value) {
  if (is.list(value)) {
    parts <- vapply(value, as_json, "")
    if (is.null(names(value))) return(paste0("[", paste(parts, collapse = ",\n"), "]"))
    return(paste0("{", paste0("\"", names(value), "\":", parts, collapse = ","), "}"))
  }
  parts <- if (is.character(value)) paste0("\"", value, "\"") else format(value, digits = 15, trim = TRUE, scientific = NA)
  if (length(value) == 1) parts else paste0("[", paste(vapply(value, as_json, ""), collapse = ","), "]")
}

each <- function(f, ...) unname(Map(f, ...))

# Sleep data (Student 1908; R's `sleep`), depression scores (Hollander & Wolfe 1973; ?wilcox.test), smokers
# (Fleiss 1981; ?prop.trend.test), cars, BCG vaccine trials' log risk ratios (Colditz 1994), eight schools (Rubin 1981).
sleep1 <- c(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2)
sleep2 <- c(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
depression1 <- c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30)
depression2 <- c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
bcg <- c(-0.8893, -1.5854, -1.3481, -1.4416, -0.2175, -0.7861, -1.6209, 0.0120, -0.4694, -1.3713, -0.3394, 0.4459, -0.0173)
bcg_s <- sqrt(c(0.3256, 0.1946, 0.4154, 0.0200, 0.0512, 0.0069, 0.2230, 0.0040, 0.0564, 0.0730, 0.0124, 0.5325, 0.0714))
schools <- c(28, 8, -3, 7, -1, 1, 18, 12)
schools_s <- c(15, 10, 16, 11, 9, 11, 10, 18)
nile <- as.numeric(Nile)[1:24]

set.seed(20241121)
reference <- list(
  proportionInterval = each(wilson, c(7, 0, 12, 1, 81, 15, 263), c(10, 12, 12, 29, 263, 148, 263),
                            c(.95, .95, .95, .95, .95, .998, .9)),
  poissonInterval = each(poisson_limits, c(0, 1, 3, 9, 10, 65, 1000, 3, 65), c(.95, .95, .95, .95, .95, .95, .95, .998, .998)),
  meanInterval = each(mean_limits, list(sleep1, sleep2, cars$dist), c(.95, .99, .95)),
  directlyStandardisedRate = list(
    dobson(c(3, 8, 21, 40), c(5200, 4100, 2600, 900), c(22000, 20000, 14000, 5000), 100000, .95),
    dobson(c(0, 2, 9), c(1200, 800, 300), c(5, 3, 2), 1000, .998)),
  funnelLimits = each(funnel, c(.1, .5, .02, .9, .05, .001, .002, .3, .002, 1.5), c(100, 10, 30, 40, 60, 1000, 4000, 50, 2e6, 9),
                      c(rep("proportion", 4), rep("rate", 6))),
  overdispersion = list(spiegelhalter(c(-3.2, -1.1, .4, 2.8, 1.9, -.3, 4.4, -2.5, .1, 1.2), seq(.02, .11, .01), .1),
                        spiegelhalter(c(.1, -.2, .3, -.4, .2), rep(.05, 5), .1),
                        spiegelhalter(c(2, -3, 1, 4), c(.1, .2, .1, .3), 0)),
  proportionTrend = list(proportion_trend(c(83, 90, 129, 70, 60), c(86, 93, 136, 82, 90)),
                         proportion_trend(c(20, 22, 21, 19, 20), c(100, 101, 99, 98, 100)),
                         proportion_trend(c(30, 30, 30, 30, 75), c(200, 200, 200, 200, 200))),
  weightedTrend = list(weighted_trend(c(10, 12, 13, 15, 18), c(9, 11, 11.5, 14, 16), c(11, 13, 14.5, 16, 20)),
                       weighted_trend(c(10, 10.4, 9.9, 10.1, 10.2), c(9, 9.5, 9, 9, 9.1), c(11, 11.2, 10.8, 11.2, 11.3))),
  pairedChange = list(paired(sleep1, sleep2), paired(depression1, depression2),
                      paired(c(6, 7, 4, 8, 5, 6, 3, 7, 5, 6), c(4, 5, 4, 6, 5, 3, 3, 7, 2, 5))),
  signedRank = each(signed_rank, list(round(sleep2 - sleep1, 10), round(depression2 - depression1, 10),
                                      c(-2, -2, 0, -2, 0, -3, 0, 0, -3, -1), c(1, -1, 2, 2, 2, -3, 0))),
  controlChart = each(xmr, list(nile, c(5, 6, 5, 7, 6, 5, 6, 5, 6, 20, 6, 5, 6))),
  correlation = list(correlations(cars$speed, cars$dist), correlations(c(1, 2, 2, 4, 5.5), c(3, 1, 1, 7, 2))),
  shrink = list(blup(bcg, bcg_s), blup(schools, schools_s)),
  rankIntervals = list(simulated_ranks(1:5, rep(1, 5), .95, 200000),
                       simulated_ranks(seq(1, 3, length.out = 10), rep(.2, 10), .95, 200000),
                       simulated_ranks(c(.81, .62, .9, .7, .7, .55), c(.03, .1, .02, .05, .01, .2), .95, 200000),
                       simulated_ranks(schools, schools_s, .9, 200000)),
  quantile = each(quantiles, list(c(1, 2, 3, 10), c(7, 1, 3), cars$dist, 5), c(.9, .5, .333, .2)),
  chiSquareProbability = each(chi_square, c(3.84, 20400, 1850, 2e6 + 6000, 2000), c(1, 20000, 1810, 2e6, 2000))
)
cat(as_json(reference), "\n", sep = "")
