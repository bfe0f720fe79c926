# More of residuals.coxph() and cox.zph() than cox.json has: with weights, strata, truncation and clusters, and collapsed.
# The cases are those of cox.json (cox_case of cox.R) with `collapsed` in addition. Collapsed deviance residuals are not among them: R
# leaves out the division of a group's expected events by its events, and has no value where there are several.

residual_case <- function(..., collapse = NULL) {
  result <- cox_case(..., residuals = TRUE)
  if (is.null(collapse)) return(result)
  frame <- read_data(result$data)
  arguments <- list(as.formula(result$formula), frame, ties = result$ties, control = control, x = TRUE, robust = result$robust)
  if (!is.null(result$weights)) arguments$weights <- as.name(result$weights)
  fit <- do.call(coxph, arguments)
  p <- length(coef(fit))
  sums <- function(type) residuals(fit, type, collapse = frame[[collapse]])
  c(result, list(collapsed = list(by = collapse, martingale = array_of(unname(sums("martingale"))),
                                  score = matrix(sums("score"), ncol = p), dfbeta = matrix(sums("dfbeta"), ncol = p))))
}

residual_cases <- function() {
  cases <- list()
  add <- function(label, ..., ties = c("efron", "breslow")) for (t in ties)
    cases[[length(cases) + 1L]] <<- residual_case(sprintf("%s, %s", label, t), ..., ties = t)
  add("weights", "weights", "Surv(time, status) ~ x + z + arm", weights = "w", zph = c("km", "rank"))
  add("strata, offset and weights", "strata", "Surv(time, status) ~ x1 + x2 + offset(off) + strata(centre)", weights = "w",
      robust = FALSE, zph = c("km", "rank"), ties = "efron")
  add("truncation and weights", "truncation", "Surv(entry, exit, status) ~ x + group", weights = "w", zph = c("km", "rank"))
  add("recurrent, clusters", "recurrent", "Surv(start, stop, event) ~ treated + dose + strata(clinic) + cluster(id)", weights = "w",
      zph = "km", collapse = "id")
  add("constant in a stratum", "ovarian", "Surv(futime, fustat) ~ age + I(rx * (resid.ds == 1)) + strata(resid.ds)",
      zph = c("km", "identity"))
  add("near ties", "near-ties", "Surv(time, status) ~ x + group", zph = c("km", "rank"), ties = "efron")
  cases
}
