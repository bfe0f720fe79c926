# Distributions of several shapes by maximising the likelihood as it is written, with Newton's steps on differences of it (numDeriv): the
# generalised gamma and F distributions in the parameters of flexsurv, splines of Royston and Parmar; the piecewise exponential as a
# Poisson regression of rows split at the cuts.
# bc: the breast cancer data of flexsurv, remade from survival's gbsg: groups by thirds of the prognostic index of Sauerbrei and Royston
# (1999), J R Stat Soc A 162, 71-94, model III.

bc_data <- function() {
  g <- survival::gbsg
  index <- 1.742 * (g$age / 50)^-2 - 7.812 * (g$age / 50)^-0.5 + 0.517 * (g$grade >= 2) - 1.981 * exp(-0.12 * g$nodes) -
    0.058 * sqrt(g$pgr + 1) - 0.394 * g$hormon
  data.frame(recyrs = g$rfstime / 365, censrec = g$status,
             group = c("Good", "Medium", "Poor")[cut(rank(index, ties.method = "first"), c(0, 229, 458, 686), labels = FALSE)])
}

# Each gives the log density and the log probability of living longer.
gengamma <- function(t, mu, shapes) {
  sigma <- exp(shapes[1])
  q <- shapes[2]
  w <- (log(t) - mu) / sigma
  a <- q^-2
  list(density = -log(sigma * t) + log(abs(q)) + a * log(a) + a * (q * w - exp(q * w)) - lgamma(a),
       survival = pgamma(a * exp(q * w), a, lower.tail = q < 0, log.p = TRUE))
}

genf <- function(t, mu, shapes) {
  sigma <- exp(shapes[1])
  q <- shapes[2]
  p <- exp(shapes[3])
  delta <- sqrt(q^2 + 2 * p)
  # 2 / (q^2 + 2 p +- q delta) without differences of near numbers.
  far <- 2 / (delta * (delta + abs(q)))
  near <- (delta + abs(q)) / (delta * p)
  s1 <- if (q > 0) far else near
  s2 <- if (q > 0) near else far
  w <- (log(t) - mu) * delta / sigma
  part <- s2 / (s2 + s1 * exp(w))
  list(density = log(delta) - log(sigma * t) + s1 * (log(s1) - log(s2) + w) - (s1 + s2) * log1p(s1 / s2 * exp(w)) - lbeta(s1, s2),
       survival = ifelse(part < 0.5, pbeta(part, s2, s1, log.p = TRUE),
                         pbeta(s1 * exp(w) / (s2 + s1 * exp(w)), s1, s2, lower.tail = FALSE, log.p = TRUE)))
}

royston <- function(knots, scale) {
  a <- knots[1]
  b <- knots[length(knots)]
  inner <- knots[-c(1, length(knots))]
  cube <- function(x) pmax(x, 0)^3
  square <- function(x) 3 * pmax(x, 0)^2
  column <- function(x, f) vapply(inner, function(k) {
    l <- (b - k) / (b - a)
    f(x - k) - l * f(x - a) - (1 - l) * f(x - b)
  }, x)
  function(t, mu, shapes) {
    x <- log(t)
    eta <- mu + drop(cbind(x, matrix(column(x, cube), length(x))) %*% shapes)
    slope <- drop(cbind(1, matrix(column(x, square), length(x))) %*% shapes)
    suppressWarnings(switch(scale,
      hazard = list(density = eta - exp(eta) + log(slope) - x, survival = -exp(eta)),
      odds = list(density = dlogis(eta, log = TRUE) + log(slope) - x, survival = plogis(eta, lower.tail = FALSE, log.p = TRUE)),
      normal = list(density = dnorm(eta, log = TRUE) + log(slope) - x, survival = pnorm(eta, lower.tail = FALSE, log.p = TRUE))))
  }
}

