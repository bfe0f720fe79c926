# Parametric regression: survreg() and its predictions; what survreg has not (Gompertz, left truncation) by maximising the likelihood as it
# is written, with Newton's steps on its gradient.

survreg_case <- function(name, data, formula, dist, weights = NULL, robust = FALSE, predicted = 1:4) {
  frame <- read_data(data)
  arguments <- list(as.formula(formula), frame, dist = dist, robust = robust,
                    control = survreg.control(maxiter = 200, rel.tolerance = 1e-14, toler.chol = 1e-14))
  if (!is.null(weights)) arguments$weights <- as.name(weights)
  fit <- do.call(survreg, arguments)
  shapes <- if (fit$parms |> is.null() && nrow(fit$var) > length(coef(fit))) length(fit$scale) else 0L
  estimates <- c(coef(fit), if (shapes > 0L) log(fit$scale))
  naive <- if (robust) fit$naive.var else fit$var
  # survreg() of survival 3.5-3 forgets the weights in its robust variance, which coxph() has.
  if (robust && !is.null(weights)) fit$var <- crossprod(residuals(fit, "dfbeta", weighted = TRUE))
  with_strata <- grepl("strata", formula)
  # predict() of survreg leaves out the offset of new data.
  quantiles <- if (!with_strata && !grepl("cluster|offset", formula))
    predict(fit, frame[predicted, ], type = "quantile", p = c(0.1, 0.5, 0.9), se.fit = TRUE)
  list(name = name, data = data, formula = formula, dist = dist, weights = weights, robust = robust, n = length(fit$linear.predictors),
       omitted = length(fit$na.action), names = array_of(names(coef(fit))), estimates = array_of(estimates),
       se = array_of(sqrt(diag(naive))), robustSe = if (robust) array_of(sqrt(diag(fit$var))), var = naive,
       loglik = list(null = fit$loglik[1], model = fit$loglik[2]),
       predicted = if (!is.null(quantiles)) array_of(predicted), quantiles = if (!is.null(quantiles)) unname(quantiles$fit),
       quantileSe = if (!is.null(quantiles)) unname(quantiles$se.fit))
}

# The log-likelihood of rows, its gradient by intercept, coefficients and shape.
gompertz <- function(theta, x, start, stop, event) {
  eta <- drop(x %*% theta[-length(theta)])
  a <- theta[length(theta)]
  exposure <- function(t) expm1(a * t) / a
  slope <- function(t) (t * exp(a * t) - exposure(t)) / a
  hazard <- exp(eta) * (exposure(stop) - exposure(start))
  list(value = sum(event * (eta + a * stop) - hazard),
       gradient = c(colSums(x * (event - hazard)), sum(event * stop - exp(eta) * (slope(stop) - slope(start)))))
}

weibull_from <- function(theta, x, start, stop, event) {
  eta <- drop(x %*% theta[-length(theta)])
  scale <- exp(theta[length(theta)])
  z <- (log(stop) - eta) / scale
  z0 <- (log(start) - eta) / scale
  before <- ifelse(start > 0, exp(z0), 0)
  before_z <- ifelse(start > 0, z0 * exp(z0), 0)
  list(value = sum(event * (z - log(scale) - log(stop)) - exp(z) + before),
       gradient = c(colSums(x * (exp(z) - before - event)) / scale, sum(event * (-z - 1) + z * exp(z) - before_z)))
}

# Central differences of the gradient, extrapolated (Richardson).
second <- function(f, theta) {
  one <- function(h) sapply(seq_along(theta), function(j) {
    step <- replace(numeric(length(theta)), j, h * max(abs(theta[j]), 1e-2))
    (f(theta + step)$gradient - f(theta - step)$gradient) / (2 * sum(step))
  })
  hessian <- (4 * one(1e-4) - one(2e-4)) / 3
  (hessian + t(hessian)) / 2
}

maximised_case <- function(name, data, formula, dist, likelihood, start) {
  frame <- read_data(data)
  model <- model.frame(as.formula(formula), frame)
  response <- model[[1]]
  x <- model.matrix(as.formula(formula), model)
  counting <- ncol(response) == 3L
  f <- function(theta) likelihood(theta, x, if (counting) response[, 1] else 0, response[, if (counting) 2 else 1],
                                  response[, if (counting) 3 else 2])
  theta <- optim(c(start[1], numeric(ncol(x) - 1L), start[2]), function(theta) -f(theta)$value, function(theta) -f(theta)$gradient,
                 method = "BFGS", control = list(maxit = 2000, reltol = 1e-14))$par
  for (i in 1:20) theta <- theta - solve(second(f, theta), f(theta)$gradient)
  var <- solve(-second(f, theta))
  list(name = name, data = data, formula = formula, dist = dist, n = nrow(x), omitted = nrow(frame) - nrow(x),
       names = array_of(colnames(x)), estimates = array_of(unname(theta)), se = array_of(unname(sqrt(diag(var)))),
       loglik = f(theta)$value)
}

