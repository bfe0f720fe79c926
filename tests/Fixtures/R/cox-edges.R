# Cox models at the edges: separated data against the model that they are in the limit, which R can fit (stratified by what separates);
# far-scaled columns against the same columns near 0; an outlier against the data without it, whose factor of the likelihood is 1.

edge_data <- function(name) read.csv(file.path(repository, edge_file(name)), stringsAsFactors = TRUE)

edge_file <- function(name) file.path("tests/Fixtures/data/edges", paste0(name, ".csv"))

edge_control <- coxph.control(eps = 1e-13, iter.max = 100, toler.chol = 1e-14)

errors_of <- function(fit, terms) if (length(terms)) sqrt(diag(as.matrix(fit$var)))[match(terms, names(fit$coefficients))]

# The terms of `kept` are the same in the model and in the limit.
limit_case <- function(name, data, formula, limit, kept, fault, ties = "efron") {
  frame <- edge_data(data)
  null <- coxph(as.formula(formula), frame, ties = ties, iter.max = 0)
  fit <- coxph(as.formula(limit), frame, ties = ties, control = edge_control)
  robust <- if (length(kept) && ties != "exact") coxph(as.formula(limit), frame, ties = ties, control = edge_control, robust = TRUE)
  list(name = name, file = edge_file(data), formula = formula, ties = ties, fault = array_of(fault), df = length(null$coefficients),
       loglik = list(null = null$loglik[1], model = fit$loglik[length(fit$loglik)]), terms = array_of(names(kept)),
       coef = array_of(unname(fit$coefficients[kept])), se = array_of(errors_of(fit, kept)), robust = array_of(errors_of(robust, kept)),
       martingale = array_of(unname(residuals(fit, "martingale"))),
       zph = array_of(if (length(kept)) unname(cox.zph(fit)$table[seq_along(kept), "chisq"])))
}

edge_cases <- function() {
  carriers <- lapply(c(100, 50, 35), function(n) limit_case(
    sprintf("the only carrier dies first, n = %d", n), sprintf("carrier-%d", n), "Surv(time, status) ~ m + age",
    "Surv(time, status) ~ age + strata(m)", c(age = "age"), "m"))
  c(carriers, list(
    limit_case("a level whose only row dies first", "level-36", "Surv(time, status) ~ f",
               "Surv(time, status) ~ I(f == 'b') + strata(f == 'c')", c(fb = "I(f == \"b\")TRUE"), "fc"),
    limit_case("a level of one row", "one-against-all", "Surv(time, status) ~ g", "Surv(time, status) ~ strata(g)", character(), "gwt")))
}

# A fit in other columns with the same likelihood, or to rows whose factor of it is not 1.
same_case <- function(name, data, formula, fit, ours, of_fit, ties = "efron") list(
  name = name, file = edge_file(data), formula = formula, ties = ties, loglik = fit$loglik[2], term = ours,
  coef = unname(fit$coefficients[of_fit]), se = errors_of(fit, of_fit))

same_cases <- function() {
  outlier <- edge_data("outlier-60")
  list(
    same_case("a year and its interaction", "year-200", "Surv(time, status) ~ year * trt",
              coxph(Surv(time, status) ~ I(year - 2012) * trt, edge_data("year-200"), control = edge_control), "year:trt", "I(year - 2012):trt"),
    same_case("an interaction at 1e6", "far-interaction-13", "Surv(time, status) ~ x1 * x2 + strata(s)",
              coxph(Surv(time, status) ~ I(x1 - 1e6) * x2 + strata(s), edge_data("far-interaction-13"), control = edge_control),
              "x1:x2", "I(x1 - 1e+06):x2"),
    same_case("an outlier that dies first", "outlier-60", "Surv(time, status) ~ x",
              coxph(Surv(time, status) ~ x, outlier[outlier$x < 1000, ], control = edge_control), "x", "x"))
}

edges_content <- function() list(session = session(), limits = edge_cases(), same = same_cases())