flexible_case <- function(name, data, formula, dist, start, knots = NULL) {
  frame <- read_data(data)
  for (side in intersect(c("left"), names(frame))) frame$left[!is.na(frame$left) & frame$left == 0] <- NA
  model <- model.frame(as.formula(formula), frame)
  y <- model[[1]]
  x <- model.matrix(as.formula(formula), model)
  type <- attr(y, "type")
  if (type == "interval") {
    status <- y[, 3]
    events <- ifelse(status == 3, sqrt(y[, 1] * y[, 2]), y[, 1])[status > 0]
  } else {
    time <- y[, if (type == "counting") 2 else 1]
    events <- time[y[, "status"] == 1]
  }
  scale <- sub("spline-", "", dist)
  if (grepl("spline", dist)) {
    lx <- log(events)
    inner <- quantile(lx, seq_len(knots) / (knots + 1), names = FALSE)
    f <- royston(c(min(lx), inner, max(lx)), scale)
  } else f <- get(dist)
  shapes <- length(start) - 1L
  k <- ncol(x)
  value <- function(theta) {
    mu <- drop(x %*% theta[1:k])
    own <- theta[k + seq_len(shapes)]
    if (type == "interval") {
      one <- f(y[, 1], mu, own)
      two <- f(ifelse(status == 3, y[, 2], y[, 1]), mu, own)
      return(sum(ifelse(status == 1, one$density, ifelse(status == 0, one$survival, ifelse(status == 2, log(-expm1(one$survival)),
        one$survival + log(-expm1(two$survival - one$survival)))))))
    }
    at <- f(time, mu, own)
    l <- sum(ifelse(y[, "status"] == 1, at$density, at$survival))
    if (type == "counting") l <- l - sum(ifelse(y[, 1] > 0, f(pmax(y[, 1], 1e-300), mu, own)$survival, 0))
    l
  }
  # Over centred and scaled columns first, then Newton's steps in the columns as they are.
  centre <- colMeans(x)[-1]
  spread <- apply(x, 2, sd)[-1]
  raw <- function(theta) {
    b <- theta[1 + seq_len(k - 1L)] / spread
    c(theta[1] - sum(b * centre), b, theta[k + seq_len(shapes)])
  }
  theta <- c(start[1], numeric(k - 1L), start[-1])
  bad <- function(theta) { v <- -value(raw(theta)); if (is.finite(v)) v else 1e10 }
  for (i in 1:3) {
    theta <- optim(theta, bad, control = list(maxit = 5000, reltol = 1e-15))$par
    theta <- optim(theta, bad, method = "BFGS", control = list(maxit = 3000, reltol = 1e-15))$par
  }
  # Newton's steps in directions whose information is near the identity, in which differences are exact.
  whole <- diag(length(theta))
  jacobian <- vapply(seq_along(theta), function(j) raw(theta + whole[, j]) - raw(theta), theta)
  theta <- raw(theta)
  root <- jacobian %*% t(chol(solve(optimHess(solve(jacobian, theta), function(at) -value(drop(jacobian %*% at)),
                                             control = list(ndeps = rep(1e-4, length(theta)))))))
  along <- function(u) value(theta + drop(root %*% u))
  none <- numeric(length(theta))
  exact <- list(eps = 0.05, r = 4)
  for (i in 1:5) theta <- theta - drop(root %*% solve(numDeriv::hessian(along, none, method.args = exact),
                                                      numDeriv::grad(along, none, method.args = exact)))
  stopifnot(max(abs(numDeriv::grad(along, none, method.args = exact))) < 1e-6)
  var <- root %*% solve(-numDeriv::hessian(along, none, method.args = exact)) %*% t(root)
  newest <- head(seq_len(nrow(x)), 3)
  times <- c(1, 2.5, 7) * median(events) / 2
  mu <- drop(x %*% theta[1:k])[newest]
  list(name = name, data = data, formula = formula, dist = dist, knots = knots, n = nrow(x), names = array_of(colnames(x)),
       estimates = array_of(unname(theta)), se = array_of(unname(sqrt(diag(var)))), loglik = value(theta),
       times = array_of(times),
       survival = t(vapply(mu, function(m) exp(f(times, rep(m, 3), theta[k + seq_len(shapes)])$survival), numeric(3))))
}

