# Cox models with a penalty: ridge() of survival; and Firth's, which survival does not have, from its definition.
# ridge() takes variances over the rows where its own column is there, whatever else is missing: the columns here are complete.

ridge_case <- function(name, data, response, terms, theta, ties = "efron", scale = TRUE) {
  formula <- sprintf("%s ~ %s", response, paste(terms, collapse = " + "))
  penalised <- sprintf("%s ~ ridge(%s, theta = %s, scale = %s)", response, paste(terms, collapse = ", "), format(theta), scale)
  fit <- suppressWarnings(coxph(as.formula(penalised), read_data(data), ties = ties,
                                control = coxph.control(eps = 1e-14, iter.max = 60, outer.max = 1)))
  list(name = name, data = data, formula = formula, ties = ties, theta = theta, scale = scale, coef = array_of(unname(fit$coefficients)),
       se = array_of(sqrt(diag(fit$var))), loglik = list(null = fit$loglik[1], model = fit$loglik[2]), df = sum(fit$df))
}

# Each factor of the partial likelihood: the rows at risk, their fraction of the risk, and its weight.
firth_factors <- function(start, stop, status, ties) {
  factors <- list()
  for (t in sort(unique(stop[status == 1]))) {
    risk <- start < t & stop >= t
    dead <- stop == t & status == 1
    d <- sum(dead)
    for (k in seq_len(d) - 1)
      factors[[length(factors) + 1L]] <- ifelse(risk, 1 - if (ties == "efron") dead * k / d else 0, 0)
  }
  factors
}

firth_at <- function(beta, x, status, factors) {
  eta <- drop(x %*% beta)
  moments <- lapply(factors, function(share) {
    r <- share * exp(eta)
    p <- r / sum(r)
    m <- colSums(p * x)
    centred <- sweep(x, 2, m)
    list(p = p, m = m, centred = centred, v = crossprod(centred * sqrt(p)), log = log(sum(r)))
  })
  information <- Reduce(`+`, lapply(moments, `[[`, "v"))
  a <- solve(information)
  skew <- Reduce(`+`, lapply(moments, function(f) colSums(f$p * rowSums((f$centred %*% a) * f$centred) * f$centred)))
  list(loglik = sum(eta[status == 1]) - sum(vapply(moments, `[[`, 0, "log")) + log(det(information)) / 2,
       score = colSums(x[status == 1, , drop = FALSE]) - Reduce(`+`, lapply(moments, `[[`, "m")) + skew / 2,
       information = information)
}

firth_case <- function(name, data, formula, ties = "efron") {
  frame <- model.frame(as.formula(formula), read_data(data))
  y <- unclass(model.response(frame))
  x <- model.matrix(as.formula(formula), frame)[, -1, drop = FALSE]
  status <- y[, ncol(y)]
  factors <- firth_factors(if (ncol(y) == 3) y[, 1] else rep(-Inf, nrow(y)), y[, ncol(y) - 1], status, ties)
  unit <- apply(x, 2, sd)
  z <- sweep(x, 2, unit, "/")
  at <- function(b) firth_at(b, z, status, factors)
  beta <- rep(0, ncol(z))
  for (i in 1:200) {
    here <- at(beta)
    step <- solve(here$information, here$score)
    beta <- beta + step * min(1, 1 / max(abs(step)))
    if (max(abs(step)) < 1e-15) break
  }
  # The score is the slope of the penalised log-likelihood.
  for (j in seq_along(beta)) {
    away <- beta + 0.3
    e <- replace(rep(0, length(beta)), j, 1e-5)
    stopifnot(abs((at(away + e)$loglik - at(away - e)$loglik) / 2e-5 - at(away)$score[j]) < 1e-5)
  }
  here <- at(beta)
  stopifnot(max(abs(here$score)) < 1e-9)
  list(name = name, data = data, formula = formula, ties = ties, names = array_of(colnames(x)), coef = array_of(unname(beta / unit)),
       se = array_of(unname(sqrt(diag(solve(here$information))) / unit)),
       loglik = list(null = at(0 * beta)$loglik + sum(log(unit)), model = here$loglik + sum(log(unit))), unit = array_of(unname(unit)))
}

penalised_cases <- function() {
  ridge <- list(); firth <- list()
  add_ridge <- function(...) ridge[[length(ridge) + 1L]] <<- ridge_case(...)
  add_firth <- function(...) firth[[length(firth) + 1L]] <<- firth_case(...)
  for (theta in c(0.1, 10, 1000)) add_ridge(sprintf("veteran, theta %s", format(theta)), "veteran", "Surv(time, status)", c("karno", "age", "diagtime"), theta)
  add_ridge("lung breslow", "lung", "Surv(time, status)", c("age", "sex"), 5, ties = "breslow")
  add_ridge("heart", "heart", "Surv(start, stop, event)", c("age", "year", "surgery"), 2)
  add_ridge("pbc", "pbc", "Surv(time, status == 2)", c("age", "bili", "albumin"), 3)
  add_ridge("lung unscaled", "lung", "Surv(time, status)", c("age", "sex"), 20, scale = FALSE)
  add_ridge("pbc unscaled breslow", "pbc", "Surv(time, status == 2)", c("age", "bili", "albumin"), 50, ties = "breslow", scale = FALSE)
  add_firth("ovarian", "ovarian", "Surv(futime, fustat) ~ age + rx")
  add_firth("ovarian breslow", "ovarian", "Surv(futime, fustat) ~ age + rx", ties = "breslow")
  add_firth("test1", "test1", "Surv(time, status) ~ x")
  add_firth("edges, separated", "edges", "Surv(time, status) ~ x")
  add_firth("veteran", "veteran", "Surv(time, status) ~ trt + karno + celltype")
  add_firth("heart", "heart", "Surv(start, stop, event) ~ age + surgery")
  add_firth("lung", "lung", "Surv(time, status) ~ age + sex")
  list(session = session(), datasets = datasets_of(c(ridge, firth)), ridge = ridge, firth = firth)
}