parametric_content <- function() {
  distributions <- c("exponential", "weibull", "rayleigh", "lognormal", "loglogistic", "gaussian", "logistic", "extreme")
  cases <- unlist(lapply(distributions, function(dist) list(
    survreg_case(paste("lung", dist), "lung", "Surv(time, status) ~ age + sex + ph.ecog", dist),
    survreg_case(paste("veteran", dist), "veteran", "Surv(time, status) ~ celltype + karno + factor(trt)", dist),
    survreg_case(paste("ovarian", dist), "ovarian", "Surv(futime, fustat) ~ 1", dist))), recursive = FALSE)
  cases <- c(cases, list(
    survreg_case("pbc log", "pbc", "Surv(time, status == 2) ~ age + log(bili) + sex * edema", "weibull"),
    survreg_case("lung strata", "lung", "Surv(time, status) ~ age + strata(sex)", "weibull"),
    survreg_case("lung strata log-normal", "lung", "Surv(time, status) ~ ph.karno + sex + strata(sex)", "lognormal"),
    survreg_case("lung offset", "lung", "Surv(time, status) ~ sex + offset(age / 50)", "loglogistic"),
    survreg_case("lung robust", "lung", "Surv(time, status) ~ age + sex + cluster(inst)", "weibull", robust = TRUE),
    survreg_case("pbc weights", "pbc", "Surv(time, status == 2) ~ age + edema", "lognormal", weights = "albumin"),
    survreg_case("pbc weights robust", "pbc", "Surv(time, status == 2) ~ age + edema", "weibull", weights = "albumin", robust = TRUE),
    survreg_case("kidney robust", "kidney", "Surv(time, status) ~ age + sex + disease + cluster(id)", "loglogistic", robust = TRUE)))
  maximised <- list(
    maximised_case("lung gompertz", "lung", "Surv(time, status) ~ age + sex", "gompertz", gompertz, c(-6, 1e-3)),
    maximised_case("veteran gompertz", "veteran", "Surv(time, status) ~ karno + celltype", "gompertz", gompertz, c(-4, -1e-3)),
    maximised_case("ovarian gompertz", "ovarian", "Surv(futime, fustat) ~ age + rx", "gompertz", gompertz, c(-8, 1e-3)),
    maximised_case("heart gompertz", "heart", "Surv(start, stop, event) ~ age + transplant", "gompertz", gompertz, c(-5, -1e-3)),
    maximised_case("heart weibull", "heart", "Surv(start, stop, event) ~ age + surgery + transplant", "weibull", weibull_from, c(5, 0)))
  both <- "Surv(left, right, type = \"interval2\") ~ x"
  residuals <- unlist(lapply(c("weibull", "lognormal", "loglogistic", "gaussian", "extreme"), function(dist) list(
    residual_kinds_case(paste("lung", dist), "lung", "Surv(time, status) ~ age + sex + ph.ecog", dist),
    residual_kinds_case(paste("intervals", dist), "intervals", both, dist))), recursive = FALSE)
  list(session = session(), datasets = datasets_of(c(cases, maximised, residuals)), cases = cases, maximised = maximised,
       residuals = residuals)
}

residual_kinds_case <- function(name, data, formula, dist) {
  frame <- read_data(data)
  if ("left" %in% names(frame)) frame$left[!is.na(frame$left) & frame$left == 0] <- NA
  fit <- eval(bquote(survreg(.(as.formula(formula)), frame, dist = .(dist),
                             control = survreg.control(maxiter = 200, rel.tolerance = 1e-14, toler.chol = 1e-14))))
  of <- function(type) array_of(unname(residuals(fit, type)[1:40]))
  # The most likely place in an interval, and its likelihood, are not those of survreg.distributions$extreme, whose formulas forget the
  # scale and have exp(-exp(width)) for exp(-width) (survival 3.5-3).
  located <- function(type) {
    status <- fit$y[1:40, ncol(fit$y)]
    array_of(replace(unname(residuals(fit, type)[1:40]), dist %in% c("weibull", "extreme") & status == 3, NA))
  }
  # residuals.survreg takes the derivative by log(scale) of an interval with the wrong sign: its scores do not sum to 0 at the maximum.
  exact <- fit$y[1:40, ncol(fit$y)] != 3
  moved <- unname(residuals(fit, "dfbeta")[1:40, ])
  moved[!exact, ] <- NA
  list(name = name, data = data, formula = formula, dist = dist, response = located("response"), deviance = located("deviance"),
       working = of("working"), ldcase = array_of(ifelse(exact, unname(residuals(fit, "ldcase")[1:40]), NA)), dfbeta = moved)
}