pieces_case <- function(name, data, formula, cuts) {
  frame <- read_data(data)
  split <- survSplit(as.formula(formula), frame, cut = cuts, episode = "piece", start = "from", end = "to", event = "died")
  terms <- sub(".*~", "", formula)
  fit <- glm(as.formula(paste("died ~", terms, "+ factor(piece) + offset(log(to - from))")), poisson, split,
             control = list(epsilon = 1e-15, maxit = 100))
  k <- length(coef(fit))
  list(name = name, data = data, formula = formula, dist = "pieces", cuts = array_of(cuts), n = nrow(frame),
       estimates = array_of(unname(coef(fit))), se = array_of(unname(summary(fit)$coefficients[, 2])),
       loglik = sum(dpois(split$died, fitted(fit), log = TRUE)) - sum(log(split$to - split$from)[split$died == 1]))
}

# The standard error's log density and log probability of more than z, of shapes Q and P.
error_values <- function() {
  z <- c(-12, -4, -1, -0.2, 0, 0.4, 1.5, 3, 6)
  q <- c(-3, -1, -0.4, -0.05, 0.01, 0.2, 0.7, 1, 2, 5)
  p <- c(0.01, 0.5, 3)
  gamma <- expand.grid(z = z, q = q)
  f <- expand.grid(z = z, q = q, p = p)
  of <- function(fun, row) { v <- fun(exp(row$z), 0, c(0, row$q, log(row$p))); list(v$density + row$z, v$survival) }
  rows <- function(frame, fun) lapply(seq_len(nrow(frame)), function(i) {
    v <- of(fun, c(as.list(frame[i, ]), if (is.null(frame$p)) list(p = 1)))
    array_of(c(unlist(frame[i, ], use.names = FALSE), v[[1]], v[[2]]))
  })
  list(gamma = rows(gamma, gengamma), f = rows(f, genf))
}

flexible_content <- function() {
  write_data("bc", bc_data())
  interval <- "Surv(left, right, type = \"interval2\") ~ treatment"
  cases <- list(
    flexible_case("bc gengamma", "bc", "Surv(recyrs, censrec) ~ group", "gengamma", c(2, 0, 0.1)),
    flexible_case("lung gengamma", "lung", "Surv(time, status) ~ age + sex", "gengamma", c(6, 0, 0.5)),
    flexible_case("veteran gengamma", "veteran", "Surv(time, status) ~ karno + celltype", "gengamma", c(4, 0, 0.5)),
    flexible_case("heart gengamma", "heart", "Surv(start, stop, event) ~ age + surgery", "gengamma", c(5, 0.5, 0.3)),
    flexible_case("cosmesis gengamma", "cosmesis", interval, "gengamma", c(3.8, -0.5, 0.8)),
    flexible_case("veteran genf", "veteran", "Surv(time, status) ~ karno + celltype", "genf", c(4, 0, 0.2, -1)),
    flexible_case("pbc genf", "pbc", "Surv(time, status == 2) ~ age + log(bili)", "genf", c(8, 0, 0.5, -1)))
  for (scale in c("hazard", "odds", "normal")) cases <- c(cases, list(
    flexible_case(paste("bc", scale, 1), "bc", "Surv(recyrs, censrec) ~ group", paste0("spline-", scale), c(-3, 1.5, 0), 1),
    flexible_case(paste("bc", scale, 3), "bc", "Surv(recyrs, censrec) ~ group", paste0("spline-", scale), c(-3, 1.5, 0, 0, 0), 3),
    flexible_case(paste("lung", scale, 2), "lung", "Surv(time, status) ~ age + sex", paste0("spline-", scale), c(-6, 1, 0, 0), 2),
    flexible_case(paste("heart", scale, 0), "heart", "Surv(start, stop, event) ~ age", paste0("spline-", scale), c(-3, 0.6), 0),
    flexible_case(paste("cosmesis", scale, 1), "cosmesis", interval, paste0("spline-", scale), c(-5, 1.5, 0), 1)))
  pieces <- list(
    pieces_case("veteran pieces", "veteran", "Surv(time, status) ~ karno + celltype", c(30, 90, 200)),
    pieces_case("bc pieces", "bc", "Surv(recyrs, censrec) ~ group", c(1, 2, 4)))
  list(session = session(), datasets = datasets_of(c(cases, pieces)), cases = cases, pieces = pieces, errors = error_values())
}
